"""A book, a day and a round of a contest → 竞赛通报, every point and rule annexed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from paitou.model import Book, Issue, Period
from paitou.render.document import Document, write_paper
from paitou.report.contest.annexes import contest_annexes
from paitou.report.contest.material import contest_material
from paitou.report.contest.parts import contest_parts
from paitou.report.issuance import Issuance, issued_as
from paitou.report.paper import DRAFT, PUBLICITY, draft_imprint, draft_masthead, frame_of


def write_contest(  # noqa: PLR0913 (the options of a product are its parameters)
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    period: Period | None = None,
    rulebook: str = "",
    template: Path | None = None,
    issuance: Issuance | None = None,
) -> tuple[Issue, ...]:
    """Write the circular on a round by what was known on a day, as .docx or .pdf."""
    paper = issued_as(contest_circular(book, as_of, period, rulebook), issuance)
    return write_paper(paper, path, template)


def contest_circular(
    book: Book, as_of: dt.date, period: Period | None = None, rulebook: str = ""
) -> Document:
    """Return the circular after outline B of practice.md §14; nothing is invented.

    Raises:
        UsageError: there is no such rulebook or round.
    """
    material = contest_material(book, as_of, period, rulebook)
    return Document(
        title=("关于", material.named, f"{material.period.label}评比情况的通报"),
        mark=DRAFT,
        right=PUBLICITY,
        masthead=draft_masthead("竞赛通报", as_of),
        addressee="各参评单位：",
        blocks=contest_parts(material),
        annexes=contest_annexes(material),
        imprint=draft_imprint(as_of),
        frame=frame_of(book),
    )
