"""What is known of an indicator beside its figures: its bounds, and whether it reverts."""

from __future__ import annotations

import numpy as np
from attrs import frozen

from paitou.outlook.arrays import Floats


@frozen(kw_only=True)
class Nature:
    """What values an indicator may take, and how it moves.

    Attributes:
        low, high: bounds that it cannot cross; None where there is none. A share of a
            whole ends at 100.
        reverts: whether it returns to its own mean as growth rates do, and does not
            drift.
    """

    low: float | None = None
    high: float | None = None
    reverts: bool = False

    def kept(self, values: Floats) -> Floats:
        """Return the values, none beyond a bound."""
        kept: Floats = np.clip(values, self.low, self.high)
        return kept


def nature_of(history: Floats) -> Nature:
    """Return what a bare history says: what was never below nothing will not be."""
    return Nature(low=0.0 if (history >= 0).all() else None)
