"""Two terms of a ratio between indicators → the third: the share, the part or the whole."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from attrs import frozen

from paitou.figures.derived import Computation, Derived, Question, derived, places_in
from paitou.figures.intervals import mean
from paitou.figures.measuring import same_kind
from paitou.figures.places import Places
from paitou.figures.view import LedgerView
from paitou.indicators import Dimension, Indicator
from paitou.indicators.relations import Denominator, Relation
from paitou.model import Figure, Period, PeriodKind, Unit

_PER_WHOLE = {"%": Decimal(100), "‰": Decimal(1000)}
#: Units of a ratio between two amounts of one kind.
_BARE = frozenset({"", ":1", "倍"})
_PLACES = 2
Lookup = Callable[[str, str, Period], Figure | None]


@frozen(kw_only=True)
class Ratio:
    """What is known of a ratio of one organisation and period: share = part ÷ whole.

    Attributes:
        whole: the denominator; two of them where their mean counts; empty where unknown.
    """

    view: LedgerView
    relation: Relation
    share: Figure | None
    part: Figure | None
    whole: tuple[Figure, ...]

    def solved_for_share(self, asked: Question) -> Derived | None:
        """Return part ÷ whole in the unit usually printed."""
        unit = self.view.unit(self.relation.whole)
        if self.part is None or not self.whole or unit is None:
            return None
        factor = self._share_factor(unit)
        if factor is None or not self._fits(unit, self.part.unit, self.whole[0].unit):
            return None
        way = Computation(
            inputs=(self.part, *self.whole),
            rule=lambda reaches: reaches[0] / mean(reaches[1:]),
            form="{0} ÷ {1}" if len(self.whole) == 1 else "{0} ÷ [({1} + {2}) ÷ 2]",
            unit=unit,
            factor=factor,
            places=0 if unit.text == "元" else _PLACES,
        )
        return derived(self.view, asked, way)

    def solved_for_part(self, asked: Question) -> Derived | None:
        """Return share × whole."""
        if self.share is None or not self.whole:
            return None
        unit = self._unit_of(asked.indicator_id, self.whole[0])
        factor = self._share_factor(self.share.unit)
        if not factor or not self._fits(self.share.unit, unit, self.whole[0].unit):
            return None
        way = Computation(
            inputs=(*self.whole, self.share),
            rule=lambda reaches: mean(reaches[:-1]) * reaches[-1],
            form="{0} × {1}" if len(self.whole) == 1 else "({0} + {1}) ÷ 2 × {2}",
            unit=unit,
            # The share's interval has its unit's scale in it already.
            factor=1 / (factor * self.share.unit.scale * unit.scale),
            places=self._places(self.whole[0], unit),
        )
        return derived(self.view, asked, way)

    def solved_for_whole(self, asked: Question) -> Derived | None:
        """Return part ÷ share, where the whole is one value and no mean."""
        is_mean = self.relation.denominator_of is Denominator.MEAN
        if self.share is None or self.part is None or is_mean:
            return None
        unit = self._unit_of(asked.indicator_id, self.part)
        factor = self._share_factor(self.share.unit)
        if not factor or not self._fits(self.share.unit, self.part.unit, unit):
            return None
        way = Computation(
            inputs=(self.part, self.share),
            rule=lambda reaches: reaches[0] / reaches[1],
            form="{0} ÷ {1}",
            unit=unit,
            factor=factor * self.share.unit.scale / unit.scale,
            places=self._places(self.part, unit),
        )
        return derived(self.view, asked, way)

    def _share_factor(self, unit: Unit) -> Decimal | None:
        return share_factor(unit, self.view.indicator(self.relation.whole))

    def _unit_of(self, indicator_id: str, other: Figure) -> Unit:
        """A part is told in the unit of its whole, else in the one usually printed."""
        usual = self.view.unit(indicator_id) or other.unit
        return other.unit if same_kind(other.unit, usual) else usual

    def _places(self, level: Figure, unit: Unit) -> int:
        return places_in(level, unit) if same_kind(level.unit, unit) else _PLACES

    def _fits(self, share: Unit, part: Unit, whole: Unit) -> bool:
        """Return whether units agree: 亿元 ÷ 亿元 is %, 亿元 ÷ 万人 is 元."""
        return same_kind(numerator_unit(share, whole), part)


def ratio_of(view: LedgerView, relation: Relation, org: str, period: Period) -> Ratio:
    """Return what is known of a ratio of an organisation (its key) in a period."""
    return Ratio(
        view=view,
        relation=relation,
        share=view.figure(relation.whole, org, period),
        part=view.figure(relation.numerator, org, period),
        whole=denominators(view.figure, view.ledger.places, relation, org, period),
    )


def share_factor(unit: Unit, indicator: Indicator | None) -> Decimal | None:
    """Return what part ÷ whole, in base units, is multiplied by to be in `unit`.

    100 for %, 1000 for 户/千人, 1/10000 for 万元; None for a share without a sign.
    """
    if unit.base in _PER_WHOLE:
        return _PER_WHOLE[unit.base] / unit.scale
    if indicator and indicator.dimension in (Dimension.SHARE, Dimension.RATE):
        return None
    usual = Unit.parse(indicator.unit).base if indicator else ""
    _, _, below = (unit.base if "/" in unit.base else usual).partition("/")
    return Unit.parse(below).scale / unit.scale


def numerator_unit(share: Unit, whole: Unit) -> Unit:
    """Return a unit of the kind that the numerator must have: 户 of 户/千人."""
    if share.base in _PER_WHOLE or share.base in _BARE:
        return whole
    return Unit.parse(share.base.partition("/")[0])


def denominators(
    lookup: Lookup, places: Places, relation: Relation, org: str, period: Period
) -> tuple[Figure, ...]:
    """Return what a ratio is taken to: one figure, two for a mean, none if one lacks."""
    wanted = [(org, period)]
    if relation.denominator_of is Denominator.ABOVE:
        wanted = [(above, period) for above in places.above(org)[:1]]
    elif relation.denominator_of is Denominator.MEAN:
        if period.kind is not PeriodKind.YEAR:
            return ()
        wanted.append((org, period.shifted(-1)))
    found = [lookup(relation.denominator, at, when) for at, when in wanted]
    known = tuple(figure for figure in found if figure is not None)
    return known if len(known) == len(found) else ()
