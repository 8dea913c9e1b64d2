"""A book and a period → who must report which numbers, and which need not be asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from hashlib import blake2b

from attrs import define, evolve, field

from paitou.model import Book, Figure, Issue, Level, Period, PeriodKind, Quota, Rhythm
from paitou.office.reporting.asks import Ask, Beside, Form, Forms, Spared
from paitou.office.reporting.wanted import Want, answered, setting_of, wants_of
from paitou.tracking.cases import Setting

_RHYTHMS = {
    1: frozenset({Rhythm.MONTHLY}),
    3: frozenset({Rhythm.MONTHLY, Rhythm.QUARTERLY}),
    12: frozenset(Rhythm),
}
#: Of a target whose rhythm nobody decided.
USUAL = Rhythm.QUARTERLY


def derive_forms(
    book: Book,
    period: Period,
    as_of: dt.date,
    *,
    in_hand: Collection[str] = (),
    usual: Rhythm = USUAL,
) -> Forms:
    """Return the forms that follow from the plan; a known number is never asked for.

    Args:
        book: with the figures that are known so far.
        period: a month asks for what is reported monthly, a quarter also for what is
            reported quarterly, a year for everything.
        as_of: the day by whose knowledge a number counts as known.
        in_hand: keys of numbers that another round asks for already.
        usual: the rhythm of targets for which none was decided.
    """
    told = asked_period(period)
    rhythms = _RHYTHMS[1 if period.kind is PeriodKind.MONTH else _reach(told)]
    maker = _Maker(
        setting=setting_of(book), period=told, as_of=as_of, in_hand=frozenset(in_hand)
    )
    for want in wants_of(book, maker.setting, told.year):
        if (want.rhythm or usual) in rhythms:
            maker.take(want)
    return Forms(period=period, forms=tuple(maker.forms(book)), issues=tuple(maker.issues))


def asked_period(period: Period) -> Period:
    """Return January to the end of a period: offices report what adds up in the year."""
    if period.kind is PeriodKind.SPAN:
        return period
    return Period.to_date(period.year, period.last_month % 12 + 1)


def ask_key(want: Want, period: Period) -> str:
    """Return the key of a number: the same for the same number in any book and round."""
    named = (want.indicator_id, want.measure.value, want.prices, want.org)
    data = "\x1f".join((*named, str(period), want.definition))
    return f"n{blake2b(data.encode(), digest_size=8).hexdigest()}"


def _reach(period: Period) -> int:
    end = period.last_month % 12 + 1
    return 12 if end == 12 else 3 if end % 3 == 0 else 1


@define(kw_only=True)
class _Maker:
    """Gathers what is asked of whom; what several targets need becomes one cell."""

    setting: Setting
    period: Period
    as_of: dt.date
    in_hand: frozenset[str]
    issues: list[Issue] = field(factory=list)
    _asks: dict[str, tuple[str, Ask]] = field(factory=dict)
    _spared: dict[str, list[Spared]] = field(factory=dict)
    _known: dict[str, Spared | None] = field(factory=dict)

    def take(self, want: Want) -> None:
        if not want.reporter:
            self.issues.append(_nobody(want))
            return
        ask = self._ask(want)
        spared = self._spared.setdefault(want.reporter, [])
        if ask.key in self._asks:  # whoever was asked first reports it for all
            reporter, first = self._asks[ask.key]
            self._asks[ask.key] = (reporter, _joined(first, ask))
            spared.append(Spared.SHARED)
        elif reason := self._reason(ask, want):
            spared.append(reason)
        else:
            self._asks[ask.key] = (want.reporter, ask)

    def forms(self, book: Book) -> Iterator[Form]:
        order = {org.code: place for place, org in enumerate(book.orgs)}
        for org in sorted(self._spared, key=lambda code: order.get(code, len(order))):
            asks = tuple(ask for reporter, ask in self._asks.values() if reporter == org)
            yield Form(org=org, asks=asks, spared=tuple(self._spared[org]))

    def _ask(self, want: Want) -> Ask:
        places = self.setting.ledger.places
        return Ask(
            key=ask_key(want, self.period),
            name=want.name,
            indicator_id=want.indicator_id,
            measure=want.measure,
            prices=want.prices,
            org=want.org,
            org_name=places.name(want.org),
            period=self.period,
            unit=want.unit,
            definition=want.definition,
            targets=(want.target,),
            quota=_quota(want, self.period),
            last=_beside(want.before(self.period, self.as_of)),
            year_ago=_beside(want.at(self.period.shifted(-1), self.as_of)),
            source=want.source,
        )

    def _reason(self, ask: Ask, want: Want) -> Spared | None:
        """Return why the number need not be asked for, None where it must be."""
        if ask.key not in self._known:
            found = answered(self.setting, want, self.period, self.as_of)
            reason = None
            if found is not None or ask.key in self.in_hand:
                is_computed = found is not None and not isinstance(found, Figure)
                reason = Spared.COMPUTED if is_computed else Spared.KNOWN
            self._known[ask.key] = reason
        return self._known[ask.key]


def _joined(one: Ask, other: Ask) -> Ask:
    return evolve(
        one,
        targets=tuple(dict.fromkeys((*one.targets, *other.targets))),
        quota=one.quota or other.quota,
    )


def _quota(want: Want, period: Period) -> Beside | None:
    """Return the share of the very period, else that of its year."""
    tests: tuple[Callable[[Quota], bool], ...] = (
        lambda quota: quota.period == period,
        lambda quota: quota.period == Period.of_year(period.year),
    )
    given = [quota for quota in want.quotas if quota.value is not None]
    found = next((quota for test in tests for quota in given if test(quota)), None)
    if found is None:
        return None
    unit = found.unit if found.unit is not None else want.statement.unit.text
    return Beside(value=f"{found.value:f}", unit=unit, period=found.period)


def _beside(figure: Figure | None) -> Beside | None:
    if figure is None or figure.value is None:
        return None
    is_number = isinstance(figure.value, Decimal)
    value = f"{figure.value:f}" if is_number else str(figure.value)
    return Beside(value=value, unit=figure.unit.text, period=figure.period)


def _nobody(want: Want) -> Issue:
    return Issue(
        code="report-nobody-answers",
        level=Level.WARNING,
        message=f"“{want.target}”没有数源部门，也没有牵头单位，不知道由谁报",
        remedy="在 review.toml 里给这项目标或它所在的任务写上 data_source 或 lead_org，"
        "名称与 orgs.csv 一致",
        start=want.statement.start,
        end=want.statement.end,
    )
