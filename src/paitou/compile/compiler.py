"""Document → Plan."""

from __future__ import annotations

from paitou.compile.passage import passages
from paitou.compile.statements import read_statements
from paitou.indicators import Catalogue, standard
from paitou.model import Document, Plan


def compile_document(document: Document, catalogue: Catalogue | None = None) -> Plan:
    """Return what the document says, in the order of its text."""
    read = tuple(passages(document))
    said = read_statements(document, read, catalogue or standard())
    return Plan(
        document=document,
        statements=tuple(sorted(said.statements, key=lambda s: (s.start, s.spans.value.start))),
        commitments=(),
        mentions=said.mentions,
        issues=document.issues,
    )
