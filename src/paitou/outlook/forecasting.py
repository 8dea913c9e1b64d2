"""Histories of any length → paths with bands, for one series or for a whole panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from paitou.model import UsageError
from paitou.outlook.arrays import Floats, clean
from paitou.outlook.calibrating import blended_law, panel_law
from paitou.outlook.centre import centre_path
from paitou.outlook.laws import shipped_law
from paitou.outlook.path import Path, path_of
from paitou.outlook.usual import usual_change

_NAMES = {
    "DOT": "动态优化Theta",
    "AutoTheta": "自动Theta",
    "AutoETS": "自动指数平滑",
    "drift": "阻尼同比漂移",
}
#: With fewer series than this a panel says nothing of its own errors.
_PANEL = 8


def forecast(history: Sequence[float] | Floats, horizon: int, period: int = 1) -> Path:
    """Return the path of one series, its bands from the shipped table of errors.

    Args:
        history: one value a period, the earliest first; gaps are nan.
        horizon: how many steps ahead, at least 1.
        period: steps a year: 1, 2, 4 or 12.

    Raises:
        UsageError: no value is known, or horizon or period is below 1.
    """
    values = _checked(history, horizon, period)
    return _path(values, period, shipped_law(len(values), horizon, period), "通用误差表")


def forecast_panel(
    histories: Mapping[str, Sequence[float] | Floats], horizon: int, period: int = 1
) -> dict[str, Path]:
    """Return the paths of many series, their bands from the panel's own past errors.

    Errors of forecasts made a horizon ago are pooled over the panel, step by step, and
    mixed with the shipped table: the more of them, the less of the table.

    Raises:
        UsageError: as of `forecast`.
    """
    series = {key: _checked(told, horizon, period, key) for key, told in histories.items()}
    if len(series) < _PANEL:
        return {key: forecast(values, horizon, period) for key, values in series.items()}
    panel = panel_law(list(series.values()), horizon, period)
    told = "同组序列上一期预测的误差与通用误差表"
    return {
        key: _path(values, period, blended_law(len(values), period, panel), told)
        for key, values in series.items()
    }


def _checked(
    history: Sequence[float] | Floats, horizon: int, period: int, name: str = ""
) -> Floats:
    if horizon < 1 or period < 1:
        raise UsageError("预测的期数和每年的期数都要不小于1")
    values = clean(history)
    if len(values) == 0:
        raise UsageError(f"序列{name}里没有一个数，无法预测")
    return values


def _path(values: Floats, period: int, law: Floats, source: str) -> Path:
    middle, methods = centre_path(values, len(law), period)
    names = "、".join(_NAMES[method] for method in methods)
    how = f"{names}的中位数" if len(methods) > 1 else names
    if len(values) == 1:
        how = "只有一个数，按原值延续"
    basis = f"{how}；区间按{source}"
    errors: Floats = law * usual_change(values, period)
    return path_of(np.asarray(middle, dtype=np.float64), errors, basis, values)
