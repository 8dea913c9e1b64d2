"""What a caller passes → arrays of floats that the methods may rely on, or a refusal."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from paitou.model import UsageError

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]


def floats(given: npt.ArrayLike, name: str) -> Floats:
    """Return the numbers as floats; nan stays, infinity and text are refused."""
    try:
        found = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError) as fault:
        raise UsageError(f"{name}须为数值，缺数用nan表示。") from fault
    if found.size == 0:
        raise UsageError(f"{name}为空，请给出至少一个数值。")
    if np.isinf(found).any():
        raise UsageError(f"{name}含有无穷大，请先更正数据。")
    return found


def vector(given: npt.ArrayLike, name: str, length: int | None = None) -> Floats:
    """Return one row of numbers without gaps, of the length that is asked for."""
    found = floats(given, name)
    if found.ndim != 1:
        raise UsageError(f"{name}须为一维数组，现为{found.ndim}维。")
    if length is not None and found.size != length:
        raise UsageError(f"{name}须有{length}个数值，现有{found.size}个。")
    if np.isnan(found).any():
        raise UsageError(f"{name}不得有缺数。")
    return found


def table(given: npt.ArrayLike, name: str = "得分表") -> Floats:
    """Return units × indicators; nan stays."""
    found = floats(given, name)
    if found.ndim != 2:
        raise UsageError(f"{name}须为二维数组（单位×指标），现为{found.ndim}维。")
    return found


def full_table(given: npt.ArrayLike, name: str = "得分表") -> Floats:
    """Return units × indicators; a missing cell is refused."""
    found = table(given, name)
    if np.isnan(found).any():
        row, column = np.argwhere(np.isnan(found))[0] + 1
        raise UsageError(f"{name}第{row}行第{column}列缺数，此方法要求数据完整，请先补齐。")
    return found


def weights_for(given: npt.ArrayLike, count: int) -> Floats:
    """Return weights as given: none negative, their sum above 0."""
    found = vector(given, "权重", count)
    if (found < 0).any():
        raise UsageError(f"第{int(np.argmin(found)) + 1}个权重为负，权重不得小于0。")
    total = found.sum()
    if not total > 0 or np.isinf(total):
        raise UsageError("权重之和须大于0且有限，请检查权重。")
    return found


def shares_for(given: npt.ArrayLike, count: int) -> Floats:
    """Return weights that sum to 1."""
    found = weights_for(given, count)
    return np.asarray(found / found.sum(), dtype=np.float64)


def draws_for(given: npt.ArrayLike, count: int) -> Floats:
    """Return draws × indicators of weights as given, each draw summing to more than 0."""
    found = table(given, "权重抽样")
    if found.shape[1] != count:
        raise UsageError(f"权重抽样每组须有{count}个权重，现有{found.shape[1]}个。")
    if np.isnan(found).any() or (found < 0).any():
        raise UsageError("权重抽样不得有缺数或负数。")
    totals = found.sum(axis=1)
    if not (totals > 0).all():
        raise UsageError(f"第{int(np.argmin(totals)) + 1}组权重之和为0，请检查权重抽样。")
    return found


def proportion(given: float, name: str, *, ends: bool) -> float:
    """Return a number between 0 and 1; the ends count only where they are allowed."""
    found = float(given)
    if not (0 <= found <= 1 if ends else 0 < found < 1):
        raise UsageError(f"{name}须在0与1之间，现为{given}。")
    return found


def count(given: int, name: str, least: int = 1) -> int:
    """Return a whole number that is large enough."""
    if int(given) != given or given < least:
        raise UsageError(f"{name}须为不小于{least}的整数，现为{given}。")
    return int(given)


def finite(found: Floats, present: Truths, what: str) -> Floats:
    """Return a result none of whose present cells overflowed or became undefined."""
    if not np.array_equal(np.isfinite(found), present):
        raise UsageError(f"{what}超出可表示的数值范围，请检查数据与参数。")
    return found
