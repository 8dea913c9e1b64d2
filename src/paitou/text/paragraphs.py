"""Lines → paragraphs: lines that were broken inside a sentence come together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from paitou.model import BlockKind, Span
from paitou.text.lines import Line
from paitou.text.numbering import number_at
from paitou.text.pages import page_lines
from paitou.text.wrapping import (
    common_width,
    ends_sentence,
    is_labelled,
    mark_scraps,
    width_of,
)

_PAUSES = frozenset("，、,；;（(《“〈")
#: What no paragraph begins with, so that the line before it goes on.
_CONTINUES = frozenset("，、。；：！？》〉”）,;:!?)")
_BULLETS = frozenset("—―–-－─●•■◆▪◦★·*#>|")
_MARKS = re.compile(r"(?:#{1,6}[ \t]+|\*\*|__|>[ \t]*)+")
_LABEL = re.compile(
    r"(?:索\s*引\s*号|主题分类|发文机关|成文日期|标\s*题|发文字号|发布日期|时\s*效"
    r"|来\s*源|责任编辑)\s*[:：]"
)
#: A line shorter than this part of the page ends a paragraph.
_FULL = 0.85
_LONG = 60
_SENTENCE = 36


class Paragraph(NamedTuple):
    """[start, end) of one paragraph; `gaps` are page numbers that stand inside it.

    `kind` is what it is where that is known before its words are read; `gap` counts the
    empty lines before it, `lines` those that it runs over.
    """

    start: int
    end: int
    kind: BlockKind | None = None
    lines: int = 1
    gap: int = 0
    gaps: tuple[Span, ...] = ()


def words_of(text: str, paragraph: Paragraph) -> int:
    """Return where the words begin, after the marks of Markdown where there are any."""
    if text[paragraph.start] not in "#*_>":
        return paragraph.start
    found = _MARKS.match(text, paragraph.start, paragraph.end)
    return found.end() if found and found.end() < paragraph.end else paragraph.start


def _alone(line: Line, kind: BlockKind | None = None) -> Paragraph:
    return Paragraph(line.start, line.end, kind or line.kind, 1, line.gap)


def join_lines(
    text: str, lines: Sequence[Line], *, wrapped: bool | None = None
) -> list[Paragraph]:
    """Return the paragraphs; `wrapped` is False where each line is known to be one."""
    if wrapped is not False:
        widths = [width_of(text, line) for line in lines]
        if common := common_width(text, lines, widths):
            lines = mark_scraps(text, lines, widths, common)
            return _Joiner(text, lines, widths, common).join()
    return _mend(text, lines)


def _mend(text: str, lines: Sequence[Line]) -> list[Paragraph]:
    """Join the few lines that broke inside a sentence, in a text of whole paragraphs."""
    long = [line for line in lines if line.end - line.start >= _LONG]
    closed = sum(ends_sentence(text, line.end, also="；：;:") for line in long)
    punctuates = 10 * closed >= 7 * len(long)
    return _collect(
        lines,
        page_lines(text, lines, dressed=True),
        lambda before, _, index: _breaks_off(
            text, before, lines[index], punctuates=punctuates
        ),
    )


def _collect(
    lines: Sequence[Line],
    pages: frozenset[int],
    goes_on: Callable[[Paragraph, int, int], bool],
) -> list[Paragraph]:
    """Return the paragraphs; page numbers stand between them or in their gaps.

    `goes_on(paragraph, last, index)` says whether line `index` belongs to the paragraph
    that line `last` ends.
    """
    done: list[Paragraph] = []
    waiting: list[Paragraph] = []  # page numbers that the last one may pass over
    last = -1
    for index, line in enumerate(lines):
        if index in pages:
            waiting.append(_alone(line, BlockKind.TAIL))
            continue
        if last >= 0 and goes_on(done[-1], last, index):
            done[-1] = _longer(done[-1], line, waiting)
        else:
            done.extend(waiting)
            done.append(_alone(line))
        waiting, last = [], index
    return done + waiting


def _breaks_off(text: str, before: Paragraph, line: Line, *, punctuates: bool) -> bool:
    """Return whether the paragraph `before` breaks off where `line` takes it up."""
    if before.kind or line.kind or line.indent >= 2 or _opens(text, line):
        return False
    first, last = text[line.start], text[before.end - 1]
    if text[before.start : before.end] == "专栏":
        return text[line.start : line.end].isdecimal()
    if first in _CONTINUES:
        return not (first in "”》" and line.end - line.start < 2)
    if ends_sentence(text, before.end, also="；：;:摄"):
        return False
    return last in _PAUSES or (punctuates and _is_running(text, before))


def _opens(text: str, line: Line) -> bool:
    """Return whether the line begins something of its own."""
    if text[line.start] in _BULLETS or text.startswith("各位代表", line.start):
        return True
    return number_at(text, line.start, line.end) is not None or is_labelled(text, line)


def _is_running(text: str, paragraph: Paragraph) -> bool:
    """Only running text breaks off: too long for a heading, or with a sentence inside."""
    if paragraph.end - paragraph.start >= _LONG:
        return True
    words = text[paragraph.start : paragraph.end - 1]
    return len(words) >= _SENTENCE and "。" in words


def _longer(paragraph: Paragraph, line: Line, pages: Sequence[Paragraph] = ()) -> Paragraph:
    gaps = paragraph.gaps + tuple(Span(page.start, page.end) for page in pages)
    return paragraph._replace(end=line.end, lines=paragraph.lines + 1, gaps=gaps)


class _Joiner:
    """Walks over the lines of a hard-wrapped text and says which belong together."""

    def __init__(
        self, text: str, lines: Sequence[Line], widths: Sequence[int], common: int
    ) -> None:
        self.text = text
        self.lines = lines
        self.widths = widths
        self.common = common
        indented = sum(line.indent >= 2 for line in lines)
        self.shows_indents = 20 * indented >= len(lines) and 3 * indented <= 2 * len(lines)

    def join(self) -> list[Paragraph]:
        """Return the paragraphs of the lines."""
        return _collect(self.lines, page_lines(self.text, self.lines), self._goes_on)

    def _is_full(self, index: int) -> bool:
        return self.widths[index] >= _FULL * self.common

    def _is_full_here(self, index: int) -> bool:
        """Boxes are often set wider than the page: compare with the lines around."""
        around = max(self.widths[max(index - 2, 0) : index + 3])
        return self.widths[index] >= _FULL * min(around, 1.4 * self.common)

    def _goes_on(self, paragraph: Paragraph, last: int, index: int) -> bool:
        """Return whether line `index` belongs to the paragraph that line `last` ends."""
        line = self.lines[index]
        if line.kind or paragraph.kind or self._stands_apart(paragraph, line):
            return False
        if ends_sentence(self.text, self.lines[last].end):
            return self._ends_full(last) and line.gap == 0 and self._reads_on(last, index)
        if self._is_full(last) or self.text[line.start] in _CONTINUES:
            return True
        return self._is_open(paragraph, last) and not _opens(self.text, line)

    def _stands_apart(self, paragraph: Paragraph, line: Line) -> bool:
        if self.shows_indents and line.indent >= 2:
            return True
        if _LABEL.match(self.text, line.start, line.end):
            return True
        addresses = self.text[paragraph.start] == "各" and paragraph.lines == 1
        return addresses and self.text[paragraph.end - 1] in "：:"

    def _ends_full(self, last: int) -> bool:
        return self._is_full(last) and self._is_full_here(last)

    def _is_open(self, paragraph: Paragraph, last: int) -> bool:
        """A short line without a full stop: a heading, or a sentence that goes on."""
        final = self.text[self.lines[last].end - 1]
        if paragraph.lines > 1 or final in _PAUSES:
            return final not in "；：;:"
        return final in "%％" or final.isdigit()

    def _reads_on(self, last: int, index: int) -> bool:
        """After a full line that ends a sentence: the same paragraph, or a new one?"""
        line = self.lines[index]
        if _opens(self.text, line):
            return False
        if self.shows_indents or line.indent != self.lines[last].indent:
            return line.indent < 2
        closed = ends_sentence(self.text, line.end, also="，、,；;")
        if not closed and not self._is_full(index):
            return False  # a heading
        width = self.widths[index]
        return width > self.widths[last] - 3 or width < 0.8 * self.common
