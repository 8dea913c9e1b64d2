"""An amount in its sentence → how far its words reach to the left and to the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from paitou.compile.naming import strip_trailing
from paitou.compile.predicate import comparator_after
from paitou.compile.quantity import Amount
from paitou.compile.when import Calendar, Time

CLAUSE_MARKS = ",;:。!?"
_RIGHT_END = re.compile(r"[,;:。!?]|$")
_JOINT = re.compile(r"和|以及|及")
_OPENING, _CLOSING = "(“《", ")”》"
_DESCRIBING = re.compile(
    r"的(?!目标|任务|水平|要求|增长|增速|速度|年均|历史|基础|增幅|财力)"
)


@frozen(kw_only=True)
class Setting:
    """Where a sentence stands: its passage's text, its times and its calendar."""

    text: str
    start: int
    end: int
    times: Sequence[Time]
    calendar: Calendar

    @property
    def is_review(self) -> bool:
        """Return whether the sentence reports what was done."""
        return self.calendar.is_review

    def of(self, said: Time) -> Setting:
        """Return the sentence as what it says of one of its times."""
        return evolve(self, times=(said,))


@frozen(kw_only=True)
class Right:
    """The words after a number up to the end of its clause.

    `describes` says that they open with 的: the number describes the noun that follows.
    """

    start: int
    end: int
    text: str
    describes: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Right:
        """Return the words of [start, end) without what only joins them to the next."""
        end = strip_trailing(text, start, end)
        describes = bool(_DESCRIBING.match(text, start, end))
        return cls(start=start, end=end, text=text[start:end], describes=describes)


def clause_start(text: str, floor: int, at: int) -> int:
    """Return where the clause that holds `at` starts, not before `floor`."""
    depth = 0
    for position in range(at - 1, floor - 1, -1):
        char = text[position]
        if char in _CLOSING:
            depth += 1
        elif char in _OPENING:
            depth -= 1
        elif depth <= 0 and char in CLAUSE_MARKS:
            return position + 1
    return floor


def left_start(setting: Setting, before: Amount | None, at: int) -> int:
    """Return where the words left of `at` start: after the comma or amount before."""
    floor = setting.start
    if before is not None:
        floor = max(floor, _after(setting.text, before, at))
    return max(floor, clause_start(setting.text, floor, at))


def _after(text: str, before: Amount, at: int) -> int:
    """Past the amount before and, in 5个集聚区、20个…, past the noun that is its own."""
    end = comparator_after(text, before.end)[1]
    if text[end : end + 1] in ("、", ",", "和", "及"):
        return end
    cut = text.rfind("、", end, at)
    return cut + 1 if cut >= 0 else end


def right_of(setting: Setting, following: Amount | None, at: int) -> Right:
    """Return the words to the right of `at`, leaving the next amount its own."""
    text = setting.text
    found = _RIGHT_END.search(text, at, setting.end)
    end = found.start() if found else setting.end
    if following is not None and following.start < end:
        cut = text.rfind("、", at, following.start)
        joint = _JOINT.search(text, at, following.start)
        end = cut if cut >= 0 else joint.start() if joint else following.start
    return Right.of(text, at, max(end, at))
