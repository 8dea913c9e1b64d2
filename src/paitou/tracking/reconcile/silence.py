"""A target without an outcome → the words of the later report that name its indicator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from paitou.model import Plan, Role
from paitou.text.view import fold
from paitou.tracking.reconcile.names import (
    TELLING,
    Name,
    Weights,
    members_conflict,
    named,
)

_SHORTEST = 3
_LONGEST_QUOTE = 60
_TAILS = (
    *("占比重", "覆盖率", "比例", "比重", "占比", "完成", "覆盖", "数量", "总量", "规模"),
    *("率", "数", "涨幅", "增速", "增幅"),
)
_CLAUSE = re.compile(r"[^。；;！？\n，,]+")
#: A clause that has so much of a name, weighed, speaks of the thing in other words.
_ENOUGH = 0.7


@frozen
class LookingBack:
    """What a report says of the past, clause by clause, and which clauses have what."""

    _clauses: tuple[str, ...] = field(repr=False)
    _folded: tuple[str, ...] = field(repr=False)
    _with_gram: Mapping[str, list[int]] = field(repr=False)
    _weights: Weights = field(repr=False)

    @classmethod
    def of(cls, plan: Plan, weights: Weights) -> LookingBack:
        """Return the part of the report before its own targets."""
        text = plan.document.text[: _turn(plan)]
        clauses = tuple("".join(c.split()) for c in _CLAUSE.findall(text))
        with_gram: dict[str, list[int]] = defaultdict(list)
        for nth, clause in enumerate(clauses):
            for gram in named(clause).grams:
                with_gram[gram].append(nth)
        return cls(clauses, tuple(map(fold, clauses)), with_gram, weights)

    def mention(self, names: Iterable[str]) -> str:
        """Return the clause that names the indicator, empty where none does.

        The first of the names is the text's own; it is looked for in other words too.
        """
        wordings = list(names)
        for words in dict.fromkeys(w for name in wordings for w in _wordings(fold(name))):
            for clause, folded in zip(self._clauses, self._folded, strict=True):
                if words in folded:
                    return clause[:_LONGEST_QUOTE]
        return self._like(named(wordings[0])) if wordings else ""

    def _like(self, name: Name) -> str:
        whole = self._weights.of_grams(name.grams)
        if whole < 1.5 * TELLING:
            return ""
        shares: dict[int, float] = defaultdict(float)
        for gram in name.grams:
            weight = self._weights.of_grams((gram,))
            for nth in self._with_gram.get(gram, ()):
                shares[nth] += weight / whole
        best = max(shares, key=lambda nth: (shares[nth], -nth), default=0)
        if shares.get(best, 0) < _ENOUGH:
            return ""
        clause = self._clauses[best]
        return "" if members_conflict(name, named(clause)) else clause[:_LONGEST_QUOTE]


def _turn(plan: Plan) -> int:
    """Return where the review ends: at the part that begins after it, else at a target."""
    last = _last_outcome(plan)
    parts = [s.start for s in plan.sections if s.parent < 0 and s.start >= last]
    targets = [s.start for s in plan.statements if s.role is Role.TARGET]
    after = [place for place in (*targets, *(parts if last else ())) if place >= last]
    return min(after, default=len(plan.document.text))


def _last_outcome(plan: Plan) -> int:
    """Return the offset that best parts the outcomes before from the targets after it."""
    best, best_at, score = 0, 0, 0
    for statement in plan.statements:
        score += 1 if statement.role is Role.OUTCOME else -1
        if score >= best:
            best, best_at = score, statement.end
    return best_at


def _wordings(name: str) -> list[str]:
    """The name, and the name without what only says how it is measured."""
    tail = next((one for one in _TAILS if name.endswith(one)), "")
    found = dict.fromkeys((name, name.removesuffix(tail)))
    return [words for words in found if len(words) >= _SHORTEST]
