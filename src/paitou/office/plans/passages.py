"""Text and marks → passages: paragraphs cut into pieces that each know what they belong to.

Quotes overlap, nest and share their beginnings, so the text is cut at every boundary. A
piece belongs to the mark whose value or indicator it is, else to the shortest that covers
it; neighbouring pieces of one mark make one link.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import evolve, frozen

from paitou.model import Block, BlockKind, Document, Mention, Section, Span
from paitou.office.plans.marks import Mark


@frozen(kw_only=True)
class Piece:
    """[start, end) of the text.

    Attributes:
        names: the fields and highlights that cover it.
        anchor: what a link to this place is called, empty where none leads here.
        mention: the number that begins here and is no statement.
    """

    start: int
    end: int
    names: tuple[str, ...] = ()
    anchor: str = ""
    mention: Mention | None = None


@frozen(kw_only=True)
class Run:
    """Neighbouring pieces of one mark, or of none.

    `is_first` and `is_last` tell where the mark's link begins and ends; another mark's
    words may stand between. `strays` are marks that end here without words of their own.
    """

    mark: Mark | None
    pieces: tuple[Piece, ...]
    is_first: bool = False
    is_last: bool = False
    is_faded: bool = False
    strays: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Passage:
    """One block of the text: its heading, where it has one, and what follows."""

    block: Block
    section: Section | None
    head: tuple[Run, ...]
    body: tuple[Run, ...]
    is_title: bool = False


@frozen(kw_only=True)
class Shown:
    """What is to be seen in the text besides the marks.

    Attributes:
        chosen: the mark whose fields are shown.
        mentions: numbers that are told to be no statement.
        hits: places of the words that were searched.
        matching: ids of the marks that a filter leaves; None where nothing is filtered.
    """

    chosen: Mark | None = None
    mentions: tuple[Mention, ...] = ()
    hits: tuple[Span, ...] = ()
    matching: frozenset[str] | None = None


def passages(
    document: Document, marks: Sequence[Mark], shown: Shown
) -> tuple[Passage, ...]:
    """Return the whole text as passages, in order."""
    cutter = _Cutter(marks, shown)
    headings = {section.heading.start: section for section in document.sections}
    cut = [cutter.passage(one, headings.get(one.start)) for one in blocks_of(document)]
    for index, passage in enumerate(cut):
        if passage.block.span.of(document.text).strip() == document.title.strip():
            cut[index] = evolve(passage, is_title=True)
            break
    return tuple(cut)


def blocks_of(document: Document) -> Iterator[Block]:
    """Yield the blocks, and whatever text stands between them as paragraphs of its own."""
    at = 0
    for block in document.blocks:
        yield from _loose(document.text, at, block.start)
        yield block
        at = max(at, block.end)
    yield from _loose(document.text, at, document.characters)


def _loose(text: str, start: int, end: int) -> Iterator[Block]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            kind = BlockKind.PARAGRAPH
            yield Block(kind=kind, start=at, end=at + len(line.rstrip()), body=at)
        at += len(line)


class _Cutter:
    """Cuts blocks into pieces; remembers which links have begun."""

    def __init__(self, marks: Sequence[Mark], shown: Shown) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.start)
        self._starts = [mark.start for mark in self._marks]
        self._reach = max((mark.end - mark.start for mark in marks), default=0)
        self._shown = shown
        self._begun: set[str] = set()
        self._cuts = sorted(_boundaries(marks, shown))
        self._fields = _Intervals(
            (span, name) for mark in marks for name, span in mark.fields if name == "value"
        )
        self._hits = _Intervals((span, "hit") for span in shown.hits)
        self._anchors = {span.start: f"h-{n}" for n, span in enumerate(shown.hits, 1)}
        self._mentions = {mention.start: mention for mention in shown.mentions}

    def passage(self, block: Block, section: Section | None) -> Passage:
        head = self._runs(block, block.start, block.body)
        body = self._runs(block, block.body, block.end)
        return Passage(block=block, section=section, head=head, body=body)

    def _runs(self, block: Block, start: int, end: int) -> tuple[Run, ...]:
        near = self._near(start, end)
        pieces = (
            (self._owner(near, *edges), self._piece(*edges))
            for edges in self._edges(start, end)
            if not any(gap.start <= edges[0] < gap.end for gap in block.gaps)
        )
        grouped = groupby(pieces, key=lambda pair: pair[0].id if pair[0] else "")
        groups = [(key, list(group)) for key, group in grouped]
        last = {key: index for index, (key, _) in enumerate(groups)}
        runs = [
            self._run(pairs, is_last=last[key] == index)
            for index, (key, pairs) in enumerate(groups)
        ]
        for mark in near:
            if mark.id not in self._begun and mark.end <= end:
                self._attach(mark, runs)
        return tuple(runs)

    def _attach(self, stray: Mark, runs: list[Run]) -> None:
        self._begun.add(stray.id)
        for index, run in enumerate(runs):
            if run.pieces[-1].end >= stray.end:
                runs[index] = evolve(run, strays=(*run.strays, stray))
                return

    def _run(self, pairs: list[tuple[Mark | None, Piece]], *, is_last: bool) -> Run:
        mark = pairs[0][0]
        pieces = tuple(piece for _, piece in pairs)
        if mark is None:
            return Run(mark=None, pieces=pieces)
        is_first = mark.id not in self._begun
        self._begun.add(mark.id)
        matching = self._shown.matching
        return Run(
            mark=mark,
            pieces=pieces,
            is_first=is_first,
            is_last=is_last,
            is_faded=matching is not None and mark.id not in matching,
        )

    def _near(self, start: int, end: int) -> list[Mark]:
        low = bisect_left(self._starts, start - self._reach)
        high = bisect_left(self._starts, end)
        return [mark for mark in self._marks[low:high] if mark.end > start]

    def _edges(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        if start >= end:
            return
        low, high = bisect_right(self._cuts, start), bisect_left(self._cuts, end)
        edges = [start, *self._cuts[low:high], end]
        yield from pairwise(edges)

    def _owner(self, near: list[Mark], start: int, end: int) -> Mark | None:
        covering = [mark for mark in near if mark.start <= start and end <= mark.end]
        if self._shown.matching is not None:
            matching = [mark for mark in covering if mark.id in self._shown.matching]
            covering = matching or covering
        return max(covering, key=lambda mark: _claim(mark, start, end), default=None)

    def _piece(self, start: int, end: int) -> Piece:
        names = ["value"] if self._fields.at(start) else []
        chosen = self._shown.chosen
        if chosen is not None:
            names += chosen_names(chosen, start, end)
        if self._hits.at(start):
            names.append("hit")
        mention = self._mentions.get(start)
        anchor = f"m-{start}" if mention else ""
        return Piece(
            start=start,
            end=end,
            names=tuple(names),
            anchor=self._anchors.get(start, anchor),
            mention=mention,
        )


def chosen_names(chosen: Mark, start: int, end: int) -> list[str]:
    """Return what a piece is to the chosen mark: its quote, and which of its fields."""
    piece = Span(start, end)
    names = ["chosen"] if Span(chosen.start, chosen.end).covers(piece) else []
    return names + [f"is-{name}" for name, span in chosen.fields if span.covers(piece)]


def _claim(mark: Mark, start: int, end: int) -> tuple[bool, bool, bool, int]:
    piece = Span(start, end)
    is_value = any(span.covers(piece) for span in mark.spans("value"))
    is_subject = mark.subject is not None and mark.subject.covers(piece)
    is_indicator = any(span.covers(piece) for span in mark.spans("indicator"))
    return is_value, is_subject, is_indicator, mark.start - mark.end


def _boundaries(marks: Sequence[Mark], shown: Shown) -> set[int]:
    cuts = {edge for mark in marks for edge in (mark.start, mark.end)}
    spans = [span for mark in marks for _, span in mark.fields]
    spans += [mark.subject for mark in marks if mark.subject]
    spans += shown.hits
    spans += [Span(mention.start, mention.end) for mention in shown.mentions]
    return cuts.union(*((span.start, span.end) for span in spans)) if spans else cuts


class _Intervals:
    """Which name covers an offset; of several the one that begins last."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        self._named = sorted(named, key=lambda pair: pair[0].start)
        self._starts = [span.start for span, _ in self._named]

    def at(self, offset: int) -> str:
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._named[index][0].end:
            return self._named[index][1]
        return ""
