"""Masthead, contents, headings, page numbers and tail → mentions of the numbers in them."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.compile.quantity import Amount
from paitou.compile.scan import scan
from paitou.model import Block, BlockKind, Document, Mention, Span
from paitou.text.view import view

#: Where a number that nothing else explains belongs to the document, not to what it says.
_OUTSIDE = frozenset({BlockKind.MASTHEAD, BlockKind.CONTENTS, BlockKind.TAIL})


def margin_mentions(document: Document) -> Iterator[Mention]:
    """Yield the numbers that no passage holds: in headings, masthead, tail and gaps."""
    for block in document.blocks:
        outside = block.kind in _OUTSIDE
        yield from _numbers(
            document, block.start, block.end if outside else block.body, block
        )
        for gap in block.gaps:
            yield from _numbers(document, gap.start, gap.end, block, is_gap=True)


def _numbers(
    document: Document, start: int, end: int, block: Block, *, is_gap: bool = False
) -> Iterator[Mention]:
    if start >= end:
        return
    seen = view(document.text, start, end, gaps=() if is_gap else block.gaps)
    first = True
    for number in scan(seen.text):
        span = seen.span(number.start, number.end)
        name = "document"
        if not isinstance(number, Amount) and number.name != "lexical":
            name = number.name
        elif block.kind not in _OUTSIDE and not is_gap:
            name = _in_heading(number, document, block, span, is_first=first)
        first = False
        yield Mention(
            start=span.start, end=span.end, text=span.of(document.text), name=name
        )


def _in_heading(
    number: object, document: Document, block: Block, span: Span, *, is_first: bool
) -> str:
    """The number of a heading is a list number; another in it is part of its words."""
    section = document.sections[block.section] if block.section >= 0 else None
    opens = section is not None and span.start - section.heading.start <= len(
        section.number
    )
    if is_first and opens and section is not None and section.number:
        return "list_number"
    return "heading" if isinstance(number, Amount) else "lexical"
