"""The material of a circular → three tables from low to high, and fact-check slips."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import zip_longest
from math import ceil

from paitou.model import Attainment, Period
from paitou.render.document import (
    Align,
    Annex,
    Block,
    Column,
    Note,
    Paragraph,
    Row,
    Table,
)
from paitou.render.standing_words import standing_value, standing_word
from paitou.report.answers import gap
from paitou.report.circular.material import Item, Material
from paitou.report.circular.parts import reason_cell, reason_words
from paitou.report.off_course import NOBODY
from paitou.report.paper import BEFORE_ISSUE, day_words, grouped
from paitou.report.sentences import brief
from paitou.report.standing_sheet import SHARE_NOTE

_COLUMNS = (
    Column(title="序号", width=10, align=Align.CENTRE),
    Column(title="目标", width=46),
    Column(title="单位", width=30, align=Align.CENTRE),
    Column(title="最近值", width=24, align=Align.RIGHT),
    Column(title="时期", width=26, align=Align.CENTRE),
    Column(title="完成率（%）", width=13, align=Align.RIGHT),
    Column(title="序时差（个百分点）", width=14, align=Align.RIGHT),
    Column(title="评价", width=27, align=Align.CENTRE),
    Column(title="原因（单位报送）", width=36),
    Column(title="出处", width=18, align=Align.CENTRE),
)
_BARE_COLUMNS = (
    Column(title="序号", width=11, align=Align.CENTRE),
    Column(title="目标", width=60),
    Column(title="单位", width=24, align=Align.CENTRE),
    Column(title="评价", width=18, align=Align.CENTRE),
)
_NODE_COLUMNS = (
    Column(title="序号", width=11, align=Align.CENTRE),
    Column(title="项目、任务节点", width=70),
    Column(title="单位", width=34, align=Align.CENTRE),
    Column(title="期限", width=30, align=Align.CENTRE),
    Column(title="进展", width=40, align=Align.CENTRE),
    Column(title="备注", width=40),
)
_SLIP_COLUMNS = (
    Column(title="序号", width=11, align=Align.CENTRE),
    Column(title="拟通报内容", width=95),
    Column(title="核实意见（属实／更正及依据）", width=50),
)
_SEAL = "单位（盖章）：　　　　　　　日期：　　年　月　日"
_NOTE = "注：按序时差由低到高排列，没有序时差的排在后面；“—”是没有数据或不适用，不是零。"

_SAME_NOTE = "注：排列的次序和完成率的算法同附件1。"


def circular_annexes(material: Material) -> tuple[Annex, ...]:
    """Return the tables of indicators, tasks and projects, and the sources."""
    return (
        _targets("主要经济社会指标进展表", material, is_task=False),
        _targets("量化任务进展表", material, is_task=True),
        _projects(material),
        material.sources.annex(),
    )


def fact_slips(material: Material) -> tuple[Annex, ...]:
    """Return a page for each organisation that is named for something off course."""
    return tuple(_slip(material, org) for org in material.named_orgs)


def _targets(title: str, material: Material, *, is_task: bool) -> Annex:
    rows: list[Row] = []
    items = [item for item in material.wholes if item.is_task is is_task]
    shown = [item for item in items if not _is_bare(material, item)]
    for number, item in enumerate(shown, 1):
        rows.append(Row(cells=_cells(material, str(number), brief(item.statement), item)))
        for share in material.shares_of(item.statement):
            rows.append(Row(cells=_cells(material, "", "　其中", share)))
    blocks: list[Block] = [] if items else [Paragraph(text="没有这一类目标。")]
    if rows:
        table = Table(columns=_COLUMNS, rows=tuple(rows), unit="计量单位：随数值列出")
        notes = (_SAME_NOTE,) if is_task else (_NOTE, SHARE_NOTE)
        blocks += [table, *map(Note, notes)]
    bare = [item for item in items if _is_bare(material, item)]
    blocks += _bare_blocks(material, bare, len(shown))
    return Annex(title=(title,), blocks=tuple(blocks), is_landscape=True)


def _is_bare(material: Material, item: Item) -> bool:
    """Whether a row of it would be empty: no value, no figure, no share."""
    standing = item.standing
    is_unknown = standing.verdict is Attainment.UNKNOWN
    told = standing_value(standing) or material.sources.numbers(standing)
    return is_unknown and not told and not material.shares_of(item.statement)


def _bare_blocks(material: Material, items: list[Item], before: int) -> list[Block]:
    """What has no value yet, in one table of few columns: goes on with the numbers."""
    rows = [
        Row(cells=(str(number), brief(item.statement), _org(item), _word(material, item)))
        for number, item in enumerate(items, before + 1)
    ]
    if not rows:
        return []
    halves = ceil(len(rows) / 2)
    empty = Row(cells=("",) * len(_BARE_COLUMNS))
    pairs = zip_longest(rows[:halves], rows[halves:], fillvalue=empty)
    table = Table(
        columns=_BARE_COLUMNS * 2,
        rows=tuple(Row(cells=(*left.cells, *right.cells)) for left, right in pairs),
        title=f"没有数据、还不能评价的{len(rows)}项",
    )
    return [table]


def _cells(material: Material, number: str, name: str, item: Item) -> tuple[str, ...]:
    standing = item.standing
    share, pace = standing.share, standing.pace_pp
    adverse = standing.verdict.is_adverse
    return (
        number,
        name,
        _org(item),
        grouped(standing_value(standing)) or "—",
        standing.period.label if standing.period else "—",
        "—" if share is None else f"{share * 100:.1f}",
        "—" if pace is None else f"{pace:+.1f}".replace("-", "−"),
        _word(material, item),
        reason_cell(item) if adverse else "",
        material.sources.numbers(standing),
    )


def _org(item: Item) -> str:
    return "—" if item.org == NOBODY else item.org


def _word(material: Material, item: Item) -> str:
    nature = material.book.assignment_of(item.statement).nature
    return standing_word(item.standing, nature).word


def _projects(material: Material) -> Annex:
    rows = tuple(
        Row(
            cells=(
                str(number),
                node.milestone.what,
                node.org or "—",
                _due(node.milestone.due),
                node.state.words,
                node.milestone.note,
            )
        )
        for number, node in enumerate(material.nodes, 1)
    )
    blocks: tuple[Block, ...] = (Paragraph(text="没有设定项目节点，也没有收到项目进展。"),)
    if rows:
        blocks = (Table(columns=_NODE_COLUMNS, rows=rows),)
    return Annex(title=("重点项目和节点进展表",), blocks=blocks, is_landscape=True)


def _due(due: Period | dt.date) -> str:
    return due.label if isinstance(due, Period) else day_words(due)


def _slip(material: Material, org: str) -> Annex:
    """A page for one organisation, used before the circular is issued."""
    told = [*_told_of(material, org)]
    rows = tuple(Row(cells=(str(n), text, "")) for n, text in enumerate(told, 1))
    asked = (
        f"下列内容拟在通报中写明，请于{day_words(material.check_by)}前核实，"
        "有出入的附盖章依据。本单印发前使用，不随通报印发。"
    )
    blocks: tuple[Block, ...] = (
        Paragraph(text=f"{org}：", is_indented=False),
        Paragraph(text=asked),
        Table(columns=_SLIP_COLUMNS, rows=rows),
        Paragraph(text=_SEAL, is_indented=False),
    )
    return Annex(title=("被通报单位事实核实单",), blocks=blocks, label=BEFORE_ISSUE)


def _told_of(material: Material, org: str) -> Iterable[str]:
    for item in material.items:
        if item.org == org and item.standing.verdict.is_adverse:
            told = gap(item.standing) or item.standing.reason
            yield f"{brief(item.statement)}：{told}；{reason_words(item)}"
    for node in material.nodes:
        if node.org == org and node.is_adverse:
            yield f"{node.milestone.what.rstrip('。')}：{node.state.words}"
