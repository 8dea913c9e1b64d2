"""The titles of a wide table → which column is which fact of which item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import define, field, frozen

from paitou.contest.fields.units import unit_of
from paitou.contest.formulas import Need, describe
from paitou.figures.columns.names import split_unit
from paitou.model import Fact, Formula, Item, Measure, Rulebook, Unit
from paitou.text.view import fold

ORG_TITLES = (
    *("单位", "单位名称", "参评单位", "部门", "名称", "地区", "县(市)区", "县市区", "县区"),
    *("区县", "乡镇", "园区", "开发区", "企业", "企业名称", "org"),
)
GROUP_TITLES = ("分组", "组别", "所在组", "板块", "类别", "group")
_IDLE = frozenset({"序号", "编号", "备注", "说明", "NO", "NO."})
_SUFFIXES: dict[Fact, str] = {
    Fact.VALUE: "实际 实际值 实际数 完成 完成数 完成值 本期 本期值 数值 实绩 本年 累计",
    Fact.TARGET: (
        "目标 目标值 目标数 计划 计划数 计划值 年度计划 任务 任务数 任务值 年度任务"
        " 季度任务 年度目标 季度目标 目标任务"
    ),
    Fact.PREVIOUS: (
        "同期 同期数 同期值 上年同期 去年同期 上期 上期数 上期值 上年 上年数 去年 基数"
    ),
    Fact.GROWTH: "增速 增长 增长率 增幅 同比 同比增长 同比增速 同比增幅",
    Fact.CITY: "全市 全市值 全市数 全市平均 全市水平",
    Fact.COUNT: "起数 件数 次数",
}
_FACT_OF = {word: fact for fact, words in _SUFFIXES.items() for word in words.split()}
_GROWTHS = tuple(_SUFFIXES[Fact.GROWTH].split())
_JOINTS = "/_-—·:"
_JUDGE = re.compile(
    r"(?:评委|专家|评分人|考评员|打分)\D{0,2}(?:\d+|[一二三四五六七八九十]+)?|\d+"
)
_LEVELS = frozenset({"很满意", "满意", "基本满意", "不太满意", "不满意"})
_SIDES = "peer"
_BRACKETS = re.compile(r"[(\[【][^)\]】]*[)\]】]")


@frozen(kw_only=True)
class Place:
    """A column that is a fact of an item.

    Attributes:
        closeness: 0 where the title is the item's own name, more where it is only the
            name of its indicator: the closer column is the item's.
    """

    column: int
    item: Item
    fact: Fact
    unit: Unit
    title: str
    closeness: int


@frozen(kw_only=True)
class Heads:
    """What the columns of a wide table are.

    Attributes:
        marks: columns of judges by item, in the order of the table.
        events: columns named after a bonus, a deduction or a veto.
        repeated: titles of columns that say what another says already.
        unused: titles of columns that no rule looks at.
    """

    org: int
    group: int | None = None
    places: tuple[Place, ...] = ()
    marks: Mapping[str, tuple[int, ...]] = field(factory=dict)
    events: Mapping[int, str] = field(factory=dict)
    repeated: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """Return whether any column speaks of an item."""
        return bool(self.places or self.marks)


def plain(title: str) -> str:
    """Return a title as titles are compared: without blanks, in one width and case."""
    return "".join(fold(title).split()).strip("*、.,").upper()


def wanted_titles(rulebook: Rulebook) -> list[str]:
    """Return the titles by which the head of the table is found."""
    names = [name for item in rulebook.scored for name, _ in _names(item)]
    facts = [name + word for name in names for word in _FACT_OF]
    return [*ORG_TITLES, *GROUP_TITLES, *names, *facts]


def read_heads(rulebook: Rulebook, titles: Sequence[str], unit: str) -> Heads:
    """Return what the columns are.

    Args:
        rulebook: whose items are looked for.
        titles: of the columns.
        unit: what a line above the head says of all of them; empty where nothing.
    """
    finder = _Finder(rulebook=rulebook, unit=unit)
    org = _org_column(titles)
    for column, title in enumerate(titles):
        if column != org and title:
            finder.take(column, title)
    return finder.heads(org)


@define(kw_only=True)
class _Finder:
    rulebook: Rulebook
    unit: str
    names: Mapping[str, list[tuple[Item, int]]] = field(init=False)
    found: list[Place] = field(factory=list)
    marks: dict[str, list[int]] = field(factory=dict)
    events: dict[int, str] = field(factory=dict)
    group: int | None = None
    unused: list[str] = field(factory=list)

    @names.default
    def _by_name(self) -> dict[str, list[tuple[Item, int]]]:
        found: dict[str, list[tuple[Item, int]]] = {}
        for item in self.rulebook.scored:
            for name, closeness in _names(item):
                found.setdefault(plain(name), []).append((item, closeness))
        return found

    def take(self, column: int, title: str) -> None:
        """Find out what a column is."""
        shown, unit = split_unit(title)
        key = plain(shown)
        if key in map(plain, GROUP_TITLES) and self.group is None:
            self.group = column
        elif not self._speaks(column, title, key, unit) and key not in _IDLE:
            self.unused.append(title)

    def _speaks(self, column: int, title: str, key: str, unit: str) -> bool:
        return (
            self._take_event(column, key)
            or self._take_facts(column, title, key, unit)
            or self._judge(column, key)
        )

    def heads(self, org: int) -> Heads:
        """Return what was found; of two columns for a fact the closer one."""
        best: dict[tuple[str, Fact], Place] = {}
        repeated: list[str] = []
        for place in self.found:
            key = (place.item.id, place.fact)
            known = best.get(key)
            if known is None or place.closeness < known.closeness:
                best[key] = place
            elif place.closeness == known.closeness:
                repeated.append(place.title)
        return Heads(
            org=org,
            group=self.group,
            places=tuple(best.values()),
            marks={item: tuple(columns) for item, columns in self.marks.items()},
            events=self.events,
            repeated=tuple(dict.fromkeys(repeated)),
            unused=tuple(self.unused),
        )

    def _take_event(self, column: int, key: str) -> bool:
        called = [(each.name, each.id) for each in self.rulebook.extras]
        called += [(each.name, each.id) for each in self.rulebook.vetoes]
        for name, other in called:
            if key in (plain(name), plain(other)) and key not in self.names:
                self.events[column] = name
                return True
        return False

    def _take_facts(self, column: int, title: str, key: str, unit: str) -> bool:
        matches = list(self._matches(key))
        for item, fact, closeness in matches:
            if _needs_marks(item.formula):
                self.marks.setdefault(item.id, []).append(column)
                continue
            place = Place(
                column=column,
                item=item,
                fact=fact,
                unit=self._unit(item, fact, unit),
                title=title,
                closeness=closeness,
            )
            self.found.append(place)
        return bool(matches)

    def _matches(self, key: str) -> Iterator[tuple[Item, Fact, int]]:
        """Yield the items whose name the title is, and those whose fact it is.

        地区生产总值增速 is the value of an item of that name, and the growth of one that is
        called 地区生产总值.
        """
        yield from ((item, Fact.VALUE, near) for item, near in self.names.get(key, ()))
        for base, fact in _parted(key):
            if base in self.names:
                yield from ((item, fact, near) for item, near in self.names[base])
                return

    def _judge(self, column: int, key: str) -> bool:
        """Take a column of marks: its title names the item, or there is only one."""
        judged = [i for i in self.rulebook.scored if _needs_marks(i.formula)]
        for item in judged:
            for name, _ in _names(item):
                rest = key.removeprefix(plain(name))
                if rest != key and _is_mark(rest, item.formula):
                    self.marks.setdefault(item.id, []).append(column)
                    return True
        if len(judged) == 1 and _is_mark(key, None):
            self.marks.setdefault(judged[0].id, []).append(column)
            return True
        return False

    def _unit(self, item: Item, fact: Fact, written: str) -> Unit:
        """Return the unit of a column: as its head or a line above says, or the item's."""
        usual = unit_of(item, fact)
        if written:
            return Unit.parse(written)
        line = Unit.parse(self.unit)
        fits = self.unit and line.base == usual.base and fact is not Fact.GROWTH
        return line if fits else usual


def _org_column(titles: Sequence[str]) -> int:
    """Return the column of names: the first, or the first called so after a 序号."""
    known = [plain(title) for title in ORG_TITLES]
    if plain(titles[0]) in known or plain(titles[0]) not in _IDLE:
        return 0
    named = (c for c, title in enumerate(titles) if plain(title) in known)
    return next(named, min(1, len(titles) - 1))


def _names(item: Item) -> tuple[tuple[str, int], ...]:
    """Return what a column of the item may be called, and how close to its own name."""
    names = [(item.id, 0), (item.name, 1), (_BRACKETS.sub("", fold(item.name)), 2)]
    if item.indicator:
        is_growth = item.measure is Measure.GROWTH
        words = [item.indicator + word for word in _GROWTHS] if is_growth else []
        names += [(word, 3) for word in words or [item.indicator]]
    nearest: dict[str, int] = {}
    for name, closeness in names:
        if name:
            nearest.setdefault(name, closeness)
    return tuple(nearest.items())


@lru_cache(maxsize=1024)
def _parted(key: str) -> tuple[tuple[str, Fact], ...]:
    """Return the ways in which a title is a name and the word of a fact."""
    found: list[tuple[str, Fact]] = []
    for word, fact in sorted(_FACT_OF.items(), key=lambda pair: -len(pair[0])):
        if key.endswith(word):
            found.append((key.removesuffix(word).rstrip(_JOINTS), fact))
        bracketed = f"({word})"
        if key.endswith(bracketed):
            found.append((key.removesuffix(bracketed), fact))
        if key.startswith(word):
            found.append((key.removeprefix(word).lstrip(_JOINTS), fact))
    return tuple(found)


def _is_mark(words: str, formula: Formula | None) -> bool:
    """Whether a title is that of a judge, of a level of votes, or of a side."""
    is_side = formula is not None and formula.name == _SIDES and words not in _IDLE
    bare = words.strip(_JOINTS)
    return is_side or bare in _LEVELS or bool(_JUDGE.fullmatch(bare))


def _needs_marks(formula: Formula | None) -> bool:
    if formula is None:
        return False
    described = describe(formula.name)
    own = described is not None and Need.MARKS in described.needs
    return own or any(_needs_marks(part) for _, part in formula.parts)
