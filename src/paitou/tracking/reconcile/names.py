"""Names of indicators → how alike they are, weighing rare words more than common ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from paitou.indicators import Catalogue, normalise
from paitou.tracking.reconcile.contrasts import CONTRASTS, HEADS

_DIGITS = re.compile(r"\d+(?:\.\d+)?[A-Za-z]?|[A-Z]{1,5}级?")
_MEMBERS = {word: nth for nth, group in enumerate(CONTRASTS) for word in group}
_CONTRASTED = re.compile("|".join(sorted(_MEMBERS, key=len, reverse=True)))
_JOINT = re.compile(r"、|和|及|与")
_HEADS = sorted({normalise(head) for head in HEADS}, key=len, reverse=True)
#: The shorter name must weigh so much that it cannot be a mere 项目 or 企业.
TELLING = 14.0


@frozen
class Name:
    """A name prepared for comparison: its key, its pairs of characters, its contrasts."""

    key: str
    grams: frozenset[str]
    figures: frozenset[str]
    members: frozenset[tuple[int, str]]
    head: str = ""
    parts: tuple[str, ...] = ()


@lru_cache(maxsize=16384)
def named(words: str) -> Name:
    """Return the name prepared for comparison."""
    key = normalise(words)
    members = frozenset(
        (_MEMBERS[word], CONTRASTS[_MEMBERS[word]][word])
        for word in _CONTRASTED.findall(key)
    )
    return Name(
        key=key,
        grams=grams_of(key),
        figures=frozenset(_DIGITS.findall(key)),
        members=members,
        head=next((head for head in _HEADS if key.endswith(head)), ""),
        parts=_parts(words),
    )


def _parts(words: str) -> tuple[str, ...]:
    """The things that a joint name adds up (城中村改造和危旧房改造), none of a single."""
    parts = tuple(normalise(part) for part in _JOINT.split(words))
    return parts if len(parts) > 1 and all(len(part) > 2 for part in parts) else ()


def grams_of(key: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, a single character as it is."""
    return frozenset(key[i : i + 2] for i in range(len(key) - 1)) or frozenset({key})


@frozen
class Weights:
    """How much a pair of characters tells: the rarer among names, the more."""

    _by_gram: dict[str, float]
    _rarest: float

    @classmethod
    def of(cls, names: Iterable[str]) -> Weights:
        """Return the weights that many names give (inverse document frequency)."""
        keys = set(names)
        counts = Counter(gram for key in keys for gram in grams_of(key))
        total = len(keys) + 1
        weights = {gram: math.log(total / count) for gram, count in counts.items()}
        return cls(weights, math.log(total))

    def of_grams(self, grams: Iterable[str]) -> float:
        """Return the sum of what the pairs tell."""
        return sum(self._by_gram.get(gram, self._rarest) for gram in grams)

    def dice(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weighted share of what two sets have in common (Dice 1945)."""
        shared = self.of_grams(one & other)
        return 2 * shared / (self.of_grams(one) + self.of_grams(other)) if shared else 0.0

    def share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weighted share of the smaller set that the other has too."""
        shared = self.of_grams(one & other)
        return shared / min(self.of_grams(one), self.of_grams(other)) if shared else 0.0


def catalogue_weights(catalogue: Catalogue) -> Weights:
    """Return the weights that the names of a catalogue give."""
    return Weights.of(normalise(indicator.name) for indicator in catalogue)


def conflict(one: Name, other: Name) -> bool:
    """Return whether names say different things of one kind: 城镇 and 农村, 750 and 330."""
    if one.figures and other.figures and not one.figures & other.figures:
        return True
    return members_conflict(one, other)


def members_conflict(one: Name, other: Name) -> bool:
    """Return whether texts around two numbers name different things of one kind."""
    groups = {group for group, _ in one.members} & {group for group, _ in other.members}
    return any(not _of(one, group) & _of(other, group) for group in groups)


def _of(name: Name, group: int) -> set[str]:
    return {member for nth, member in name.members if nth == group}


def likeness(one: Name, other: Name, weights: Weights) -> float:
    """Return how alike two names are, 0 to 1; 0 where they contradict each other."""
    if one.key == other.key:
        return 1.0
    if conflict(one, other):
        return 0.0
    pairs = weights.dice(one.grams, other.grams)
    signs = _dice(frozenset(one.key), frozenset(other.key))
    alike = 0.65 * pairs + 0.35 * signs
    if contains(one, other, weights):
        alike = max(alike, 0.6 + 0.4 * alike)
    heads = {one.head, other.head} - {""}
    return alike - 0.08 * _one_sided(one, other) - (0.2 if len(heads) > 1 else 0)


def contains(one: Name, other: Name, weights: Weights) -> bool:
    """Return whether the shorter name is the longer one with characters left out."""
    short, long = sorted((one, other), key=lambda name: len(name.key))
    if weights.of_grams(short.grams) < TELLING:
        return False
    return follows(short.key, long.key)


def follows(one: str, other: str) -> bool:
    """Return whether one text is the other with characters left out."""
    short, long = sorted((one, other), key=len)
    signs = iter(long)
    return bool(short) and all(sign in signs for sign in short)


def _one_sided(one: Name, other: Name) -> int:
    """Return how many qualifiers stand in one of the names and have none against them."""
    groups = {group for group, _ in one.members} ^ {group for group, _ in other.members}
    return min(2, len(groups) + (bool(one.figures) != bool(other.figures)))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
