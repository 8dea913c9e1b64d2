"""Plans → a workbook: statements, commitments, numbers and issues, a sheet each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from paitou.cli.words import orgs, time_limit
from paitou.model import Commitment, Issue, Mention, Plan, Statement
from paitou.render import wording
from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow
from paitou.render.sheets import workbook_bytes
from paitou.tables import Value

_Row = tuple[Value, ...]
_FIRST = (("文件", 18), ("章节", 26))


@frozen
class _Sheet:
    """One sheet: its name, its columns with their widths, and the rows of one plan."""

    name: str
    columns: Sequence[tuple[str, float]]
    rows: Callable[[Plan], Iterable[_Row]]


def plans_workbook(plans: Sequence[Plan], frame: str = "") -> bytes:
    """Return the bytes of an .xlsx that holds everything that was compiled.

    `frame` is what must stand on every page (模拟数据).
    """
    pages = [_page(sheet, plans, frame) for sheet in _SHEETS]
    return workbook_bytes(pages, "方案编译结果")


def _page(sheet: _Sheet, plans: Sequence[Plan], frame: str) -> SheetPage:
    rows = tuple(SheetRow(cells=row) for plan in plans for row in sheet.rows(plan))
    return SheetPage(
        name=sheet.name,
        title=sheet.name,
        columns=tuple(
            SheetColumn(title=title, width=wide) for title, wide in sheet.columns
        ),
        rows=rows,
        right=f"共{len(rows)}条",
        frame=frame,
        frozen_columns=1,
    )


def _statements(plan: Plan) -> Iterator[_Row]:
    sections = _section_names(plan)
    for item in plan.statements:
        yield (plan.document.file, sections.get(item.section, ""), *_statement(item))


def _statement(item: Statement) -> _Row:
    return (
        item.id,
        wording.ROLE[item.role],
        item.indicator,
        item.indicator_id,
        item.scope,
        wording.MEASURE[item.measure],
        wording.COMPARATOR[item.comparator],
        item.value,
        item.value_high,
        item.unit.text,
        wording.STRENGTH[item.strength],
        time_limit(item.when),
        wording.WHEN_SOURCE[item.when.source],
        item.base,
        orgs(item.responsible),
        item.quote,
        *_place(item),
    )


def _commitments(plan: Plan) -> Iterator[_Row]:
    sections = _section_names(plan)
    for item in plan.commitments:
        yield (plan.document.file, sections.get(item.section, ""), *_commitment(item))


def _commitment(item: Commitment) -> _Row:
    return (
        item.id,
        wording.COMMITMENT_KIND[item.kind],
        item.object,
        wording.CADENCE.get(item.cadence or "", item.cadence),
        wording.NATURE.get(item.nature or "", item.nature),
        orgs(item.responsible),
        item.quote,
        *_place(item),
    )


def _mentions(plan: Plan) -> Iterator[_Row]:
    for item in plan.mentions:
        name = wording.MENTION.get(item.name, item.name)
        meaning = wording.MENTION_MEANING.get(item.name, "")
        row = (item.text, name, meaning, item.statement or "")
        yield (plan.document.file, *row, *_place(item))


def _issues(plan: Plan) -> Iterator[_Row]:
    for item in plan.issues:
        row = (item.level.label, item.code, item.where, item.message, item.remedy)
        yield (plan.document.file, *row, *_place(item))


def _place(item: Statement | Commitment | Mention | Issue) -> _Row:
    start, end = item.start, item.end
    return (
        None if start is None else Decimal(start),
        None if end is None else Decimal(end),
    )


def _section_names(plan: Plan) -> dict[str, str]:
    return {section.id: f"{section.number}{section.title}" for section in plan.sections}


_LAST = (("起", 8), ("止", 8))
_SHEETS = (
    _Sheet(
        "量化目标",
        (
            *_FIRST,
            *(("编号", 16), ("性质", 10), ("指标", 30), ("指标编号", 20), ("范围", 12)),
            *(("口径", 11), ("比较", 8), ("数值", 11), ("上限值", 9), ("单位", 10)),
            *(("力度", 10), ("时限", 16), ("时限出处", 20), ("基数", 10)),
            *(("责任单位", 24), ("原文", 50)),
            *_LAST,
        ),
        _statements,
    ),
    _Sheet(
        "定性与专项任务",
        (
            *_FIRST,
            *(("编号", 16), ("种类", 12), ("名称", 40), ("频次", 9), ("性质", 11)),
            *(("责任单位", 24), ("原文", 60)),
            *_LAST,
        ),
        _commitments,
    ),
    _Sheet(
        "全部数字",
        (
            ("文件", 18),
            *(("数字", 14), ("去向", 16), ("说明", 40), ("所属编号", 16)),
            *_LAST,
        ),
        _mentions,
    ),
    _Sheet(
        "问题",
        (
            ("文件", 18),
            *(("级别", 8), ("代码", 24), ("位置", 20), ("问题", 60), ("办法", 50)),
            *_LAST,
        ),
        _issues,
    ),
)
