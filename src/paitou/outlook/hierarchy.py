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
        parts: the figures of each part, over the same periods as the whole, without gaps.
        horizon: how many steps ahead.
        period: steps a year.
    """
    total = clean(whole)
    series = {key: clean(part) for key, part in parts.items()}
    added = np.sum(list(series.values()), axis=0)
    difference = np.resize((total - added)[-period:], horizon)
    middle, _ = centre_path(added, horizon, period)
    paths = {key: centre_path(part, horizon, period)[0] for key, part in series.items()}
    return agree(middle, paths, difference, is_long=has_enough(len(total), period))


def has_enough(length: int, period: int) -> bool:
    """Return whether a history is so long that the whole's own forecast adds something."""
    return length >= _ENOUGH_YEARS * period > period


def agree(
    added: Floats, parts: Mapping[str, Floats], difference: Floats, *, is_long: bool
) -> Reconciled:
    """Return paths that add up, from those of the parts and of their sum.

    Args:
        added: the path of the sum of the parts as such; used where `is_long`.
        parts: the path of each part.
        difference: what the official whole has beyond the parts, step by step.
        is_long: whether the histories are long enough for `added` to count.
    """
    paths = np.array(list(parts.values()))
    if is_long:
        paths = reconcile(added, paths)
    return Reconciled(
        whole=paths.sum(axis=0) + difference,
        parts=dict(zip(parts, paths, strict=True)),
        difference=difference,
        method=WLS_STRUCT if is_long else BOTTOM_UP,
    )


def reconcile(whole: Floats, parts: Floats) -> Floats:
    """Return the parts (a row each) so moved that they and the whole agree best.

    W = diag(number of parts, 1, …, 1), the structural scaling wls_struct: every part
    takes 1 ÷ 2n of what the whole has beyond their sum.
    """
    count = len(parts)
    moved: Floats = parts + (whole - parts.sum(axis=0)) / (2 * count)
    return moved
