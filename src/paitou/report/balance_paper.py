"""A book → 目标衔接平衡分析 as a paper: one page, and an annex with the proofs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from paitou.consistency.plan.answers import Answers, answer
from paitou.consistency.plan.building import PlanSystem, build
from paitou.consistency.plan.notes import notes
from paitou.consistency.plan.sources import Source, SourceKind
from paitou.model import Book, Issue
from paitou.render.balance_words import balance_sentence
from paitou.render.document import (
    Align,
    Annex,
    Block,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    write_paper,
)
from paitou.report.balance_findings import Finding, findings
from paitou.report.issuance import Issuance, issued_as
from paitou.report.page_fitting import PAGE, fitting, line_total
from paitou.report.paper import BY_WHOM, DRAFT, chinese, day_words, frame_of, titled

_COLUMNS = (
    Column(title="依据", width=84),
    Column(title="数", width=26, align=Align.RIGHT),
    Column(title="运算", width=16, align=Align.CENTRE),
    Column(title="得", width=30, align=Align.RIGHT),
)
_KINDS = {SourceKind.FIGURE: "已公布的数", SourceKind.ASSUMPTION: "假设"}
#: An aim that says no more than its heading.
_PLAIN_AIM = ("", "处理办法")
_MOST = 4
#: Mark, a blank line, two lines of title, a blank line, the annex with a blank line.
_AROUND = 7


def write_balance(
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    template: Path | None = None,
    issuance: Issuance | None = None,
) -> tuple[Issue, ...]:
    """Write the analysis by what was known on a day, as .docx or .pdf."""
    paper = issued_as(balance_document(book, as_of), issuance)
    return write_paper(paper, path, template)


def balance_document(book: Book, as_of: dt.date) -> Document:
    """Return the analysis: what is found on one page, every proof in the annex.

    Raises:
        UsageError: the plan's system is too large to be worked through.
    """
    plan = build(book, as_of)
    found = answer(plan)
    every = findings(found, notes(plan, book.plan.document))
    proofs = Annex(title=("各项发现的论证",), blocks=tuple(_proofs(every)))
    return Document(
        title=(titled(book), "目标衔接平衡分析"),
        mark=DRAFT,
        right=f"数据截至{day_words(as_of)}",
        blocks=_page(plan, found, every, as_of),
        annexes=(proofs,) if every else (),
        frame=frame_of(book),
    )


def _page(
    plan: PlanSystem, found: Answers, every: tuple[Finding, ...], as_of: dt.date
) -> tuple[Block, ...]:
    """The page: the whole, as many findings as fit, what follows, how it was made."""
    conclusion = _conclusion(plan, found)
    head: list[Block] = [Heading("一、结论"), Paragraph(text=conclusion)]
    foot: list[Block] = [Heading("三、建议"), Paragraph(text=_advice(every))]
    foot += [Note(_method(plan, as_of)), Note(BY_WHOM)]
    more = [one for one in every if one.told.removesuffix("。") not in conclusion]
    told = [
        Paragraph(text=finding.told, lead=f"{number}. ")
        for number, finding in enumerate(more[:_MOST], 1)
    ]
    room = PAGE - _AROUND - line_total([*head, Heading("二、"), *foot])
    shown = fitting(told, room)
    body: list[Block] = [*shown] or [Paragraph(text=_left_words(len(more)))]
    return (*head, Heading(_findings_title(len(shown), len(more))), *body, *foot)


def _left_words(left: int) -> str:
    return f"另有{left}项，逐项列在附件中。" if left else "没有其他需要说明的情况。"


def _findings_title(shown: int, total: int) -> str:
    left = f"（共{total}项，其余见附件）" if 0 < shown < total else ""
    return f"二、其他发现{left}"


def _conclusion(plan: PlanSystem, found: Answers) -> str:
    return balance_sentence(found) if plan.statements else "没有可以分析的目标。"


def _advice(every: tuple[Finding, ...]) -> str:
    first = next((one for one in every if one.adjustments and one.is_grave), None)
    first = first or next((one for one in every if one.adjustments and one.sums), None)
    if first is None:
        return "没有需要调整的目标。"
    return f"{first.aim}：{first.adjustments[0]}（测算，供研究）。其他办法见附件。"


def _method(plan: PlanSystem, as_of: dt.date) -> str:
    used = len(plan.statements) - len(plan.unused)
    return (
        f"本分析把{used}项目标、指标之间的关系、规划期以前已公布的数和写明的假设放在一起核算，"
        f"按{day_words(as_of)}已知的数据；另有{len(plan.unused)}项目标不能用算式表达，未纳入。"
        "推算的数都是测算，不是统计数据。"
    )


def _proofs(every: tuple[Finding, ...]) -> Iterator[Block]:
    for number, finding in enumerate(every, 1):
        yield Heading(f"{chinese(number)}、{finding.told.removesuffix('。')}")
        if finding.sums:
            yield _sum_table(finding)
        if finding.rules:
            yield Paragraph(text=f"{'；'.join(finding.rules)}。", lead="用到的关系：")
        if finding.sources:
            yield Paragraph(text=f"{_told(finding.sources)}。", lead="依据：")
        if finding.inputs:
            yield Paragraph(text=f"{_told(finding.inputs)}。", lead="对照：")
        if finding.adjustments:
            told = "；".join(finding.adjustments)
            aim = "" if finding.aim in _PLAIN_AIM else f"{finding.aim}："
            yield Paragraph(text=f"{aim}{told}。", lead="办法：")


def _sum_table(finding: Finding) -> Table:
    rows = [
        Row(cells=(_words(one.source), one.number, one.times, one.product))
        for one in finding.sums
    ]
    rows.append(Row(cells=("合计", "", "", finding.total), is_total=True))
    return Table(columns=_COLUMNS, rows=tuple(rows))


def _told(sources: tuple[Source, ...]) -> str:
    return "；".join(dict.fromkeys(map(_words, sources)))


def _words(source: Source) -> str:
    kind = _KINDS.get(source.kind, "")
    said = source.words
    place = source.quote if source.kind is SourceKind.FIGURE else ""
    marked = f"{kind}：{said}" if kind and not said.startswith(kind) else said
    return f"{marked}（{place}）" if place else marked
