"""A book → one system of everything that its targets, relations and figures say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from paitou.consistency.plan.assuming import assumed
from paitou.consistency.plan.children import (
    ChildTarget,
    child_constraints,
    child_targets,
    place_in,
)
from paitou.consistency.plan.districts import added
from paitou.consistency.plan.known import facts
from paitou.consistency.plan.relating import tie
from paitou.consistency.plan.series import anchors
from paitou.consistency.plan.sources import Source, Sourced
from paitou.consistency.plan.splitting import Split, splits
from paitou.consistency.plan.stating import Stating
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind, System
from paitou.figures import Ledger, LedgerView, Places
from paitou.indicators import Catalogue, standard
from paitou.model import Book, Measure, Role, Statement

_OF_VALUES = frozenset({Measure.LEVEL, Measure.PER_YEAR, Measure.TOTAL, Measure.MAINTAIN})


@frozen(kw_only=True)
class PlanSystem:
    """The system of a book, with what stands behind each of its constraints.

    Attributes:
        stated: the variables that targets speak of, in the order of the text.
        refused: targets that no linear constraint can say, and why.
        start: the first year of the plan.
        children: the targets of child plans.
        splits: a system for each target that has quotas.
        outcomes: what the plan says was reached before it.
    """

    system: System
    sources: Mapping[str, Source] = field(repr=False)
    naming: Naming = field(repr=False)
    view: LedgerView = field(repr=False)
    statements: tuple[Statement, ...] = field(repr=False)
    stated: tuple[Variable, ...]
    refused: tuple[tuple[Statement, str], ...]
    start: int
    children: tuple[ChildTarget, ...] = ()
    splits: tuple[Split, ...] = field(default=(), repr=False)
    outcomes: tuple[Statement, ...] = field(default=(), repr=False)

    @property
    def unused(self) -> tuple[Statement, ...]:
        """Return the targets that no linear constraint can say."""
        return tuple(statement for statement, _ in self.refused)

    def sources_key(self, name: str) -> tuple[str, str]:
        """Return what stands behind a constraint; several may come from one target."""
        source = self.sources[name]
        return source.kind, source.id

    def place(self, statement: Statement) -> str:
        """Return the key of the place that a statement of the plan speaks of."""
        return place_in(self.naming.ledger.places, statement)

    def of_split(self, split: Split) -> PlanSystem:
        """Return the system of a split in the place of the plan's own."""
        return evolve(self, system=split.system, sources=split.sources, splits=())

    def fact_of(self, variable: Variable) -> Sourced | None:
        """Return what is known of a variable; None where nothing is."""
        for constraint in self.alone(variable):
            if constraint.kind is Kind.FACT:
                return Sourced(constraint=constraint, source=self.sources[constraint.name])
        return None

    def alone(self, variable: Variable) -> tuple[Constraint, ...]:
        """Return the constraints that bound a variable by itself."""
        return tuple(
            constraint
            for constraint in self.system.constraints
            if [name for name, _ in constraint.terms] == [variable.name]
        )

    def known_of(self, variable: Variable) -> Sourced | None:
        """Return what was published before the plan of a variable it does not tie."""
        return next(facts(frozenset({variable}), self.view, self.naming), None)


def build(book: Book, as_of: dt.date) -> PlanSystem:
    """Return the system of a book's targets as its figures were known on a day.

    Only what was known of the years before the plan counts: a target that was missed
    later is no contradiction in the plan.
    """
    catalogue = book.indicators if isinstance(book.indicators, Catalogue) else standard()
    ledger = Ledger(book.figures, Places.of(book.orgs, book.title))
    view = LedgerView(ledger=ledger, catalogue=catalogue, as_of=as_of)
    targets = [s for s in book.plan.statements if s.role is Role.TARGET]
    children = tuple(child_targets(book.children, ledger.places))
    naming = _naming(view, [*targets, *(child.statement for child in children)])
    period = book.plan.document.period
    years = (period.start, period.end) if period else (as_of.year, as_of.year)
    stating = Stating(naming, years)
    asked = [
        made for s in targets for made in stating.constraints(s, place_in(ledger.places, s))
    ]
    asked += child_constraints(children, naming, years)
    granted = list(assumed(book.assumptions, naming))
    stated = _variables(asked) + tuple(variable for variable, _ in granted)
    identities, touched = _tied(frozenset(stated), view, naming, years[0])
    before = frozenset(variable for variable in touched if variable.year < years[0])
    known = facts(before, view, naming)
    every = (*asked, *(made for _, made in granted), *identities, *known)
    return PlanSystem(
        system=System([made.constraint for made in every]),
        sources={made.constraint.name: made.source for made in every},
        naming=naming,
        view=view,
        statements=tuple(targets),
        stated=tuple(dict.fromkeys(stated)),
        refused=tuple(stating.refused),
        start=years[0],
        children=children,
        splits=tuple(splits(book, targets, children, Stating(naming, years), view)),
        outcomes=tuple(s for s in book.plan.statements if s.role is Role.OUTCOME),
    )


def _naming(view: LedgerView, targets: list[Statement]) -> Naming:
    return Naming(
        catalogue=view.catalogue,
        ledger=view.ledger,
        names={s.indicator_id: s.indicator for s in reversed(targets)},
        units={
            s.indicator_id: s.unit for s in reversed(targets) if s.measure in _OF_VALUES
        },
    )


def _tied(
    stated: frozenset[Variable], view: LedgerView, naming: Naming, start: int
) -> tuple[list[Sourced], frozenset[Variable]]:
    """Return the identities, and all variables; what one brings in may tie another."""
    touched, identities = stated, list(_identities(stated, view, naming, start))
    while (wider := touched | frozenset(_variables(identities))) != touched:
        touched, identities = wider, list(_identities(wider, view, naming, start))
    return identities, touched


def _identities(
    touched: frozenset[Variable], view: LedgerView, naming: Naming, start: int
) -> Iterator[Sourced]:
    """Yield what holds by definition; of places only from the plan's first year on.

    What was published of a base year stands as it was published, whole beside parts.
    """
    yield from tie(touched, view.catalogue, naming)
    yield from anchors(touched, naming)
    ahead = (each for each in touched if each.year >= start and not each.is_comparable)
    yield from added(frozenset(ahead), view, naming)


def _variables(made: Iterable[Sourced]) -> tuple[Variable, ...]:
    names = (name for each in made for name, _ in each.constraint.terms)
    return tuple(map(Variable.named, dict.fromkeys(names)))
