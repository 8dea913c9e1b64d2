"""A scoreboard → the lines of the sheet 计分过程, one a working, blocks compared within."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from paitou.contest.formulas import describe
from paitou.contest.readings import Reading
from paitou.contest.results import ItemPoints, OrgScore, Scoreboard, Working
from paitou.model import Fact, Formula, Item
from paitou.report.score.expressions import Sum

_VALUES = ("实际值", "数量", "件数", "评分")
_AGAINST = ("目标值", "基准值", "上期值", "全市值")
_HIGH, _LOW = ("最高值", "上限"), ("最低值", "下限")


@frozen(kw_only=True)
class Line:
    """One working of one organisation for one item, or a part of it.

    Attributes:
        path: the item, then the number of each part down to it; equal in a block.
        found: the working with its formula; None where there is none.
        full: the full marks that count here, after re-weighting.
    """

    path: tuple[str, ...]
    item: Item
    group: str
    score: OrgScore
    points: ItemPoints
    found: Sum | None
    title: str
    full: Fraction

    @property
    def is_part(self) -> bool:
        """Return whether it is a part of a mix: its points are counted there."""
        return len(self.path) > 1

    @property
    def block(self) -> tuple[str, ...]:
        """Return what the lines have in common that are compared with each other."""
        return (self.group, *self.path)

    @property
    def value(self) -> Fraction | None:
        """Return the raw value."""
        return self._input(_VALUES)

    @property
    def against(self) -> tuple[str, Fraction | None]:
        """Return what the value is held against, and what it is called."""
        given = dict(self.found.working.inputs) if self.found else {}
        name = next((name for name in _AGAINST if name in given), "")
        return name, given.get(name)

    @property
    def high(self) -> Fraction | None:
        """Return the upper end that it is scored between."""
        return self._input(_HIGH)

    @property
    def low(self) -> Fraction | None:
        """Return the lower end."""
        return self._input(_LOW)

    @property
    def place(self) -> Fraction | None:
        """Return its place in the group, where points go by it."""
        return self._input(("位次",))

    @property
    def marks(self) -> tuple[Fraction, ...]:
        """Return the marks of judges."""
        inputs = self.found.working.inputs if self.found else ()
        return tuple(mark for name, mark in inputs if name.startswith("评委"))

    @property
    def reading(self) -> Reading | None:
        """Return what the raw value was read from."""
        on = self.found.formula.on if self.found else Fact.VALUE
        readings = dict(self.points.readings)
        return readings.get(on) or next(iter(readings.values()), None)

    def _input(self, names: tuple[str, ...]) -> Fraction | None:
        given = dict(self.found.working.inputs) if self.found else {}
        return next((given[name] for name in names if name in given), None)


def lines(board: Scoreboard) -> tuple[Line, ...]:
    """Return the lines: item by item, group by group, the parts of a mix behind it."""
    groups = tuple(dict.fromkeys(score.group for score in board.scores))
    return tuple(
        line
        for item in board.rulebook.scored
        for group in groups
        for line in _blocks(_firsts(board, item, group))
    )


def _firsts(board: Scoreboard, item: Item, group: str) -> list[Line]:
    found = []
    groups = {each.id: each for each in board.rulebook.groups}
    stated = Fraction(board.rulebook.weight(item, groups.get(group)))
    for score in board.group(group):
        points = score.of(item.id)
        if points is None:
            continue
        made = _sum(points.working, item.formula, item, stated)
        found.append(
            Line(
                path=(item.id,),
                item=item,
                group=group,
                score=score,
                points=points,
                found=made,
                title=item.name,
                full=points.full,
            )
        )
    return found


def _sum(
    working: Working | None, formula: Formula | None, item: Item, full: Fraction
) -> Sum | None:
    if working is None or formula is None or working.formula != formula.name:
        return None
    return Sum(working=working, formula=formula, direction=item.direction, full=full)


def _blocks(block: list[Line]) -> Iterator[Line]:
    """Yield the lines of a block, then those of each part of it as a block of its own."""
    yield from block
    most = max((len(line.found.working.parts) for line in block if line.found), default=0)
    for number in range(most):
        parts = [part for line in block if (part := _part(line, number))]
        yield from _blocks(parts)


def _part(line: Line, number: int) -> Line | None:
    if line.found is None or number >= len(line.found.working.parts):
        return None
    share, working = line.found.working.parts[number]
    formula = line.found.formula.parts[number][1]
    described = describe(formula.name)
    name = described.title if described else formula.name
    return Line(
        path=(*line.path, str(number)),
        item=line.item,
        group=line.group,
        score=line.score,
        points=line.points,
        found=_sum(working, formula, line.item, line.found.full * share),
        title=f"{line.item.name}（其中：{name}，占{float(share):.0%}）",
        full=line.full * share,
    )
