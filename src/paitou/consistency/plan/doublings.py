"""A text that speaks of doubling, and the rate beside it → whether the rate doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.model import Measure, Statement

_RATES = frozenset({Measure.GROWTH_AVG, Measure.GROWTH_EACH})
_DOUBLE = r"(?:[一二三四五六七八九十]+年|\d+年)?(?:倍增|翻番|翻一番)"
_SHORTEST = 2


@frozen(kw_only=True)
class Doubling:
    """What a yearly rate makes over the target's years, beside words of doubling.

    Attributes:
        words: as they stand in the text: 市场主体倍增.
        factor: the multiple that the rate leads to.
    """

    statement: Statement
    words: str
    years: int
    factor: Fraction

    @property
    def doubles(self) -> bool:
        """Return whether it comes to twice or more."""
        return self.factor >= 2


def doublings(text: str, statements: tuple[Statement, ...]) -> Iterator[Doubling]:
    """Yield each rate whose indicator the text says is to double.

    15 % a year is 1.52 times in three years, 26 % is 2.0004 times.
    """
    for statement in statements:
        value, when = statement.value, statement.when
        if statement.measure not in _RATES or not isinstance(value, Decimal):
            continue
        if when.start is None or when.end is None:
            continue
        found = _said(text, statement.indicator)
        if found:
            years = when.end - when.start + 1
            factor = (1 + Fraction(value) / 100) ** years
            yield Doubling(statement=statement, words=found, years=years, factor=factor)


def _said(text: str, indicator: str) -> str:
    """Return the words of doubling right behind the name; empty where there are none."""
    name = indicator.removeprefix("各类")
    if len(name) < _SHORTEST:
        return ""
    found = re.search(re.escape(name) + _DOUBLE, text)
    return found[0] if found else ""
