"""Figures and a rule of arithmetic → a value that says how it was computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from attrs import evolve, frozen

from paitou.figures.intervals import Interval, decimals
from paitou.figures.view import LedgerView
from paitou.model import Bound, Figure, FigureState, Period, Unit

#: More decimals than these say nothing to a reader.
MOST_PLACES = 4
_BOUND_WORDS = {Bound.AT_LEAST: "不低于", Bound.AT_MOST: "不超过", Bound.ABOUT: "约"}
_ROUNDING = {Bound.AT_LEAST: ROUND_FLOOR, Bound.AT_MOST: ROUND_CEILING}
Rule = Callable[[Sequence[Interval]], Interval]


@frozen(kw_only=True)
class Derived:
    """A computed value: never published, so never a figure.

    Attributes:
        org: the key of the organisation in `Places`.
        value: the whole result in `unit`; `value_high` the upper end of a range.
        bound: what the inputs' bounds leave of it: from 突破100 follows at least.
        margin: how far the rounding of the inputs may have moved it, in `unit`.
        places: how many decimals are worth showing.
        state: that of the least certain input.
        formula: the computation in Chinese words, with the result.
        inputs: ids of the figures that it was computed from.
        notes: what to know of the inputs, one Chinese sentence each.
    """

    indicator_id: str
    org: str
    period: Period
    value: Decimal
    value_high: Decimal | None = None
    unit: Unit
    bound: Bound = Bound.EXACT
    margin: Decimal = Decimal(0)
    places: int = 0
    state: FigureState
    formula: str
    inputs: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> Decimal:
        """Return the value with the decimals that its inputs are worth.

        What bounds the true value is rounded away from it, so that it stays a bound.
        """
        return self._shown(self.value)

    @property
    def text(self) -> str:
        """Return the value as people read it: 不低于120.16万户."""
        high = "" if self.value_high is None else f"—{self._shown(self.value_high):f}"
        return f"{_BOUND_WORDS.get(self.bound, '')}{self.shown:f}{high}{self.unit.text}"

    def _shown(self, value: Decimal) -> Decimal:
        way = _ROUNDING.get(self.bound, ROUND_HALF_UP)
        return value.quantize(Decimal(1).scaleb(-self.places), way)


@frozen
class Question:
    """What is to be computed: an indicator, an organisation's key and a period."""

    indicator_id: str
    org: str
    period: Period


@frozen(kw_only=True)
class Computation:
    """A way to an answer: the inputs, the rule for them, and the rule in words.

    Attributes:
        rule: turns the inputs' intervals, in base units, into the answer's.
        form: the formula's left side, the inputs by their number: "{0} ÷ {1}".
        factor: the value in `unit` is the rule's result times this.
    """

    inputs: tuple[Figure, ...]
    rule: Rule
    form: str
    unit: Unit
    factor: Decimal
    places: int
    notes: tuple[str, ...] = ()


def derived(view: LedgerView, asked: Question, way: Computation) -> Derived | None:
    """Return the answer, None where the inputs' bounds leave nothing that is certain."""
    near = _result(way, rounded=False)
    bound = _bound(way.inputs, near) if near else None
    if near is None or bound is None:
        return None
    low = near.high if near.low is None else near.low
    assert low is not None  # noqa: S101 (an interval with a bound has an end)
    is_range = near.low is not None and near.high is not None and near.low != near.high
    answer = Derived(
        indicator_id=asked.indicator_id,
        org=asked.org,
        period=asked.period,
        value=low,
        value_high=near.high if is_range else None,
        unit=way.unit,
        bound=bound,
        margin=_margin(near, _result(way, rounded=True)),
        places=way.places,
        state=min((f.state for f in way.inputs), key=lambda state: state.rank),
        formula="",
        inputs=tuple(dict.fromkeys(f.id for f in way.inputs)),
        notes=(*way.notes, *_state_notes(way.inputs)),
    )
    return _with_formula(view, asked, way, answer)


def places_in(figure: Figure, unit: Unit) -> int:
    """Return how many decimals of `unit` a figure was written to."""
    assert isinstance(figure.value, Decimal)  # noqa: S101 (views give numbers only)
    shift = (unit.scale / figure.unit.scale).adjusted()
    return min(MOST_PLACES, max(0, decimals(figure.value) + shift))


def amount(figure: Figure) -> str:
    """Return a figure's value as it was written, with what bounds it: 不低于100万户."""
    high = "" if figure.value_high is None else f"—{figure.value_high:f}"
    value = f"{figure.value:f}" if isinstance(figure.value, Decimal) else figure.value
    return f"{_BOUND_WORDS.get(figure.bound, '')}{value}{high}{figure.unit.text}"


def _result(way: Computation, *, rounded: bool) -> Interval | None:
    reaches = [Interval.of(figure, rounded=rounded) for figure in way.inputs]
    known = [reach for reach in reaches if reach is not None]
    if len(known) < len(reaches):
        return None
    return way.rule(known).scaled(way.factor)


def _bound(inputs: Sequence[Figure], near: Interval) -> Bound | None:
    if not any(figure.bound is Bound.ABOUT for figure in inputs):
        return near.bound
    return Bound.ABOUT if near.bound is Bound.EXACT else None


def _margin(near: Interval, wide: Interval | None) -> Decimal:
    moved = [Decimal(0)]
    if wide and near.low is not None and wide.low is not None:
        moved.append(near.low - wide.low)
    if wide and near.high is not None and wide.high is not None:
        moved.append(wide.high - near.high)
    return max(moved)


def _state_notes(inputs: Sequence[Figure]) -> tuple[str, ...]:
    states = sorted({figure.state for figure in inputs}, key=lambda state: state.rank)
    if len(states) < 2:
        return ()
    return (
        f"所用数据的状态不同（{'、'.join(state.label for state in states)}），可能不衔接",
    )


def _with_formula(
    view: LedgerView, asked: Question, way: Computation, answer: Derived
) -> Derived:
    terms = [_term(view, asked, figure) for figure in way.inputs]
    return evolve(answer, formula=f"{way.form.format(*terms)} = {answer.text}")


def _term(view: LedgerView, asked: Question, figure: Figure) -> str:
    places = view.ledger.places
    org = places.name(places.key(figure.org))
    said = org if places.key(figure.org) != asked.org else ""
    if figure.period != asked.period:
        said += figure.period.label
    return f"{said}{view.name(figure)}{amount(figure)}"
