"""A book, a rulebook and a day → who takes part in a period, with what was known then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from attrs import define, evolve, field, frozen

from paitou.contest.fields.cells import read_mark
from paitou.contest.fields.groups import group_fitting, group_listing
from paitou.contest.fields.heads import read_heads, wanted_titles
from paitou.contest.fields.known import Archive, measure_of
from paitou.contest.fields.records import Records
from paitou.contest.fields.sheet import plain_name
from paitou.contest.fields.tasks import Targets
from paitou.contest.formulas import Need, describe
from paitou.contest.readings import Contestant, Event, Field, Reading
from paitou.figures import Ledger, Places
from paitou.figures.columns.times import day_of
from paitou.indicators import Catalogue, standard
from paitou.model import Book, Fact, Formula, Issue, Item, Level, Period, Rulebook
from paitou.tables import Sheet, find_header

Read = tuple[Field, tuple[Issue, ...]]
Marks = dict[str, dict[str, tuple[Decimal, ...]]]
_NEEDED = {Need.TARGET: Fact.TARGET, Need.PREVIOUS: Fact.PREVIOUS}
_NAMED = 8
#: What the day of a visit is called in a table of marks.
_DAYS = frozenset({"观摩日期", "评分日期", "日期"})


def field_of_book(rulebook: Rulebook, book: Book, period: Period, as_of: dt.date) -> Read:
    """Return the field of a period as it was known on a day.

    Figures from January on where they are so; the same period of the year before; targets
    from the tasks of the contest and the quotas of the plan. What nobody has confirmed is
    missing, and why is said.
    """
    places = Places.of(book.orgs, book.title)
    catalogue = book.indicators if isinstance(book.indicators, Catalogue) else standard()
    records = book.contest if isinstance(book.contest, Records) else Records()
    archive = Archive(
        ledger=Ledger(book.figures, places), catalogue=catalogue, as_of=as_of, period=period
    )
    desk = _Desk(
        rulebook=rulebook,
        places=places,
        archive=archive,
        targets=Targets.of(book, records, places),
        records=records,
        entries=tuple(_entries(rulebook, book, places)),
    )
    return desk.run()


@frozen(kw_only=True)
class _Entry:
    """Who takes part: the name that is shown, the key of its figures, its group."""

    org: str
    key: str
    group: str


@define(kw_only=True)
class _Desk:
    rulebook: Rulebook
    places: Places
    archive: Archive
    targets: Targets
    records: Records
    entries: tuple[_Entry, ...]
    issues: list[Issue] = field(factory=list)

    def run(self) -> Read:
        """Return the field, and what is odd about it."""
        marks = self._marks()
        contestants = tuple(
            Contestant(
                org=entry.org,
                group=entry.group,
                readings=dict(self._readings(entry.key)),
                marks=marks.get(entry.key, {}),
                events=self._events(entry),
            )
            for entry in sorted(self.entries, key=lambda entry: entry.org)
        )
        city = dict(self._city())
        self._check(contestants)
        found = Field(period=self.archive.period, contestants=contestants, city=city)
        return found, tuple(self.issues)

    def _readings(self, org: str) -> Iterator[tuple[tuple[str, Fact], Reading]]:
        for item in self.rulebook.scored:
            for fact in facts_of(item.formula):
                yield (item.id, fact), self._reading(item, fact, org)

    def _reading(self, item: Item, fact: Fact, org: str) -> Reading:
        if fact is Fact.COUNT:
            return self._count(item, org)
        if fact is Fact.TARGET:
            period = self._period(item, Fact.VALUE)
            indicator = self.archive.indicator(item)
            return self.targets.reading(item, indicator, org, period)
        if fact is Fact.PREVIOUS:
            before = self._period(item, Fact.VALUE).shifted(-1)
            return self.archive.reading(item, Fact.VALUE, org, before)
        if fact is Fact.CITY:
            whole = self.places.whole
            return self.archive.reading(
                item, Fact.VALUE, whole, self._period(item, Fact.VALUE)
            )
        return self.archive.reading(item, fact, org, self._period(item, fact))

    def _period(self, item: Item, fact: Fact) -> Period:
        orgs = [entry.key for entry in self.entries]
        return self.archive.settle(item, measure_of(item, fact), orgs)

    def _city(self) -> Iterator[tuple[tuple[str, Fact], Reading]]:
        for item in self.rulebook.scored:
            for fact in facts_of(item.formula):
                if fact not in (Fact.VALUE, Fact.GROWTH):
                    continue
                period = self._period(item, fact)
                reading = self.archive.reading(item, fact, self.places.whole, period)
                if reading.value is not None:
                    yield (item.id, fact), reading

    def _count(self, item: Item, org: str) -> Reading:
        """Return how many events of the item's name happened; a register without is 0."""
        names = {item.id, item.name}
        happened = [e for e in self._happened(org) if names & {e.kind, e.sort}]
        if not self.records.events:
            return Reading(value=None, why="没有登记事项的表")
        return Reading(value=Decimal(len(happened)), why="按登记的事项计")

    def _happened(self, org: str) -> list[Event]:
        period = self.archive.period
        return [
            event
            for event in self.records.events
            if self.places.key(event.org) == org and _is_within(event, period, self.as_of)
        ]

    @property
    def as_of(self) -> dt.date:
        """Return the day by which everything was known."""
        return self.archive.as_of

    def _events(self, entry: _Entry) -> tuple[Event, ...]:
        counted = {
            name
            for item in self.rulebook.scored
            if Fact.COUNT in facts_of(item.formula)
            for name in (item.id, item.name)
        }
        happened = (self._called(e) for e in self._happened(entry.key))
        return tuple(e for e in happened if e.kind not in counted)

    def _called(self, event: Event) -> Event:
        """Return the event under the name that a rule has: its own, else its sort's."""
        names = {each.name for each in self.rulebook.extras}
        names |= {each.name for each in self.rulebook.vetoes}
        if self.rulebook.classes:
            names |= {*self.rulebook.classes.exempt, *self.rulebook.classes.not_below}
        if event.kind in names or event.sort not in names:
            return event
        return evolve(event, kind=event.sort)

    def _marks(self) -> Marks:
        found: Marks = {}
        last = self.archive.period.last_month
        for period, sheet in self.records.observations:
            if period.last_month == last and period.months <= self.archive.period.months:
                self._observed(sheet, found)
        return found

    def _observed(self, sheet: Sheet, found: Marks) -> None:
        header = find_header(sheet, wanted_titles(self.rulebook))
        header = header or find_header(sheet, (), row=0)
        if header is None:
            return
        heads = read_heads(self.rulebook, header.titles, header.unit)
        day = next((n for n, t in enumerate(header.titles) if t in _DAYS), None)
        for row in range(header.body, sheet.height):
            if day is not None and not self._is_known(sheet.cell(row, day).text):
                continue
            key = self.places.key(plain_name(sheet.cell(row, heads.org)))
            for item, columns in heads.marks.items():
                marks = [self._mark(sheet, row, column) for column in columns]
                known = tuple(mark for mark in marks if mark is not None)
                found.setdefault(key, {})[item] = known

    def _is_known(self, written: str) -> bool:
        """Whether marks of a day that is written so were given by the day asked for."""
        try:
            return not written or day_of(written) <= self.as_of
        except ValueError:
            return True

    def _mark(self, sheet: Sheet, row: int, column: int) -> Decimal | None:
        try:
            return read_mark(sheet.cell(row, column))
        except ValueError as error:
            self.issues.append(
                Issue(
                    code="cell-unreadable",
                    level=Level.ERROR,
                    message=f"{error}，按缺数处理",
                    remedy="写一个数，没有数的写“/”",
                    where=sheet.where(row, f"第{column + 1}列"),
                )
            )
            return None

    def _check(self, contestants: tuple[Contestant, ...]) -> None:
        """Tell of a field without contestants, and of items that nobody has figures for."""
        if not contestants:
            self._issue_warning(
                "contest-empty",
                "单位名单里没有考核办法所考的单位",
                "在 orgs.csv 里写明类别和分组，或在考核办法里列出单位",
            )
            return
        lacking = [
            item.name
            for item in self.rulebook.scored
            if item.weight > 0
            and not any(
                reading.value is not None
                for c in contestants
                for (name, _), reading in c.readings.items()
                if name == item.id
            )
            and not any(c.marks.get(item.id) for c in contestants)
        ]
        if lacking:
            more = f"等{len(lacking)}项" if len(lacking) > _NAMED else ""
            self._issue_warning(
                "item-without-figures",
                f"{self.archive.period.label}没有一家有{'、'.join(lacking[:_NAMED])}{more}的数",
                "补上数据，或核对指标名称",
            )

    def _issue_warning(self, code: str, words: str, remedy: str) -> None:
        self.issues.append(
            Issue(code=code, level=Level.WARNING, message=words, remedy=remedy)
        )


def facts_of(formula: Formula | None) -> tuple[Fact, ...]:
    """Return the facts of an organisation that a formula looks at, its parts' too."""
    if formula is None:
        return ()
    if formula.parts:
        found = (fact for _, part in formula.parts for fact in facts_of(part))
        return tuple(dict.fromkeys(found))
    described = describe(formula.name)
    facts = [formula.on]
    for need, fact in _NEEDED.items():
        if described is None or need in described.needs:
            stands_in = described.replaceable.get(need) if described else None
            if stands_in not in formula.parameters:
                facts.append(fact)
    if described is not None and Need.MARKS in described.needs:
        return ()
    return tuple(dict.fromkeys(facts))


def _entries(rulebook: Rulebook, book: Book, places: Places) -> Iterator[_Entry]:
    """Yield who takes part: those that groups list or fit; without groups all areas."""
    known = {places.key(name) for group in rulebook.groups for name in group.orgs}
    for org in book.orgs:
        group = group_fitting(rulebook, org) if rulebook.groups else _open(org.kind.is_area)
        if group is not None and org.code != places.whole:
            known.discard(org.code)
            yield _Entry(org=org.name, key=org.code, group=group)
    for key in sorted(known):
        group = group_listing(rulebook, key)
        if group is not None:
            yield _Entry(org=key, key=key, group=group)


def _open(is_area: bool) -> str | None:
    return "" if is_area else None


def _is_within(event: Event, period: Period, as_of: dt.date) -> bool:
    """Whether an event lies in the period and was known; one without a day always does."""
    if event.day is None:
        return True
    month = event.day.year * 12 + event.day.month - 1
    return period.first_month <= month <= period.last_month and event.day <= as_of
