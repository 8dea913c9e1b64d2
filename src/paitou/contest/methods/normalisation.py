"""Raw values of indicators → points that may be compared, by ten published methods."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, finite, floats
from paitou.model import UsageError

Parameter = float | str | bool | Sequence[float] | Floats

TIES = ("min", "max", "average", "dense")


def normalise(
    x: npt.ArrayLike,
    method: str,
    direction: npt.ArrayLike = 1,
    **parameters: Parameter,
) -> Floats:
    """Return points in the shape of `x` (units, or units × indicators); nan stays nan.

    `direction` is 1 where more is better and −1 where less is; values are multiplied by it
    first. It and every number among the parameters may be one for all indicators or one for
    each, in natural units. Columns are normalised apart.

    minmax(l=0, u=100), zscore(m=0, s=1), rank(ties="min"), percentile(ties="min"),
    borda(ties="min"), goalposts(a, b, scale=100, clip=True), distance_to_max,
    distance_to_reference(reference, cap=False), distance_to_target(target, cap=True),
    fraction_of_max. `reference` is the row of the reference unit counted from 0 if it is an
    int, and its value if it is a float. OECD/JRC Handbook (2008), step 5; COINr.
    """
    values = floats(x, "指标值")
    if values.ndim not in {1, 2}:
        raise UsageError(f"指标值须为一维或二维数组，现为{values.ndim}维。")
    columns = values.reshape(values.shape[0], -1)
    present = ~np.isnan(columns)
    empty = np.asarray(~present.any(axis=0))
    if empty.any():
        raise UsageError(f"第{_first(empty)}个指标全部缺数，无法计算。")
    signs = _directions(direction, columns.shape[1])
    function = _chosen(method, parameters)
    turned = columns * signs if (signs < 0).any() else columns
    with np.errstate(over="ignore", invalid="ignore"):
        points = function(turned, signs, **parameters)
    return finite(points, present, "归一结果").reshape(values.shape)


def _chosen(method: str, parameters: dict[str, Parameter]) -> Callable[..., Floats]:
    if method not in METHODS:
        raise UsageError(f"没有名为“{method}”的归一方法，可用：{'、'.join(METHODS)}。")
    check_parameters(METHODS[method], method, parameters, given=2)
    return METHODS[method]


def check_parameters(
    function: Callable[..., Floats],
    method: str,
    parameters: dict[str, Parameter],
    *,
    given: int,
) -> None:
    """Refuse parameters that a method does not have, and say which it needs."""
    known = list(inspect.signature(function).parameters.values())[given:]
    names = [parameter.name for parameter in known]
    if unknown := [name for name in parameters if name not in names]:
        had = "、".join(names) or "无"
        raise UsageError(f"方法{method}没有参数{'、'.join(unknown)}，其参数：{had}。")
    needed = [p.name for p in known if p.default is inspect.Parameter.empty]
    if absent := [name for name in needed if name not in parameters]:
        raise UsageError(f"方法{method}须给出参数{'、'.join(absent)}。")


def _directions(given: npt.ArrayLike, count: int) -> Floats:
    signs = _numbers(given, "方向", count)
    if not np.isin(signs, (-1, 1)).all():
        raise UsageError("方向只能为1（越大越好）或-1（越小越好）。")
    return signs


def _numbers(given: npt.ArrayLike, name: str, count: int) -> Floats:
    """Return one number for each indicator."""
    found = floats(given, f"参数{name}").ravel()
    if np.isnan(found).any():
        raise UsageError(f"参数{name}不得有缺数。")
    if found.size not in {1, count}:
        raise UsageError(f"参数{name}须为1个或{count}个数值，现有{found.size}个。")
    return np.broadcast_to(found, (count,))


def _first(faulty: npt.NDArray[np.bool_]) -> int:
    return int(np.argmax(faulty)) + 1


def _extremes(x: Floats, method: str) -> tuple[Floats, Floats]:
    low, high = np.nanmin(x, axis=0), np.nanmax(x, axis=0)
    if (low == high).any():
        place = _first(low == high)
        raise UsageError(f"第{place}个指标各单位取值相同，方法{method}无意义。")
    return low, high


def _divided(over: Floats, under: Floats, told: str) -> Floats:
    """Return the fresh array `over`, divided in place."""
    if (under == 0).any():
        raise UsageError(f"第{_first(under == 0)}个指标{told}，无法计算。")
    over /= under
    return over


def _minmax(x: Floats, _: Floats, l: Parameter = 0, u: Parameter = 100) -> Floats:  # noqa: E741
    low, high = _extremes(x, "minmax")
    bottom, top = (_numbers(v, n, x.shape[1]) for v, n in ((l, "l"), (u, "u")))
    points = _divided(x - low, high - low, "极差为0")
    points *= top - bottom
    points += bottom
    return points


def _zscore(x: Floats, _: Floats, m: Parameter = 0, s: Parameter = 1) -> Floats:
    _extremes(x, "zscore")
    mean, spread = (_numbers(v, n, x.shape[1]) for v, n in ((m, "m"), (s, "s")))
    if (spread <= 0).any():
        raise UsageError("参数s（标准差）须大于0。")
    away = x - np.nanmean(x, axis=0)
    points = _divided(away, np.nanstd(x, axis=0, ddof=1), "标准差为0")
    points *= spread
    points += mean
    return points


def _rank(x: Floats, _: Floats, ties: str = "min") -> Floats:
    if ties not in TIES:
        raise UsageError(f"并列处理方式只能为{'、'.join(TIES)}，现为{ties}。")
    return np.column_stack([_ascending(column, ties) for column in x.T])


def _ascending(column: Floats, ties: str) -> Floats:
    ranks = np.full(column.shape, np.nan)
    present = ~np.isnan(column)
    values = column[present]
    ordered = np.unique(values) if ties == "dense" else np.sort(values)
    low = np.searchsorted(ordered, values, side="left") + 1.0
    high = np.searchsorted(ordered, values, side="right").astype(np.float64)
    ranks[present] = {"max": high, "average": (low + high) / 2}.get(ties, low)
    return ranks


def _percentile(x: Floats, signs: Floats, ties: str = "min") -> Floats:
    others = (~np.isnan(x)).sum(axis=0) - 1.0
    return _divided(_rank(x, signs, ties) - 1, others, "只有一个单位有数")


def _borda(x: Floats, signs: Floats, ties: str = "min") -> Floats:
    return _rank(x, signs, ties) - 1


def _goalposts(
    x: Floats,
    signs: Floats,
    a: Parameter,
    b: Parameter,
    scale: Parameter = 100,
    clip: Parameter = True,
) -> Floats:
    low, high, top = (
        _numbers(v, n, x.shape[1]) for v, n in ((a, "a"), (b, "b"), (scale, "scale"))
    )
    low, high = np.where(signs > 0, low, -high), np.where(signs > 0, high, -low)
    share = _divided(x - low, high - low, "上下门槛相同")
    clipped = _numbers(clip, "clip", x.shape[1]) != 0
    if clipped.any():
        np.clip(share, 0, 1, out=share, where=clipped)
    share *= top
    return share


def _distance_to_max(x: Floats, _: Floats) -> Floats:
    low, high = _extremes(x, "distance_to_max")
    return 1 - _divided(high - x, high - low, "极差为0")


def _distance_to_reference(
    x: Floats,
    signs: Floats,
    reference: Parameter,
    cap: Parameter = False,
) -> Floats:
    if isinstance(reference, int | np.integer) and not isinstance(reference, bool):
        if not 0 <= reference < len(x):
            raise UsageError(f"参照单位的行号须在0与{len(x) - 1}之间，现为{reference}。")
        best = x[reference]
        if np.isnan(best).any():
            raise UsageError(f"参照单位的第{_first(np.isnan(best))}个指标缺数。")
    else:
        best = _numbers(reference, "reference", x.shape[1]) * signs
    return _distance(x, best, cap, "参照值与最差值相同")


def _distance_to_target(
    x: Floats,
    signs: Floats,
    target: Parameter,
    cap: Parameter = True,
) -> Floats:
    best = _numbers(target, "target", x.shape[1]) * signs
    return _distance(x, best, cap, "目标值与最差值相同")


def _distance(x: Floats, best: Floats, cap: Parameter, told: str) -> Floats:
    found = 1 - _divided(best - x, best - np.nanmin(x, axis=0), told)
    capped = _numbers(cap, "cap", x.shape[1]) != 0
    return np.where(capped, np.minimum(found, 1), found)


def _fraction_of_max(x: Floats, _: Floats) -> Floats:
    return _divided(x.copy(), np.nanmax(x, axis=0), "最大值为0")


METHODS: dict[str, Callable[..., Floats]] = {
    "minmax": _minmax,
    "zscore": _zscore,
    "rank": _rank,
    "percentile": _percentile,
    "borda": _borda,
    "goalposts": _goalposts,
    "distance_to_max": _distance_to_max,
    "distance_to_reference": _distance_to_reference,
    "distance_to_target": _distance_to_target,
    "fraction_of_max": _fraction_of_max,
}
