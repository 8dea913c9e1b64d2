"""A panel of comparable series and targets → the chance that each is met.

Conformal prediction (Vovk, Gammerman and Shafer 2005) over a panel: errors of the same
forecast at every earlier year, of all series, are the errors to expect now. Each year's
errors share that year's shock, so the pool holds good years and bad ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen

from paitou.outlook.arrays import Floats
from paitou.outlook.growths import Growths

#: Forecasts made with fewer years behind them are not held against, where others are.
_YEARS_BEHIND = 12
_LEAST = 0.01


@frozen(kw_only=True)
class Question:
    """Will a series, seen from a year, reach a value so many years later?"""

    series: str
    origin: int
    horizon: int
    target: float


def chances(
    panel: Mapping[str, Mapping[int, float]], questions: Sequence[Question]
) -> Floats:
    """Return the probability of reaching each target; nan where the past says nothing.

    The mean of two: growth drawn to the panel by fixed weights, and by learned ones.
    Nothing after a question's origin is used for it.

    Args:
        panel: the values of each series by year; growth is relative where all are above 0.
        questions: what is asked; more is better.
    """
    growths = Growths.of(panel)
    answers = np.full(len(questions), np.nan)
    for (origin, horizon), places in _grouped(questions).items():
        at = origin - growths.first
        if not 0 <= at < growths.values.shape[1]:
            continue
        asked = [questions[place] for place in places]
        answers[places] = _answers(growths, at, horizon, asked)
    return answers


def _grouped(questions: Iterable[Question]) -> dict[tuple[int, int], list[int]]:
    groups: dict[tuple[int, int], list[int]] = {}
    for place, asked in enumerate(questions):
        groups.setdefault((asked.origin, asked.horizon), []).append(place)
    return groups


def _answers(growths: Growths, at: int, horizon: int, asked: Sequence[Question]) -> Floats:
    rows = np.array([growths.row[question.series] for question in asked])
    targets = np.array([question.target for question in asked], dtype=np.float64)
    if growths.is_log:
        with np.errstate(divide="ignore", invalid="ignore"):
            targets = np.where(targets > 0, np.log(targets), -np.inf)
    needed = (targets - growths.values[rows, at]) / horizon
    ways: tuple[Callable[[int], Floats], ...] = (
        growths.fixed,
        lambda then: growths.learned(then, horizon),
    )
    found = [_chance(growths, at, horizon, needed - way(at)[rows], way) for way in ways]
    answers: Floats = np.where(np.isnan(needed), np.nan, np.mean(found, axis=0))
    return answers


def _chance(
    growths: Growths, at: int, horizon: int, missing: Floats, way: Callable[[int], Floats]
) -> Floats:
    """Return how often growth surpassed what was expected by more than is missing."""
    last = at - horizon
    errors = [
        growths.ahead(then, horizon) - way(then)
        for then in range(min(_YEARS_BEHIND, last), last + 1)
        if then >= 1
    ]
    pool = np.concatenate([np.empty(0), *errors])
    pool = np.sort(pool[np.isfinite(pool)])
    if not len(pool):
        return np.full(len(missing), np.nan)
    below = np.searchsorted(pool, missing)
    chance: Floats = np.clip(1 - below / len(pool), _LEAST, 1 - _LEAST)
    return chance
