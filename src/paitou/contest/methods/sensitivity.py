"""A result with uncertain steps → how much of its spread each step is answerable for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, Integers, count, floats
from paitou.model import UsageError


@attrs.frozen(kw_only=True, eq=False)
class Sensitivity:
    """First-order and total indices: steps, or steps × results if there are several."""

    first: Floats
    total: Floats
    mean: Floats
    variance: Floats


def sensitivity(
    model: Callable[[Floats], npt.ArrayLike],
    steps: Sequence[str],
    points: int = 1024,
    seed: int = 0,
) -> Sensitivity:
    """Return the Sobol indices of a model of so many uncertain steps.

    `model` takes rows of numbers in [0, 1), one a step, and returns a number a row or a row
    of numbers. S_i = mean((y_B − ȳ)(y_ABi − y_A))/V, T_i = Σ(y_A − y_ABi)²/(2NV) on
    scrambled Sobol points (Saltelli 2010; Jansen 1999). A step that never acts is an error.
    """
    size = len(steps)
    if size == 0:
        raise UsageError("至少要有一个不确定的环节。")
    first, second = _designs(size, count(points, "样本数", 2), seed)
    base = _results(model, np.vstack([first, second]))
    one, two = base[: len(first)], base[len(first) :]
    centre, variance = base.mean(axis=0), base.var(axis=0)
    if not (variance > 0).all():
        raise UsageError("结果不随任何环节变化，敏感性分析无意义。")
    main, whole = [], []
    for place, name in enumerate(steps):
        mixed = first.copy()
        mixed[:, place] = second[:, place]
        changed = _results(model, mixed)
        if (changed == one).all():
            raise UsageError(f"环节“{name}”不起作用：改变它结果不变，请检查设计。")
        main.append(((two - centre) * (changed - one)).mean(axis=0) / variance)
        whole.append(((one - changed) ** 2).mean(axis=0) / (2 * variance))
    return Sensitivity(
        first=np.array(main), total=np.array(whole), mean=centre, variance=variance
    )


def alternative(chance: npt.ArrayLike, count_of_alternatives: int) -> Integers:
    """Return which of so many equally likely alternatives a number in [0, 1) stands for.

    The cut is on [0, 1) itself, never on the range of the sample.
    """
    known = count(count_of_alternatives, "备选方案数")
    given = floats(chance, "随机数")
    if not ((given >= 0) & (given < 1)).all():
        raise UsageError("随机数须不小于0且小于1。")
    return np.minimum(np.floor(given * known), known - 1).astype(np.int64)


def _designs(size: int, points: int, seed: int) -> tuple[Floats, Floats]:
    from scipy.stats import qmc  # type: ignore[import-untyped]

    sampler = qmc.Sobol(2 * size, scramble=True, rng=np.random.default_rng(seed))
    exponent = max(1, (points - 1).bit_length())
    both = np.asarray(sampler.random_base2(exponent)[:points], dtype=np.float64)
    return both[:, :size], both[:, size:]


def _results(model: Callable[[Floats], npt.ArrayLike], rows: Floats) -> Floats:
    found = floats(model(rows), "模型结果")
    if found.ndim not in {1, 2} or len(found) != len(rows) or np.isnan(found).any():
        raise UsageError(f"模型须为{len(rows)}行各返回一个（或一行）数值，不得有缺数。")
    return found
