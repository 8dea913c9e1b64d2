"""Paths of a whole and of its parts → paths that add up, the official difference apart.

Reconciliation of Hyndman, Ahmed, Athanasopoulos and Shang (2011) and Wickramasuriya et al.
(2019) for one whole and its parts, where it has a closed form: what the parts lack is
shared out by their weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen

from paitou.outlook.arrays import Floats, clean
from paitou.outlook.centre import centre_path

#: From so many years on the whole's own forecast adds to what its parts say; with fewer it
#: was worse than the sum of the parts (docs/outlook.md).
_ENOUGH_YEARS = 6
BOTTOM_UP, WLS_STRUCT = "bottom_up", "wls_struct"


@frozen(kw_only=True, eq=False)
class Reconciled:
    """Paths that add up: whole = sum of the parts + difference, at every step.

    Attributes:
        difference: the official figure of the whole less the sum of its parts, carried
            on as it was a year before; never spread over the parts.
        method: how they were made to add up.
    """

    whole: Floats
    parts: dict[str, Floats]
    difference: Floats
    method: str


def forecast_parts(
    whole: Sequence[float] | Floats,
    parts: Mapping[str, Sequence[float] | Floats],
    horizon: int,
    period: int = 1,
) -> Reconciled:
    """Return paths of a whole and its parts that add up.

    Args:
        whole: the official figures of the whole.
        parts: the figures of each part, over the same periods as the whole.
        horizon: how many steps ahead.
        period: steps a year.
    """
    total = clean(whole)
    series = {key: clean(part) for key, part in parts.items()}
    added = np.sum(list(series.values()), axis=0) if _alike(total, series) else total
    difference = np.resize((total - added)[-period:], horizon)
    paths = np.array([centre_path(part, horizon, period)[0] for part in series.values()])
    method = WLS_STRUCT if len(total) >= _ENOUGH_YEARS * period > period else BOTTOM_UP
    if method == WLS_STRUCT:
        middle, _ = centre_path(added, horizon, period)
        paths = reconcile(middle, paths)
    return Reconciled(
        whole=paths.sum(axis=0) + difference,
        parts=dict(zip(series, paths, strict=True)),
        difference=difference,
        method=method,
    )


def reconcile(whole: Floats, parts: Floats) -> Floats:
    """Return the parts (a row each) so moved that they and the whole agree best.

    W = diag(number of parts, 1, …, 1), the structural scaling wls_struct: every part
    takes 1 ÷ 2n of what the whole has beyond their sum.
    """
    count = len(parts)
    moved: Floats = parts + (whole - parts.sum(axis=0)) / (2 * count)
    return moved


def _alike(total: Floats, series: Mapping[str, Floats]) -> bool:
    return all(len(part) == len(total) for part in series.values())
