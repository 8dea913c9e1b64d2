"""Passage → clauses: what stands between commas and full stops, names kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from paitou.compile.commitments.words import PREDICATES
from paitou.compile.passage import Passage
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

_WHOLE = re.compile(
    r"“[^“”]{0,200}”|\([^()]{0,200}\)|《[^《》]{0,200}》|‘[^‘’]{0,200}’|「[^「」]{0,200}」"
)
_HIDE = {ord(sign): "·" for sign in ",、;。:!?和及与等"}
_BREAK = re.compile(rf"[;。!?:]|(?<!\d),|,(?!\d{{3}}(?!\d))|、(?={one_of(PREDICATES)})")
_OPENING_SIGNS = "—-·•●◆■▪ "
#: A clause that says so speaks of what was done: no promise.
_DONE = re.compile("已|了(?!解)|曾|过去|去年|一年来|五年来|以来")
_SHORTEST = 4
_LONGEST = 160


class Clause(NamedTuple):
    """A run of a passage; `shape` is `text` with the separators inside names hidden."""

    text: str
    shape: str
    start: int

    @property
    def end(self) -> int:
        """Return the index of the passage at which the clause ends."""
        return self.start + len(self.text)


@frozen(kw_only=True)
class Promise:
    """What a clause promises; `start` and `end` are indices into the clause's text."""

    kind: CommitmentKind
    start: int
    end: int
    object: str
    cadence: str | None = None
    nature: str | None = None


def clauses(passage: Passage, wanted: re.Pattern[str]) -> Iterator[Clause]:
    """Yield the clauses in which `wanted` is found and which do not speak of the past."""
    text = passage.text
    shape = _shape(text)
    for start, end in _ranges(shape):
        if end - start > _LONGEST or not wanted.search(shape, start, end):
            continue
        if not shape.startswith("(", start) and not _DONE.search(shape, start, end):
            yield Clause(text[start:end], shape[start:end], start)


def _shape(text: str) -> str:
    if "“" in text or "(" in text or "《" in text or "‘" in text or "「" in text:
        return _WHOLE.sub(lambda found: found[0].translate(_HIDE), text)
    return text


def _ranges(shape: str) -> Iterator[tuple[int, int]]:
    start = len(shape) - len(shape.lstrip(_OPENING_SIGNS))
    for found in _BREAK.finditer(shape):
        cut = found.start()
        if cut - start >= _SHORTEST:
            yield start, cut
        elif shape[cut] == "、":
            continue
        start = cut + 1
    yield start, len(shape)
