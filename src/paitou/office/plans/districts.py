"""A target's figures of districts and zones → a table by district, with a checked total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from paitou.figures import Ledger, Series
from paitou.model import Figure, Light, Measure, Period, PeriodKind, Standing
from paitou.office.plans.figure_rows import FigureRow, row_of
from paitou.office.plans.sums import Sum, sum_of
from paitou.render.signs import Sign, sign_of
from paitou.report.records import Record, Reported, record_of
from paitou.tracking.cases import Case, Kind
from paitou.tracking.quotas import quota_of
from paitou.tracking.wording import number

Judged = tuple[Standing, tuple[Case, ...]]
_ADDED = frozenset({Measure.LEVEL, Measure.TOTAL, Measure.PER_YEAR})
_GROWN = frozenset({Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH})
_HUNDRED = Decimal(100)


@frozen(kw_only=True)
class District:
    """One organisation below the whole, at the period of the table.

    Attributes:
        duty: what falls to it in the year, in words; empty where nothing does.
        done: what share of that is done, None where that has no share.
        is_summand: whether it is a part of the total.
        figure: the row with the source of its value, None where nothing was reported.
    """

    name: str
    is_summand: bool
    value: str
    note: str
    duty: str
    done: Decimal | None
    standing: Standing | None
    sign: Sign | None
    figure: FigureRow | None

    @property
    def done_words(self) -> str:
        """Return the share in %, empty where there is none."""
        return "" if self.done is None else f"{self.done * _HUNDRED:.1f}"

    @property
    def light(self) -> str:
        """Return the light of its standing, empty where it has none."""
        lit = self.standing is not None and self.standing.light is not Light.NONE
        return self.standing.light.label if self.standing and lit else ""


@frozen(kw_only=True)
class DistrictTable:
    """The districts at one period, the furthest behind first.

    Attributes:
        year: the year whose duties stand beside the values.
        whole: the same of the whole, which the total is checked against.
        total: what the districts make together, None where they do not add up.
    """

    period: Period
    unit: str
    rows: tuple[District, ...]
    whole: District
    total: Sum | None

    @property
    def year(self) -> int:
        """Return the year whose duties stand beside the values."""
        return self.period.last

    @property
    def has_duties(self) -> bool:
        """Return whether anything falls to a single district in the year."""
        return any(row.duty for row in self.rows)

    @property
    def has_shares(self) -> bool:
        """Return whether it can be said how much of the year's duty is done."""
        return any(row.done is not None for row in self.rows)

    @property
    def is_judged(self) -> bool:
        """Return whether any district is judged by itself."""
        return any(row.standing for row in self.rows)

    @property
    def has_lights(self) -> bool:
        """Return whether any light is on."""
        return any(row.light for row in (*self.rows, self.whole))

    @property
    def has_overlap(self) -> bool:
        """Return whether a row is no part of the total."""
        return self.total is not None and not all(row.is_summand for row in self.rows)

    @property
    def rest(self) -> int:
        """Return how many columns stand after the values."""
        judged = 2 + self.has_lights if self.is_judged else 0
        return max(self.has_duties + self.has_shares + judged, 1)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of those that have reported nothing for the period."""
        return tuple(row.name for row in self.rows if row.figure is None)


@frozen(kw_only=True)
class _Part:
    """An organisation with its record, and where its own share stands."""

    key: str
    record: Record
    judged: Judged | None = None


def district_table(judged: tuple[Judged, ...]) -> DistrictTable | None:
    """Return the table of a target, None where nothing below the whole was reported.

    Args:
        judged: its standings with their cases, that of the whole first.
    """
    standing, cases = judged[0]
    whole = _Part(key=cases[0].org, record=record_of(cases[0], standing), judged=judged[0])
    parts = tuple(_parts(whole, judged[1:]))
    period = _shared_period(whole, parts)
    if period is None:
        return None
    ledger = cases[0].ledger
    summands = ledger.places.summands(whole.key)
    rows = [_district(one, period, ledger, is_summand=one.key in summands) for one in parts]
    rows.sort(key=lambda pair: pair[0])
    total = None
    if whole.record.case.statement.measure in _ADDED:
        total = sum_of(whole.record, period, _definition(whole, parts))
    return DistrictTable(
        period=period,
        unit=whole.record.unit.text,
        rows=tuple(row for _, row in rows),
        whole=_district(whole, period, ledger, is_summand=False)[1],
        total=total,
    )


def _parts(whole: _Part, shares: Iterable[Judged]) -> Iterator[_Part]:
    """Those that carry a share, summands and others with figures; each once."""
    case = whole.record.case
    judged = {cases[0].org: (standing, cases) for standing, cases in shares}
    sample = _sample(whole, judged.values())
    places = case.ledger.places
    held = case.ledger.orgs(sample[0])
    below = [key for key in held if _is_below(key, case)]
    keys = dict.fromkeys((*judged, *below))
    if not below:
        return
    for key in dict.fromkeys((*places.summands(whole.key), *keys)):
        known = places.org(key)
        if key in keys or (known and known.kind.is_area):
            series = _series(case.ledger, key, sample)
            known_then = series.known(whole.record.evidence.as_of)
            record = evolve(whole.record, known=known_then)
            yield _Part(key=key, record=record, judged=judged.get(key))


_Sample = tuple[str, Measure, str]


def _sample(whole: _Part, shares: Iterable[Judged]) -> _Sample:
    """What the values of all parts are of: as those of the whole, else of the first."""
    records = [whole.record, *(record_of(cases[0], one) for one, cases in shares)]
    for record in records:
        for figure in record.known.backwards():
            if record.case.ledger.get(figure.id):
                return figure.indicator_id, figure.measure, figure.definition
    case = whole.record.case
    is_growth = case.statement.measure in _GROWN
    return case.indicator_id, Measure.GROWTH if is_growth else Measure.LEVEL, ""


def _definition(whole: _Part, parts: Iterable[_Part]) -> str:
    return next(
        (f.definition for one in (whole, *parts) for f in one.record.known.backwards()), ""
    )


def _series(ledger: Ledger, org: str, sample: _Sample) -> Series:
    indicator, measure, definition = sample
    return ledger.series(indicator, org, measure, definition=definition)


def _is_below(key: str, case: Case) -> bool:
    """Whether an organisation stands directly below the one that is judged."""
    places = case.ledger.places
    known = places.org(key)
    if known is None or key == case.org:
        return False
    if known.parent:
        return places.key(known.parent) == case.org
    return known.kind.is_area and case.org == places.whole


def _shared_period(whole: _Part, parts: tuple[_Part, ...]) -> Period | None:
    """The latest period that at least half of those that report have reported."""
    reported = [
        {figure.period for figure in one.record.known if _fits(figure, whole.record.case)}
        for one in parts
    ]
    reporting = [periods for periods in reported if periods]
    every = sorted(
        {period for periods in reporting for period in periods},
        key=lambda period: (period.last_month, period.months),
        reverse=True,
    )
    for period in every:
        if 2 * sum(period in periods for periods in reporting) >= len(reporting):
            return period
    return every[0] if every else None


def _fits(figure: Figure, case: Case) -> bool:
    if figure.period.kind is PeriodKind.SPAN:
        return False
    return case.kind is not Kind.FLOW or figure.period.is_from_january


def _district(
    part: _Part, period: Period, ledger: Ledger, *, is_summand: bool
) -> tuple[tuple[int, Decimal], District]:
    """The row, and its place among the rows: by how much is done, the least first."""
    record = part.record
    figure = record.known.at(period)
    reported = record.at(period)
    standing, cases = part.judged or (None, ())
    duty = _duty(record, quota_of(cases[0].quotas, period.last) if cases else None)
    done = _done(record, reported, duty)
    row = District(
        name=ledger.places.name(part.key),
        is_summand=is_summand,
        value=_words(figure, reported),
        note="" if figure is None or figure.state.can_settle else figure.state.label,
        duty="" if duty is None else number(duty),
        done=done,
        standing=standing,
        sign=sign_of(standing) if standing else None,
        figure=row_of(figure) if figure else None,
    )
    return _place(record, reported, duty, done), row


def _words(figure: Figure | None, reported: Reported | None) -> str:
    if figure is None:
        return ""
    if reported is None:
        return f"{figure.qualifier}{figure.value or '/'}{figure.unit.text}"
    high = "" if reported.high is None else f"—{number(reported.high)}"
    return f"{figure.qualifier}{number(reported.value)}{high}"


def _duty(record: Record, duty: Decimal | None) -> Decimal | None:
    """A duty in the unit of the values; of growth that leads to a level there is none."""
    unit = record.case.statement.unit
    if duty is None or unit.base != record.unit.base:
        return None
    return duty * unit.scale / record.unit.scale


def _done(
    record: Record, reported: Reported | None, duty: Decimal | None
) -> Decimal | None:
    """How much of the year's duty is done; a rate and a ceiling have no share."""
    if reported is None or not duty or not _is_amount(record):
        return None
    return reported.value / duty


def _is_amount(record: Record) -> bool:
    goal = record.case.goal
    is_value = record.case.statement.measure in _ADDED
    return is_value and goal is not None and goal.is_floor and record.unit.base != "%"


def _place(
    record: Record, reported: Reported | None, duty: Decimal | None, done: Decimal | None
) -> tuple[int, Decimal]:
    if reported is None:
        return 2, Decimal(0)
    if done is not None:
        return 0, done
    goal = record.case.goal
    sign = -1 if goal is not None and not goal.is_floor else 1
    ahead = reported.value - (duty or Decimal(0))
    return (0 if duty is not None else 1), sign * ahead
