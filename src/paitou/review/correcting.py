"""A compiled sentence and a correction → the corrected sentence, or why it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import evolve

from paitou.model import (
    Commitment,
    Comparator,
    Correction,
    Decision,
    Issue,
    Level,
    Measure,
    Statement,
    Unit,
)

#: Name of an indicator → its id.
Resolve: TypeAlias = Callable[[str], str]

_CLEARABLE = ("scope", "base", "cadence", "nature")


def correct_statement(
    statement: Statement, decision: Decision, resolve: Resolve
) -> tuple[Statement, tuple[Issue, ...]]:
    """Return the statement with its corrected fields; as it was where they do not agree."""
    corrected = replaced(statement, decision.correction, resolve)
    trouble = inconsistency(corrected)
    if trouble is None:
        return corrected, ()
    return statement, (_inconsistent(statement, decision, trouble),)


def correct_commitment(
    commitment: Commitment, decision: Decision
) -> tuple[Commitment, tuple[Issue, ...]]:
    """Return the commitment with its corrected fields."""
    return evolve(commitment, **_changes(decision.correction)), ()


def replaced(statement: Statement, correction: Correction, resolve: Resolve) -> Statement:
    """Return the statement with the fields of the correction in place of its own."""
    changes = _changes(correction)
    if correction.unit is not None:
        changes["unit"] = Unit.parse(correction.unit)
    if correction.indicator is not None and correction.indicator_id is None:
        changes["indicator_id"] = resolve(correction.indicator)
    if correction.value is not None:
        changes["value_source"] = "number"
    if changes.get("comparator", statement.comparator) is not Comparator.RANGE:
        changes["value_high"] = correction.value_high
    return evolve(statement, **changes)


def inconsistency(statement: Statement) -> str | None:
    """Return in Chinese what in the fields of a statement contradicts; None if nothing."""
    is_words = isinstance(statement.value, str)
    if is_words and statement.measure is not Measure.GRADE:
        return f"值“{statement.value}”不是数，只有等级(grade)可以这样写"
    if (statement.comparator is Comparator.RANGE) != (statement.value_high is not None):
        return "区间(range)要同时写 value 和 value_high，其他比较方式不写 value_high"
    if statement.value_high is not None and not _rises(
        statement.value, statement.value_high
    ):
        return f"区间的上限 {statement.value_high} 没有大于下限 {statement.value}"
    if statement.measure is Measure.MULTIPLE and not _rises(Decimal(0), statement.value):
        return "倍数应大于 0"
    if not statement.indicator:
        return "没有指标名称"
    return None


def _rises(low: Decimal | str, high: Decimal | str) -> bool:
    return isinstance(low, Decimal) and isinstance(high, Decimal) and low < high


def _changes(correction: Correction) -> dict[str, Any]:  # fields of many types
    changes = {name: getattr(correction, name) for name in correction.changed}
    return {
        name: None if value == "" and name in _CLEARABLE else value
        for name, value in changes.items()
    }


def _inconsistent(statement: Statement, decision: Decision, trouble: str) -> Issue:
    return Issue(
        code="correction-inconsistent",
        level=Level.ERROR,
        message=f"对“{statement.quote}”的更正自相矛盾：{trouble}，这条更正没有采用",
        remedy="改正后重新装载",
        where=decision.where,
        start=statement.start,
        end=statement.end,
    )
