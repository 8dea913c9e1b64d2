"""Outlooks that were kept and today's standings → how good they have been."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import frozen

from paitou.model import Attainment, Standing
from paitou.outlook.plan.keeping import Kept
from paitou.outlook.scoring import brier, coverage

_CAME = frozenset({Attainment.MET})
_DID_NOT = frozenset({Attainment.MISSED, Attainment.BROKEN, Attainment.NEARLY})
#: Fewer cases than this say nothing of a method.
ENOUGH = 20


@frozen(kw_only=True)
class Scored:
    """One kept outlook and what came of it; `came` is None where only the value counts."""

    kept: Kept
    came: bool | None
    actual: float | None


@frozen(kw_only=True)
class TrackRecord:
    """How good outlooks have been.

    Attributes:
        kept: how many were issued; `days` on how many days.
        scored: those whose end is known.
        brier: of the chances, 0 the best; `always` is what the share that came would give
            if it had been said of each.
        inside80, inside95: the share of values within their bands.
    """

    kept: int
    days: int
    scored: tuple[Scored, ...]
    brier: float | None = None
    always: float | None = None
    inside80: float | None = None
    inside95: float | None = None

    @property
    def is_enough(self) -> bool:
        """Return whether there are enough cases to say anything."""
        return len(self.scored) >= ENOUGH


def track_record(
    kept: Iterable[Kept], standings: Mapping[tuple[str, str], Standing]
) -> TrackRecord:
    """Return how good the outlooks were, by the standings of a later day."""
    every = tuple(kept)
    scored = tuple(
        found
        for each in every
        if (standing := standings.get((each.statement, each.org)))
        and (found := _scored(each, standing))
    )
    told = [(s.kept.chance, s.came) for s in scored if s.kept.chance is not None]
    known = [(chance, float(came)) for chance, came in told if came is not None]
    values = [s for s in scored if s.actual is not None and s.kept.lo80 is not None]
    rate = sum(came for _, came in known) / len(known) if known else None
    return TrackRecord(
        kept=len(every),
        days=len({each.as_of for each in every}),
        scored=scored,
        brier=brier(*zip(*known, strict=True)) if known else None,
        always=None if rate is None else rate * (1 - rate),
        inside80=_inside(values, "80"),
        inside95=_inside(values, "95"),
    )


def _scored(kept: Kept, standing: Standing) -> Scored | None:
    """Return the outlook with its outcome, None where that is not known yet.

    A figure that was known already when it was issued proves nothing.
    """
    if standing.verdict in _CAME | _DID_NOT:
        came = standing.verdict in _CAME
    else:
        return None
    is_end = standing.period is not None and standing.period.last == kept.period.last
    comparable = is_end and standing.unit == kept.unit
    value = standing.value if comparable and isinstance(standing.value, Decimal) else None
    return Scored(kept=kept, came=came, actual=None if value is None else float(value))


def _inside(scored: list[Scored], band: str) -> float | None:
    if not scored:
        return None
    ends = [(getattr(s.kept, f"lo{band}"), getattr(s.kept, f"hi{band}")) for s in scored]
    low, high = zip(*ends, strict=True)
    actual = [s.actual for s in scored if s.actual is not None]
    return coverage(actual, low, high)
