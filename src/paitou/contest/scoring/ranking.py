"""Printed scores → ranks: tolerance, then the chain that breaks ties, then 1-2-2-4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile

from attrs import frozen

from paitou.contest.results import ItemPoints, OrgScore
from paitou.model import Item, Rulebook


@frozen(kw_only=True)
class Places:
    """Ranks by organisation, and who was equal: told apart by the chain, or sharing."""

    ranks: Mapping[str, int]
    broken: tuple[tuple[str, ...], ...] = ()
    shared: tuple[tuple[str, ...], ...] = ()


def places(rulebook: Rulebook, scores: Iterable[OrgScore]) -> Places:
    """Return the ranks of a group's printed scores.

    A block of equals begins at its highest score: all within the tolerance of that one.
    """
    listed = sorted(
        (s for s in scores if s.score is not None and not s.why_unranked),
        key=lambda s: (-(s.score or 0), s.org),
    )
    ranks: dict[str, int] = {}
    broken: list[tuple[str, ...]] = []
    shared: list[tuple[str, ...]] = []
    at = 0
    while at < len(listed):
        block = _block(listed[at:], rulebook)
        parts = _parted(block, rulebook)
        place = at + 1
        for part in parts:
            ranks |= dict.fromkeys((score.org for score in part), place)
            place += len(part)
            if len(part) > 1:
                shared.append(tuple(score.org for score in part))
        if len(parts) > 1:
            broken.append(tuple(score.org for part in parts for score in part))
        at += len(block)
    return Places(ranks=ranks, broken=tuple(broken), shared=tuple(shared))


def _block(listed: Sequence[OrgScore], rulebook: Rulebook) -> list[OrgScore]:
    first = listed[0].score or 0
    end = rulebook.ties.tolerance
    return list(takewhile(lambda score: first - (score.score or 0) <= end, listed))


def _parted(block: list[OrgScore], rulebook: Rulebook) -> list[list[OrgScore]]:
    """Return the block in parts that the chain cannot tell apart, the best first."""
    if len(block) == 1 or not rulebook.ties.chain:
        return [block]
    below = {name: _under(rulebook, name) for name in rulebook.ties.chain}
    parts: dict[tuple[tuple[int, Fraction], ...], list[OrgScore]] = {}
    for score in block:
        key = tuple(_points(score, below[name]) for name in rulebook.ties.chain)
        parts.setdefault(key, []).append(score)
    return [parts[key] for key in sorted(parts, reverse=True)]


def _under(rulebook: Rulebook, name: str) -> frozenset[str]:
    """Return the scored items under a node, itself where it is scored."""
    parents = {item.id: item.parent for item in rulebook.items}
    return frozenset(i.id for i in rulebook.scored if name in _line(i, parents))


def _line(item: Item, parents: Mapping[str, str]) -> list[str]:
    line = [item.id]
    while (above := parents.get(line[-1], "")) and above not in line:
        line.append(above)
    return line


def _points(score: OrgScore, items: frozenset[str]) -> tuple[int, Fraction]:
    """Return the share of the marks of these items; one without any comes last."""
    found: list[ItemPoints] = [p for p in score.points if p.item in items]
    full = sum((p.full for p in found), Fraction(0))
    if not full:
        return 0, Fraction(0)
    return 1, sum((p.points or Fraction(0) for p in found), Fraction(0)) / full
