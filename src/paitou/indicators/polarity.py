"""Tells from the words of an unknown indicator whether more or less of it is better."""

from __future__ import annotations

import re

from paitou.indicators.indicator import Polarity
from paitou.indicators.wording import CURBING, LESS_IS_BETTER, MORE_IS_BETTER

_LESS = frozenset(LESS_IS_BETTER.split("|"))
_CURBING = tuple(CURBING.split("|"))
_DECIDING = re.compile(
    "|".join(sorted((*_LESS, *MORE_IS_BETTER.split("|")), key=len, reverse=True))
)


def polarity_of_words(name: str) -> Polarity:
    """Return less where the last deciding word says so (排放达标率 is more), else more.

    A name that begins with the cutting of something (减少排放) is better the more it is.
    """
    if name.startswith(_CURBING):
        return Polarity.MORE
    words = _DECIDING.findall(name)
    return Polarity.LESS if words and words[-1] in _LESS else Polarity.MORE
