"""Targets and outcomes → the pairs that may speak of one thing, each with its likeness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from attrs import evolve, frozen

from paitou.tracking.reconcile.measures import Reading, read_as
from paitou.tracking.reconcile.names import (
    TELLING,
    Name,
    Weights,
    conflict,
    contains,
    follows,
    grams_of,
    likeness,
    members_conflict,
    named,
)
from paitou.tracking.reconcile.result import Evidence
from paitou.tracking.reconcile.subjects import Subject
from paitou.tracking.reconcile.times import Timing, timing
from paitou.tracking.reconcile.units import is_rate

#: Below it, names have nothing in common worth a look.
_FLOOR = 0.42
#: From here a name alone is enough.
_SURE = 0.74
#: How alike sentences must be to help a name, and how much they help.
_CONTEXT, _HELP = 0.3, 0.12
#: Amounts of one thing seldom differ more between promise and report.
_NEAR, _FAR = Decimal("0.4"), Decimal(5)
_NEVER = Decimal(10)
#: A name of so few characters may say what it means in the rest of its sentence.
_VAGUE = 4
#: 实施项目 and 实施重点项目: enough only where the neighbours are a pair too.
_SAME_DOING = 0.55
#: A name as short as 天然气 can mean its output, its reserves or its price.
_VAGUE_SAME = 0.62
#: Named things in a row, counted: 机场联络线、崇明线、14号线等172公里.
_LIST = re.compile(r"([^，,；;]{2,}、[^，,；;]{2,})(?:等|共|合计|共计)\w{0,3}$")


class Sums(StrEnum):
    """Which of two names adds up more: 义务教育和高中学位 more than 高中学位."""

    NEITHER = "neither"
    TARGET = "target"
    OUTCOME = "outcome"


@frozen(kw_only=True)
class Candidate:
    """A target with an outcome that may report on it.

    Attributes:
        reading: the outcome in the target's terms, None if it cannot be read so.
        is_far: the two amounts differ so much that they cannot be of one thing.
        sums: whether one of the names adds up more than the other.
    """

    target: Subject
    outcome: Subject
    likeness: float
    evidence: tuple[Evidence, ...]
    timing: Timing
    reading: Reading | None
    is_far: bool = False
    sums: Sums = Sums.NEITHER

    @property
    def conversions(self) -> int:
        """Return how many steps it takes to hold the outcome against the target."""
        return len(self.reading.how) if self.reading else 0

    @property
    def is_comparable(self) -> bool:
        """Return whether measure, unit and time allow a comparison."""
        in_time = self.timing in (Timing.SAME, Timing.ONE_OF_MANY)
        is_end = not self.outcome.is_start
        is_like = not self.is_far and self.sums is not Sums.OUTCOME
        return self.reading is not None and in_time and is_end and is_like


def candidates(
    targets: Sequence[Subject], outcomes: Sequence[Subject], weights: Weights, past: int
) -> list[Candidate]:
    """Return every pair whose names are alike, comparable or not, without a choice."""
    near = _sharing(outcomes)
    found: list[Candidate] = []
    for target in targets:
        seen = {
            order
            for gram in (*target.name.grams, *target.ids)
            for order in near.get(gram, ())
        }
        for order in sorted(seen):
            if one := _candidate(target, outcomes[order], weights, past):
                found.append(one)
    return _with_neighbours(found)


def _sharing(outcomes: Sequence[Subject]) -> dict[str, list[int]]:
    """Return which outcomes have a pair of characters, or an id."""
    near: dict[str, list[int]] = defaultdict(list)
    for outcome in outcomes:
        for gram in {*outcome.name.grams, *outcome.ids}:
            near[gram].append(outcome.order)
    return near


def _candidate(
    target: Subject, outcome: Subject, weights: Weights, past: int
) -> Candidate | None:
    alike, evidence = _alike(target, outcome, weights)
    if listed_apart(target, outcome, weights) or _quotes_conflict(target, outcome):
        alike -= 0.3
    if alike < _FLOOR or not _scopes_agree(target, outcome):
        return None
    reading = read_as(target.statement, outcome.statement, target.known or outcome.known)
    ratio = _ratio(target, reading)
    if alike < 1:
        if not _NEAR <= ratio <= _FAR:
            alike -= 0.15
        shared = weights.share(target.context.grams, outcome.context.grams)
        if shared >= _CONTEXT:
            alike += _HELP * shared
            evidence = (*evidence, Evidence.SAME_CONTEXT)
    return Candidate(
        target=target,
        outcome=outcome,
        likeness=min(alike, 1.0),
        evidence=evidence,
        timing=timing(
            *(target.statement, outcome.statement), *(target.years, outcome.years), past
        ),
        reading=reading,
        sums=_sums(target, outcome),
        is_far=not 1 / _NEVER <= ratio <= _NEVER,
    )


def _sums(target: Subject, outcome: Subject) -> Sums:
    """A share of a sum is no share of a part, so only amounts are looked at."""
    wanted, told = target.name, outcome.name
    if is_rate(target.statement.unit) or wanted.key == told.key:
        return Sums.NEITHER
    if _adds_up(wanted, told):
        return Sums.TARGET
    return Sums.OUTCOME if _adds_up(told, wanted) else Sums.NEITHER


def _adds_up(whole: Name, part: Name) -> bool:
    among = (one in part.key or part.key in one for one in whole.parts)
    return not part.parts and any(among)


def _quotes_conflict(target: Subject, outcome: Subject) -> bool:
    """Return whether quotes name other things than each other: 国家级 here, 省级 there."""
    is_exact = bool(target.ids & outcome.ids)
    return not is_exact and members_conflict(named(target.words), named(outcome.words))


def listed_apart(target: Subject, outcome: Subject, weights: Weights) -> bool:
    """Return whether the quotes count different named things (A、B等3条, C、D共2条)."""
    if is_rate(target.statement.unit) or is_rate(outcome.statement.unit):
        return False
    lists = [_LIST.search(one.before) for one in (target, outcome)]
    if not all(lists):
        return False
    one, other = (grams_of(found[1]) for found in lists if found)
    return weights.dice(one, other) < 0.25


def _alike(
    target: Subject, outcome: Subject, weights: Weights
) -> tuple[float, tuple[Evidence, ...]]:
    if target.name.key == outcome.name.key:
        same_doing = target.words == outcome.words != target.name.key
        is_telling = weights.of_grams(target.name.grams) >= TELLING
        is_telling |= same_doing or bool(target.ids)
        return 1.0 if is_telling else _VAGUE_SAME, (Evidence.SAME_WORDING,)
    if target.ids & outcome.ids:
        return 1.0, (Evidence.SAME_INDICATOR,)
    if target.ids and outcome.ids:
        return 0.0, ()
    alike = likeness(target.name, outcome.name, weights)
    if contains(target.name, outcome.name, weights) and alike:
        return alike, (Evidence.CONTAINED_WORDING,)
    if alike >= _FLOOR:
        return alike, (Evidence.SIMILAR_WORDING,)
    return _in_words(target, outcome)


def _in_words(target: Subject, outcome: Subject) -> tuple[float, tuple[Evidence, ...]]:
    """A vague name (改造计划) is what its sentence says it is (城中村改造)."""
    if conflict(target.name, outcome.name) or not _like_amounts(target, outcome):
        return 0.0, ()
    if not target.name.grams & outcome.name.grams:
        return 0.0, ()
    told = outcome.name.key
    if len(target.name.key) <= _VAGUE < len(told) and told in target.context.key:
        return _SURE, (Evidence.SENTENCE_WORDING,)
    if follows(target.words, outcome.words):
        return _SAME_DOING, (Evidence.SIMILAR_WORDING,)
    return 0.0, ()


def _like_amounts(target: Subject, outcome: Subject) -> bool:
    """Return whether unit and size alone do not speak against a pair."""
    wanted, told = target.statement, outcome.statement
    if wanted.unit.base != told.unit.base or wanted.measure is not told.measure:
        return False
    if not isinstance(wanted.value, Decimal) or not isinstance(told.value, Decimal):
        return False
    return (
        Decimal("0.5")
        <= _quotient(told.value * told.unit.scale, wanted.value * wanted.unit.scale)
        <= 2
    )


def _scopes_agree(target: Subject, outcome: Subject) -> bool:
    """Return whether the scopes are one, or the text of the other speaks of it too."""
    return target.scope == outcome.scope or all(
        not one.scope or one.scope in other.name.key or one.scope in other.text
        for one, other in ((target, outcome), (outcome, target))
    )


def _ratio(target: Subject, reading: Reading | None) -> Decimal:
    """Return how many times the target the outcome is, 1 where that says nothing."""
    wanted = target.statement.value
    if reading is None or isinstance(reading.value, str) or isinstance(wanted, str):
        return Decimal(1)
    if is_rate(target.statement.unit):
        return Decimal(1)
    return _quotient(reading.value, wanted)


def _quotient(value: Decimal, by: Decimal) -> Decimal:
    return abs(value / by) if value and by else Decimal(1)


def _with_neighbours(found: list[Candidate]) -> list[Candidate]:
    """Raise pairs whose neighbours in the same sentences are a pair too."""
    best = {
        (one.target.order, one.outcome.order): one for one in found if one.is_comparable
    }
    return [_raised(one, best) if one.likeness < 1 else one for one in found]


def _raised(one: Candidate, best: dict[tuple[int, int], Candidate]) -> Candidate:
    for step in (-1, 1):
        beside = best.get((one.target.order + step, one.outcome.order + step))
        if beside and _stand_together(one, beside):
            evidence = (*one.evidence, Evidence.NEIGHBOURS)
            return evolve(one, likeness=min(1.0, one.likeness + 0.18), evidence=evidence)
    return one


def _stand_together(one: Candidate, beside: Candidate) -> bool:
    return (
        one.target.sentence == beside.target.sentence
        and one.outcome.sentence == beside.outcome.sentence
    )


def ranked(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the comparable candidates that are alike enough, the likest first."""
    chosen = [one for one in found if one.is_comparable and one.likeness >= _SURE]
    yield from sorted(chosen, key=_rank)


def _rank(one: Candidate) -> tuple[float, bool, int, bool, int, int]:
    return (
        -round(one.likeness, 3),
        Evidence.SAME_WORDING not in one.evidence,
        one.conversions,
        one.timing is not Timing.SAME,
        one.target.order,
        one.outcome.order,
    )
