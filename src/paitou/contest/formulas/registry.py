"""The name of a formula → what computes it; a mix is computed by its parts."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from paitou.contest.formulas import comparing, judged, measured, targets
from paitou.contest.formulas.case import Answer, Case, Lack, Scorer
from paitou.contest.formulas.wording import percent
from paitou.contest.results import Working
from paitou.model import UsageError

GROUP = "paitou.scorers"


def work(case: Case) -> Answer:
    """Return what the formula of the case makes of it.

    Raises:
        UsageError: no formula of that name is registered.
    """
    return scorer(case.formula.name)(case)


def scorer(name: str) -> Scorer:
    """Return the formula of that name; ours goes before one that others add.

    Raises:
        UsageError: there is none.
    """
    found = _SHIPPED.get(name)
    if found is not None:
        return found
    if name not in added():
        known = "、".join((*_SHIPPED, *sorted(added())))
        raise UsageError(f"没有“{name}”这个计分公式，现有：{known}")
    return _loaded(name)


def added() -> Mapping[str, EntryPoint]:
    """Return the formulas that others registered, by name."""
    return {point.name: point for point in entry_points(group=GROUP)}


@lru_cache(maxsize=64)
def _loaded(name: str) -> Scorer:
    found: Scorer = added()[name].load()
    return found


def mix(case: Case) -> Answer:
    """Return the parts by their shares (practice.md F_EFF60_SD, F_MIX).

    A part that lacks a figure leaves the whole without an answer.
    """
    parts: list[tuple[Fraction, Working]] = []
    for share, formula in case.formula.parts:
        exact = Fraction(share)
        answer = work(case.part(exact, formula))
        if isinstance(answer, Lack):
            return answer
        parts.append((exact, answer))
    total = sum((share * part.share for share, part in parts), Fraction(0))
    words = "；".join(
        f"占{percent(share)}：{part.words}，得{percent(part.share)}"
        for share, part in parts
    )
    sums = "＋".join(f"{percent(share)}×{percent(part.share)}" for share, part in parts)
    return Working(
        formula="mix",
        share=total,
        inputs=tuple((f"第{n}部分", p.share) for n, (_, p) in enumerate(parts, 1)),
        words=f"{words}；合计{sums}＝{percent(total)}",
        parts=tuple(parts),
        clipped=any(part.clipped for _, part in parts),
    )


_SHIPPED: dict[str, Scorer] = {
    "done": targets.done,
    "ratio": targets.ratio,
    "rank": comparing.rank,
    "efficacy": comparing.efficacy,
    "mix": mix,
    "versus_city": targets.versus_city,
    "over": targets.over,
    "taper": targets.taper,
    "control": measured.control,
    "satisfaction": judged.satisfaction,
    "peer": judged.peer,
    "jury": judged.jury,
    "goalposts": measured.goalposts,
    "minmax": comparing.minmax,
    "zscore": comparing.zscore,
    "percentile": comparing.percentile,
    "borda": comparing.borda,
    "distance": targets.distance,
    "improvement": targets.improvement,
    "count": measured.count,
    "steps": measured.steps,
    "given": measured.given,
}
