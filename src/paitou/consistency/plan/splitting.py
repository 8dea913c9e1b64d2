"""A target and its quotas → a system that asks: if each does just its quota, is it met?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from attrs import evolve, field, frozen

from paitou.consistency.plan.children import ChildTarget
from paitou.consistency.plan.districts import added
from paitou.consistency.plan.series import anchor
from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.stating import Stating
from paitou.consistency.plan.variables import Variable
from paitou.consistency.system import Constraint, System
from paitou.figures import LedgerView
from paitou.figures.goal import Goal, goal_of
from paitou.model import (
    Book,
    Comparator,
    Measure,
    Period,
    PeriodKind,
    Quota,
    Statement,
    Unit,
    When,
    WhenKind,
)
from paitou.review.additive import OrgRule, own_period, split_rule

_GROWTHS = frozenset({Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH})
_LEVELS = frozenset({Measure.LEVEL, Measure.PER_YEAR, Measure.MAINTAIN})
_SPANS = frozenset({Measure.TOTAL, Measure.CHANGE, Measure.GROWTH_AVG})
#: Behind the name of a quota that others have to add up to.
ASKED = ":asked"


@frozen(kw_only=True)
class Row:
    """A quota, or a child's own target in its place, as the system takes it.

    Attributes:
        key: its number in the table, or the id of the child's target.
        value: in the unit of the target that is split.
    """

    key: str
    quota: Quota
    org: str
    value: Decimal
    child: ChildTarget | None = None


@frozen(kw_only=True)
class Split:
    """The system of one target and its quotas.

    Attributes:
        rows: the quota behind the name of each constraint that comes from one.
        adds: whether the quotas of organisations are added up.
    """

    statement: Statement
    goal: Goal
    system: System
    sources: Mapping[str, Source] = field(repr=False)
    rows: Mapping[str, Row] = field(repr=False)
    adds: bool


def splits(
    book: Book,
    targets: Iterable[Statement],
    children: tuple[ChildTarget, ...],
    stating: Stating,
    view: LedgerView,
) -> Iterator[Split]:
    """Yield the system of each target that was split by quotas, else by child plans.

    Quotas are taken as what will be done, no more: floors of their own could never
    contradict a floor, however little they come to. What has no quota is left open.
    """
    for statement in targets:
        goal = goal_of(statement, stating.naming.catalogue.polarity(statement.indicator))
        if goal is None:
            continue
        maker = _Maker(book, statement, goal, stating, view)
        quotas = [
            (n, q) for n, q in enumerate(book.quotas, 1) if q.statement == statement.id
        ]
        rows = [maker.row(f"{n:05}", q) for n, q in quotas]
        if not quotas:
            rows = [maker.promise(child) for child in children]
        found = maker.split([row for row in rows if row is not None])
        if found is not None:
            yield found


class _Maker:
    """Makes the system of one target."""

    def __init__(
        self,
        book: Book,
        statement: Statement,
        goal: Goal,
        stating: Stating,
        view: LedgerView,
    ) -> None:
        self._statement, self._goal, self._stating = statement, goal, stating
        self._view, self._places = view, view.ledger.places
        self._own = own_period(statement, book.plan)
        rule = split_rule(statement, book.indicators)
        self._adds = rule.orgs is OrgRule.ADD

    def split(self, rows: Iterable[Row]) -> Split | None:
        """Return the system; None where no quota is of a year or span."""
        named: dict[str, Row] = {}
        made: list[Sourced] = []
        for row in rows:
            found = list(self._constraints(row))
            named |= dict.fromkeys((each.constraint.name for each in found), row)
            made += found
        asked = list(self._stating.constraints(self._statement, self._places.whole))
        if not made or not asked:
            return None
        every = [*asked, *made]
        also = frozenset({self._statement.indicator_id} if self._adds else ())
        touched = frozenset(_variables(every))
        every += added(touched, self._view, self._stating.naming, also)
        every += self._anchors([*asked, *(e for e in made if _is_asked(e))])
        return Split(
            statement=self._statement,
            goal=self._goal,
            system=System([each.constraint for each in every]),
            sources={each.constraint.name: each.source for each in every},
            rows=named,
            adds=self._adds,
        )

    def row(self, key: str, quota: Quota) -> Row | None:
        """Return a quota in the target's unit; None where it says nothing of a year."""
        unit = Unit.parse(quota.unit) if quota.unit else self._statement.unit
        if unit.base != self._statement.unit.base or quota.period.kind not in (
            PeriodKind.YEAR,
            PeriodKind.SPAN,
        ):
            return None
        value = quota.value
        if value is None:  # "/" carries none of a sum; of a rate it says nothing
            if not self._adds:
                return None
            value = Decimal(0)
        org = self._places.key(quota.org) if quota.org else self._places.whole
        scaled = value * unit.scale / self._statement.unit.scale
        return Row(key=key, quota=quota, org=org, value=scaled)

    def promise(self, child: ChildTarget) -> Row | None:
        """Return what the plan of a part promises of the same, as its share."""
        one = child.statement
        same = one.indicator_id == self._statement.indicator_id
        if not same or one.measure is not self._statement.measure or self._own is None:
            return None
        period = own_period(one, child.child.plan)
        if child.org == self._places.whole or period != self._own:
            return None
        if not isinstance(one.value, Decimal):
            return None
        quota = Quota(
            statement=self._statement.id,
            org=self._places.name(child.org),
            period=period,
            value=one.value,
            unit=one.unit.text,
        )
        found = self.row(child.id, quota)
        return None if found is None else evolve(found, child=child)

    def _constraints(self, row: Row) -> Iterator[Sourced]:
        """Yield that no more is done than this, and that the parts have to come to it."""
        half = _half(row.value) * (1 if self._goal.is_floor else -1)
        for made in self._stated(row, row.value + half):
            yield _named(made, row, turned=True)
        is_own = row.org == self._places.whole and row.quota.period == self._own
        if self._places.summands(row.org) and not is_own:
            for made in self._stated(row, row.value - half):
                yield _named(made, row, turned=False)

    def _stated(self, row: Row, value: Decimal) -> Iterator[Sourced]:
        share = self._share(row.quota.period, value)
        if share is not None:
            yield from self._stating.constraints(share, row.org)

    def _share(self, period: Period, value: Decimal) -> Statement | None:
        """Return the target as a period has to meet it; None where it has no such part."""
        one, measure = self._statement, self._statement.measure
        comparator = one.comparator
        if comparator is Comparator.RANGE:
            comparator = Comparator.GE if self._goal.is_floor else Comparator.LE
        share = evolve(one, value=value, value_high=None, comparator=comparator)
        if period == self._own:
            return share
        if period.kind is PeriodKind.SPAN and measure in _SPANS:
            when = When(kind=WhenKind.OVER, start=period.year, end=period.last)
            return evolve(share, when=when, base=None)
        when = When(kind=WhenKind.IN, start=period.last, end=period.last)
        if measure in _GROWTHS and period.kind is PeriodKind.YEAR:
            return evolve(share, measure=Measure.GROWTH, when=when)
        if measure in _LEVELS:
            return evolve(share, measure=Measure.LEVEL, when=when)
        if measure in (Measure.TOTAL, Measure.CHANGE):
            return evolve(share, when=when, base=None)
        return None

    def _anchors(self, asked: Iterable[Sourced]) -> Iterator[Sourced]:
        """Yield a scale for what is only told in proportion: otherwise 0 would do."""
        bare = [e.constraint for e in asked if not e.constraint.lo and not e.constraint.hi]
        above = {x for c in bare for x, weight in c.terms if weight > 0}
        found: dict[tuple[Variable, ...], None] = {}
        for constraint in bare:
            below = [x for x, weight in constraint.terms if weight < 0]
            if below and not above & set(below):
                found[tuple(map(Variable.named, below))] = None
        for variables in found:
            yield anchor(variables, self._stating.naming)


def _named(made: Sourced, row: Row, *, turned: bool) -> Sourced:
    """Return a constraint of a quota: turned round, it is the most that will be done."""
    constraint = made.constraint
    _, at, place = constraint.name.partition("@")
    low, high = constraint.lo, constraint.hi
    if turned and (low is None or high is None):
        low, high = high, low
    kind = SourceKind.CHILD if row.child else SourceKind.QUOTA
    return Sourced(
        constraint=Constraint(
            name=f"{kind}:{row.key}{'' if turned else ASKED}{at}{place}",
            kind=constraint.kind,
            terms=dict(constraint.terms),
            lo=low,
            hi=high,
        ),
        source=evolve(
            made.source,
            kind=kind,
            id=row.key if row.child else row.key.lstrip("0"),
            words=row.child.words if row.child else _words(made, row.quota),
            where=row.quota.where,
            quote="，".join(part for part in (row.quota.where, row.quota.source) if part),
            said=evolve(made.source.said, value=row.value) if made.source.said else None,
        ),
    )


def _words(made: Sourced, quota: Quota) -> str:
    amount = "不承担" if quota.value is None else f"{quota.value:f}{_unit(made, quota)}"
    return f"{quota.org or '全市'}{quota.period.label}任务{amount}"


def _unit(made: Sourced, quota: Quota) -> str:
    return quota.unit or (made.source.said.unit if made.source.said else "")


def _is_asked(made: Sourced) -> bool:
    return ASKED in made.constraint.name


def _half(value: Decimal) -> Decimal:
    """Return how far a rounded quota may be off; whole numbers are taken as exact."""
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return Decimal(5).scaleb(-places - 1) if places > 0 else Decimal(0)


def _variables(made: Iterable[Sourced]) -> Iterator[Variable]:
    return (Variable.named(x) for each in made for x, _ in each.constraint.terms)
