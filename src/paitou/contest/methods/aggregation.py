"""Points of indicators and weights → one score a unit, by four kinds of weighted mean."""

from __future__ import annotations

from collections.abc import Callable
from math import fsum

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, finite, table, vector, weights_for
from paitou.contest.methods.exact import exact_sums, float_weights
from paitou.contest.methods.normalisation import Parameter, check_parameters
from paitou.model import UsageError


def aggregate(
    points: npt.ArrayLike,
    weights: npt.ArrayLike,
    method: str = "arithmetic",
    **parameters: Parameter,
) -> Floats:
    """Return the weighted mean of each row: arithmetic, geometric, harmonic, power(p).

    A missing cell takes its weight with it: the mean is over the cells that are there. A
    unit with none is refused. Equal sums give equal scores whatever the order of columns.
    """
    cells = table(points)
    chosen = weights_for(weights, cells.shape[1])
    if method not in MEANS:
        raise UsageError(f"没有名为“{method}”的合成方法，可用：{'、'.join(MEANS)}。")
    check_parameters(MEANS[method], method, parameters, given=2)
    used = chosen > 0
    if not used.all():
        cells, chosen = cells[:, used], chosen[used]
    empty = np.isnan(cells).all(axis=1)
    if empty.any():
        raise UsageError(f"第{int(np.argmax(empty)) + 1}个单位的指标全部缺数，无法计分。")
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        scores: Floats = MEANS[method](cells, float_weights(chosen), **parameters)
    return finite(scores, np.full(scores.shape, fill_value=True), "得分")


def _arithmetic(cells: Floats, weights: Floats) -> Floats:
    missing = np.isnan(cells)
    if not missing.any():
        return exact_sums(cells, weights) / fsum(weights)
    there = exact_sums((~missing).astype(np.float64), weights)
    return exact_sums(np.where(missing, 0.0, cells), weights) / there


def _geometric(cells: Floats, weights: Floats) -> Floats:
    _refuse_negative(cells, "几何平均")
    zero = (cells == 0).any(axis=1)
    logs = np.log(np.where(cells == 0, 1.0, cells))
    return np.where(zero, 0.0, np.exp(_arithmetic(logs, weights)))


def _harmonic(cells: Floats, weights: Floats) -> Floats:
    _refuse_negative(cells, "调和平均")
    zero = (cells == 0).any(axis=1)
    inverse = 1 / np.where(cells == 0, 1.0, cells)
    return np.where(zero, 0.0, 1 / _arithmetic(inverse, weights))


def _power(cells: Floats, weights: Floats, p: Parameter) -> Floats:
    power = float(vector(np.ravel(np.asarray(p)), "幂平均的参数p", 1)[0])
    if power in _SPECIAL:
        return _SPECIAL[power](cells, weights)
    _refuse_negative(cells, "幂平均")
    # The outermost value that counts is divided out, so that no power overflows.
    outer = np.nanmax(cells, axis=1) if power > 0 else np.nanmin(cells, axis=1)
    zero = outer == 0
    shares = np.where(zero, 1.0, cells.T / np.where(zero, 1.0, outer)).T
    means = _arithmetic(np.expm1(power * np.log(shares)), weights)
    return np.where(zero, 0.0, outer * np.exp(np.log1p(means) / power))


def _refuse_negative(cells: Floats, told: str) -> None:
    if (cells < 0).any():
        row = int(np.argmax((cells < 0).any(axis=1))) + 1
        raise UsageError(
            f"第{row}个单位有得分为负，{told}要求得分不小于0，"
            "请改用算术平均或先调整归一方法。"
        )


#: Powers that are means with names of their own.
_SPECIAL: dict[float, Callable[[Floats, Floats], Floats]] = {
    1.0: _arithmetic,
    0.0: _geometric,
    -1.0: _harmonic,
}
MEANS: dict[str, Callable[..., Floats]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "power": _power,
}
