"""A ledger and a catalogue → the figures that may be computed with on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from paitou.figures.ledger import Ledger
from paitou.figures.series import Known
from paitou.indicators import Additivity, Catalogue, Indicator
from paitou.model import Figure, Period, Unit


@frozen(kw_only=True)
class LedgerView:
    """What is computed from: levels as they were known on a day, official ones only.

    Attributes:
        published_only: whether estimates and unverified values are left out.
    """

    ledger: Ledger
    catalogue: Catalogue
    as_of: dt.date
    published_only: bool = True

    def figure(
        self, indicator_id: str, org: str, period: Period, definition: str = ""
    ) -> Figure | None:
        """Return the level of a period; a stock's may be that of any with the same end."""
        known = self._known(indicator_id, org, definition)
        found = known.at(period)
        if found is not None and self._counts(found):
            return found
        if not self._is_stock(indicator_id):
            return None
        ends = (
            each
            for each in known.backwards(period.last_month)
            if each.period.last_month == period.last_month and self._counts(each)
        )
        return next(ends, None)

    def figures(
        self, indicator_id: str, org: str, definition: str = ""
    ) -> Iterator[Figure]:
        """Yield the levels of every period, the earliest end first."""
        known = self._known(indicator_id, org, definition)
        return (figure for figure in known if self._counts(figure))

    def indicator(self, indicator_id: str) -> Indicator | None:
        """Return what is known of an indicator."""
        return self.catalogue.get(indicator_id)

    def name(self, figure: Figure) -> str:
        """Return what a figure's indicator is called."""
        known = self.catalogue.get(figure.indicator_id)
        return known.name if known else figure.indicator

    def is_never_negative(self, indicator_id: str) -> bool:
        """Return whether it is known that the indicator cannot be below nothing."""
        known = self.catalogue.get(indicator_id)
        return known is not None and known.is_never_negative

    def adds_up(self, indicator_id: str) -> bool:
        """Return whether the values of places add up to that of the whole."""
        known = self.catalogue.get(indicator_id)
        return known is not None and known.additivity is not Additivity.NONE

    def is_flow(self, indicator_id: str) -> bool:
        """Return whether the values of periods add up to that of a longer one."""
        known = self.catalogue.get(indicator_id)
        return known is not None and known.additivity is Additivity.SUM

    def unit(self, indicator_id: str) -> Unit | None:
        """Return the unit usually printed, None where the catalogue does not know it."""
        known = self.catalogue.get(indicator_id)
        return Unit.parse(known.unit) if known else None

    def _is_stock(self, indicator_id: str) -> bool:
        known = self.catalogue.get(indicator_id)
        return known is not None and known.additivity is Additivity.STOCK

    def _known(self, indicator_id: str, org: str, definition: str) -> Known:
        series = self.ledger.series(indicator_id, org, definition=definition)
        return series.known(self.as_of)

    def _counts(self, figure: Figure) -> bool:
        if not isinstance(figure.value, Decimal):
            return False
        return figure.is_published or not self.published_only
