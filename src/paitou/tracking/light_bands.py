"""A rule of lights as values: its bands, and the progress that they are held against."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property

from attrs import evolve, field, frozen

from paitou.model import Light

#: A lag comes from a division; at a threshold its seventh decimal must not decide.
_EXACT = Decimal("0.000001")
FACTS = ("is_done", "is_late_done", "due_this_month", "cannot", "growth_below")


@frozen(kw_only=True, slots=False)
class Progress:
    """What a rule of lights may turn on; None is not known, and never counts as bad.

    Attributes:
        lag_pp: percentage points behind the time gone by; negative is ahead. Where it is
            None it is worked out of `share` and `elapsed`, if both are known.
        is_done: None where nobody said.
        is_late_done: done, but after it was due.
        months_overdue: calendar months since the month that it was due in, of what is
            known not to be done; 0 where it is not overdue.
        due_this_month: due in the month that is judged, done or not.
        cannot: who answers for it says that it cannot be done in time (预计难以完成).
        growth_below: growth is below the growth that was asked for.
        share, elapsed: how much is done and how much of the time is gone, 1.0 is all.
        not_assessed: judged once a year only, or no figure: no light, never red.
    """

    lag_pp: float | None = None
    is_done: bool | None = None
    is_late_done: bool = False
    months_overdue: int | None = None
    due_this_month: bool = False
    cannot: bool = False
    growth_below: bool | None = None
    share: float | None = None
    elapsed: float | None = None
    not_assessed: bool = False

    @cached_property
    def lag(self) -> Decimal | None:
        """Return the lag in percentage points, exact to a millionth."""
        return self.shares_lag if self.lag_pp is None else exact(self.lag_pp)

    @property
    def shares_lag(self) -> Decimal | None:
        """Return the lag that share and time make, None where one of them is not known."""
        if self.share is None or self.elapsed is None:
            return None
        return exact(self.elapsed - self.share, 100)

    @property
    def settled(self) -> Progress:
        """Return it without what no longer matters: of a thing done, how far it lagged."""
        if not (self.is_done or self.is_late_done):
            return self
        return Progress(
            is_done=True, is_late_done=self.is_late_done, growth_below=self.growth_below
        )


def exact(number: float, times: int = 1) -> Decimal | None:
    """Return a number to a millionth, None where it is none or senselessly large."""
    if not math.isfinite(number) or abs(number) > 1e12:
        return None
    return (Decimal(repr(float(number))) * times).quantize(_EXACT, ROUND_HALF_UP)


class Sign(StrEnum):
    """How a number is held against a limit; whether the limit is included is its point."""

    ABOVE = ">"
    FROM = "≥"
    BELOW = "<"
    TO = "≤"
    IS = "="


@frozen
class Limit:
    """A sign and a number; None stands for the rule's tolerance (容差)."""

    sign: Sign
    value: Decimal | None

    def at(self, tolerance: Decimal) -> Decimal:
        """Return the number of the limit."""
        return tolerance if self.value is None else self.value

    def holds(self, number: Decimal, tolerance: Decimal) -> bool:
        """Return whether the number lies on the right side."""
        limit = self.at(tolerance)
        match self.sign:
            case Sign.ABOVE:
                return number > limit
            case Sign.FROM:
                return number >= limit
            case Sign.BELOW:
                return number < limit
            case Sign.TO:
                return number <= limit
            case Sign.IS:
                return number == limit


@frozen(kw_only=True, slots=False)
class Band:
    """When one light is on: everything that is set has to hold; None is not asked for.

    Attributes:
        note: what is printed with the light where the source does not say it so
            (规则原文未写明); empty where the band stands in the source.
    """

    light: Light = field(converter=Light)
    lag_pp: tuple[Limit, ...] = ()
    months_overdue: tuple[Limit, ...] = ()
    is_done: bool | None = None
    is_late_done: bool | None = None
    due_this_month: bool | None = None
    cannot: bool | None = None
    growth_below: bool | None = None
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Return whether it asks for nothing, and so would always be on."""
        facts = all(getattr(self, name) is None for name in FACTS)
        return facts and not self.lag_pp and not self.months_overdue

    @property
    def uses_tolerance(self) -> bool:
        """Return whether one of its limits is the tolerance."""
        return any(limit.value is None for limit in self.lag_pp)

    def holds(self, progress: Progress, tolerance: Decimal) -> bool:
        """Return whether all that it asks for is known and so."""
        if not all(getattr(progress, name) is asked for name, asked in self.wanted):
            return False
        if self.lag_pp and not _within(self.lag_pp, progress.lag, tolerance):
            return False
        overdue = progress.months_overdue
        if self.months_overdue:
            months = None if overdue is None else Decimal(overdue)
            return _within(self.months_overdue, months, tolerance)
        return True

    @cached_property
    def wanted(self) -> tuple[tuple[str, bool], ...]:
        """Return the facts that it asks for, and how they have to be."""
        asked = ((name, getattr(self, name)) for name in FACTS)
        return tuple((name, value) for name, value in asked if value is not None)


def _within(limits: tuple[Limit, ...], number: Decimal | None, tolerance: Decimal) -> bool:
    return number is not None and all(x.holds(number, tolerance) for x in limits)


@frozen(kw_only=True, cache_hash=True)
class LightRule:
    """When which light is on: of all bands that hold the gravest counts, in any order.

    Attributes:
        source: where the rule was published, as printed; or that it is ours.
        note: what a reader has to know of it.
        tolerance_pp: how far behind the time gone by is still good where the source leaves
            it open; bands that stand in the source are never softened by it.
    """

    id: str
    name: str
    source: str = ""
    note: str = ""
    tolerance_pp: Decimal = Decimal(0)
    bands: tuple[Band, ...] = ()

    @property
    def uses_tolerance(self) -> bool:
        """Return whether the tolerance changes anything."""
        return any(band.uses_tolerance for band in self.bands)

    def with_bands(self, bands: tuple[Band, ...]) -> LightRule:
        """Return the rule in which these bands replace all of their colours."""
        replaced = {band.light for band in bands}
        kept = tuple(band for band in self.bands if band.light not in replaced)
        return evolve(self, bands=(*kept, *bands))
