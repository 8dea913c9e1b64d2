"""Where a series will probably go: a value a step, two bands, and chances."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from paitou.outlook.arrays import Floats
from paitou.outlook.laws import PROBABILITIES
from paitou.outlook.nature import Nature

#: No chance is told nearer to certainty than this.
_LEAST = 0.01


@frozen(kw_only=True, eq=False)
class Path:
    """The forecast of a series, one place a step.

    Attributes:
        quantiles: a row a step, a column for each of `laws.PROBABILITIES`.
        basis: how it was made, in words.
        count: how many figures it rests on.
    """

    mean: Floats
    lo80: Floats
    hi80: Floats
    lo95: Floats
    hi95: Floats
    quantiles: Floats
    basis: str
    count: int

    def chance(self, step: int, low: float | None, high: float | None = None) -> float:
        """Return the probability that the value of a step (from 1) keeps its bounds."""
        return chance_within(self.quantiles[step - 1], low, high)


def chance_within(quantiles: Floats, low: float | None, high: float | None) -> float:
    """Return the probability that a value with these quantiles keeps its bounds."""
    below_low = 0.0 if low is None else _below(quantiles, low)
    below_high = 1.0 if high is None else _below(quantiles, high)
    return min(max(below_high - below_low, _LEAST), 1 - _LEAST)


def _below(quantiles: Floats, value: float) -> float:
    if quantiles[0] == quantiles[-1]:
        return 0.0 if value <= quantiles[0] else 1.0
    rising = np.maximum.accumulate(quantiles)
    return float(np.interp(value, rising, PROBABILITIES, left=0.0, right=1.0))


def path_of(middle: Floats, errors: Floats, nature: Nature, basis: str, count: int) -> Path:
    """Return the path around its middle, with the quantiles of its errors laid on it.

    Nothing crosses a bound of its nature.
    """
    quantiles = nature.kept(middle[:, None] + errors)
    at = {p: quantiles[:, i] for i, p in enumerate(PROBABILITIES)}
    return Path(
        mean=middle,
        lo80=np.minimum(at[0.1], middle),
        hi80=np.maximum(at[0.9], middle),
        lo95=np.minimum(at[0.025], middle),
        hi95=np.maximum(at[0.975], middle),
        quantiles=quantiles,
        basis=basis,
        count=count,
    )
