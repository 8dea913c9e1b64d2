"""The lines above and below a table, and its name → what they say of all its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from paitou.figures.columns.names import Namer, split_unit, tidy
from paitou.figures.columns.places import place_in_title, reporter_in
from paitou.figures.columns.times import PART, in_year, periods_in, plain_time
from paitou.figures.columns.units import is_unit
from paitou.figures.states import state_said_in
from paitou.model import FigureState, Period, PeriodKind
from paitou.tables import Sheet, text_of
from paitou.text.view import fold

_LONGEST_LINE, _LONGEST_NAME = 120, 60
_UNIT_LINE = re.compile(r"(?:(?<!\w)|计量|数值)单位[:：]\s*([^()（）]+)")
_LISTED = re.compile(r"[、,，;；\s]+")
_SOURCE = re.compile(r"(?:数据|资料)来源[:：]\s*(.+)")
#: A note that speaks of the whole table, not of one row of it.
_ALL_ARE = re.compile(
    r"(?:本表|表中|表内|以上)[^。；;，,]{0,8}(?:为|系|是)[^。；;，,]{0,8}"
)
_TABLE_WORDS = re.compile(
    r"(?:完成|分解|统计|对比|比较|一览|汇总|进展|发展|主要|基本|历年|分[县地]区|有关|数据|情况|采集|通报|监测)*"
    r"(?:情况)?(?:统计|汇总|一览|对比)?(?:表|台账|清单|数据|情况)(?:[一二三四五六\d]+)?$"
)
_MANY = re.compile(
    r"[各分](?:县|市|区|州|地|级|[(（](?:县|市|区)[)）]|、|开发|度假|园)+(?:级)?|历年|近[三五十\d]+年|\d{4}年?[-—至到~]\d{4}年?"
)


@frozen(kw_only=True)
class Context:
    """What holds for every row that says nothing else.

    Attributes:
        periods: those that the title names; only where it is one does it hold.
        units: those of the unit line: 亿元、% are two.
        lines: what stands above the table.
    """

    lines: tuple[str, ...] = ()
    name: str = ""
    period: Period | None = None
    periods: tuple[Period, ...] = ()
    org: str = ""
    units: tuple[str, ...] = ()
    state: FigureState | None = None
    source: str = ""


def read_context(sheet: Sheet, first: int, body: int) -> Context:
    """Return what is said around the table whose head begins at row `first`."""
    lines = tuple(line for row in range(first) for line in _lines(sheet, row))
    below = [
        line
        for row in range(max(body, sheet.height - 20), sheet.height)
        for line in _lines(sheet, row)
    ]
    named = [found for line in lines if (found := tuple(p for p in periods_in(line)))]
    periods = tuple(dict.fromkeys(period for found in named for period in found))
    return Context(
        lines=lines,
        name=sheet.name,
        period=_one_period(lines, periods, sheet.name),
        periods=periods,
        org=_org(lines, sheet.name),
        units=_units(lines),
        state=_state((*lines, *(m[0] for m in map(_ALL_ARE.search, below) if m))),
        source=next((m[1].strip() for m in map(_SOURCE.search, (*lines, *below)) if m), ""),
    )


def indicator_in(context: Context, namer: Namer) -> str:
    """Return the indicator that the title names, with its unit; empty where none."""
    for line in (*context.lines, context.name):
        if reporter_in(line) or _UNIT_LINE.search(line):
            continue
        words = tidy(line)
        if name := _known_name(words, namer) or _left_of(words):
            return name
    return ""


def _known_name(words: str, namer: Namer) -> str:
    """Return the longest name of the catalogue in the title, with what says growth."""
    plain = fold(words)
    names = (word for known in namer.catalogue for word in known.words if len(word) > 2)
    found = max((name for name in names if name in plain), key=len, default="")
    if not found:
        return ""
    rest = plain[plain.index(found) + len(found) :]
    tail = re.match(r"(?:名义|实际|可比|同比|年均)*(?:增速|增长率|增幅|增长)", rest)
    _, unit = split_unit(words)
    return found + (tail[0] if tail else "") + (f"({unit})" if unit else "")


def _left_of(words: str) -> str:
    """Return what is left of a title without time, place and the words for a table."""
    place = place_in_title(words)
    name, unit = split_unit(words)
    plain = _TABLE_WORDS.sub("", _MANY.sub("", plain_time(name)))
    plain = re.sub(r"\d{4}年?度?", "", PART.sub("", plain)).replace(place, "")
    plain = plain.strip("()（）:：、-— ")
    if not re.search(r"[^\W\d_]{2}", plain) or len(plain) > _LONGEST_NAME:
        return ""
    return plain + (f"({unit})" if unit else "")


def _lines(sheet: Sheet, row: int) -> Iterable[str]:
    texts = (text_of(value) for value in sheet.rows[row])
    return (t for t in dict.fromkeys(texts) if t and len(t) <= _LONGEST_LINE)


def _one_period(
    lines: tuple[str, ...], periods: tuple[Period, ...], name: str
) -> Period | None:
    """Return the one period of the title, else of the sheet's name, or of both together."""
    short = [p for p in periods if p.kind is not PeriodKind.SPAN]
    found = short or list(periods)
    years = {p.year for p in found if p.kind is PeriodKind.YEAR}
    if len(found) == 1 and years:
        for words in (*lines, name):
            if part := _part_alone(words):
                return in_year(found[0].year, part)
    if len(found) == 1:
        return found[0]
    if found:
        return None
    named = periods_in(name) or periods_in(f"{name}年" if name.isdigit() else "")
    return named[0] if len(named) == 1 else None


def _part_alone(words: str) -> str:
    """Return the part of a year that stands apart from its year: (1—9月)."""
    parts = [m[0] for m in PART.finditer(re.sub(r"\d{4}年", "年", plain_time(words)))]
    return parts[0] if len(parts) == 1 and not re.search(r"\d日", words) else ""


def _org(lines: tuple[str, ...], name: str) -> str:
    for line in lines:
        if org := reporter_in(line):
            return org
    return next((org for org in map(place_in_title, (*lines, name)) if org), "")


def _state(lines: Iterable[str]) -> FigureState | None:
    return next((state for state in map(state_said_in, lines) if state), None)


def _units(lines: tuple[str, ...]) -> tuple[str, ...]:
    for line in lines:
        if found := _UNIT_LINE.search(tidy(line)):
            units = tuple(u for u in _LISTED.split(fold(found[1]).strip()) if is_unit(u))
            if units:
                return units
    return ()
