"""A book → one system of everything that its targets, relations and figures say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from paitou.consistency.plan.assuming import assumed
from paitou.consistency.plan.known import facts
from paitou.consistency.plan.relating import tie
from paitou.consistency.plan.sources import Source, Sourced
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
        unused: targets that no linear constraint can say.
        start: the first year of the plan.
    """

    system: System
    sources: Mapping[str, Source] = field(repr=False)
    naming: Naming = field(repr=False)
    view: LedgerView = field(repr=False)
    statements: tuple[Statement, ...] = field(repr=False)
    stated: tuple[Variable, ...]
    unused: tuple[Statement, ...]
    start: int

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
    targets = [s for s in book.plan.statements if s.role is Role.TARGET]
    naming = Naming(
        catalogue=catalogue,
        ledger=ledger,
        names={s.indicator_id: s.indicator for s in targets},
        units={
            s.indicator_id: s.unit for s in reversed(targets) if s.measure in _OF_VALUES
        },
    )
    period = book.plan.document.period
    years = (period.start, period.end) if period else (as_of.year, as_of.year)
    stating = Stating(naming, catalogue, years)
    asked = [made for s in targets for made in stating.constraints(s, _place(s, ledger))]
    granted = list(assumed(book.assumptions, naming))
    stated = _variables(asked) + tuple(variable for variable, _ in granted)
    identities, touched = _tied(frozenset(stated), catalogue, naming)
    view = LedgerView(ledger=ledger, catalogue=catalogue, as_of=as_of)
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
        unused=tuple(stating.unused),
        start=years[0],
    )


def _tied(
    stated: frozenset[Variable], catalogue: Catalogue, naming: Naming
) -> tuple[list[Sourced], frozenset[Variable]]:
    """Return the identities, and all variables; what one brings in may tie another."""
    touched, identities = stated, list(tie(stated, catalogue, naming))
    while (wider := touched | frozenset(_variables(identities))) != touched:
        touched, identities = wider, list(tie(wider, catalogue, naming))
    return identities, touched


def _variables(made: Iterable[Sourced]) -> tuple[Variable, ...]:
    names = (name for each in made for name, _ in each.constraint.terms)
    return tuple(map(Variable.named, dict.fromkeys(names)))


def _place(statement: Statement, ledger: Ledger) -> str:
    scope = statement.scope or ""
    whole = not scope or scope in ("全市", "全省", "全县", "全区", "全州", "全国")
    return ledger.places.whole if whole else ledger.places.key(scope)
