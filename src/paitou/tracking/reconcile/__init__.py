"""A plan and a later report → what became of each target, with both quotes."""

from paitou.tracking.reconcile.reasons import shortfall_words, value_words
from paitou.tracking.reconcile.reconciling import reconcile
from paitou.tracking.reconcile.result import (
    Evidence,
    Gap,
    Pair,
    PairVerdict,
    Reconciliation,
    Side,
)

__all__ = [
    "Evidence",
    "Gap",
    "Pair",
    "PairVerdict",
    "Reconciliation",
    "Side",
    "reconcile",
    "shortfall_words",
    "value_words",
]
