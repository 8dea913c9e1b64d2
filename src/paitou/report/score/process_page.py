"""Lines → the sheet 计分过程, whose shares and points Excel computes from its own cells."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, frozen

from paitou.contest.formulas import describe
from paitou.render.sheet_page import Live, SheetColumn, SheetPage, SheetRow, SheetValue
from paitou.report.score.expressions import Cells, decimal, expression
from paitou.report.score.lines import Line
from paitou.tables import place_name

NAME = "计分过程"
_VALUE, _AGAINST, _HIGH, _LOW, _PLACE, _FULL, _SHARE, POINTS = 5, 7, 8, 9, 10, 4, 11, 12
_MARKS = 18
_COLUMNS = (
    SheetColumn(title="组别", width=10, is_centred=True),
    SheetColumn(title="指标", width=26),
    SheetColumn(title="单位名称", width=14, is_centred=True),
    SheetColumn(title="计分公式", width=12, is_centred=True),
    SheetColumn(title="满分", width=8, is_centred=True, number_format="0.00"),
    SheetColumn(title="实际值", width=12, is_centred=True),
    SheetColumn(title="对照", width=9, is_centred=True),
    SheetColumn(title="对照值", width=12, is_centred=True),
    SheetColumn(title="最高值", width=11, is_centred=True),
    SheetColumn(title="最低值", width=11, is_centred=True),
    SheetColumn(title="位次", width=7, is_centred=True),
    SheetColumn(title="得分率", width=11, is_centred=True, number_format="0.00%"),
    SheetColumn(title="得分", width=11, is_centred=True, number_format="0.000"),
    SheetColumn(title="计算过程", width=56),
    SheetColumn(title="来源", width=22),
    SheetColumn(title="数据状态", width=10, is_centred=True),
    SheetColumn(title="公布日期", width=12, is_centred=True),
    SheetColumn(title="说明", width=20),
)


@frozen
class Process:
    """The sheet, and where the points of each organisation for each item stand in it."""

    page: SheetPage
    places: dict[tuple[str, str], str]


def process_page(
    found: tuple[Line, ...], groups: dict[str, str], page: SheetPage
) -> Process:
    """Return the sheet of some lines.

    Args:
        found: the lines, blocks together.
        groups: names of the groups by their ids.
        page: what the sheet has besides its rows: title and frame.
    """
    most = max((len(line.marks) for line in found), default=0)
    judges = (
        SheetColumn(title=f"评委{n}", width=7, is_centred=True) for n in range(1, most + 1)
    )
    page = evolve(page, name=NAME, columns=(*_COLUMNS, *judges), frozen_columns=3)
    draft = evolve(page, rows=tuple(_row(line, groups, most) for line in found))
    at = _Places(found, [draft.line_of(n) for n in range(len(found))])
    rows = tuple(
        evolve(row, cells=_with_sums(row, line, at, n))
        for n, (line, row) in enumerate(zip(found, draft.rows, strict=True))
    )
    places = {
        (line.score.org, line.item.id): at.cell(n, POINTS)
        for n, line in enumerate(found)
        if not line.is_part
    }
    return Process(evolve(page, rows=rows), places)


class _Places:
    """In which line of the sheet each working stands, and which are compared with it."""

    def __init__(self, found: tuple[Line, ...], numbers: list[int]) -> None:
        self._numbers = numbers
        self._blocks: dict[tuple[str, ...], list[int]] = {}
        self._known: dict[tuple[str, tuple[str, ...]], int] = {}
        for n, line in enumerate(found):
            self._blocks.setdefault(line.block, []).append(n)
            self._known[line.score.org, line.path] = n
        self._found = found

    def cell(self, n: int, column: int) -> str:
        return place_name(self._numbers[n] - 1, column)

    def part_cells(self, line: Line) -> tuple[str, ...]:
        """Return where the shares of its parts stand."""
        parts = line.found.working.parts if line.found else ()
        numbers = (
            self._known[line.score.org, (*line.path, str(n))] for n in range(len(parts))
        )
        return tuple(self.cell(n, _SHARE) for n in numbers)

    def values(self, line: Line) -> tuple[str, tuple[Fraction, ...]]:
        """Return the range of the values of its block, and the values."""
        block = self._blocks[line.block]
        values = [self._found[n].value for n in block]
        known = tuple(value for value in values if value is not None)
        return f"{self.cell(block[0], _VALUE)}:{self.cell(block[-1], _VALUE)}", known


def _row(line: Line, groups: dict[str, str], judges: int) -> SheetRow:
    reading, name = line.reading, line.found.formula.name if line.found else ""
    described = describe(name)
    words, points = line.found.working.words if line.found else "", line.points
    against, beside = line.against
    marks = [*map(_number, line.marks), *[""] * (judges - len(line.marks))]
    cells: tuple[SheetValue, ...] = (
        groups.get(line.group, line.group),
        line.title,
        line.score.org,
        described.title if described else name,
        _number(line.full),
        _number(line.value),
        against,
        _number(beside),
        _number(line.high),
        _number(line.low),
        _number(line.place),
        "",
        "",
        words or (reading.why if reading else "") or "没有数据",
        reading.source if reading else "",
        reading.state if reading else "",
        reading.known_on.isoformat() if reading and reading.known_on else "",
        points.missing,
        *marks,
    )
    return SheetRow(cells=cells)


def _with_sums(row: SheetRow, line: Line, at: _Places, n: int) -> tuple[SheetValue, ...]:
    cells = list(row.cells)
    if line.found is None:
        cells[POINTS] = (
            "不计" if line.points.points is None else _number(line.points.points)
        )
        return tuple(cells)
    around, values = at.values(line)
    for column, wanted, formula in (
        (_HIGH, max, f"=MAX({around})"),
        (_LOW, min, f"=MIN({around})"),
    ):
        bound = line.high if column == _HIGH else line.low
        if bound is not None and values and wanted(values) == bound:
            cells[column] = Live(formula, decimal(bound))
    if line.place is not None and line.found.input("家数") == len(values):
        sign = ">" if line.item.direction > 0 else "<"
        formula = f'=COUNTIF({around},"{sign}"&{at.cell(n, _VALUE)})+1'
        cells[_PLACE] = Live(formula, decimal(line.place))
    share = line.found.working.share
    text = expression(line.found, _cells(line, at, n))
    cells[_SHARE] = Live(f"={text}", decimal(share))
    product = f"={at.cell(n, _FULL)}*{at.cell(n, _SHARE)}"
    cells[POINTS] = Live(product, decimal(line.full * share))
    return tuple(cells)


def _cells(line: Line, at: _Places, n: int) -> Cells:
    marks = ""
    if line.marks:
        last = at.cell(n, _MARKS + len(line.marks) - 1)
        marks = f"{at.cell(n, _MARKS)}:{last}"
    return Cells(
        value=at.cell(n, _VALUE),
        against=at.cell(n, _AGAINST),
        high=at.cell(n, _HIGH),
        low=at.cell(n, _LOW),
        place=at.cell(n, _PLACE),
        marks=marks,
        parts=at.part_cells(line),
    )


def _number(value: Fraction | None) -> SheetValue:
    return "" if value is None else decimal(value)
