"""The figures of a target's districts → their total, checked against that of the whole."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.figures import same_kind
from paitou.figures.rollup import rolled_up
from paitou.model import Measure, Period
from paitou.report.records import Record
from paitou.tracking.wording import number

_OF_DOING = frozenset({Measure.TOTAL, Measure.PER_YEAR})


@frozen(kw_only=True)
class Sum:
    """What the parts of a place make together.

    Attributes:
        value: the total, empty where it cannot be told.
        is_whole: whether no part is missing from it.
        words: how it compares with the figure of the whole, as one sentence.
        missing: the names of the parts without a figure.
    """

    value: str
    is_whole: bool
    words: str
    missing: tuple[str, ...]


def sum_of(record: Record, period: Period, definition: str = "") -> Sum | None:
    """Return the total, None where the parts' values do not add up to a whole.

    Args:
        record: that of the whole.
        period: of the values that are added.
        definition: the version of the indicator's definition that they follow.
    """
    case = record.case
    sample = next(iter(record.known.backwards()), None)
    indicator = sample.indicator_id if sample else case.indicator_id
    view = record.evidence.view
    if view.indicator(indicator) is None and case.statement.measure in _OF_DOING:
        return _counted(record, indicator, period, definition)
    found = rolled_up(view, indicator, case.org, period, definition)
    answer = found.value or found.at_least
    if answer is None:
        return None
    total = answer.value * answer.unit.scale / record.unit.scale
    whole = record.at(period)
    return Sum(
        value=number(total),
        is_whole=found.value is not None,
        words=_compared(record, total, whole.value if whole else None, found.missing),
        missing=found.missing,
    )


def _counted(record: Record, indicator: str, period: Period, definition: str) -> Sum | None:
    """The total of what was done (新增, 改造): that of the parts is that of the whole."""
    case = record.case
    places, figures = case.ledger.places, record.evidence.view
    parts = places.summands(case.org)
    found = {part: figures.figure(indicator, part, period, definition) for part in parts}
    known = [
        figure.value * figure.unit.scale / record.unit.scale
        for figure in found.values()
        if figure and isinstance(figure.value, Decimal)
        and same_kind(figure.unit, record.unit)
    ]  # fmt: skip
    missing = tuple(places.name(part) for part in parts if found[part] is None)
    if not known or len(known) + len(missing) < len(parts):
        return None
    total, whole = sum(known, Decimal(0)), record.at(period)
    return Sum(
        value=number(total),
        is_whole=not missing,
        words=_compared(record, total, whole.value if whole else None, missing),
        missing=missing,
    )


def _compared(
    record: Record, total: Decimal, whole: Decimal | None, missing: tuple[str, ...]
) -> str:
    name = record.case.org_name
    if missing:
        told = f"缺{'、'.join(missing)}，合计不全"
        if whole is None:
            return f"{told}。"
        left = _amount(whole - total, record)
        return f"{told}；{name}为{_amount(whole, record)}，相差{left}。"
    if whole is None:
        return f"{name}同期的数没有公布，无从核对。"
    difference = total - whole
    if not difference:
        return f"各单位之和与{name}的数一致。"
    more = "多" if difference > 0 else "少"
    return f"各单位之和比{name}的数{more}{_amount(abs(difference), record)}。"


def _amount(value: Decimal, record: Record) -> str:
    return f"{number(value)}{record.unit.text}"
