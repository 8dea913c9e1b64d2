"""The key cells of a row → what they say of its values, each checked."""

from __future__ import annotations

import datetime as dt
import re

from paitou.figures.columns.names import tidy
from paitou.figures.columns.places import place_name
from paitou.figures.columns.roles import Role
from paitou.figures.columns.times import PART, day_of, period_of, plain_time
from paitou.figures.columns.units import is_unit
from paitou.figures.qualifiers import prices_of
from paitou.figures.reading.context import Context
from paitou.figures.reading.layout import Layout
from paitou.figures.reading.making import Defaults, Stated
from paitou.figures.reading.refusal import Refusal
from paitou.figures.reading.rows import TableRow
from paitou.figures.states import NOTHING, confidence_of, measure_of, state_of
from paitou.model import FigureState, Measure, Period
from paitou.tables import Sheet

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_LONGEST_NAME, _LONGEST_NOTE = 100, 3000
_QUOTED = re.compile(r"'+[=+@\t\r-]")
_UNIT = re.compile(r"[^\W\d_].{0,15}")


def stated_in(
    sheet: Sheet, row: TableRow, layout: Layout, context: Context, defaults: Defaults
) -> Stated:
    """Return what the row says of its values.

    Raises:
        Refusal: a cell of it cannot be understood, so that none of its values is sure.
    """
    measure = _measure(row)
    period, part = _period(row, layout)
    source = _note(row, Role.SOURCE) or _note(row, Role.DEPARTMENT)
    return Stated(
        name=_name(row, Role.INDICATOR, "指标名称"),
        org=_org(row, layout, context, is_ours=measure is not None),
        period=period,
        part=part,
        unit=_unit(row),
        measure=measure,
        prices=_prices(row),
        qualifier=_word(row, Role.QUALIFIER),
        state=_state(row),
        definition=_word(row, Role.DEFINITION) or defaults.definition,
        source=source or context.source or defaults.source,
        known_on=_known_on(row) or defaults.known_on,
        confidence=_confidence(row),
        note=_note(row, Role.NOTE),
        rate=_word(row, Role.RATE),
        where=sheet.where(row.row),
    )


def _note(row: TableRow, role: Role) -> str:
    """Return the words of a cell as they stand, but for signs no table may hold.

    Raises:
        Refusal: there are more than anybody wrote.
    """
    text = row.texts.get(role)
    if not text:
        return ""
    if len(text) > _LONGEST_NOTE:
        raise Refusal(
            "figure-text-too-long",
            f"这一格有 {len(text)} 个字，不像是人写的",
            f"缩短到 {_LONGEST_NOTE} 字以内",
            role.value,
        )
    clean = _CONTROL.sub("", text) if _CONTROL.search(text) else text
    # The sign that keeps a spreadsheet from taking words for a formula.
    return clean[1:] if clean[:1] == "'" and _QUOTED.match(clean) else clean


def _word(row: TableRow, role: Role) -> str:
    text = _note(row, role)
    return "" if text in NOTHING else text


def _name(row: TableRow, role: Role, what: str) -> str:
    text = _note(row, role)
    if len(text) > _LONGEST_NAME:
        raise Refusal(
            "figure-text-too-long",
            f"{what}有 {len(text)} 个字，不像是名称",
            f"缩短到 {_LONGEST_NAME} 字以内，其余写进备注",
            role.value,
        )
    return tidy(text) if text else ""


def _org(row: TableRow, layout: Layout, context: Context, *, is_ours: bool) -> str:
    if Role.ORG not in layout.keys:
        return context.org
    org = _name(row, Role.ORG, "单位名称")
    if not org and not is_ours:
        raise Refusal(
            "figure-org-missing", "没有写单位", "写明单位；全市的数写“全市”", Role.ORG.value
        )
    return org if is_ours else place_name(org)


def _unit(row: TableRow) -> str:
    unit = tidy(_word(row, Role.UNIT))
    if unit and not is_unit(unit) and not _UNIT.fullmatch(unit):
        raise Refusal(
            "figure-unit-differs",
            f"“{unit[:20]}”不是计量单位",
            "写 亿元、万人、% 等",
            Role.UNIT.value,
        )
    return unit


def _measure(row: TableRow) -> Measure | None:
    text = _word(row, Role.MEASURE)
    found = measure_of(text) if text else None
    if text and found is None:
        raise Refusal(
            "figure-measure-unclear",
            f"不认识计量方式“{text[:20]}”",
            "写 水平值、增速、年均增速、变动量，或留空",
            Role.MEASURE.value,
        )
    return found


def _prices(row: TableRow) -> str:
    text = _word(row, Role.PRICES)
    if text in ("", "real", "nominal"):
        return text
    if found := prices_of(text):
        return found
    raise Refusal(
        "figure-measure-unclear",
        f"不认识价格“{text[:20]}”",
        "写 不变价、现价，或留空",
        Role.PRICES.value,
    )


def _period(row: TableRow, layout: Layout) -> tuple[Period | None, str]:
    """Return the period, or the part of a year where the year stands elsewhere.

    A year and a month may stand in columns of their own.
    """
    period, part = _time(row, Role.PERIOD, "")
    if Role.PART not in layout.keys:
        return period, part
    title = layout.titles[layout.keys[Role.PART]]
    own, own_part = _time(row, Role.PART, "季度" if "季" in title else "月")
    return own or period, own_part or part


def _time(row: TableRow, role: Role, bare: str) -> tuple[Period | None, str]:
    """Return what one column says; `bare` is what a number alone stands for there."""
    text = row.text(role)
    if text in NOTHING:
        return None, ""
    plain = plain_time(text)
    if bare and re.fullmatch(r"\d{1,2}", plain):
        plain += bare
    if PART.fullmatch(plain):
        return None, plain
    try:
        return period_of(row.cells[role]), ""
    except ValueError as error:
        raise Refusal(
            "figure-period-unreadable",
            str(error),
            "写成 2023、2023年1—9月、2023Q1 或 2023-06",
            role.value,
        ) from error


def _state(row: TableRow) -> FigureState | None:
    text = _word(row, Role.STATE)
    found = state_of(text) if text else None
    if text and found is None:
        known = "、".join(state.label for state in FigureState)
        raise Refusal(
            "figure-state-unknown",
            f"不认识数据状态“{text[:20]}”",
            f"可写 {known}",
            Role.STATE.value,
        )
    return found


def _known_on(row: TableRow) -> dt.date | None:
    value = row.cells.get(Role.KNOWN_ON)
    if value is None or row.text(Role.KNOWN_ON) in NOTHING:
        return None
    try:
        return day_of(value)
    except ValueError as error:
        raise Refusal(
            "figure-day-unreadable", str(error), "写成 2024-01-20", Role.KNOWN_ON.value
        ) from error


def _confidence(row: TableRow) -> str:
    text = _word(row, Role.CONFIDENCE)
    found = confidence_of(text) if text else ""
    if found is None:
        raise Refusal(
            "figure-confidence-unknown",
            f"不认识可信度“{text[:20]}”",
            "写 高、中、低，或留空",
            Role.CONFIDENCE.value,
        )
    return found
