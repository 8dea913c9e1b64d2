"""Targets that say the same of one indicator → the same promise stated twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from attrs import frozen

from paitou.model import Statement


@frozen(kw_only=True)
class Repeated:
    """Two targets of one indicator, measure, place and time with one value.

    Attributes:
        differs: in what words they differ: 比较, 力度; empty where in none.
    """

    first: Statement
    second: Statement
    differs: tuple[str, ...]


def repeated(statements: tuple[Statement, ...]) -> Iterator[Repeated]:
    """Yield the promises that are stated twice: 突破3000亿元, and 力争实现3000亿元."""
    for first, second in combinations(statements, 2):
        if _key(first) != _key(second) or not isinstance(first.value, Decimal):
            continue
        assert isinstance(second.value, Decimal)  # noqa: S101 (equal keys)
        same = first.value * first.unit.scale == second.value * second.unit.scale
        if same and first.unit.base == second.unit.base:
            differs = []
            if first.comparator is not second.comparator:
                differs.append("比较")
            if first.strength is not second.strength:
                differs.append("力度")
            yield Repeated(first=first, second=second, differs=tuple(differs))


def _key(statement: Statement) -> tuple[object, ...]:
    return (
        statement.indicator_id,
        statement.measure,
        statement.scope,
        statement.when.kind,
        statement.when.end,
        isinstance(statement.value, Decimal),
    )
