"""A book, a day and a quarter → 季度督查通报 with three tables and fact-check slips."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from paitou.model import Book, Issue, Period, PeriodKind, UsageError
from paitou.render.document import Document, write_paper
from paitou.report.assessment import assess
from paitou.report.circular.annexes import circular_annexes, fact_slips
from paitou.report.circular.material import Material
from paitou.report.circular.parts import circular_parts
from paitou.report.issuance import Issuance, issued_as
from paitou.report.paper import (
    DRAFT,
    PUBLICITY,
    Sources,
    draft_imprint,
    draft_masthead,
    frame_of,
    titled,
)

#: What `slips` may say.
WITH, WITHOUT = "yes", "no"


def write_circular(  # noqa: PLR0913 (the options of a product are its parameters)
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    period: Period | None = None,
    slips: str = WITH,
    template: Path | None = None,
    issuance: Issuance | None = None,
) -> tuple[Issue, ...]:
    """Write the circular by what was known on a day, as .docx or .pdf.

    Args:
        book: with a plan.
        path: of the file.
        as_of: the day.
        period: the quarter; the last before the day where none is given.
        slips: yes or no: whether 事实核实单 follow, for use before it is issued.
        template: an office's own layout.
        issuance: how it is issued; None for a draft.
    """
    paper = issued_as(circular(book, as_of, period, slips), issuance)
    return write_paper(paper, path, template)


def circular(
    book: Book, as_of: dt.date, period: Period | None = None, slips: str = WITH
) -> Document:
    """Return the circular on a quarter, the last before the day where none is named.

    A quarter that has gone by is judged by what was known before the next one ended.

    Raises:
        UsageError: the period is no quarter, or not over on the day.
    """
    if slips not in (WITH, WITHOUT):
        raise UsageError(f"slips 可以写：{WITH}（附事实核实单）、{WITHOUT}（不附）")
    quarter = period or _quarter_before(as_of)
    if quarter.kind is not PeriodKind.QUARTER:
        raise UsageError("通报按季度编写，--period 请写成 2025Q3 这样")
    if quarter.last_day >= as_of:
        raise UsageError(f"{quarter.label}到{as_of.isoformat()}还没有结束，还不能通报")
    assessment = assess(book, min(as_of, _quarter_after(quarter).last_day))
    material = Material(
        book=book,
        assessment=assessment,
        sources=Sources.of(assessment),
        period=quarter,
    )
    return Document(
        title=("关于", titled(book), f"{quarter.label}落实情况的通报"),
        mark=DRAFT,
        right=PUBLICITY,
        masthead=draft_masthead("政务督查", as_of),
        addressee="各责任单位：",
        blocks=circular_parts(material),
        annexes=(
            *circular_annexes(material),
            *(fact_slips(material) if slips == WITH else ()),
        ),
        imprint=draft_imprint(as_of),
        frame=frame_of(book),
    )


def _quarter_before(day: dt.date) -> Period:
    year, part = divmod(day.year * 4 + (day.month - 1) // 3 - 1, 4)
    return Period(year, part + 1, year, PeriodKind.QUARTER)


def _quarter_after(quarter: Period) -> Period:
    year, part = divmod(quarter.year * 4 + quarter.part, 4)
    return Period(year, part + 1, year, PeriodKind.QUARTER)
