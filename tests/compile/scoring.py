"""Statements against a table made by hand → F1 of what was found and of what is all right.

A statement is a row's when their words overlap and they state the same amount; each is used
once. It is all right when indicator, measure, comparator, unit, year and upper value agree.
Rows with required=0 are ones that careful readers may leave out: they count neither way.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from paitou.model import Statement, Unit, WhenKind

Row = dict[str, str]
#: Classifiers that people interchange.
ALIKE = ({"个", "家", "户", "所", "项", ""}, {"人", "名", ""}, {"倍", ":1", ""})


class Score(NamedTuple):
    """F1 of finding the rows, and of having every field of them right."""

    f1: float
    strict: float


def rows(path: Path) -> list[Row]:
    """Return the rows of a table of statements."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def score(statements: Sequence[Statement], table: Sequence[Row], role: str) -> Score:
    """Return how well the statements of a role agree with the rows of that role."""
    said = [s for s in statements if s.role == role]
    wanted = [row for row in table if row["role"] == role]
    pairs = list(_pairs(said, wanted))
    required = [(s, row) for s, row in pairs if row["required"] == "1"]
    stated = len(said) - (len(pairs) - len(required))
    needed = sum(row["required"] == "1" for row in wanted)
    right = sum(is_right(s, row) for s, row in required)
    return Score(_f1(len(required), stated, needed), _f1(right, stated, needed))


def _f1(hits: int, stated: int, needed: int) -> float:
    return 2 * hits / (stated + needed) if stated + needed else 1.0


def _pairs(
    said: Sequence[Statement], wanted: Sequence[Row]
) -> Iterator[tuple[Statement, Row]]:
    """Yield pairs that belong together, those that agree best first."""
    possible = [
        (_agreement(s, row), -i, -j)
        for i, s in enumerate(said)
        for j, row in enumerate(wanted)
        if s.start < int(row["end"]) and int(row["start"]) < s.end and same_amount(s, row)
    ]
    left, open_rows = set(range(len(said))), set(range(len(wanted)))
    for _, i, j in sorted(possible, reverse=True):
        if -i in left and -j in open_rows:
            left.remove(-i)
            open_rows.remove(-j)
            yield said[-i], wanted[-j]


def _agreement(statement: Statement, row: Row) -> int:
    return sum(fields(statement, row).values()) + fields(statement, row)["indicator"]


def is_right(statement: Statement, row: Row) -> bool:
    """Return whether every field is as in the table."""
    return all(fields(statement, row).values())


def fields(statement: Statement, row: Row) -> dict[str, bool]:
    """Return for each field whether it is as in the table."""
    return {
        "indicator": same_name(statement.indicator, row["indicator"]),
        "measure": statement.measure == row["measure"],
        "comparator": statement.comparator == row["comparator"],
        "unit": same_unit(statement.unit.base, Unit.parse(row["unit"]).base),
        "year": not row["year"] or year(statement).endswith(row["year"].split("-")[-1]),
        "high": number(statement.value_high) == number(row["value_high"]),
        "sign": (number(statement.value) or 0) * (number(row["value"]) or 0) >= 0,
    }


def year(statement: Statement) -> str:
    """Return the time as the table writes it: each, or the last year of it."""
    when = statement.when
    return "each" if when.kind is WhenKind.EACH else str(when.end or "")


def number(text: object) -> Decimal | None:
    """Return the number that is written, None where there is none (Ⅳ, nothing)."""
    try:
        return Decimal(str(text))
    except InvalidOperation:
        return None


def same_amount(statement: Statement, row: Row) -> bool:
    """Return whether both state the same amount: 1.2万亿元 and 12000亿元 do."""
    one, other = number(statement.value), number(row["value"])
    if one is None or other is None:
        return str(statement.value) == row["value"]
    return abs(one) * statement.unit.scale == abs(other) * Unit.parse(row["unit"]).scale


def same_unit(one: str, other: str) -> bool:
    """Return whether two units are the same, or classifiers that are interchanged."""
    return one == other or any({one, other} <= group for group in ALIKE)


def same_name(one: str, other: str) -> bool:
    """Return whether four of five pairs of neighbouring characters are the same."""
    left, right = _neighbours(one), _neighbours(other)
    return 2 * (left & right).total() >= 0.8 * (left.total() + right.total())


def _neighbours(name: str) -> Counter[str]:
    plain = "".join(c for c in name if c not in "“”()（）、,的")
    return Counter(plain[i : i + 2] for i in range(max(1, len(plain) - 1)))
