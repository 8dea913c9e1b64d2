"""Times said in a sentence → the years that a value is for, and where that was said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from paitou.model import Measure, When, WhenKind
from paitou.text import five_year_span

_FIVE_YEAR = (
    r"[“\"]?(?P<plan>[五六七八九]五|十五|十[一二三四五六]五)[”\"]?"
    r"(?P<phase>期间|时期|末|以来|规划期|初)"
)
_TIME = re.compile(
    r"(?P<mark>到|至|截至|截止|力争|比|较|由|从|于|以)?(?:"
    r"(?P<first>(?:19|20)\d\d)(?:年)?(?:—+|-|~|至|到)(?P<last>(?:19|20)\d\d)年?"
    r"|(?P<year>(?:19|20)\d\d)年(?!版)(?P<edge>底|末|前|以前|初)?"
    rf"|{_FIVE_YEAR}"
    r"|(?P<now>今年|本年度?|全年|年内|当年|年底前?|上半年|下半年|前三季度)"
    r"|(?P<next>明年)|(?P<past>去年|上年|过去(?:的)?一年|一年来)"
    r"|(?P<run>过去|近|最近|未来|今后|力争)?(?P<count>[一二两三四五六七八九十]|\d{1,2})年(?P<way>来|内|间|累计|时间)?(?!行动|倍增|攻坚|计划|规划|滚动|提升|专项|禁|期|级|的|一|制|以上)"
    r")"
)
#: Without one of these a sentence says no time.
_HINT = re.compile("年|[一二三四五六七八九十]五")
_NUMBERS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_COMPARING = frozenset("比较")


@frozen(kw_only=True)
class Time:
    """A time that a sentence says: years `start`–`end` (both counted), at [at, until)."""

    at: int
    until: int
    start: int
    end: int
    is_span: bool = False
    compares: bool = False


@frozen(kw_only=True)
class Calendar:
    """The years that a document speaks of: its own year, and the plan's or review's years.

    `first`, `last` are the default years of a value; `source` says where they come from.
    """

    year: int | None
    first: int | None
    last: int | None
    source: str = "plan"
    is_review: bool = False


def times(text: str, start: int, end: int, calendar: Calendar) -> Iterator[Time]:
    """Yield the times that [start, end) says, in order."""
    if not _HINT.search(text, start, end):
        return
    for found in _TIME.finditer(text, start, end):
        if years := _years(found, calendar):
            first, last, is_span = years
            yield Time(
                at=found.start(),
                until=found.end(),
                start=first,
                end=last,
                is_span=is_span,
                compares=found["mark"] is not None and found["mark"] in _COMPARING,
            )


def _years(found: re.Match[str], calendar: Calendar) -> tuple[int, int, bool] | None:
    if found["year"]:
        year = int(found["year"])
        return year, year, False
    if found["first"]:
        first, last = int(found["first"]), int(found["last"])
        return (first, last, True) if first < last else None
    if found["plan"]:
        return _five_years(found)
    return _relative(found, calendar)


def _five_years(found: re.Match[str]) -> tuple[int, int, bool] | None:
    span = five_year_span(found["plan"])
    if span is None:
        return None
    if found["phase"] == "末":
        return span[1], span[1], False
    if found["phase"] == "初":
        return span[0], span[0], False
    return span[0], span[1], True


def _relative(found: re.Match[str], calendar: Calendar) -> tuple[int, int, bool] | None:
    year = calendar.year
    if year is None:
        return None
    if found["now"]:
        now = year - 1 if calendar.is_review else year
        return now, now, False
    if found["next"]:
        return year + 1, year + 1, False
    if found["past"]:
        return year - 1, year - 1, False
    return _run_of_years(found, calendar, year)


def _run_of_years(
    found: re.Match[str], calendar: Calendar, year: int
) -> tuple[int, int, bool] | None:
    count = (
        _NUMBERS.get(found["count"]) or int(found["count"]) if found["count"] != "零" else 0
    )
    if not 2 <= count <= 15:
        return None
    if found["run"] in ("过去", "近", "最近") or found["way"] == "来":
        return year - count, year - 1, True
    if found["run"] in ("未来", "今后", "力争") or found["way"] == "内":
        return year, year + count - 1, True
    if found["way"] == "累计" or (found["run"] is None and found["way"] == "间"):
        if calendar.is_review:
            return year - count, year - 1, True
        if calendar.first is not None and calendar.last is not None:
            return calendar.first, calendar.last, True
    return None


#: Measures of a whole stretch of years; the others are of one year or of each.
_OVER = frozenset({Measure.TOTAL, Measure.GROWTH_AVG})
_EACH = frozenset({Measure.PER_YEAR, Measure.GROWTH_EACH})
_RELATIVE = frozenset({Measure.CHANGE, Measure.CHANGE_RATE, Measure.MULTIPLE})


def when_of(measure: Measure, said: Time | None, calendar: Calendar, source: str) -> When:
    """Return the time of a value of this measure: what was said, or else the default."""
    if measure in _EACH:
        return When(
            kind=WhenKind.EACH, start=calendar.first, end=calendar.last, source=source
        )
    if said is None:
        return _default(measure, calendar)
    if said.is_span:
        return _spanning(measure, said, source)
    return _by_year(measure, said, calendar, source)


def _spanning(measure: Measure, said: Time, source: str) -> When:
    if measure in _OVER or measure in _RELATIVE:
        return When(kind=WhenKind.OVER, start=said.start, end=said.end, source=source)
    if measure is Measure.MAINTAIN:
        return When(kind=WhenKind.EACH, start=said.start, end=said.end, source=source)
    return When(kind=WhenKind.BY, start=None, end=said.end, source=source)


def _by_year(measure: Measure, said: Time, calendar: Calendar, source: str) -> When:
    first = calendar.first if calendar.first != calendar.last else None
    if measure in _OVER and first is not None and first < said.end:
        return When(kind=WhenKind.OVER, start=first, end=said.end, source=source)
    if measure is Measure.GROWTH or calendar.is_review:
        return When(kind=WhenKind.IN, start=said.start, end=said.end, source=source)
    return When(kind=WhenKind.BY, start=None, end=said.end, source=source)


def _default(measure: Measure, calendar: Calendar) -> When:
    first, last, source = calendar.first, calendar.last, calendar.source
    if last is None:
        return When(kind=WhenKind.OPEN, source=source)
    several = first is not None and first < last
    if measure is Measure.MAINTAIN and several:
        return When(kind=WhenKind.EACH, start=first, end=last, source=source)
    over = measure in _OVER or (calendar.is_review and measure in _RELATIVE)
    if over and several:
        return When(kind=WhenKind.OVER, start=first, end=last, source=source)
    if not several and (measure is Measure.GROWTH or calendar.is_review):
        return When(kind=WhenKind.IN, start=last, end=last, source=source)
    return When(kind=WhenKind.BY, start=None, end=last, source=source)
