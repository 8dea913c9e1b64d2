"""The text of a review → which stretch of years an undated sentence of it is about.

五年来 or 一年来 at the head of a sentence governs what follows until the next such word.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import frozen

_HEAD = r"(?:^|[\n。；！:：])[\s　]*(?:[一-鿿]{0,8}[，、])?"
_MANY = (
    r"(?P<many>(?:回顾|回望|回首)?(?:过去|这|的)?(?:五年来|的?五年[，,]|五年间)"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|以来)[，,])"
)
_ONE = (
    r"(?P<one>(?:回顾)?(?:过去|刚刚过去的?)?一年(?:来|[，,])|去年|20\d\d年(?:[，,是]|以来))"
)
_MARK = re.compile(rf"{_HEAD}(?:{_MANY}|{_ONE})", re.MULTILINE)


@frozen
class Eras:
    """Where sentences turn to five years, or to one."""

    _places: tuple[int, ...]
    _are_many: tuple[bool, ...]

    @classmethod
    def of(cls, text: str) -> Eras:
        """Return the turns of a text."""
        marks = list(_MARK.finditer(text))
        return cls(
            tuple(mark.end() for mark in marks), tuple(bool(m["many"]) for m in marks)
        )

    def are_many(self, place: int) -> bool | None:
        """Return whether what stands here tells of five years; None where nothing says."""
        nth = bisect_right(self._places, place)
        return self._are_many[nth - 1] if nth else None
