"""Names of things that are built → where the word begins that says what they are."""

from __future__ import annotations

from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.words import BETWEEN, FACILITIES
from paitou.compile.patterns import one_of

#: What may stand between the thing and what is done to it, read backwards: (二期), 南段, 智慧.
PLACE = (
    rf"(?:{one_of(word[::-1] for word in BETWEEN)})*"
    r"(?:期[一二三四五六七八九十\d]+第?)?(?:\)[^()]*\()?"
    r"(?:段[\u4e00-\u9fa5]{1,4}?(?=[路速铁道线渠际]))?"
)
FACILITY = Ending.of(FACILITIES, after=PLACE)
