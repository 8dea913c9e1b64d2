"""Figures of other periods → the level of a period that was not published itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from paitou.figures.derived import (
    Computation,
    Derived,
    Question,
    derived,
    places_in,
)
from paitou.figures.intervals import Interval
from paitou.figures.measuring import same_kind
from paitou.figures.view import LedgerView
from paitou.model import Figure, Period, PeriodKind


@frozen
class _Step:
    """A figure as a step along the months: forwards adds it, backwards takes it away."""

    figure: Figure
    is_forward: bool


def restated(
    view: LedgerView, indicator_id: str, org: str, period: Period, definition: str = ""
) -> Derived | None:
    """Return a level from those of other periods: Q2 = H1 − Q1, a year = its quarters.

    Flows only: each published level leads from the month that it begins with to the one
    that it ends with, and the way with the fewest figures is taken. A stock's level is that
    at its end, which `LedgerView.figure` finds; rates are never added.
    """
    if not view.is_flow(indicator_id):
        return None
    asked = Question(indicator_id, view.ledger.places.key(org), period)
    found = view.figures(asked.indicator_id, asked.org, definition)
    figures = [f for f in found if _may_step(f, asked.period)]
    for unit in dict.fromkeys(f.unit for f in reversed(figures)):
        alike = [f for f in figures if same_kind(f.unit, unit)]
        if steps := _shortest(alike, asked.period):
            answer = _summed(view, asked, steps)
            return answer if answer and _is_sound(view, answer) else None
    return None


def _may_step(figure: Figure, wanted: Period) -> bool:
    """A span may be an average of its years, so it is no step."""
    return (
        figure.period.kind is not PeriodKind.SPAN
        and figure.period != wanted
        and wanted.year <= figure.period.year <= wanted.last
    )


def _shortest(figures: Iterable[Figure], wanted: Period) -> tuple[_Step, ...]:
    """Return the way over the fewest figures, forwards where two are equally short."""
    steps: dict[int, list[tuple[int, _Step]]] = {}
    for figure in sorted(figures, key=lambda f: (f.period.last_month, f.period)):
        first, end = figure.period.first_month, figure.period.last_month + 1
        steps.setdefault(first, []).insert(0, (end, _Step(figure, is_forward=True)))
        steps.setdefault(end, []).append((first, _Step(figure, is_forward=False)))
    goal = wanted.last_month + 1
    ways: dict[int, tuple[_Step, ...]] = {wanted.first_month: ()}
    waiting = deque(ways)
    while waiting and goal not in ways:
        at = waiting.popleft()
        for end, step in steps.get(at, ()):
            if end not in ways:
                ways[end] = (*ways[at], step)
                waiting.append(end)
    return ways.get(goal, ())


def _summed(view: LedgerView, asked: Question, steps: Sequence[_Step]) -> Derived | None:
    ordered = sorted(steps, key=lambda step: not step.is_forward)
    figures = tuple(step.figure for step in ordered)
    unit = figures[0].unit

    def rule(reaches: Sequence[Interval]) -> Interval:
        total = reaches[0]
        for reach, step in zip(reaches[1:], ordered[1:], strict=True):
            total = total + reach if step.is_forward else total - reach
        return total

    way = Computation(
        inputs=figures,
        rule=rule,
        form=_form(ordered),
        unit=unit,
        factor=1 / unit.scale,
        places=max(places_in(figure, unit) for figure in figures),
    )
    return derived(view, asked, way)


def _form(steps: Sequence[_Step]) -> str:
    later = enumerate(steps[1:], start=1)
    return "{0}" + "".join(
        f" {'+' if step.is_forward else '−'} {{{place}}}" for place, step in later
    )


def _is_sound(view: LedgerView, answer: Derived) -> bool:
    """A difference below nothing comes of a revision in between, and is no value."""
    top = answer.value if answer.value_high is None else answer.value_high
    return top + answer.margin >= Decimal(0) or not view.is_never_negative(
        answer.indicator_id
    )
