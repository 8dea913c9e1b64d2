"""A scoreboard → the 得分明细表 as .xlsx: every point computed in the sheet itself."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from attrs import evolve

from paitou.contest.formulas import describe
from paitou.contest.results import OrgScore, Scoreboard
from paitou.model import Book, Item, Period
from paitou.render.sheet_page import Live, SheetColumn, SheetPage, SheetRow, SheetValue
from paitou.render.sheets import workbook_bytes
from paitou.report.contest.material import contest_material
from paitou.report.score.expressions import decimal
from paitou.report.score.lines import lines
from paitou.report.score.process_page import NAME as PROCESS
from paitou.report.score.process_page import Process, process_page
from paitou.tables import place_name

TITLE = "得分明细表"
_NAME = "得分表"
_FIRST_ITEM = 3


def write_scores(board: Scoreboard, path: Path, *, is_simulated: bool = False) -> None:
    """Write the workbook to a file."""
    path.write_bytes(score_sheet_bytes(board, is_simulated=is_simulated))


def write_contest_scores(
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    period: Period | None = None,
    rulebook: str = "",
) -> None:
    """Write the workbook of a round of a book's contest by what was known on a day."""
    material = contest_material(book, as_of, period, rulebook)
    write_scores(material.board, path, is_simulated=book.is_simulated)


def score_sheet_bytes(board: Scoreboard, *, is_simulated: bool = False) -> bytes:
    """Return the workbook; an equal board gives equal bytes."""
    return workbook_bytes(score_pages(board, is_simulated=is_simulated), TITLE)


def score_pages(board: Scoreboard, *, is_simulated: bool = False) -> tuple[SheetPage, ...]:
    """Return the scores, how each point came about, what came on top, and the rules."""
    frame = "模拟数据" if is_simulated else ""
    period = board.period.label if board.period else ""
    title = f"{board.rulebook.title}{period}"
    groups = {group.id: group.name for group in board.rulebook.groups}
    empty = SheetPage(name=PROCESS, title=f"{title}{PROCESS}", columns=(), frame=frame)
    process = process_page(lines(board), groups, empty)
    pages = [
        _scores(board, process, groups, f"{title}{TITLE}", frame),
        process.page,
        _rules(board, f"{title}计分办法", frame),
    ]
    if any(score.extras or score.vetoes for score in board.scores):
        pages.insert(2, _extras(board, groups, f"{title}加减分和否决事项", frame))
    return tuple(pages)


def _scores(
    board: Scoreboard, process: Process, groups: dict[str, str], title: str, frame: str
) -> SheetPage:
    items = board.rulebook.scored
    shown = f"0.{'0' * board.rulebook.decimals}".rstrip(".")
    columns = (
        SheetColumn(title="组别", width=10, is_centred=True),
        SheetColumn(title="名次", width=7, is_centred=True),
        SheetColumn(title="单位名称", width=16, is_centred=True),
        *(
            SheetColumn(
                title=_head(board, item), width=11, is_centred=True, number_format=shown
            )
            for item in items
        ),
        SheetColumn(title="加减分", width=9, is_centred=True, number_format=shown),
        SheetColumn(title="总分", width=10, is_centred=True, number_format=shown),
        SheetColumn(title="等次", width=9, is_centred=True),
        SheetColumn(title="说明", width=30),
    )
    page = SheetPage(
        name=_NAME,
        title=title,
        columns=columns,
        rows=tuple(SheetRow(cells=("",) * len(columns)) for _ in board.scores),
        right="计量单位：分",
        frame=frame,
        foot=_foot(board),
        frozen_columns=3,
    )
    rows = tuple(
        SheetRow(cells=_cells(score, items, process, page.line_of(n), groups, board))
        for n, score in enumerate(board.scores)
    )
    return evolve(page, rows=rows)


def _cells(
    score: OrgScore,
    items: tuple[Item, ...],
    process: Process,
    line: int,
    groups: dict[str, str],
    board: Scoreboard,
) -> tuple[SheetValue, ...]:
    last = _FIRST_ITEM + len(items)
    extras = sum((extra.points for extra in score.extras), Fraction(0))
    total: SheetValue = "不评"
    if score.score is not None:
        first, end = place_name(line - 1, _FIRST_ITEM), place_name(line - 1, last)
        formula = f"=ROUND(SUM({first}:{end}),{board.rulebook.decimals})"
        total = Live(formula, score.score)
    told = (*score.vetoes, score.class_reason, score.why_unranked)
    return (
        groups.get(score.group, score.group),
        "" if score.rank is None else Decimal(score.rank),
        score.org,
        *(_points(score, item, process) for item in items),
        decimal(extras),
        total,
        score.class_name or "",
        "；".join(words for words in told if words),
    )


def _points(score: OrgScore, item: Item, process: Process) -> SheetValue:
    found = score.of(item.id)
    if found is None or found.points is None:
        return "—"
    place = process.places.get((score.org, item.id))
    now = decimal(found.points)
    return Live(f"={PROCESS}!{place}", now) if place else now


def _head(board: Scoreboard, item: Item) -> str:
    fulls = {
        points.full
        for score in board.scores
        for points in score.points
        if points.item == item.id and not points.missing
    }
    if len(fulls) == 1:
        return f"{item.name}（{decimal(fulls.pop()):f}分）"
    return item.name


def _foot(board: Scoreboard) -> tuple[str, ...]:
    own = (
        f"本办法中由本项目自拟的内容：{board.rulebook.ours}。"
        if board.rulebook.ours
        else ""
    )
    notes = [f"说明：各项得分引自“{PROCESS}”，改动其中的数，得分和总分随之改变。"]
    notes += [own] if own else []
    return (*notes, *board.notes)


def _extras(board: Scoreboard, groups: dict[str, str], title: str, frame: str) -> SheetPage:
    rows = [
        (groups.get(s.group, s.group), s.org, e.event.kind, decimal(e.points),
         e.event.reason or e.words, e.event.document)
        for s in board.scores
        for e in s.extras
    ]  # fmt: skip
    rows += [
        (groups.get(s.group, s.group), s.org, "否决", "", veto, "")  # type: ignore[misc]
        for s in board.scores
        for veto in s.vetoes
    ]
    return SheetPage(
        name="加减分和否决",
        title=title,
        columns=(
            SheetColumn(title="组别", width=12, is_centred=True),
            SheetColumn(title="单位名称", width=18, is_centred=True),
            SheetColumn(title="种类", width=12, is_centred=True),
            SheetColumn(title="分值", width=10, is_centred=True),
            SheetColumn(title="事项", width=60),
            SheetColumn(title="依据", width=30),
        ),
        rows=tuple(SheetRow(cells=row) for row in rows),
        frame=frame,
    )


def _rules(board: Scoreboard, title: str, frame: str) -> SheetPage:
    rulebook = board.rulebook
    rows = []
    for item in rulebook.scored:
        above = rulebook.item(item.parent)
        name = item.formula.name if item.formula else ""
        described = describe(name)
        cells = (
            above.name if above else "",
            item.name,
            item.weight,
            item.unit.text,
            "越大越好" if item.direction > 0 else "越小越好",
            described.title if described else name,
            item.source,
            "是" if item.is_self_reported else "否",
            item.unit_note,
        )
        rows.append(SheetRow(cells=cells))
    told = (f"依据：{rulebook.source}", rulebook.ours and f"自拟内容：{rulebook.ours}")
    return SheetPage(
        name="计分办法",
        title=title,
        columns=(
            SheetColumn(title="类别", width=18, is_centred=True),
            SheetColumn(title="指标", width=30),
            SheetColumn(title="满分", width=8, is_centred=True, number_format="General"),
            SheetColumn(title="计量单位", width=12, is_centred=True),
            SheetColumn(title="方向", width=12, is_centred=True),
            SheetColumn(title="计分公式", width=16, is_centred=True),
            SheetColumn(title="数源部门", width=22, is_centred=True),
            SheetColumn(title="单位自报", width=10, is_centred=True),
            SheetColumn(title="说明", width=44),
        ),
        rows=tuple(rows),
        frame=frame,
        foot=(*filter(None, told), f"办法文本的校验值（SHA-256）：{rulebook.sha256}"),
    )
