"""A sentence that is gone → the most similar one that is there now, in bounded time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher

from attrs import frozen

from paitou.model import Commitment, Plan, Statement

_SENTENCE = re.compile(r"[^。；;!！?？\n]{4,}")
_LENGTH = 300  # what of a sentence is compared
_COMMON = 2_000  # a pair of characters in more places than this tells nothing
_CLOSE = 12  # how many sentences are compared in earnest
_ALIKE = 0.5
_PREFERRED = 0.2


@frozen
class Place:
    """Words that stand in the plan now; `id` is empty for a mere sentence."""

    words: str
    start: int
    end: int
    id: str = ""


class Likeness:
    """The places of a plan, found by words that are like theirs."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)
        self._index: dict[str, list[int]] = {}
        for number, place in enumerate(self._places):
            for pair in set(_pairs(place.words)):
                self._index.setdefault(pair, []).append(number)

    def nearest(self, words: str, fitting: Collection[str] = ()) -> Place | None:
        """Return the most similar place; None where nothing is at least half alike.

        Places with an id among `fitting` go before others that are little more alike.
        """
        words = _squeezed(words)
        shared: Counter[int] = Counter()
        for pair in set(_pairs(words)):
            found = self._index.get(pair, ())
            if len(found) <= _COMMON:
                shared.update(found)
        ranked = sorted(
            shared, key=lambda n: -shared[n] / (len(self._places[n].words) + 20)
        )
        best, most = None, 0.0
        for number in ranked[:_CLOSE]:
            place = self._places[number]
            ratio = self._ratio(words, number)
            rating = ratio + (_PREFERRED if place.id in fitting else 0)
            if ratio >= _ALIKE and rating > most:
                best, most = place, rating
        return best

    def _ratio(self, words: str, number: int) -> float:
        other = _squeezed(self._places[number].words)
        return SequenceMatcher(None, words, other, autojunk=False).ratio()


def places_of(plan: Plan) -> Iterator[Place]:
    """Yield the plan's statements and commitments, its headings, then its sentences."""
    items: list[Statement | Commitment] = [*plan.statements, *plan.commitments]
    for item in items:
        yield Place(item.quote, item.start, item.end, item.id)
    for section in plan.sections:
        heading = section.number + section.title
        yield Place(heading, section.heading.start, section.heading.end, section.id)
    for found in _SENTENCE.finditer(plan.document.text):
        yield Place(found[0].strip(), found.start(), found.end())


def _squeezed(words: str) -> str:
    return "".join(words[: 2 * _LENGTH].split())[:_LENGTH]


def _pairs(words: str) -> Iterator[str]:
    words = _squeezed(words)
    return (words[at : at + 2] for at in range(len(words) - 1))
