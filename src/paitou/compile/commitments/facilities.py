"""Names of things that are built → where the word begins that says what they are."""

from __future__ import annotations

from paitou.compile.commitments.endings import Ending, backwards
from paitou.compile.commitments.project_words import BETWEEN, FACILITIES

#: What may stand between the thing and what is done to it, backwards: 智慧, (二期), 黔江段.
PLACE = (
    rf"{backwards(BETWEEN)}*(?:期[一二三四五六七八九十\d]+第?)?(?:\)[^()]*\()?"
    r"(?:段[\u4e00-\u9fa5]{1,4}?(?=[路速铁道线渠际]))?"
)
FACILITY = Ending.of(FACILITIES, after=PLACE)
