"""A wide table and a rulebook → who takes part, with what is known; faults with places."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import define, evolve, field

from paitou.contest.fields.cells import Asked, read_mark, read_reading
from paitou.contest.fields.groups import group_listing, group_named
from paitou.contest.fields.heads import Heads, Place, plain, read_heads, wanted_titles
from paitou.contest.fields.units import factor, unit_of
from paitou.contest.readings import Contestant, Event, Field, Reading
from paitou.model import Fact, Issue, Item, Level, Period, Rulebook
from paitou.tables import Cell, Header, Sheet, find_header

Read = tuple[Field, tuple[Issue, ...]]
_CITY = frozenset({"全市", "全县", "全区", "全州", "全省", "全市合计", "全市平均"})
_TOTALS = frozenset({"合计", "总计", "小计", "平均", "平均值", "合计数"})
_NOTES = ("注", "说明", "备注", "填表", "填报", "制表", "审核", "数据来源", "单位负责人")
_FORMULA_SIGNS = "=+@"
_YES, _NO = frozenset({"是", "有", "√", "Y", "YES"}), frozenset({"否", "无", "N", "NO"})
_MOST_EVENTS = 100
_NAMED = 8


def field_of_sheet(rulebook: Rulebook, sheet: Sheet, period: Period | None = None) -> Read:
    """Return the field of a wide table: a row an organisation, a column a fact of an item.

    A row 全市 is the whole. A cell that cannot be read counts as missing and is an issue.
    """
    header = _header(rulebook, sheet)
    if header is None:
        return Field(period=period, contestants=()), (_empty(sheet),)
    heads = read_heads(rulebook, header.titles, header.unit)
    desk = _Desk(rulebook=rulebook, sheet=sheet, header=header, heads=heads)
    if not heads.says:
        return Field(period=period, contestants=()), (desk.nothing_fits(),)
    desk.run()
    contestants = tuple(sorted(desk.contestants.values(), key=lambda c: c.org))
    found = Field(period=period, contestants=contestants, city=desk.city)
    return found, tuple(desk.issues)


def _header(rulebook: Rulebook, sheet: Sheet) -> Header | None:
    found = find_header(sheet, wanted_titles(rulebook))
    if found is not None:
        return found
    first = next((row for row in range(sheet.height) if not sheet.is_blank(row)), None)
    return None if first is None else find_header(sheet, (), row=first)


@define(kw_only=True)
class _Desk:
    rulebook: Rulebook
    sheet: Sheet
    header: Header
    heads: Heads
    contestants: dict[str, Contestant] = field(factory=dict)
    city: dict[tuple[str, Fact], Reading] = field(factory=dict)
    first: dict[str, int] = field(factory=dict)
    issues: list[Issue] = field(factory=list)

    def run(self) -> None:
        """Read the rows below the head."""
        self._note_columns()
        for row in range(self.header.body, self.sheet.height):
            org = plain_name(self.sheet.cell(row, self.heads.org))
            if org and not self._is_idle(row, org):
                self._row(row, org)
        if not self.contestants:
            words = ("表里没有一个参评单位", "每个单位写一行")
            self._tell("contest-empty", *words, self.sheet.file)
        self._absent()
        self._ungrouped()

    def _is_idle(self, row: int, org: str) -> bool:
        """Whether a row is a total, a note or a heading over the whole width."""
        texts = {cell.text for cell in self.sheet.cells(row) if cell.text}
        is_heading = len(texts) == 1 and self.sheet.width > 1 and self._is_merged(row)
        return org in _TOTALS or org.startswith(_NOTES) or is_heading

    def _is_merged(self, row: int) -> bool:
        return any(m.top <= row <= m.bottom and m.is_wide for m in self.sheet.merges)

    def _row(self, row: int, org: str) -> None:
        if org in _CITY:
            self.city |= dict(self._readings(row))
            return
        where = self.sheet.where(row)
        if org[0] in _FORMULA_SIGNS:
            words = f"单位名称“{org[:20]}”像是公式，这一行没有采用"
            self._tell("contestant-name", words, "改为单位的名称", where)
            return
        if org in self.first:
            words = f"“{org}”与第{self.first[org] + 1}行重复，这一行没有采用"
            self._tell("contestant-duplicate", words, "只保留一行", where)
            return
        group = self._group(row, org)
        if group is None:
            return
        self.first[org] = row
        self.contestants[org] = Contestant(
            org=org,
            group=group,
            readings=dict(self._readings(row)),
            marks=dict(self._marks(row)),
            events=tuple(self._events(row, org)),
        )

    def _group(self, row: int, org: str) -> str | None:
        """Return the group, None where it cannot be told; without groups it is all one."""
        groups = self.rulebook.groups
        written = ""
        if self.heads.group is not None:
            written = self.sheet.cell(row, self.heads.group).text
        if not groups:
            return written
        found = group_named(self.rulebook, written) or group_listing(self.rulebook, org)
        if found is not None:
            return found
        is_open = not any(group.orgs for group in groups)
        if is_open and not written:
            return groups[0].id if len(groups) == 1 else ""
        said = f"的分组“{written[:20]}”" if written else ""
        self._tell(
            "contestant-group",
            f"“{org}”{said}不在考核办法里，没有参评",
            f"“分组”一列写：{'、'.join(group.name for group in groups)}",
            self.sheet.where(row),
        )
        return None

    def _readings(self, row: int) -> Iterator[tuple[tuple[str, Fact], Reading]]:
        for place in self.heads.places:
            where = self.sheet.where(row, place.title)
            asked = Asked(
                item=place.item, fact=place.fact, title=place.title, unit=place.unit
            )
            try:
                reading = read_reading(self.sheet.cell(row, place.column), asked, where)
            except ValueError as error:
                self._unread(str(error), where)
                reading = Reading(value=None, why=str(error), where=where)
            yield (place.item.id, place.fact), reading

    def _marks(self, row: int) -> Iterator[tuple[str, tuple[Decimal, ...]]]:
        for item, columns in self.heads.marks.items():
            marks: list[Decimal] = []
            for column in columns:
                mark = self._mark(row, column)
                if mark is not None:
                    marks.append(mark)
            yield item, tuple(marks)

    def _mark(self, row: int, column: int) -> Decimal | None:
        try:
            return read_mark(self.sheet.cell(row, column))
        except ValueError as error:
            where = self.sheet.where(row, self.header.titles[column])
            self._unread(str(error), where)
            return None

    def _events(self, row: int, org: str) -> Iterator[Event]:
        for column, kind in self.heads.events.items():
            where = self.sheet.where(row, self.header.titles[column])
            try:
                yield from self._told(self.sheet.cell(row, column), org, kind, where)
            except ValueError as error:
                self._unread(str(error), where)

    def _told(self, cell: Cell, org: str, kind: str, where: str) -> Iterator[Event]:
        """Yield the events of a cell: so many, or one of so many points, or 是."""
        event = Event(org=org, kind=kind, where=where)
        key = plain(cell.text)
        if key in _NO:
            return
        if key in _YES:
            yield event
            return
        number = read_mark(cell)
        if not number:
            return
        extra = next((e for e in self.rulebook.extras if e.name == kind), None)
        if extra is not None and extra.each is None:
            yield evolve(event, points=number)
            return
        if number != int(number) or not 0 < number <= _MOST_EVENTS:
            raise ValueError(f"“{cell.text[:20]}”不是起数")
        for _ in range(int(number)):
            yield event

    def _absent(self) -> None:
        """Add those that the rulebook lists and the table has not: they lack everything."""
        for group in self.rulebook.groups:
            for org in group.orgs:
                if org not in self.contestants and self.contestants:
                    self.contestants[org] = Contestant(org=org, group=group.id)
                    words = f"表里没有“{org}”，按全部指标缺数处理"
                    self._issue_warning(
                        "contestant-absent", words, "补上这一行", self.sheet.file
                    )

    def _ungrouped(self) -> None:
        if self.rulebook.groups and any(not c.group for c in self.contestants.values()):
            names = "、".join(group.name for group in self.rulebook.groups)
            words = "考核办法分了组，表里没有写明的单位放在一起比"
            remedy = f"加“分组”一列，写：{names}"
            self._issue_warning("contest-ungrouped", words, remedy, self.sheet.file)

    def _fitting(self) -> Iterator[Place]:
        """Yield the columns whose unit can be turned into that of the item."""
        for place in self.heads.places:
            wanted = unit_of(place.item, place.fact)
            if factor(place.unit, wanted) is not None:
                yield place
                continue
            words = f"“{place.title}”的单位不能换算成“{wanted.text}”，这一列没有采用"
            self._tell("column-unit", words, "改正列名里的单位", self.sheet.file)

    def _note_columns(self) -> None:
        self.heads = evolve(self.heads, places=tuple(self._fitting()))
        known = {place.item.id for place in self.heads.places} | set(self.heads.marks)
        lacking = [i.name for i in self.rulebook.scored if i.id not in known and counts(i)]
        if lacking:
            words = f"表里没有{_listed(lacking)}，按缺数处理"
            self._issue_warning("item-without-column", words, "补上这几列", self.sheet.file)
        if self.heads.repeated:
            words = f"{_listed(self.heads.repeated)}与前面的列重复，没有采用"
            self._issue_warning("column-repeated", words, "只保留一列", self.sheet.file)
        if self.heads.unused:
            self.issues.append(
                Issue(
                    code="column-unused",
                    level=Level.HINT,
                    message=f"{_listed(self.heads.unused)}与考核办法无关，没有采用",
                    remedy="列名写指标的名称，目标、同期、增速写在名称后面",
                    where=self.sheet.file,
                )
            )

    def nothing_fits(self) -> Issue:
        """Return that no column is an item of the rulebook."""
        names = _listed([item.name for item in self.rulebook.scored])
        return Issue(
            code="table-without-columns",
            level=Level.ERROR,
            message=f"{self.sheet.file} 里没有考核办法的指标，这张表没有采用",
            remedy=f"第一列写单位，其余各列写指标的名称：{names}",
            where=self.sheet.file,
        )

    def _unread(self, trouble: str, where: str) -> None:
        words = f"{trouble}，按缺数处理"
        self._tell("cell-unreadable", words, "写一个数，没有数的写“/”", where)

    def _tell(self, code: str, words: str, remedy: str, where: str) -> None:
        self._issue(code, Level.ERROR, (words, remedy), where)

    def _issue_warning(self, code: str, words: str, remedy: str, where: str) -> None:
        self._issue(code, Level.WARNING, (words, remedy), where)

    def _issue(self, code: str, level: Level, words: tuple[str, str], where: str) -> None:
        message, remedy = words
        self.issues.append(
            Issue(code=code, level=level, message=message, remedy=remedy, where=where)
        )


def counts(item: Item) -> bool:
    """Return whether an item counts anywhere by its usual weight."""
    return item.weight > 0


def plain_name(cell: Cell) -> str:
    """Return the name of an organisation as it is compared: without blanks."""
    return "".join(cell.text.split())


def _listed(names: list[str] | tuple[str, ...]) -> str:
    shown = "、".join(f"“{name}”" for name in names[:_NAMED])
    return f"{shown}等{len(names)}列" if len(names) > _NAMED else shown


def _empty(sheet: Sheet) -> Issue:
    return Issue(
        code="table-without-columns",
        level=Level.ERROR,
        message=f"{sheet.file} 是空表，没有采用",
        remedy="第一列写单位，其余各列写指标",
        where=sheet.file,
    )
