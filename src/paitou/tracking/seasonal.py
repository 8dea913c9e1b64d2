"""Figures to date of earlier years → how much of a year is usually done by a month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from paitou.figures.series import Known
from paitou.model import Bound, Figure, Period
from paitou.tracking.pace import points_text

_FEWEST_YEARS = 2


@frozen(kw_only=True)
class SeasonalCurve:
    """The usual share of a year that is done by a month, and the years it comes from."""

    month: int
    share: Decimal
    years: tuple[int, ...]

    @property
    def words(self) -> str:
        """Return the share and the years in one Chinese phrase."""
        years = "、".join(map(str, self.years))
        percent = points_text(self.share * 100)
        months = f"1—{self.month}月" if self.month > 1 else "1月"
        return f"按{years}年{months}占全年的平均比重{percent}%"


def seasonal_share(known: Known, month: int, years: Iterable[int]) -> Decimal | None:
    """Return the usual share of a year that is done by a month; None of too few years."""
    curve = seasonal_curve(known, month, years)
    return curve.share if curve else None


def seasonal_curve(known: Known, month: int, years: Iterable[int]) -> SeasonalCurve | None:
    """Return the mean over the years of figure to date ÷ figure of the whole year.

    A year counts where both are published exactly and in one unit, and where the part is
    no more than the whole. Needs two such years.

    Args:
        known: a series of levels as known on a day.
        month: from 1; 12 is the whole year.
        years: earlier years; those that lack a figure are left out.
    """
    shares = dict(_shares(known, month, sorted(set(years))))
    if len(shares) < _FEWEST_YEARS:
        return None
    mean = sum(shares.values(), Decimal(0)) / len(shares)
    return SeasonalCurve(month=month, share=mean, years=tuple(shares))


def _shares(
    known: Known, month: int, years: Iterable[int]
) -> Iterator[tuple[int, Decimal]]:
    for year in years:
        part = _amount(known.at(Period.to_date(year, month)))
        whole = _amount(known.at(Period.of_year(year)))
        if part is None or whole is None or part[1] != whole[1]:
            continue
        if whole[0] > 0 and 0 <= part[0] <= whole[0]:
            yield year, part[0] / whole[0]


def _amount(figure: Figure | None) -> tuple[Decimal, str] | None:
    """Return the value in its base unit; None where it is not published or not exact."""
    if figure is None or not figure.is_published or figure.bound is not Bound.EXACT:
        return None
    if figure.value_high is not None or not isinstance(figure.value, Decimal):
        return None
    return figure.value * figure.unit.scale, figure.unit.base
