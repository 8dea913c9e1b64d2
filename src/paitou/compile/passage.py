"""Document → passages: each block's running text, folded and cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import field, frozen

from paitou.model import Block, BlockKind, Document, Span
from paitou.text.view import View, view

#: Blocks that say something; the masthead and the tail are about the document itself.
_SPEAKING = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.HEADING, BlockKind.TABLE}
)
_SENTENCE_END = re.compile(r"[。!?][”’」』)]?")
#: No sentence is longer: text without stops is cut so that reading it stays linear.
_LONGEST = 2000


@frozen(kw_only=True)
class Passage:
    """The running text of one block. Indices of everything below are into `view.text`."""

    block: Block
    view: View
    sentences: tuple[tuple[int, int], ...] = field(repr=False)

    @property
    def text(self) -> str:
        """Return the folded text."""
        return self.view.text

    def span(self, start: int, end: int) -> Span:
        """Return the document span of [start, end) of the passage."""
        return self.view.span(start, end)


def quoted(text: str, span: Span) -> str:
    """Return the words of the span without its line breaks."""
    return span.of(text).replace("\n", "").replace("\r", "")


def passages(document: Document) -> Iterator[Passage]:
    """Yield the passage of every block that says something, in the text's order."""
    for block in document.blocks:
        if block.kind in _SPEAKING and block.body < block.end:
            read = _view_of(document, block)
            yield Passage(block=block, view=read, sentences=tuple(_sentences(read.text)))


def _view_of(document: Document, block: Block) -> View:
    return view(
        document.text,
        block.body,
        block.end,
        keep_blanks=block.kind is BlockKind.TABLE,
        gaps=block.gaps,
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield from _bounded(start, end.end())
        start = end.end()
    yield from _bounded(start, len(text))


def _bounded(start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        yield start, start + _LONGEST
        start += _LONGEST
    if start < end:
        yield start, end
