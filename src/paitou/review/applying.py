"""A compiled plan and a review → the reviewed plan, and what became of the decisions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from attrs import evolve

from paitou.model import (
    Commitment,
    Decision,
    IndicatorSource,
    Issue,
    Level,
    Mention,
    Plan,
    Statement,
    Subject,
    Verdict,
)
from paitou.review.adding import add_sentences
from paitou.review.correcting import Resolve, correct_commitment, correct_statement
from paitou.review.merging import merge_indicators
from paitou.review.orphans import orphan_issues
from paitou.review.review import Review

Sentence = TypeVar("Sentence", Statement, Commitment)
Correct = Callable[[Sentence, Decision], tuple[Sentence, tuple[Issue, ...]]]

_SHARED = 4  # how many statements may share one number


def apply(
    plan: Plan, review: Review, indicators: IndicatorSource | None = None
) -> tuple[Plan, tuple[Issue, ...]]:
    """Return the plan with every decision carried out; none is dropped without an issue."""
    resolve = _resolver(plan, indicators)
    added, issues = add_sentences(plan, review, resolve)
    statements, stated = _decide(
        added.statements,
        review,
        Subject.STATEMENT,
        partial(correct_statement, resolve=resolve),
    )
    commitments, committed = _decide(
        added.commitments, review, Subject.COMMITMENT, correct_commitment
    )
    merged, merging = merge_indicators(statements, review.merges, resolve)
    reviewed = evolve(added, statements=merged, commitments=commitments)
    reviewed = evolve(reviewed, mentions=tuple(_accounted(reviewed)))
    lost = orphan_issues(added, review)
    return reviewed, (*issues, *stated, *committed, *merging, *lost)


def _resolver(plan: Plan, indicators: IndicatorSource | None) -> Resolve:
    """Return how a name finds its id: as elsewhere in the plan, else by the catalogue."""
    known = {s.indicator: s.indicator_id for s in plan.statements}

    def resolve(name: str) -> str:
        found = known.get(name)
        return found or (indicators.resolve(name) if indicators else name)

    return resolve


def _decide(
    items: tuple[Sentence, ...],
    review: Review,
    subject: Subject,
    correct: Correct[Sentence],
) -> tuple[tuple[Sentence, ...], tuple[Issue, ...]]:
    """Carry out what was decided on each sentence; an addition was carried out before."""
    decided = {
        d.id: d
        for d in review.decisions
        if d.subject is subject and d.verdict is not Verdict.ADD
    }
    kept: list[Sentence] = []
    issues: list[Issue] = []
    for item in items:
        decision = decided.get(item.id)
        if decision is None:
            kept.append(item)
            continue
        issues += _quote_issues(item, decision)
        if decision.verdict is Verdict.CORRECT:
            item, found = correct(item, decision)  # noqa: PLW2901 - the corrected one goes on
            issues += found
        if decision.verdict is not Verdict.REJECT:
            kept.append(item)
    return tuple(kept), tuple(issues)


def _quote_issues(item: Sentence, decision: Decision) -> Iterable[Issue]:
    """The words kept with a decision must be the words that now carry its id."""
    if not decision.quote or _plain(decision.quote) == _plain(item.quote):
        return
    yield Issue(
        code="decision-quote-differs",
        level=Level.WARNING,
        message=f"{item.id} 现在是“{item.quote}”，决定里记的却是“{decision.quote}”",
        remedy="核对编号是否抄错；没有抄错的，把 quote 改成现在的原文",
        where=decision.where,
        start=item.start,
        end=item.end,
    )


def _plain(words: str) -> str:
    return "".join(words.split())


def _accounted(plan: Plan) -> Iterable[Mention]:
    """Yield every number with what it is now: of an added statement, or of one rejected."""
    alive = {s.id for s in plan.statements} | {c.id for c in plan.commitments}
    values = sorted((s.spans.value.start, s.spans.value.end, s.id) for s in plan.statements)
    for mention in plan.mentions:
        if mention.statement in alive:
            yield mention
        elif holder := _holder(mention, values):
            yield evolve(mention, name="statement", statement=holder)
        elif mention.statement is not None:
            yield evolve(mention, name="rejected", statement=None)
        else:
            yield mention


def _holder(mention: Mention, values: list[tuple[int, int, str]]) -> str | None:
    """Return the statement whose value the number is part of."""
    at = bisect_right(values, mention.start, key=lambda value: value[0])
    near = values[max(0, at - _SHARED) : at]
    return next((name for _, end, name in near if mention.end <= end), None)
