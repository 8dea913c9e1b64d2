"""A book on a day → the 终期评估报告 (中期 before its end), written by rule."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from paitou.model import Book, Issue
from paitou.render.document import Document, write_paper
from paitou.report.assessment import assess
from paitou.report.evaluation.annexes import open_annex, table_annex
from paitou.report.evaluation.material import Material
from paitou.report.evaluation.parts import numbered_parts
from paitou.report.final_rows import final_table
from paitou.report.issuance import Issuance, issued_as
from paitou.report.paper import (
    ADDRESSEE,
    DRAFT,
    PUBLICITY,
    Sources,
    draft_signature,
    frame_of,
    titled,
)


def write_final(
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    template: Path | None = None,
    issuance: Issuance | None = None,
) -> tuple[Issue, ...]:
    """Write the evaluation by what was known on a day, as .docx or .pdf."""
    paper = issued_as(final_document(book, as_of), issuance)
    return write_paper(paper, path, template)


def final_document(book: Book, as_of: dt.date) -> Document:
    """Return the evaluation after outline D of practice.md §14; nothing is guessed."""
    assessment = assess(book, as_of)
    material = Material(
        book=book,
        assessment=assessment,
        table=final_table(book, assessment),
        sources=Sources.of(assessment, wholes_only=True),
    )
    annexes = (table_annex(material), open_annex(material), material.sources.annex())
    return Document(
        title=(titled(book), f"{material.kind}报告"),
        mark=DRAFT,
        right=PUBLICITY,
        addressee=ADDRESSEE,
        blocks=numbered_parts(material),
        annexes=annexes,
        signature=draft_signature(as_of),
        frame=frame_of(book),
    )
