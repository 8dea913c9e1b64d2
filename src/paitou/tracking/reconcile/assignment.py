"""Candidates → which outcome answers which target, and what else could be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from paitou.tracking.reconcile.candidates import Candidate, ranked

#: Likeness within which two outcomes are as good as each other.
_TIE = 0.03


@frozen(kw_only=True)
class Choice:
    """The outcome chosen for a target, and others that are as good."""

    chosen: Candidate
    rivals: tuple[Candidate, ...] = ()
    is_shared: bool = False


def assigned(found: Sequence[Candidate]) -> Mapping[int, Choice]:
    """Return the choice for each target's order: one outcome a target, the likest first.

    An outcome serves a second target only where both targets are of one indicator and
    measure: a floor and a stretch, or a promise made twice.
    """
    by_target: dict[int, list[Candidate]] = defaultdict(list)
    holders: dict[int, Candidate] = {}
    choices: dict[int, Choice] = {}
    order = list(ranked(found))
    for one in order:
        by_target[one.target.order].append(one)
    for one in order:
        if one.target.order in choices:
            continue
        holder = holders.get(one.outcome.order)
        if holder is not None and not _same_promise(holder, one):
            continue
        holders.setdefault(one.outcome.order, one)
        choices[one.target.order] = Choice(
            chosen=one,
            rivals=_rivals(one, by_target[one.target.order]),
            is_shared=holder is not None,
        )
    return choices


def _same_promise(one: Candidate, other: Candidate) -> bool:
    a, b = one.target, other.target
    same_measure = a.statement.measure is b.statement.measure
    return same_measure and (a.name.key == b.name.key or bool(a.ids & b.ids))


def _rivals(one: Candidate, others: Sequence[Candidate]) -> tuple[Candidate, ...]:
    return tuple(
        other
        for other in others
        if other.outcome.order != one.outcome.order
        and one.likeness - other.likeness <= _TIE
        and other.timing is one.timing
        and other.conversions == one.conversions
    )
