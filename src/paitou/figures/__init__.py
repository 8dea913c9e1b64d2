"""Reported values: where they come from, when they became known, and how they add up."""

from paitou.figures.derived import Derived
from paitou.figures.deriving import derive
from paitou.figures.ledger import Ledger
from paitou.figures.measuring import same_kind
from paitou.figures.places import Places
from paitou.figures.series import Known, Series
from paitou.figures.view import LedgerView
from paitou.figures.vintages import current, same_value

__all__ = [
    "Derived",
    "Known",
    "Ledger",
    "LedgerView",
    "Places",
    "Series",
    "current",
    "derive",
    "same_kind",
    "same_value",
]
