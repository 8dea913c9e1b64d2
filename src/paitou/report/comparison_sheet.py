"""A reconciliation → the 目标任务完成情况对照表 as .xlsx, silent promises apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paitou.model import Plan, Statement
from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow, Tone
from paitou.render.sheets import workbook_bytes
from paitou.report.breakdown.wording import number_path
from paitou.tables import Value
from paitou.tracking.reconcile import Pair, Reconciliation, shortfall_words, value_words

TITLE = "目标任务完成情况对照表"
_SILENT_TITLE = "后续报告未提及的目标"
_LEFT = (
    "填表单位(盖章)：                  填表人：            审核人：            联系电话："
)
_RIGHT = "计量单位：以原文所列为准"
_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title="目标(原文)", width=34),
    SheetColumn(title="章节", width=27),
    SheetColumn(title="指标", width=20),
    SheetColumn(title="目标值", width=15, is_centred=True),
    SheetColumn(title="完成情况(原文)", width=34),
    SheetColumn(title="实际值", width=15, is_centred=True),
    SheetColumn(title="评价", width=14, is_centred=True),
    SheetColumn(title="差距", width=17, is_centred=True),
    SheetColumn(title="说明", width=44),
    SheetColumn(title="对照依据", width=16, is_centred=True),
)
_SILENT_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title="目标(原文)", width=60),
    SheetColumn(title="章节", width=26),
    SheetColumn(title="指标", width=34),
    SheetColumn(title="目标值", width=20, is_centred=True),
    SheetColumn(title="完成情况(补报)", width=36),
    SheetColumn(title="责任单位", width=24),
)
_NOTES = (
    "说明：左右，越高越好的指标按不低于核对，越低越好的指标按不高于核对。",
    "基本达到：比率差距不超过0.5个百分点，其他数值差距不超过目标的10%。",
    "本表由两份公开文本逐项对照得出，评价供核对使用，不代替统计数据。",
)


def comparison_bytes(plan: Plan, later: Plan, found: Reconciliation) -> bytes:
    """Return the workbook; equal reconciliations give equal bytes."""
    return workbook_bytes(comparison_pages(plan, later, found), TITLE)


def write_comparison(plan: Plan, later: Plan, found: Reconciliation, path: Path) -> None:
    """Write the workbook to a file."""
    path.write_bytes(comparison_bytes(plan, later, found))


def comparison_pages(
    plan: Plan, later: Plan, found: Reconciliation
) -> tuple[SheetPage, ...]:
    """Return the table of all targets, and the page of those that are not spoken of."""
    sections = _section_words(plan)
    pages = [_main_page(plan, later, found, sections)]
    if found.silent:
        pages.append(_silent_page(plan, later, found.silent, sections))
    return tuple(pages)


def summary_sentence(plan: Plan, later: Plan, found: Reconciliation) -> str:
    """Return what became of the targets in one sentence with counts."""
    if not found.pairs:
        return f"“{name_of(plan)}”没有读出量化目标。"
    counts = "、".join(f"{label}{count}项" for label, count in found.labels.items())
    told = f"“{name_of(plan)}”的{len(found.pairs)}项量化目标，按“{name_of(later)}”逐项核对"
    return f"{told}：{counts}。"


def name_of(plan: Plan) -> str:
    """Return the title with its year, the file's name where there is no title."""
    document = plan.document
    title, year = document.title or document.file, document.year
    return title if year is None or str(year) in title else f"{year}年{title}"


def _main_page(
    plan: Plan, later: Plan, found: Reconciliation, sections: dict[str, str]
) -> SheetPage:
    rows = (
        SheetRow(cells=_cells(number, pair, sections))
        for number, pair in enumerate(found.pairs, 1)
    )
    return SheetPage(
        name="对照表",
        title=TITLE,
        left=_LEFT,
        right=_RIGHT,
        columns=_COLUMNS,
        rows=(_across(summary_sentence(plan, later, found), len(_COLUMNS)), *rows),
        foot=(*_faults(found), *_NOTES),
        frozen_columns=2,
    )


def _across(words: str, columns: int) -> SheetRow:
    """A row that is one cell: what the table says, in a sentence."""
    cells = (words, *("" for _ in range(columns - 1)))
    return SheetRow(cells=cells, tone=Tone.TOTAL, joined=(0, columns - 1))


def _faults(found: Reconciliation) -> Iterable[str]:
    return (
        f"{issue.level.label}：{issue.message}，{issue.remedy}。" for issue in found.issues
    )


def _cells(number: int, pair: Pair, sections: dict[str, str]) -> tuple[Value, ...]:
    target, outcome = pair.target, pair.outcome
    return (
        str(number),
        target.quote,
        sections.get(target.section, ""),
        _indicator(target),
        value_words(target),
        outcome.quote if outcome else pair.mention,
        value_words(outcome) if outcome else "",
        pair.label,
        shortfall_words(pair),
        pair.reason,
        "、".join(evidence.label for evidence in pair.evidence),
    )


def _silent_page(
    plan: Plan, later: Plan, silent: tuple[Pair, ...], sections: dict[str, str]
) -> SheetPage:
    rows = (
        SheetRow(cells=_silent_cells(number, pair.target, sections))
        for number, pair in enumerate(silent, 1)
    )
    told = f"“{name_of(later)}”没有说到“{name_of(plan)}”的下列{len(silent)}项目标，请补报。"
    return SheetPage(
        name="后续报告未提及",
        title=_SILENT_TITLE,
        left=_LEFT,
        right=_RIGHT,
        columns=_SILENT_COLUMNS,
        rows=(_across(told, len(_SILENT_COLUMNS)), *rows),
        frozen_columns=2,
    )


def _silent_cells(
    number: int, target: Statement, sections: dict[str, str]
) -> tuple[Value, ...]:
    orgs = "、".join(one.org for one in target.responsible)
    section = sections.get(target.section, "")
    quote, name = target.quote, _indicator(target)
    return (str(number), quote, section, name, value_words(target), "", orgs)


def _indicator(target: Statement) -> str:
    return f"{target.scope or ''}{target.indicator}"


def _section_words(plan: Plan) -> dict[str, str]:
    """The number path and title of each section, by its id."""
    return {
        section.id: f"{number_path(plan, index)}{section.title}"
        for index, section in enumerate(plan.sections)
    }
