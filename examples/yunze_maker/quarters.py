"""Years and quarters → the periods that tables name, and the days they become known."""

from __future__ import annotations

import datetime as dt

YEARS = (2023, 2024, 2025)
#: What a figure to date is called at the end of each quarter.
TO_DATE = ("Q1", "H1", "Q1-Q3", "")
USUAL, LATE = 25, 50


def to_date(year: int, quarter: int) -> str:
    """Return January to the end of a quarter: 2024H1, and 2024 for the fourth."""
    return f"{year}{TO_DATE[quarter - 1]}"


def single(year: int, quarter: int) -> str:
    """Return the quarter by itself: 2024Q2."""
    return f"{year}Q{quarter}"


def all_quarters() -> tuple[tuple[int, int], ...]:
    """Return the twelve quarters of the story, each as year and number."""
    return tuple((year, quarter) for year in YEARS for quarter in (1, 2, 3, 4))


def known_on(period: str, days: int = USUAL) -> dt.date:
    """Return the day so many days after the end of a quarter, a half, or a year."""
    ends = {"Q1": (3, 31), "H1": (6, 30), "Q2": (6, 30), "Q3": (9, 30), "Q1-Q3": (9, 30)}
    month, day = ends.get(period[4:], (12, 31))
    return dt.date(int(period[:4]), month, day) + dt.timedelta(days)
