"""The material of an evaluation → 主要指标完成情况表, and the list of what is left."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.render.document import Align, Annex, Block, Column, Note, Row, Table
from paitou.report.answers import gap
from paitou.report.evaluation.material import Material
from paitou.report.final_rows import FinalRow, ValueCell
from paitou.report.off_course import ByOrg, adverse_by_org, missing_by_org
from paitou.report.paper import grouped, title_of
from paitou.report.sentences import brief

_NOTES = (
    "注：评价由规则得出；“测算”由公布数据推算，不是统计数据；“—”是没有数据，不是零。",
    "目标左右，越高越好的按不低于评价，越低越好的按不高于评价。出处的序号见附件3。",
)
_OPEN_COLUMNS = (
    Column(title="序号", width=10, align=Align.CENTRE),
    Column(title="目标", width=52),
    Column(title="情况", width=24, align=Align.CENTRE),
    Column(title="差距；怎样才能评价", width=70),
)


def table_annex(material: Material) -> Annex:
    """Return 主要指标完成情况表: every target from its base year to its end."""
    table = material.table
    years = (table.base, *table.years)
    columns = (
        Column(title="序号", width=9, align=Align.CENTRE),
        Column(title="指标", width=38),
        Column(title="计量单位", width=15, align=Align.CENTRE),
        *(
            Column(title=_year_title(year, table.base), width=19, align=Align.RIGHT)
            for year in years
        ),
        Column(title="目标", width=30),
        Column(title=f"{table.end}年实际", width=19, align=Align.RIGHT),
        Column(title="评价", width=22, align=Align.CENTRE),
        Column(title="数据状态", width=18, align=Align.CENTRE),
        Column(title="出处", width=19, align=Align.CENTRE),
    )
    made = Table(columns=columns, rows=tuple(_rows(material, len(columns))))
    blocks: tuple[Block, ...] = (made, *(Note(text) for text in _NOTES))
    return Annex(title=("主要指标完成情况表",), blocks=blocks, is_landscape=True)


def open_annex(material: Material) -> Annex:
    """Return what is left: targets off course, and figures to be provided, by whom."""
    book, assessment = material.book, material.assessment
    rows: list[Row] = []
    for one in adverse_by_org(book, assessment):
        rows += _of_org("偏离目标", one)
    for missing in missing_by_org(book, assessment):
        for one in missing.orgs:
            rows += _of_org(missing.sign.word, one)
    numbered = []
    number = 0
    for row in rows:
        number += not row.is_band
        cells = row.cells if row.is_band else (str(number), *row.cells[1:])
        numbered.append(Row(cells=cells, is_band=row.is_band))
    table = Table(columns=_OPEN_COLUMNS, rows=tuple(numbered))
    return Annex(title=("结转和补报清单",), blocks=(table,))


def _of_org(what: str, one: ByOrg) -> Iterator[Row]:
    blank = ("",) * (len(_OPEN_COLUMNS) - 1)
    yield Row(cells=(f"{what}：{one.org}（{len(one.lines)}项）", *blank), is_band=True)
    for line in one.lines:
        told = line.gap or gap(line.standing) if line.standing.verdict.is_adverse else ""
        told = told or line.standing.settles or line.standing.reason
        yield Row(cells=("", brief(line.statement), line.sign.word, told))


def _year_title(year: int, base: int) -> str:
    return f"{year}年\n（基期）" if year == base else f"{year}年"


def _rows(material: Material, columns: int) -> Iterator[Row]:
    number, told = 0, ""
    for group in material.table.groups:
        yield Row(cells=(title_of(group.section), *("",) * (columns - 1)), is_band=True)
        for row in group.rows:
            is_first, told = row.statement.id != told, row.statement.id
            number += is_first
            yield Row(cells=_cells(material, row, number if is_first else 0))


def _cells(material: Material, row: FinalRow, number: int) -> tuple[str, ...]:
    """The cells of a target, or without a number of a reading beneath it."""
    standing = material.assessment.wholes[row.statement.id]
    level = f"\n{row.level}" if row.level else ""
    reading = f"（{row.reading}）" if row.reading else ""
    return (
        str(number) if number else "",
        f"{row.statement.indicator}{reading}" if number else row.reading,
        row.unit,
        *(_value(cell) for _, cell in row.cells),
        f"{row.goal}{level}" if number else "",
        _value(row.last),
        row.sign.word,
        row.state,
        material.sources.numbers(standing) if number else "",
    )


def _value(cell: ValueCell | None) -> str:
    if cell is None:
        return "—"
    return f"{grouped(cell.value)}\n（{cell.note}）" if cell.note else grouped(cell.value)
