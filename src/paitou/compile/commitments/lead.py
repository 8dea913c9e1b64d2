"""The verbs of a clause with the adverbs before them → where the thing begins that they govern."""

from __future__ import annotations

import re

from attrs import frozen

from paitou.compile.commitments.words import ADVERBS, WHEN
from paitou.compile.patterns import one_of

_ADVERB = rf"(?:{WHEN}|{one_of(ADVERBS)})"
_ADVERBS = re.compile(rf"{_ADVERB}+")
_ADVERBS_BACKWARDS = re.compile(rf"{one_of(word[::-1] for word in ADVERBS)}*")


@frozen
class Lead:
    """加快推进 of 加快推进机场改扩建: [start, end) of the clause, and the last verb."""

    start: int
    end: int
    text: str
    verb: str


@frozen
class Leader:
    """Finds the first chain of adverbs and verbs whose last is one of the given verbs."""

    first: re.Pattern[str]
    chain: re.Pattern[str]

    @classmethod
    def of(cls, verbs: tuple[str, ...], strong: tuple[str, ...] = ()) -> Leader:
        """Return the leader of `verbs`.

        A verb of `strong` ends the chain: what follows it is the thing, whatever it begins
        with (实施 | 全面深化…行动).
        """
        weak = [verb for verb in verbs if verb not in strong]
        chain = rf"(?:{_ADVERB}|{one_of(weak)})*" if weak else rf"{_ADVERB}*"
        last = [one_of(weak)] if weak else []
        if strong:
            last.insert(0, rf"(?:{one_of(strong)})*{one_of(strong)}")
        return cls(
            re.compile(one_of((*verbs, *strong))),
            re.compile(rf"{chain}(?P<verb>{'|'.join(last)})好?"),
        )

    def search(self, shape: str) -> Lead | None:
        """Return the first lead of the clause; its adverbs are a part of it."""
        first = self.first.search(shape)
        found = self.chain.match(shape, first.start()) if first else None
        if first is None or found is None:
            return None
        start = _start(shape[: first.start()])
        return Lead(start, found.end(), shape[start : found.end()], found["verb"])


def without_adverbs(text: str) -> str:
    """Return the text without the adverbs and the dates that it begins with."""
    found = _ADVERBS.match(text)
    return text[found.end() :] if found else text


def _start(before: str) -> int:
    """Return where the adverbs begin that end the text before the first verb."""
    if not before:
        return 0
    if _ADVERBS.fullmatch(before):
        return 0
    found = _ADVERBS_BACKWARDS.match(before[::-1])
    return len(before) - (found.end() if found else 0)
