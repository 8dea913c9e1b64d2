"""Published figures around one that is not → between what it must lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from paitou.figures.derived import amount
from paitou.figures.intervals import Interval
from paitou.figures.measuring import same_kind
from paitou.figures.view import LedgerView
from paitou.indicators import Dimension
from paitou.indicators.relations import Denominator, Relation, RelationKind
from paitou.model import Bound, BoundFound, Figure, Period, PeriodKind, Unit

Found = Iterator[BoundFound | None]


@frozen(kw_only=True)
class _Asked:
    """What is asked for, and the unit in which the bounds are to be."""

    view: LedgerView
    indicator_id: str
    org: str
    period: Period
    unit: Unit

    def figure(self, indicator_id: str, org: str) -> Figure | None:
        """Return the level of the same period in a unit that compares, if published."""
        found = self.view.figure(indicator_id, org, self.period)
        return found if found and same_kind(found.unit, self.unit) else None

    def low(self, figures: Sequence[Figure], relation: str) -> BoundFound | None:
        """Return that the value is no less than all of these together."""
        reaches = [_reach(figure) for figure in figures]
        ends = [reach.low for reach in reaches if reach.low is not None]
        if not ends or len(ends) < len(reaches):
            return None
        return self._bound(figures, relation, low=sum(ends, Decimal(0)))

    def high(
        self, whole: Figure, relation: str, others: Sequence[Figure] = ()
    ) -> BoundFound | None:
        """Return that the value is no more than the whole without the others."""
        reach = _reach(whole)
        for other in others:
            reach -= _reach(other)
        if reach.high is None:
            return None
        return self._bound((whole, *others), relation, high=reach.high)

    def _bound(
        self,
        figures: Sequence[Figure],
        relation: str,
        low: Decimal | None = None,
        high: Decimal | None = None,
    ) -> BoundFound:
        scale = self.unit.scale
        return BoundFound(
            low=None if low is None else low / scale,
            high=None if high is None else high / scale,
            relation=relation,
            figures=tuple(figure.id for figure in figures),
        )


def bounds(
    view: LedgerView,
    indicator_id: str,
    org: str,
    period: Period,
    unit: Unit | None = None,
) -> tuple[BoundFound, ...]:
    """Return what bounds a value that is not published; none where nothing is known.

    Args:
        view: what may be computed with.
        indicator_id: as the catalogue gives it.
        org: the organisation's key or name.
        period: the period of the value.
        unit: the unit of the bounds, that of the catalogue where none is given; without
            either there is none.
    """
    wanted = unit or view.unit(indicator_id)
    if wanted is None:
        return ()
    asked = _Asked(
        view=view,
        indicator_id=indicator_id,
        org=view.ledger.places.key(org),
        period=period,
        unit=wanted,
    )
    sources = (_by_relations, _by_places, _by_periods)
    found = (bound for source in sources for bound in source(asked) if bound)
    return tuple({(b.low, b.high, b.figures): b for b in found}.values())


def _by_relations(asked: _Asked) -> Found:
    for relation in asked.view.catalogue.relations_of(asked.indicator_id):
        if relation.kind is RelationKind.SUM:
            yield from _by_sum(asked, relation)
        elif _is_part_and_whole(asked.view, relation):
            yield from _by_part(asked, relation)


def _is_part_and_whole(view: LedgerView, relation: Relation) -> bool:
    """A share of a whole says that its part is no more; a ratio of others says nothing."""
    if relation.kind is RelationKind.PART:
        return True
    result = view.indicator(relation.whole)
    return (
        relation.denominator_of is Denominator.SAME
        and result is not None
        and result.dimension is Dimension.SHARE
    )


def _by_part(asked: _Asked, relation: Relation) -> Found:
    is_ratio = relation.kind is RelationKind.RATIO
    part, whole = relation.parts if is_ratio else (relation.parts[0], relation.whole)
    if asked.indicator_id == part and (figure := asked.figure(whole, asked.org)):
        yield asked.high(figure, f"是{_told(asked, figure)}的一部分")
    if asked.indicator_id == whole and (figure := asked.figure(part, asked.org)):
        yield asked.low((figure,), f"包括{_told(asked, figure)}")


def _by_sum(asked: _Asked, relation: Relation) -> Found:
    if not all(asked.view.is_never_negative(part) for part in relation.parts):
        return
    others = [part for part in relation.parts if part != asked.indicator_id]
    known = [f for part in others if (f := asked.figure(part, asked.org))]
    told = "、".join(_told(asked, figure) for figure in known)
    if asked.indicator_id == relation.whole:
        if known:
            yield asked.low(known, f"包括{told}")
    elif whole := asked.figure(relation.whole, asked.org):
        rest = f"，另有{told}" if known else ""
        yield asked.high(whole, f"是{_told(asked, whole)}的一部分{rest}", known)


def _by_places(asked: _Asked) -> Found:
    """A place has no more than the one above it, and no less than those within it."""
    view, places = asked.view, asked.view.ledger.places
    if not (
        view.adds_up(asked.indicator_id) and view.is_never_negative(asked.indicator_id)
    ):
        return
    for above in places.above(asked.org):
        if figure := asked.figure(asked.indicator_id, above):
            yield asked.high(
                figure, f"{places.name(asked.org)}是{_told(asked, figure)}的一部分"
            )
    within = places.summands(asked.org)
    known = [f for each in within if (f := asked.figure(asked.indicator_id, each))]
    if known:
        names = "、".join(places.name(places.key(figure.org)) for figure in known)
        yield asked.low(known, f"包括已公布的{names}（{len(known)}个，共{len(within)}个）")


def _by_periods(asked: _Asked) -> Found:
    """A flow of a period is no less than that of one within it: the year, nine months."""
    view = asked.view
    if not (
        view.is_flow(asked.indicator_id) and view.is_never_negative(asked.indicator_id)
    ):
        return
    figures = [
        figure
        for figure in view.figures(asked.indicator_id, asked.org)
        if figure.period.kind is not PeriodKind.SPAN and same_kind(figure.unit, asked.unit)
    ]
    within = [f for f in figures if _contains(asked.period, f.period)]
    around = [f for f in figures if _contains(f.period, asked.period)]
    if within:
        longest = max(within, key=lambda f: (f.period.months, f.period.last_month))
        yield asked.low((longest,), f"包括{_told(asked, longest)}")
    if around:
        shortest = min(around, key=lambda f: (f.period.months, f.period.last_month))
        yield asked.high(shortest, f"是{_told(asked, shortest)}的一部分")


def _contains(outer: Period, inner: Period) -> bool:
    return (
        outer != inner
        and outer.first_month <= inner.first_month
        and inner.last_month <= outer.last_month
    )


def _reach(figure: Figure) -> Interval:
    """约 leaves no end; that a value was rounded is not worth an odd half in a report."""
    is_about = figure.bound is Bound.ABOUT
    return (None if is_about else Interval.of(figure)) or Interval(None, None)


def _told(asked: _Asked, figure: Figure) -> str:
    places = asked.view.ledger.places
    key = places.key(figure.org)
    org = places.name(key) if key != asked.org else ""
    return f"{org}{figure.period.label}{asked.view.name(figure)}{amount(figure)}"
