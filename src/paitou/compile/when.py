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
#: What makes a year more than the year that something is done in: 2024年以来, 与2024年.
_BEYOND = re.compile(
    r"以来|以后|来|起|后|的|基础|水平|相比|同期|为基|不变价|可比价|价格?计算|\d|[、和与及至到]"
)
_BESIDE = frozenset("与同和自按以在、照及")
#: Without one of these a sentence says no time.
_HINT = re.compile("年|[一二三四五六七八九十]五")
_NUMBERS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_COMPARING = frozenset("比较")
_BEGINNING = frozenset("从由")


@frozen(kw_only=True)
class Time:
    """A time that a sentence says: years `start`–`end` (both counted), at [at, until).

    `is_year` says that it is the year in which (2024年…), not one by which (到2024年);
    `begins` that something changed from it on (从2024年的…).
    """

    at: int
    until: int
    start: int
    end: int
    is_span: bool = False
    compares: bool = False
    is_year: bool = False
    begins: bool = False


@frozen(kw_only=True)
class Calendar:
    """The years that a document speaks of: its own year, and the plan's or review's years.

    `first`, `last` are the default years of a value; `source` says where they come from.
    `whole` are the plan's years where those are a single one of them (2024年,…).
    """

    year: int | None
    first: int | None
    last: int | None
    source: str = "plan"
    is_review: bool = False
    whole: tuple[int, int] | None = None

    @property
    def years(self) -> tuple[int | None, int | None]:
        """Return the first and the last year of all that is planned or reviewed."""
        return self.whole or (self.first, self.last)


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
                is_year=_is_year(text, found),
                begins=found["mark"] is not None and found["mark"] in _BEGINNING,
            )


def _is_year(text: str, found: re.Match[str]) -> bool:
    if not found["year"] or found["mark"] or found["edge"]:
        return False
    beside = found.start() > 0 and text[found.start() - 1] in _BESIDE
    return not beside and not _BEYOND.match(text, found.end())


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
        if found.start() and found.string[found.start() - 1] == "年":
            return None  # 2026年全年: which year has been said
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
        return _all_years(calendar)
    if found["run"] is None and found["way"] in (None, "时间"):
        return _as_many_years(found, calendar, count)
    return None


def _all_years(calendar: Calendar) -> tuple[int, int, bool] | None:
    first, last = calendar.years
    return None if first is None or last is None else (first, last, True)


#: 连续三年, 每三年, 前三年 are not the years of the plan, nor is the end of 一九九五年.
_OTHER_RUNS = frozenset("续每第前后满上头首○〇零一二三四五六七八九十0123456789")


def _as_many_years(
    found: re.Match[str], calendar: Calendar, count: int
) -> tuple[int, int, bool] | None:
    """三年筹集6000套, in a plan of three years: all of them."""
    before = found.string[found.start() - 1] if found.start() else ""
    years = _all_years(calendar)
    if calendar.is_review or years is None or before in _OTHER_RUNS:
        return None
    return years if years[1] - years[0] + 1 == count else None


#: Measures of a whole stretch of years; the others are of one year or of each.
_OVER = frozenset({Measure.TOTAL, Measure.GROWTH_AVG})
_EACH = frozenset({Measure.PER_YEAR, Measure.GROWTH_EACH})
_RELATIVE = frozenset({Measure.CHANGE, Measure.CHANGE_RATE, Measure.MULTIPLE})


def when_of(
    measure: Measure,
    said: Time | None,
    calendar: Calendar,
    source: str,
    *,
    is_each: bool = False,
) -> When:
    """Return the time of a value of this measure: what was said, or else the default.

    `is_each` says that the words were of each year (每年提高2个百分点).
    """
    if is_each or measure in _EACH:
        first, last = calendar.years
        return When(kind=WhenKind.EACH, start=first, end=last, source=source)
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
    first, last = calendar.years
    several = first is not None and last is not None and first < last
    if several and measure is Measure.TOTAL and said.is_year:
        return When(kind=WhenKind.IN, start=said.start, end=said.end, source=source)
    if several and measure is Measure.GROWTH_AVG and said.is_year and said.end == first:
        return When(kind=WhenKind.OVER, start=first, end=last, source=source)
    if several and measure in _OVER and first is not None and first < said.end:
        return When(kind=WhenKind.OVER, start=first, end=said.end, source=source)
    if measure is Measure.GROWTH or calendar.is_review:
        return When(kind=WhenKind.IN, start=said.start, end=said.end, source=source)
    return When(kind=WhenKind.BY, start=None, end=said.end, source=source)


def _default(measure: Measure, calendar: Calendar) -> When:
    of_all = measure in (Measure.MAINTAIN, Measure.GROWTH_AVG)
    first, last = calendar.years if of_all else (calendar.first, calendar.last)
    source = "plan" if of_all and calendar.whole else calendar.source
    if last is None:
        return When(kind=WhenKind.OPEN, source=source)
    several = first is not None and first < last
    if measure is Measure.MAINTAIN and several:
        return When(kind=WhenKind.EACH, start=first, end=last, source=source)
    over = measure in _OVER or (calendar.is_review and measure in _RELATIVE)
    if over and several:
        return When(kind=WhenKind.OVER, start=first, end=last, source=source)
    of_year = measure is Measure.GROWTH or calendar.is_review
    if not several and (of_year or (calendar.whole and measure is Measure.TOTAL)):
        return When(kind=WhenKind.IN, start=last, end=last, source=source)
    return When(kind=WhenKind.BY, start=None, end=last, source=source)
