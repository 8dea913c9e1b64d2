"""The query of an address → one number changed, and what gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from paitou.consistency.plan.answers import Answers, Beyond, check_plan
from paitou.consistency.plan.trying import Changeable, changed
from paitou.consistency.plan.variables import Variable
from paitou.model import Book, UsageError
from paitou.render.balance_words import balance_sentence
from paitou.report.balance_findings import Finding, findings

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")


@frozen(kw_only=True)
class Shift:
    """A bound that the plan implies, as it stands and as it would be."""

    name: str
    before: str
    after: str


@frozen(kw_only=True)
class Trial:
    """What a reader tries.

    Attributes:
        key, value: what was asked for, as written.
        fault: why it cannot be tried; empty where it can.
        told: what gives, as one sentence.
    """

    key: str = ""
    value: str = ""
    fault: str = ""
    told: str = ""
    shifts: tuple[Shift, ...] = ()
    conflicts: tuple[Finding, ...] = ()


def read_trial(
    query: Mapping[str, str],
    book: Book,
    day: dt.date,
    found: Answers,
    choices: tuple[Changeable, ...],
) -> Trial:
    """Return what gives if the one number that the query names is changed."""
    key, value = query.get("try", "").strip(), query.get("to", "").strip()
    if not key and not value:
        return Trial()
    chosen = next((each for each in choices if each.key == key), None)
    plain = value.replace(",", "").replace("，", "")
    if chosen is None:
        return Trial(value=value, fault="请先从列表里选一个目标或假设。")
    if not _NUMBER.fullmatch(plain):
        return Trial(key=key, value=value, fault="请填一个数，如 900 或 28.5，不带单位。")
    try:
        after = check_plan(changed(book, key, Decimal(plain)), day)
    except UsageError as fault:
        return Trial(key=key, value=value, fault=str(fault))
    return Trial(
        key=key,
        value=value,
        told=f"“{chosen.words}”由{chosen.value}{chosen.unit}改为{plain}{chosen.unit}后，"
        f"{balance_sentence(after)}",
        shifts=tuple(_shifts(found, after)),
        conflicts=findings(after, ())[: len(after.conflicts)],
    )


def _shifts(before: Answers, after: Answers) -> Iterator[Shift]:
    if not after.feasible:
        return
    old, new = _amounts(before), _amounts(after)
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            variable, side = key
            yield Shift(
                name=f"{before.plan.naming.words(variable)}{side}",
                before=old.get(key, "没有另外的要求"),
                after=new.get(key, "没有另外的要求"),
            )


def _amounts(found: Answers) -> dict[tuple[Variable, str], str]:
    return dict(_amount(found, bound) for bound in found.implied)


def _amount(found: Answers, bound: Beyond) -> tuple[tuple[Variable, str], str]:
    side, value = ("不低于", bound.low) if bound.low is not None else ("不高于", bound.high)
    assert value is not None  # noqa: S101 (a bound has one end)
    words = found.plan.naming.amount(value, bound.variable.indicator_id)
    return (bound.variable, side), words
