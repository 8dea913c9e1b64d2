"""A book's targets → the numbers that judging them needs in a year, and who has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from paitou.figures import Derived, Ledger, LedgerView, Places, Series, derive
from paitou.figures.cumulative import restated
from paitou.indicators import Additivity, Catalogue, standard
from paitou.model import (
    Assignment,
    Book,
    Bound,
    Figure,
    Measure,
    Period,
    Quota,
    Rhythm,
    Role,
    Statement,
)
from paitou.report.sentences import brief
from paitou.tracking.cases import Case, Setting, case_of, place_of, placed_statement
from paitou.tracking.standings import rules_of

_GROWTHS = frozenset({Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH})
_DONE = frozenset({Measure.TOTAL, Measure.PER_YEAR})


@frozen(kw_only=True)
class Want:
    """A number that a target needs of an organisation, whatever the period.

    Attributes:
        reporter: code of the organisation that has it; empty where nobody is named.
        series: what was reported of it so far.
    """

    statement: Statement
    target: str
    reporter: str
    org: str
    name: str
    indicator_id: str
    measure: Measure
    prices: str
    unit: str
    definition: str
    source: str
    rhythm: Rhythm | None
    quotas: tuple[Quota, ...]
    series: Series

    def before(self, period: Period, as_of: dt.date) -> Figure | None:
        """Return what is known of the latest time before the end of a period."""
        known = self.series.known(as_of).figures
        earlier = [f for f in known if f.period.last_month < period.last_month]
        return earlier[-1] if earlier else None

    def at(self, period: Period, as_of: dt.date) -> Figure | None:
        """Return what is known of a period."""
        return self.series.known(as_of).at(period)


def setting_of(book: Book) -> Setting:
    """Return what all targets of a book share."""
    period = book.plan.document.period
    return Setting(
        ledger=Ledger(book.figures, Places.of(book.orgs, book.title)),
        catalogue=catalogue_of(book),
        rules=rules_of(book),
        start=period.start if period else None,
        end=period.end if period else None,
        is_simulated=book.is_simulated,
    )


def catalogue_of(book: Book) -> Catalogue:
    """Return the indicators of a book, the standard ones where it brings no catalogue."""
    return book.indicators if isinstance(book.indicators, Catalogue) else standard()


def wants_of(book: Book, setting: Setting, year: int) -> Iterator[Want]:
    """Yield what the targets need in a year: of the whole, and of those with a share."""
    for statement in book.plan.statements:
        if statement.role is not Role.TARGET:
            continue
        placed = placed_statement(statement, setting.ledger, setting.catalogue)
        assignment = book.assignment_of(statement)
        for org in _orgs(book, placed, assignment, setting, year):
            quotas = _quotas_of(book, statement, org, setting.ledger.places)
            case = case_of(placed, org, setting, quotas=quotas)
            if case is not None and case.first <= year <= case.last:
                yield _want(book, case, assignment, quotas)


def answered(
    setting: Setting, want: Want, period: Period, as_of: dt.date
) -> Figure | Derived | None:
    """Return the published number that the system has or can compute, None without.

    Only what may settle a target counts; what bounds a number is not the number.
    """
    known = want.series.known(as_of)
    found = known.at(period)
    if found is not None and found.is_published:
        return found
    if want.measure is not Measure.LEVEL:
        return None
    view = LedgerView(ledger=setting.ledger, catalogue=setting.catalogue, as_of=as_of)
    if want.definition:
        return None
    at_end = view.figure(want.indicator_id, want.org, period)
    if at_end is not None:
        return at_end
    computed = restated(view, want.indicator_id, want.org, period)
    computed = computed or derive(view, want.indicator_id, want.org, period)
    return computed if computed and computed.bound is Bound.EXACT else None


def _orgs(
    book: Book, statement: Statement, assignment: Assignment, setting: Setting, year: int
) -> tuple[str, ...]:
    """Return the keys of those that a number is needed of, the whole first.

    Districts are asked where they have a share in the year, or are named one by one;
    “各县区” without a split asks nothing of anybody.
    """
    places = setting.ledger.places
    found = [place_of(statement, setting.ledger)]
    for quota in book.quotas_of(statement.id):
        covers = quota.period.year <= year <= quota.period.last
        org = places.org(places.key(quota.org))
        if covers and quota.value is not None and org is not None and org.kind.is_area:
            found.append(org.code)
    for name in assignment.responsible_orgs:
        org = places.org(places.key(name))
        if org is not None and org.kind.is_area:
            found.append(org.code)
    return tuple(dict.fromkeys(found))


def _quotas_of(
    book: Book, statement: Statement, org: str, places: Places
) -> tuple[Quota, ...]:
    return tuple(q for q in book.quotas_of(statement.id) if places.key(q.org) == org)


def _want(
    book: Book, case: Case, assignment: Assignment, quotas: tuple[Quota, ...]
) -> Want:
    measure, series = _series(case)
    last = _latest(series)
    name = last.indicator if last else _name(case, measure)
    known = case.catalogue.get(case.indicator_id)
    prices = str(known.nominal) if known and known.nominal else ""
    is_growth = measure is Measure.GROWTH
    return Want(
        statement=case.statement,
        target=brief(case.statement),
        reporter=_reporter(book, case, assignment),
        org=case.org,
        name=name,
        indicator_id=last.indicator_id if last else _id(case, name, measure),
        measure=measure,
        prices=(last.prices if last else prices) if is_growth else "",
        unit=_unit(case, measure, last, quotas),
        definition=last.definition if last else "",
        source=_code(book, assignment.data_source),
        rhythm=assignment.rhythm,
        quotas=quotas,
        series=series,
    )


def _series(case: Case) -> tuple[Measure, Series]:
    """Return whether growth or a level is asked for, and what was reported of it."""
    if case.is_growth:
        return Measure.GROWTH, case.levels
    if case.statement.measure in _GROWTHS:
        follows = case.derives_growth and bool(case.levels)
        if case.growths or not follows:
            return Measure.GROWTH, case.growths
    return Measure.LEVEL, case.levels


def _latest(series: Series) -> Figure | None:
    figures = [series.by_period[period][-1] for period in series.periods]
    return figures[-1] if figures else None


def _name(case: Case, measure: Measure) -> str:
    statement = case.statement
    if measure is Measure.GROWTH:
        return f"{statement.indicator.removesuffix('增速')}增速"
    known = case.catalogue.get(case.indicator_id)
    is_stock = known is None or known.additivity is Additivity.STOCK
    if statement.measure in _DONE and is_stock and "新增" not in statement.indicator:
        return f"新增{statement.indicator}"  # how many there are is another number
    return statement.indicator


def _id(case: Case, name: str, measure: Measure) -> str:
    if measure is Measure.GROWTH or name == case.statement.indicator:
        return case.indicator_id
    return case.catalogue.resolve(name)


def _unit(
    case: Case, measure: Measure, last: Figure | None, quotas: Iterable[Quota]
) -> str:
    if measure is Measure.GROWTH:
        return last.unit.text if last else "%"
    if last is not None:
        return last.unit.text
    written = next((quota.unit for quota in quotas if quota.unit), None)
    return written or case.statement_unit.text


def _reporter(book: Book, case: Case, assignment: Assignment) -> str:
    """Return who has the number: a district its own; of the whole, who owns the data."""
    org = case.ledger.places.org(case.org)
    if org is not None and org.kind.is_area:
        return org.code
    named = (assignment.data_source, assignment.lead_org, assignment.second_lead)
    return next((code for name in named if (code := _code(book, name))), "")


def _code(book: Book, name: str) -> str:
    org = book.org(name) if name else None
    return org.code if org else ""
