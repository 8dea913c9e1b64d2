"""Standings → the 目标进展情况表 as .xlsx, with the figures that each rests on."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

from paitou.model import Attainment, Book, Figure, Standing, Statement
from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow, Tone
from paitou.render.sheets import workbook_bytes
from paitou.render.standing_words import attainment_word, standing_value, standing_word
from paitou.report.breakdown.target_words import target_words
from paitou.report.breakdown.wording import number_path
from paitou.tables import Value
from paitou.tracking import Tracking

TITLE = "目标进展情况表"
_LEFT = (
    "填报单位(盖章)：                  填报人：            审核人：            联系电话："
)
_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title="章节", width=22),
    SheetColumn(title="指标", width=20),
    SheetColumn(title="目标(原文)", width=30),
    SheetColumn(title="目标值", width=16, is_centred=True),
    SheetColumn(title="单位名称", width=12, is_centred=True),
    SheetColumn(title="最近值", width=15, is_centred=True),
    SheetColumn(title="时期", width=13, is_centred=True),
    SheetColumn(title="完成率(%)", width=10, is_centred=True),
    SheetColumn(title="序时差(百分点)", width=10, is_centred=True),
    SheetColumn(title="评价", width=16, is_centred=True),
    SheetColumn(title="亮灯", width=8, is_centred=True),
    SheetColumn(title="依据", width=60),
    SheetColumn(title="怎样才能判定", width=30),
    SheetColumn(title="牵头单位", width=16, is_centred=True),
)
_FIGURE_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title="指标", width=26),
    SheetColumn(title="单位名称", width=14, is_centred=True),
    SheetColumn(title="时期", width=14, is_centred=True),
    SheetColumn(title="数值", width=16, is_centred=True),
    SheetColumn(title="数据状态", width=12, is_centred=True),
    SheetColumn(title="公布日期", width=14, is_centred=True),
    SheetColumn(title="来源", width=60),
    SheetColumn(title="所在行", width=30),
)
SHARE_NOTE = (
    "完成率比的是：累计目标为累计完成量占全部目标；分了年度任务的，为最近值占当年任务；"
    "没有年度任务、从基期起步的，为已提高（降低）的幅度占应提高（降低）的幅度；"
    "其余为最近值占目标值。"
)
_NOTES = (
    "说明：标有“测算”的由公布的数据推算，不是统计数据；没有公布数据的不作评价。",
    "最近值按目标的计量单位；序时差为正是超序时进度，为负是欠序时进度。",
    f"{SHARE_NOTE}具体见“依据”。",
)


def write_standings(book: Book, tracking: Tracking, path: Path) -> None:
    """Write the workbook to a file."""
    path.write_bytes(standing_bytes(book, tracking))


def standing_bytes(book: Book, tracking: Tracking) -> bytes:
    """Return the workbook; equal standings give equal bytes."""
    return workbook_bytes(standing_pages(book, tracking), TITLE)


def standing_pages(book: Book, tracking: Tracking) -> tuple[SheetPage, ...]:
    """Return the table of all targets, and the figures that decided them."""
    pages = [_main_page(book, tracking)]
    used = {i for standing in tracking.standings for i in standing.figures}
    figures = [figure for figure in book.figures if figure.id in used]
    if figures:
        pages.append(_figure_page(book, figures))
    return tuple(pages)


def counts_sentence(book: Book, tracking: Tracking) -> str:
    """Return how many targets stand where, in one sentence; parts of a target apart."""
    whole = [found[0] for found in _by_statement(tracking).values()]
    split = len(tracking.standings) - len(whole)
    counted = Counter(standing.verdict for standing in whole)
    unknown = counted.pop(Attainment.UNKNOWN, 0)
    told = [f"{attainment_word(v).word}{counted[v]}项" for v in Attainment if counted[v]]
    told += [f"无法评价{unknown}项"] if unknown else []
    day = f"{tracking.as_of.year}年{tracking.as_of.month}月{tracking.as_of.day}日"
    also = f"；另有分解到单位的{split}项" if split else ""
    return (
        f"“{book.title}”，按{day}已知数据，{len(whole)}项目标中，{'、'.join(told)}{also}。"
    )


def _by_statement(tracking: Tracking) -> dict[str, list[Standing]]:
    found: dict[str, list[Standing]] = {}
    for standing in tracking.standings:
        found.setdefault(standing.statement, []).append(standing)
    return found


def _main_page(book: Book, tracking: Tracking) -> SheetPage:
    statements = {statement.id: statement for statement in book.plan.statements}
    places = {section.id: place for place, section in enumerate(book.plan.sections)}
    rows = [
        SheetRow(
            cells=(
                str(number),
                number_path(book.plan, places.get(statement.section, -1)),
                *_cells(standing, statement, book),
            )
        )
        for number, standing in enumerate(tracking.standings, 1)
        if (statement := statements.get(standing.statement))
    ]
    sentence = counts_sentence(book, tracking)
    blank = ("",) * (len(_COLUMNS) - 1)
    across = SheetRow(
        cells=(sentence, *blank), tone=Tone.TOTAL, joined=(0, len(_COLUMNS) - 1)
    )
    return SheetPage(
        name="目标进展",
        title=f"{book.title}{TITLE}",
        left=_LEFT,
        right="计量单位：以目标值所列为准",
        frame=_frame(book),
        columns=_COLUMNS,
        rows=(across, *rows),
        foot=_NOTES,
        frozen_columns=3,
    )


def _cells(standing: Standing, statement: Statement, book: Book) -> tuple[Value, ...]:
    assigned = book.assignment_of(statement)
    found = standing_word(standing, assigned.nature)
    return (
        statement.indicator,
        statement.quote,
        target_words(statement),
        standing.org,
        standing_value(standing),
        standing.period.label if standing.period else "",
        "" if standing.share is None else f"{standing.share * 100:.1f}",
        "" if standing.pace_pp is None else f"{standing.pace_pp:+.1f}".replace("-", "−"),
        f"{found.mark} {found.word}",
        standing.light.label,
        standing.reason + (f"；{standing.deviation}" if standing.deviation else ""),
        standing.settles,
        assigned.lead_org,
    )


def _figure_page(book: Book, figures: list[Figure]) -> SheetPage:
    rows = (
        SheetRow(cells=_figure_cells(number, figure))
        for number, figure in enumerate(figures, 1)
    )
    return SheetPage(
        name="所据数据",
        title=f"{book.title}目标进展所据数据",
        frame=_frame(book),
        columns=_FIGURE_COLUMNS,
        rows=tuple(rows),
        frozen_columns=2,
    )


def _frame(book: Book) -> str:
    return "模拟数据" if book.is_simulated else ""


def _figure_cells(number: int, figure: Figure) -> tuple[Value, ...]:
    value = f"{figure.value:f}" if isinstance(figure.value, Decimal) else figure.value
    high = "" if figure.value_high is None else f"—{figure.value_high:f}"
    return (
        str(number),
        figure.indicator,
        figure.org,
        figure.period.label,
        f"{figure.qualifier}{value or '/'}{high}{figure.unit.text}",
        figure.state.label,
        figure.known_on.isoformat() if figure.known_on else "未写明",
        figure.source or "未写明",
        figure.where,
    )
