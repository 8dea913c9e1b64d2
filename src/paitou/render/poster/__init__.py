"""Panels (展板): parts one below the other → a vector PDF, by Typst."""

from paitou.render.poster.content import (
    Chart,
    Count,
    Counts,
    Heading,
    ListColumn,
    Listing,
    ListRow,
    Part,
    Passage,
    Poster,
)
from paitou.render.poster.fitting import Placed, place_first
from paitou.render.poster.printing import panel_pdf
from paitou.render.poster.sheet import SHEETS, Sheet, Size

__all__ = [
    "SHEETS",
    "Chart",
    "Count",
    "Counts",
    "Heading",
    "ListColumn",
    "ListRow",
    "Listing",
    "Part",
    "Passage",
    "Placed",
    "Poster",
    "Sheet",
    "Size",
    "panel_pdf",
    "place_first",
]
