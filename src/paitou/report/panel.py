"""A book on a day → a panel (展板) as vector PDF: of the city, a programme, a district."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from paitou.model import Book, Period, UsageError
from paitou.render.poster import SHEETS, Poster, Size, panel_pdf, place_first
from paitou.report.assessment import assess
from paitou.report.panels.city import city_panels


def write_panel(
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    size: str = Size.BIG.value,
) -> None:
    """Write the panel."""
    placed = place_first(city_panels(book, assess(book, as_of)), SHEETS[Size(size)])
    path.write_bytes(panel_pdf(placed))
