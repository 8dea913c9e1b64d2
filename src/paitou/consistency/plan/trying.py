"""A book and one changed number → the book as it would be, to be checked again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from paitou.consistency.plan.building import PlanSystem
from paitou.model import Assumption, Book, Statement, UsageError

_PREFIX = "assumption:"


@frozen(kw_only=True)
class Changeable:
    """A number that a reader may try to change.

    Attributes:
        key: the id of a statement, or `assumption:` and the number of the assumption.
        value: as it stands, in the unit.
    """

    key: str
    words: str
    value: Decimal
    unit: str


def changeables(plan: PlanSystem, book: Book) -> Iterator[Changeable]:
    """Yield the assumptions, then the targets that the system uses, in their order."""
    for number, each in enumerate(book.assumptions, 1):
        value = each.low if each.low is not None else each.high
        if value is not None:
            yield Changeable(
                key=f"{_PREFIX}{number}",
                words=f"假设{each.year}年{each.org}{each.indicator}",
                value=value,
                unit=each.unit,
            )
    unused = {statement.id for statement in plan.unused}
    for statement in plan.statements:
        if statement.id not in unused and isinstance(statement.value, Decimal):
            yield Changeable(
                key=statement.id,
                words=statement.quote,
                value=statement.value,
                unit=statement.unit.text,
            )


def changed(book: Book, key: str, value: Decimal) -> Book:
    """Return the book with one number changed; nothing is written.

    Raises:
        UsageError: the book has no such number.
    """
    if key.startswith(_PREFIX):
        return _assuming(book, key.removeprefix(_PREFIX), value)
    if not any(_may_change(statement, key) for statement in book.plan.statements):
        raise UsageError("没有这个目标或假设，请从列表里选一项。")
    statements = tuple(
        evolve(statement, value=value) if statement.id == key else statement
        for statement in book.plan.statements
    )
    return evolve(book, plan=evolve(book.plan, statements=statements))


def _may_change(statement: Statement, key: str) -> bool:
    return statement.id == key and isinstance(statement.value, Decimal)


def _assuming(book: Book, number: str, value: Decimal) -> Book:
    known = {str(place): each for place, each in enumerate(book.assumptions, 1)}
    if number not in known:
        raise UsageError("没有这条假设，请从列表里选一项。")
    return evolve(
        book,
        assumptions=tuple(
            _with_value(each, value) if place == number else each
            for place, each in known.items()
        ),
    )


def _with_value(assumption: Assumption, value: Decimal) -> Assumption:
    if assumption.low is not None:
        return evolve(assumption, low=value)
    return evolve(assumption, high=value)
