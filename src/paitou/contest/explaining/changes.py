"""Two rounds → why a score changed: performance, yardstick, weights, formulas, missing."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve, frozen

from paitou.contest.explaining.gaps import (
    NOTHING,
    exact,
    extra_points,
    item_names,
    marks,
    scored,
)
from paitou.contest.explaining.rounds import (
    Round,
    contestant,
    play,
    with_bounds,
    with_contestant,
)
from paitou.contest.results import ItemPoints, OrgScore
from paitou.model import Rulebook


@frozen(kw_only=True)
class ChangePart:
    """What one item adds to a change.

    Attributes:
        performance: own figures of now against those of then, by the rules and the
            yardstick of then.
        yardstick: by the rules of then: highest and lowest, the others and the whole city
            of now instead of those of then.
        formula: the formula of now instead of that of then; items that came or went.
        weights: full marks of now instead of those of then.
        missing: a figure missing now or then, and marks that were stretched for it.
    """

    item: str
    name: str
    performance: Fraction = NOTHING
    yardstick: Fraction = NOTHING
    formula: Fraction = NOTHING
    weights: Fraction = NOTHING
    missing: Fraction = NOTHING

    @property
    def total(self) -> Fraction:
        """Return what the item adds in all."""
        return (
            self.performance + self.yardstick + self.formula + self.weights + self.missing
        )


@frozen(kw_only=True)
class Change:
    """How a score changed, split so that the parts sum exactly to it.

    Attributes:
        parts: what moved the score most comes first.
        extras: bonuses and deductions.
        rest: what a cap on the whole score took or gave.
    """

    org: str
    total: Fraction
    parts: tuple[ChangePart, ...]
    extras: Fraction
    rest: Fraction

    @property
    def performance(self) -> Fraction:
        """Return what the organisation's own figures changed."""
        return sum((part.performance for part in self.parts), NOTHING)

    @property
    def yardstick(self) -> Fraction:
        """Return what other bounds and other competitors changed."""
        return sum((part.yardstick for part in self.parts), NOTHING)

    @property
    def rules(self) -> Fraction:
        """Return what other weights and formulas changed."""
        return sum((part.weights + part.formula for part in self.parts), NOTHING)

    @property
    def missing(self) -> Fraction:
        """Return what missing figures changed."""
        return sum((part.missing for part in self.parts), NOTHING)


def change(before: Round, after: Round, org: str) -> Change:
    """Return why the score of an organisation changed.

    Shares of marks change at full marks half way between, full marks at shares half way
    between (contest.md §8.2); shares are taken apart by scoring anew: own new figures
    among the old, then all new figures, by the old rules; then by the new.

    Raises:
        UsageError: it takes no part in one of them, or is not scored.
    """
    old, new = scored(before.board, org), scored(after.board, org)
    steps = _Steps(old, _own_figures(before, after, org), _figures(before, after, org), new)
    names = item_names(before.board) | item_names(after.board)
    weights = _weights(before, old), _weights(after, new)
    items = dict.fromkeys([*weights[0], *weights[1]])
    parts = [_part(item, names[item], steps, weights) for item in items]
    extras = extra_points(new) - extra_points(old)
    total = exact(new) - exact(old)
    return Change(
        org=org,
        total=total,
        parts=tuple(sorted(parts, key=lambda part: (-abs(part.total), part.item))),
        extras=extras,
        rest=total - extras - sum((part.total for part in parts), NOTHING),
    )


@frozen
class _Steps:
    """An organisation's scores on the way from one round to the other."""

    old: OrgScore
    own: OrgScore | None
    figures: OrgScore | None
    new: OrgScore


def _own_figures(before: Round, after: Round, org: str) -> OrgScore | None:
    """Return the score by own new figures, everything else as it was."""
    then, now = contestant(before.field, org), contestant(after.field, org)
    field = with_contestant(before.field, evolve(now, group=then.group))
    rules = with_bounds(before.board.rulebook, before.board.bounds)
    return play(rules, field, before.before).board.of(org)


def _figures(before: Round, after: Round, org: str) -> OrgScore | None:
    """Return the score by all new figures and the old rules."""
    then, now = before.board.rulebook, after.board.rulebook
    if _scores_alike(then, now):
        return after.board.of(org)
    return play(then, after.field, after.before).board.of(org)


def _scores_alike(one: Rulebook, other: Rulebook) -> bool:
    rules = [
        (r.scored, r.groups, r.missing, r.flat, r.small, r.small_group)
        for r in (one, other)
    ]
    return rules[0] == rules[1]


def _weights(round_: Round, score: OrgScore) -> Mapping[str, Fraction]:
    rulebook = round_.board.rulebook
    group = next((each for each in rulebook.groups if each.id == score.group), None)
    return {item.id: Fraction(rulebook.weight(item, group)) for item in rulebook.scored}


def _part(
    item: str,
    name: str,
    steps: _Steps,
    weights: tuple[Mapping[str, Fraction], Mapping[str, Fraction]],
) -> ChangePart:
    old, new = steps.old.of(item), steps.new.of(item)
    then, now = marks(old), marks(new)
    if item not in weights[0] or item not in weights[1]:
        formula = (now.points or NOTHING) - (then.points or NOTHING)
        return ChangePart(item=item, name=name, formula=formula)
    shares = then.like(now), now.like(then)
    full, share = (then.full + now.full) / 2, (shares[0] + shares[1]) / 2
    weight = weights[1][item] - weights[0][item]
    stretched = share * (now.full - then.full - weight)
    if _is_missing(old) or _is_missing(new):
        missing = full * (shares[1] - shares[0]) + stretched
        return ChangePart(item=item, name=name, weights=share * weight, missing=missing)
    figures = _share(steps.figures, item, shares[1])
    own = _share(steps.own, item, figures)
    return ChangePart(
        item=item,
        name=name,
        performance=full * (own - shares[0]),
        yardstick=full * (figures - own),
        formula=full * (shares[1] - figures),
        weights=share * weight,
        missing=stretched,
    )


def _share(score: OrgScore | None, item: str, otherwise: Fraction) -> Fraction:
    found = marks(score.of(item) if score else None).share
    return otherwise if found is None else found


def _is_missing(points: ItemPoints | None) -> bool:
    return points is None or points.points is None or bool(points.missing)
