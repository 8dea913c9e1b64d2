"""Lines → paragraphs: lines that were broken inside a sentence come together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from paitou.model import BlockKind, Span
from paitou.text.lines import Line
from paitou.text.numbering import number_at
from paitou.text.pages import page_lines
from paitou.text.wrapping import common_width, ends_sentence, mark_scraps, width_of

_PAUSES = frozenset("，、,；;（(《“〈")
#: What no paragraph begins with, so that the line before it goes on.
_CONTINUES = frozenset("，、。；：！？》〉”）,;:!?)")
_BULLETS = frozenset("—―–-－─●•■◆▪◦★·*")
_LABEL = re.compile(
    r"(?:索\s*引\s*号|主题分类|发文机关|成文日期|标\s*题|发文字号|发布日期|时\s*效|来\s*源|责任编辑)\s*[:：]"
)
#: A line shorter than this part of the page ends a paragraph.
_FULL = 0.85
_LONG = 60
_SENTENCE = 36


class Paragraph(NamedTuple):
    """[start, end) of one paragraph; `gaps` are page numbers that stand inside it.

    `kind` is what it is where that is known before its words are read; `gap` counts the
    empty lines before it.
    """

    start: int
    end: int
    lines: int = 1
    indent: int = 0
    kind: BlockKind | None = None
    gap: int = 0
    gaps: tuple[Span, ...] = ()


def _alone(line: Line, kind: BlockKind | None = None) -> Paragraph:
    return Paragraph(line.start, line.end, 1, line.indent, kind or line.kind, line.gap)


def join_lines(
    text: str, lines: Sequence[Line], *, wrapped: bool | None = None
) -> list[Paragraph]:
    """Return the paragraphs; `wrapped` says what a reader knows about the lines."""
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
    done: list[Paragraph] = []
    for line in lines:
        if done and _breaks_off(text, done[-1], line, punctuates=punctuates):
            done[-1] = done[-1]._replace(end=line.end, lines=done[-1].lines + 1)
        else:
            done.append(_alone(line))
    return done


def _breaks_off(text: str, before: Paragraph, line: Line, *, punctuates: bool) -> bool:
    if before.kind or line.kind or line.indent >= 2:
        return False
    first, last = text[line.start], text[before.end - 1]
    if last == "摄" or text.startswith("各位代表", line.start):
        return False
    if first in _CONTINUES:
        return not (first in "”》" and line.end - line.start < 2)
    if ends_sentence(text, before.end, also="；：;:") or first in _BULLETS:
        return False
    if number_at(text, line.start, line.end):
        return False
    if last in _PAUSES:
        return True
    return punctuates and _is_running(text, before)


def _is_running(text: str, paragraph: Paragraph) -> bool:
    """Only running text can break off: too long for a heading, or with a sentence inside."""
    if paragraph.end - paragraph.start >= _LONG:
        return True
    words = text[paragraph.start : paragraph.end - 1]
    return len(words) >= _SENTENCE and "。" in words


class _Joiner:
    """Walks over the lines of a hard-wrapped text and says which belong together."""

    def __init__(
        self, text: str, lines: Sequence[Line], widths: Sequence[int], common: int
    ) -> None:
        self.text = text
        self.lines = lines
        self.widths = widths
        self.common = common
        self.pages = page_lines(text, lines)

    def join(self) -> list[Paragraph]:
        done: list[Paragraph] = []
        waiting: list[Paragraph] = []  # page numbers that the last paragraph may pass over
        last = -1
        for index, line in enumerate(self.lines):
            if index in self.pages:
                waiting.append(_alone(line, BlockKind.TAIL))
                continue
            if last >= 0 and self._goes_on(done[-1], last, index):
                done[-1] = _longer(done[-1], line, waiting)
            else:
                done.extend(waiting)
                done.append(_alone(line))
            waiting, last = [], index
        return done + waiting

    def _is_full(self, index: int) -> bool:
        return self.widths[index] >= _FULL * self.common

    def _is_full_here(self, index: int) -> bool:
        """Boxes are often set wider than the page: compare with the lines around."""
        around = max(self.widths[max(index - 2, 0) : index + 3])
        return self.widths[index] >= _FULL * min(around, 1.4 * self.common)

    def _goes_on(self, paragraph: Paragraph, last: int, index: int) -> bool:
        """Return whether line `index` belongs to the paragraph that line `last` ends."""
        line, end = self.lines[index], self.lines[last].end
        if line.kind or paragraph.kind or _LABEL.match(self.text, line.start, line.end):
            return False
        full = self._is_full(last)
        if ends_sentence(self.text, end):
            here = full and self._is_full_here(last)
            return here and line.gap == 0 and self._reads_on(last, index)
        if self.text[end - 1] == "：" and self.text[paragraph.start] == "各":
            return False
        if full or self.text[line.start] in _CONTINUES:
            return True
        if number_at(self.text, line.start, line.end):
            return False
        final = self.text[end - 1]
        if paragraph.lines > 1 or final in _PAUSES:
            return final not in "；：;:"
        return final in "%％" or final.isdigit()

    def _reads_on(self, last: int, index: int) -> bool:
        """After a full line that ends a sentence: the same paragraph, or a new one?"""
        line = self.lines[index]
        if number_at(self.text, line.start, line.end):
            return False
        if line.indent != self.lines[last].indent and line.indent >= 2:
            return False
        if not ends_sentence(self.text, line.end, also="，、,；;") and not self._is_full(index):
            return False  # a heading
        width = self.widths[index]
        return width > self.widths[last] - 3 or width < 0.8 * self.common


def _longer(paragraph: Paragraph, line: Line, pages: Sequence[Paragraph]) -> Paragraph:
    gaps = paragraph.gaps + tuple(Span(page.start, page.end) for page in pages)
    return paragraph._replace(end=line.end, lines=paragraph.lines + 1, gaps=gaps)
