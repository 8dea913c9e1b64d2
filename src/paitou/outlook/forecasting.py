"""Histories of any length → paths with bands, for one series or for a whole panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from paitou.model import UsageError
from paitou.outlook.arrays import Floats, clean
from paitou.outlook.calibrating import Told, blended_law, panel_law
from paitou.outlook.centre import centre_path
from paitou.outlook.laws import shipped_law
from paitou.outlook.nature import Nature, nature_of
from paitou.outlook.path import Path, path_of
from paitou.outlook.steadiness import unsteadiness
from paitou.outlook.usual import usual_change

_NAMES = {
    "DOT": "动态优化Theta",
    "AutoTheta": "自动Theta",
    "AutoETS": "自动指数平滑",
    "drift": "阻尼同比漂移",
    "reverting": "向自身均值回归",
}
#: With fewer series than this a panel says nothing of its own errors.
_PANEL = 8


def forecast(
    history: Sequence[float] | Floats,
    horizon: int,
    period: int = 1,
    nature: Nature | None = None,
) -> Path:
    """Return the path of one series, its bands from the shipped table of errors.

    Args:
        history: one value a period, the earliest first; gaps are nan.
        horizon: how many steps ahead, at least 1.
        period: steps a year: 1, 2, 4 or 12.
        nature: its bounds and whether it reverts, by default what the history says.

    Raises:
        UsageError: no value is known, or horizon or period is below 1.
    """
    values = _checked(history, horizon, period)
    law = shipped_law(len(values), horizon, period)
    return _path(
        (values, nature or nature_of(values)), period, law, "通用误差表和自身以往的误差"
    )


def forecast_panel(
    histories: Mapping[str, Sequence[float] | Floats],
    horizon: int,
    period: int = 1,
    natures: Mapping[str, Nature] | None = None,
) -> dict[str, Path]:
    """Return the paths of many series, their bands from the panel's own past errors.

    Errors of forecasts made a horizon ago are pooled over the panel, step by step, and
    mixed with the shipped table: the more of them, the less of the table.

    Raises:
        UsageError: as of `forecast`.
    """
    told = natures or {}
    series: dict[str, Told] = {}
    for key, history in histories.items():
        values = _checked(history, horizon, period, key)
        series[key] = values, told.get(key) or nature_of(values)
    if len(series) < _PANEL:
        return {
            key: forecast(values, horizon, period, nature)
            for key, (values, nature) in series.items()
        }
    panel = panel_law(list(series.values()), horizon, period)
    source = "同组序列上一期预测的误差、自身以往的误差和通用误差表"
    return {
        key: _path(each, period, blended_law(len(each[0]), period, panel), source)
        for key, each in series.items()
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


def _path(told: Told, period: int, law: Floats, source: str) -> Path:
    values, nature = told
    middle, methods = centre_path(values, len(law), period, nature)
    names = "、".join(_NAMES[method] for method in methods)
    how = f"{names}的中位数" if len(methods) > 1 else names
    if len(values) == 1:
        how = "只有一个数，按原值延续"
    steady = unsteadiness(values, len(law), period, nature)
    errors: Floats = law * usual_change(values, period, nature) * steady
    return path_of(middle, errors, nature, f"{how}；区间按{source}", len(values))
