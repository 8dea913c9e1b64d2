"""A statement → the few words that a column of a table has room for."""

from __future__ import annotations

from decimal import Decimal

from paitou.model import Responsibility, Statement, When, WhenKind
from paitou.render.wording import COMPARATOR_SIGN, ORG_ROLE, WHEN


def requirement(statement: Statement) -> str:
    """Return the value with its comparator and unit: ≥1.2万亿元, 3—5家."""
    high = f"—{plain(statement.value_high)}" if statement.value_high is not None else ""
    sign = COMPARATOR_SIGN[statement.comparator]
    return f"{sign}{plain(statement.value)}{high}{statement.unit.text}"


def time_limit(when: When) -> str:
    """Return the time in a few words: 到2025年, 2023—2025年, 2023—2025年每年."""
    if when.kind is WhenKind.BY and when.end:
        return f"到{when.end}年"
    years = dict.fromkeys(str(year) for year in (when.start, when.end) if year)
    if not years:
        return WHEN[when.kind]
    each = "每年" if when.kind is WhenKind.EACH else ""
    return f"{'—'.join(years)}年{each}"


def orgs(responsible: tuple[Responsibility, ...]) -> str:
    """Return the organisations with their part: 牵头单位：市发展改革委."""
    return "；".join(f"{ORG_ROLE[one.role]}：{one.org}" for one in responsible)


def plain(value: Decimal | str) -> str:
    """Return the number without an exponent; a grade's words as they are."""
    return format(value, "f") if isinstance(value, Decimal) else value
