"""Turns the name that a plan gives an indicator into a key, one for all its wordings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from paitou.indicators import wording


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_IDLE_SIGNS = re.compile(rf"[\s{re.escape(wording.IDLE_SIGNS)}]+")
_IDLE_WORDS = re.compile(wording.IDLE_WORDS)
_EQUIVALENT = re.compile(_any_of(wording.EQUIVALENTS))
_REPEATING = re.compile(
    rf"(?<=.)\((?:{_any_of(wording.ABBREVIATIONS.split('|'))})\)"
    rf"|(?<=.)\((?:单位:?)?[十百千万亿]*(?:{_any_of(wording.BRACKET_UNITS.split('|'))})"
    r"(?:/[^()/]{1,6})?\)$"
)
_SCOPE = re.compile(rf"(?:{wording.SCOPE_HEADS})+")
_TAIL_ENDS = tuple(wording.TAIL_ENDS.split("|"))
_TAIL = re.compile(rf"(?:{wording.GROWTH_TAILS}|{wording.COUNT_TAILS})+$")
_SCOPE_STARTS = frozenset("全我本年期")
#: Parts names that are folded in one go; no step of folding touches it.
_BETWEEN = "\0"


@lru_cache(maxsize=8192)
def normalise(name: str) -> str:
    """Return the key of a name: names of one indicator have one key."""
    return _trimmed(_folded(_compatible(name)))


def keys_of(names: Sequence[str]) -> list[str]:
    """Return the keys of many names, in their order and much faster than one by one."""
    folded = _folded(_BETWEEN.join(map(_compatible, names))).split(_BETWEEN)
    if len(folded) != len(names):
        return [normalise(name) for name in names]
    return [_trimmed(name) for name in folded]


def _compatible(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def _folded(text: str) -> str:
    # Signs first: one inside a word (各“项) must not hide it.
    text = _IDLE_WORDS.sub("", _IDLE_SIGNS.sub("", text.upper()))
    return _EQUIVALENT.sub(lambda found: wording.EQUIVALENTS[found[0]], text)


def _trimmed(key: str) -> str:
    if "(" in key:
        key = _REPEATING.sub("", key).replace("(", "").replace(")", "")
    if key[:1] in _SCOPE_STARTS and (head := _SCOPE.match(key)):
        key = key[head.end() :] or key
    if key.endswith(_TAIL_ENDS):
        key = _TAIL.sub("", key) or key
    return key
