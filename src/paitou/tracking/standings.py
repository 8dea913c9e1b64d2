"""A book with figures → where each of its targets stands on a day, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator

from attrs import define, evolve, field, frozen

from paitou.figures import Ledger, Places
from paitou.figures.watching import Pair, Watched, widened
from paitou.indicators import Catalogue, standard
from paitou.model import (
    Attainment,
    Book,
    Issue,
    Light,
    Measure,
    Quota,
    Role,
    Standing,
    Statement,
    WhenKind,
    WhyUnknown,
)
from paitou.tracking import pending
from paitou.tracking.against_base import judge_against_base
from paitou.tracking.averages import judge_average
from paitou.tracking.by_deadline import Aim, judge_by
from paitou.tracking.cases import Case, Setting, case_of, place_of, placed_statement
from paitou.tracking.every_period import judge_every
from paitou.tracking.facts import Evidence
from paitou.tracking.graded import judge_grade
from paitou.tracking.one_year import judge_growth
from paitou.tracking.quotas import split_statement
from paitou.tracking.rules import Reading, TrackingRules
from paitou.tracking.sums import judge_total

_KEPT = re.compile("保持|持续|稳定|始终")
_EVERY = frozenset({Measure.GROWTH_EACH, Measure.PER_YEAR})
_AGAINST = frozenset({Measure.CHANGE, Measure.CHANGE_RATE, Measure.MULTIPLE})


@frozen(kw_only=True)
class Tracking:
    """The standings of a book's targets on a day, in the order of its text."""

    as_of: dt.date
    standings: tuple[Standing, ...]
    issues: tuple[Issue, ...] = ()

    def of(self, statement_id: str) -> tuple[Standing, ...]:
        """Return the standings of a statement, that of the whole first."""
        return tuple(s for s in self.standings if s.statement == statement_id)


@frozen(kw_only=True)
class Wanted:
    """A target as one organisation has to meet it: what a standing is about."""

    statement: Statement
    org: str
    shares: tuple[Quota, ...]

    def cases(self, setting: Setting) -> tuple[Case, ...]:
        """Return its case in each reading of its definition; none where no year is said."""
        readings = [r for r in setting.rules.readings if r.statement == self.statement.id]
        asked: list[Reading | None] = [*readings] or [None]
        found = (
            case_of(self.statement, self.org, setting, quotas=self.shares, reading=reading)
            for reading in asked
        )
        return tuple(case for case in found if case is not None)


@define(kw_only=True)
class Tracker:
    """The targets of a book made ready to be judged on any day.

    Attributes:
        setting: what they share; its ledger is what the figures are looked up in.
        wanted: what each standing is about, in the order of the standings.
        cases: what each is judged from, one for each reading.
        orphans: targets without a year.
    """

    setting: Setting = field(repr=False)
    wanted: list[Wanted] = field(factory=list, repr=False)
    cases: list[tuple[Case, ...]] = field(factory=list, repr=False)
    orphans: list[Statement] = field(factory=list, repr=False)

    @classmethod
    def of(cls, book: Book) -> Tracker:
        """Return the tracker of a book."""
        ledger = Ledger(book.figures, Places.of(book.orgs, book.title))
        catalogue = (
            book.indicators if isinstance(book.indicators, Catalogue) else standard()
        )
        period = book.plan.document.period
        setting = Setting(
            ledger=ledger,
            catalogue=catalogue,
            rules=rules_of(book),
            start=period.start if period else None,
            end=period.end if period else None,
            is_simulated=book.is_simulated,
        )
        tracker = cls(setting=setting)
        for statement in book.plan.statements:
            if statement.role is Role.TARGET:
                placed = placed_statement(statement, ledger, catalogue)
                tracker._add(placed, book.quotas_of(statement.id))
        return tracker

    @property
    def ledger(self) -> Ledger:
        """Return what the figures are looked up in."""
        return self.setting.ledger

    def _add(self, statement: Statement, quotas: tuple[Quota, ...]) -> None:
        place, places = place_of(statement, self.ledger), self.ledger.places
        for org, told, shares in split_statement(statement, quotas, place, places):
            wanted = Wanted(statement=told, org=org, shares=shares)
            if cases := wanted.cases(self._watching()):
                self.wanted.append(wanted)
                self.cases.append(cases)
            else:
                self.orphans.append(statement)

    def _watching(self) -> Setting:
        """Return the setting with a ledger that knows what one target asked for."""
        return evolve(self.setting, ledger=Watched.of(self.ledger))

    def at(self, place: int) -> tuple[Case, ...]:
        """Return what the target at a place is judged from, one for each reading."""
        return self.cases[place]

    def standings(self, as_of: dt.date) -> tuple[Standing, ...]:
        """Return where every target stands on a day, by what was known on it."""
        return tuple(judged(cases, as_of) for cases in self.cases)

    def asking(self, changed: Collection[Pair]) -> Iterator[int]:
        """Yield the places of the targets that asked for anything of this so far."""
        ways = widened(changed)
        for place, cases in enumerate(self.cases):
            ledger = cases[0].ledger
            if not isinstance(ledger, Watched) or not ledger.asked.isdisjoint(ways):
                yield place


def track(book: Book, as_of: dt.date) -> Tracking:
    """Return where the targets of a book stand on a day, and what is odd in its figures."""
    tracker = Tracker.of(book)
    undated = tuple(_undated(statement) for statement in tracker.orphans)
    return Tracking(
        as_of=as_of,
        standings=tracker.standings(as_of),
        issues=undated,
    )


def rules_of(book: Book) -> TrackingRules:
    """Return the rules that a book is judged by, ours where it says nothing."""
    return book.tracking if isinstance(book.tracking, TrackingRules) else TrackingRules()


def judged(cases: tuple[Case, ...], as_of: dt.date) -> Standing:
    """Return where a target stands on a day, of its readings together."""
    if len(cases) == 1:
        return _judged(cases[0], as_of)
    readings = tuple(_judged(case, as_of) for case in cases)
    return _of_readings(cases, readings)


def _of_readings(cases: tuple[Case, ...], readings: tuple[Standing, ...]) -> Standing:
    """Return one standing for a target that can be read in several ways.

    Where every reading gives the same decided verdict the definition does not matter.
    """
    verdicts = {standing.verdict for standing in readings}
    first = readings[0]
    told = "；".join(f"按“{s.reading}”：{s.reason}" for s in readings)
    if len(verdicts) == 1 and first.verdict is not Attainment.UNKNOWN:
        return evolve(first, reason=told, readings=readings, reading="")
    names = "、".join(f"“{case.reading.name}”" for case in cases if case.reading)
    return evolve(
        first,
        verdict=Attainment.UNKNOWN,
        why_unknown=WhyUnknown.DEFINITION_OPEN,
        value=None,
        period=None,
        share=None,
        pace_pp=None,
        lapsed=False,
        method="readings",
        light=Light.NONE,
        light_reason="",
        figures=tuple(dict.fromkeys(i for s in readings for i in s.figures)),
        bounds=tuple(dict.fromkeys(b for s in readings for b in s.bounds)),
        reason=f"口径待明确。{told}",
        settles=f"由主管部门明确按{names}中的哪一个口径",
        readings=readings,
        reading="",
    )


def _judged(case: Case, as_of: dt.date) -> Standing:
    evidence = Evidence(case=case, as_of=as_of)
    found = _with_change_told(evidence, _by_measure(evidence))
    if case.reading and case.reading.note:
        found = evolve(found, reason=f"{found.reason}（{case.reading.note}）")
    return found


def _with_change_told(evidence: Evidence, found: Standing) -> Standing:
    """Return the standing; a later figure under another definition is told with it."""
    changed = pending.redefined(evidence)
    if changed is None or found.period is None:
        return found
    if changed.period.last_month <= found.period.last_month:
        return found
    note = f"；{changed.period.label}起另有口径“{changed.definition}”的数，与此不可比"
    return evolve(found, reason=found.reason + note)


def _by_measure(evidence: Evidence) -> Standing:
    statement, goal = evidence.case.statement, evidence.case.goal
    if statement.measure is Measure.GRADE:
        return judge_grade(evidence)
    if goal is None:
        return pending.unknown(evidence, "unread")
    is_one_year = evidence.case.first == evidence.case.last
    if statement.measure is Measure.GROWTH_EACH and is_one_year:
        return judge_growth(evidence, goal)
    if (statement.measure in _EVERY or _is_each(statement)) and not is_one_year:
        return judge_every(evidence, goal)
    if statement.measure is Measure.GROWTH:
        return judge_growth(evidence, goal)
    if statement.measure is Measure.GROWTH_AVG:
        return judge_average(evidence, goal)
    if statement.measure is Measure.TOTAL:
        return judge_total(evidence, goal)
    if statement.measure in _AGAINST:
        return judge_against_base(evidence, goal)
    kept = statement.measure is Measure.MAINTAIN
    aim = Aim(
        goal=goal,
        unit=statement.unit,
        is_of_the_end=kept,
        is_control=kept,
        is_growth=evidence.case.is_growth,
    )
    return judge_by(evidence, aim)


def _is_each(statement: Statement) -> bool:
    """Whether every year is tested: 保持 is, 到2026年控制在30以下 is of its end."""
    if statement.when.kind is WhenKind.EACH:
        return True
    is_kept = statement.measure is Measure.MAINTAIN
    return is_kept and bool(_KEPT.search(statement.quote))


def _undated(statement: Statement) -> Issue:
    return Issue(
        code="target-undated",
        level="hint",
        message=f"“{statement.quote}”没有写年份，方案也没有期限，无法判断是否到期",
        remedy="在 book.toml 写明 period，或在 review.toml 更正这一句的 when",
        start=statement.start,
        end=statement.end,
    )
