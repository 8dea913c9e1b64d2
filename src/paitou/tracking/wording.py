"""Amounts, facts and goals → the words of a reason."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from paitou.figures.goal import Goal
from paitou.model import Bound, Comparator, Period, Statement, Unit
from paitou.tracking.fact import Fact

_BOUND_WORDS = {Bound.AT_LEAST: "至少", Bound.AT_MOST: "至多", Bound.ABOUT: "约"}
_PLACES, _TENTH = Decimal("0.01"), Decimal("0.1")
#: Numbers below one keep this many digits: 0.4325, not 0.43.
_DIGITS = 4


def number(value: Decimal, places: Decimal = _PLACES) -> str:
    """Return a number for a sentence: at most two decimals, no idle zeros, a true minus.

    Below one it keeps four digits, so that small values can be told apart.
    """
    if 0 < abs(value) < 1 and places is _PLACES:
        places = Decimal(1).scaleb(value.adjusted() - _DIGITS + 1)
    rounded = value.quantize(places, ROUND_HALF_UP) if value.is_finite() else value
    text = format(rounded, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−") if rounded else "0"


def amount(value: Decimal, unit: Unit) -> str:
    """Return a value of the unit's base in the unit: 3000亿元."""
    return f"{number(value / unit.scale)}{unit.text}"


def said(fact: Fact, unit: Unit) -> str:
    """Return a fact with its period and bound, as published: 2024年至少2400家."""
    if fact.high is not None:
        shown = fact.unit or unit
        low = number(fact.value / shown.scale)
        return f"{fact.period.label}{low}—{amount(fact.high, shown)}"
    bound = "" if fact.is_partial else _bound_word(fact)
    shown = fact.unit or unit
    end = "末" if fact.at_end else ""
    done = "累计" if fact.is_partial and fact.bound is Bound.AT_LEAST else ""
    return f"{fact.period.label}{end}{done}{bound}{exactly(fact, shown)}"


def exactly(fact: Fact, unit: Unit) -> str:
    """Return a published value with all digits that it was published with."""
    if fact.inferred:
        return amount(fact.value, unit)
    text = f"{fact.value / unit.scale:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text.replace('-', '−')}{unit.text}"


def asked(goal: Goal, unit: Unit, statement: Statement | None = None) -> str:
    """Return the goal in words: 不低于30%; what 左右 is read as is said."""
    if goal.low is not None and goal.high is not None:
        words = f"在{amount(goal.low, unit)}至{amount(goal.high, unit)}之间"
    elif goal.low is not None:
        words = f"{'超过' if goal.is_strict else '不低于'}{amount(goal.low, unit)}"
    else:
        assert goal.high is not None  # noqa: S101 (a goal has a bound)
        words = f"{'低于' if goal.is_strict else '不高于'}{amount(goal.high, unit)}"
    if statement and statement.comparator is Comparator.APPROX:
        sides = (
            "上下浮动"
            if goal.low is not None and goal.high is not None
            else ("下限" if goal.low is not None else "上限")
        )
        words += f"（“左右”按{sides}看）"
    return words


def difference(value: Decimal, unit: Unit) -> str:
    """Return the size of a difference; of percentages it is in points."""
    if unit.base == "%":
        return f"{number(abs(value))}个百分点"
    return amount(abs(value), unit)


def percent(share: Decimal, limit: Decimal) -> str:
    """Return a share of less than all in %, never rounded up to 100 % or to the limit."""
    shown = (share * 100).quantize(_TENTH, ROUND_HALF_UP)
    if share < 1 <= shown / 100 or share < limit <= shown / 100:
        shown = (share * 100).quantize(_TENTH, ROUND_DOWN)
    return f"{shown:f}%"


def _bound_word(fact: Fact) -> str:
    return "近" if "近" in fact.qualifier else _BOUND_WORDS.get(fact.bound, "")


def points(value: float | Decimal) -> str:
    """Return a difference in percentage points, without its sign: 5.9个百分点."""
    return f"{number(abs(Decimal(value)), Decimal('0.1'))}个百分点"


def inner(name: str) -> str:
    """Return a name with its own quotation marks as they stand inside others."""
    return name.replace("“", "‘").replace("”", "’")


def deadline(last: int) -> str:
    """Return the end of a target's time."""
    return f"{last}年底"


def computed(fact: Fact) -> str:
    """Return how a computed value came about; empty where it was published."""
    return f"（测算：{fact.formula}）" if fact.inferred and fact.formula else ""


def listed(periods: list[Period]) -> str:
    """Return periods as a list: 2023年、2025年."""
    return "、".join(period.label for period in periods)
