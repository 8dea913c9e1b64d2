"""A table of states and moves → what may be done with a matter, and what its clocks say."""

from paitou.lifecycle.clocks import Term, WorkDays, due_on, term
from paitou.lifecycle.moving import Given, moved, moves_from, why_not
from paitou.lifecycle.reading import read_lifecycle
from paitou.lifecycle.shipped import preset

__all__ = [
    "Given",
    "Term",
    "WorkDays",
    "due_on",
    "moved",
    "moves_from",
    "preset",
    "read_lifecycle",
    "term",
    "why_not",
]
