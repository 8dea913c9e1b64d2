"""Scores with standard errors → how much of their spread is real, and calmer scores."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, count, proportion, vector
from paitou.model import UsageError


def reliability(scores: npt.ArrayLike, se: npt.ArrayLike, quarters: int = 1) -> float:
    """Return λ = 1 − mean(se²)/var(score) of one quarter, or of the mean of k quarters.

    k quarters: kλ/(1 + (k − 1)λ) (Spearman 1910, Brown 1910). Never below 0.
    """
    found, errors = _checked(scores, se)
    spread = float(found.var(ddof=1))
    if spread == 0:
        raise UsageError("各单位得分相同，信度无意义。")
    single = max(0.0, 1 - float((errors**2).mean()) / spread)
    return reliability_of_quarters(single, quarters)


def reliability_of_quarters(single: float, quarters: int) -> float:
    """Return the reliability of the mean of k quarters from that of one."""
    share = proportion(single, "信度", ends=True)
    many = count(quarters, "季度数")
    return many * share / (1 + (many - 1) * share)


def expected_agreement(reliable: float) -> float:
    """Return the rank correlation to expect with the truth: E τ = (2/π)·asin(√λ)."""
    return 2 / math.pi * math.asin(math.sqrt(proportion(reliable, "信度", ends=True)))


def shrunken(scores: npt.ArrayLike, se: npt.ArrayLike) -> Floats:
    """Return each score drawn to the mean as far as it is noise.

    mean + λ_i(s_i − mean) with λ_i = τ²/(τ² + se_i²) and τ² the spread beyond noise.
    """
    found, errors = _checked(scores, se)
    real = max(0.0, float(found.var(ddof=1)) - float((errors**2).mean()))
    whole = real + errors**2
    kept = np.divide(real, whole, out=np.ones_like(whole), where=whole > 0)
    return np.asarray(found.mean() + kept * (found - found.mean()), dtype=np.float64)


def _checked(scores: npt.ArrayLike, se: npt.ArrayLike) -> tuple[Floats, Floats]:
    found = vector(scores, "得分")
    errors = vector(se, "标准误", found.size)
    if found.size < 2:
        raise UsageError("至少要两个单位才能计算信度。")
    if (errors < 0).any():
        raise UsageError("标准误不得为负。")
    return found, errors
