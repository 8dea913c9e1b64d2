"""A reported value with everything that an argument about it turns on."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from paitou.model.period import Period
from paitou.model.statement import Measure
from paitou.model.unit import Unit


class FigureState(StrEnum):
    """How far a value has come on its way from a guess to the last revision.

    practice.md §12.1: 预计 → 已报 → 确认 → 初步核算 → 最终核实 → 普查修订; 待核 is what
    nobody answers for.
    """

    rank: int

    def __new__(cls, value: str, rank: int) -> FigureState:
        """Return a state with its place on the way, 0 for what nobody answers for."""
        state = str.__new__(cls, value)
        state._value_ = value
        state.rank = rank
        return state

    UNVERIFIED = "unverified", 0
    ESTIMATED = "estimated", 1
    SUBMITTED = "submitted", 2
    CONFIRMED = "confirmed", 3
    PRELIMINARY = "preliminary", 4
    FINAL = "final", 5
    CENSUS_REVISED = "census_revised", 6

    @property
    def label(self) -> str:
        """Return the Chinese word for the state."""
        return _STATE_LABELS[self.rank]

    @property
    def can_settle(self) -> bool:
        """Return whether a value of this state may decide whether a target is reached."""
        return self.rank >= _LEAST_SETTLING


_LEAST_SETTLING = 3
_STATE_LABELS = (
    "待核",
    "预计",
    "已报",
    "已确认",
    "初步核算",
    "最终核实",
    "普查修订",
)


class Bound(StrEnum):
    """What a published value says of the true one: 突破800 says at least 800."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


@frozen(kw_only=True)
class Figure:
    """One value of one indicator, organisation and period, in one vintage.

    Attributes:
        id: made from what the row says, so equal rows have equal ids in any order.
        indicator: the name as written; `indicator_id` is its id in the catalogue.
        measure: level, growth, growth_avg or change; a share is a level in %.
        prices: "real" or "nominal" for growth of money, empty where not said.
        value: a number in `unit`, a grade's words, or None where the row says that there
            is none ("/"); a missing row is no figure at all.
        value_high: the upper end where a range was reported; `value` is the lower.
        qualifier: the word that bounds it, as written: 突破, 超, 近, 预计.
        definition: the version of the definition (口径), empty for the usual one.
        known_on: the day it became known, None where nobody wrote it down.
        confidence: how good the source is: high, medium, low, or empty.
        where: file and row as people count them ("figures/2023.csv 第12行").
    """

    id: str
    indicator: str
    indicator_id: str
    measure: Measure = field(converter=Measure, default=Measure.LEVEL)
    prices: str = ""
    org: str
    period: Period
    value: Decimal | str | None
    value_high: Decimal | None = None
    unit: Unit
    state: FigureState = FigureState.CONFIRMED
    qualifier: str = ""
    bound: Bound = field(converter=Bound, default=Bound.EXACT)
    definition: str = ""
    source: str = ""
    known_on: dt.date | None = None
    confidence: str = ""
    note: str = ""
    where: str = ""

    @property
    def visible_from(self) -> dt.date:
        """Return the day from which it counts as known.

        Where nobody wrote the day down it is the last of its period: no value is known
        earlier.
        """
        return self.known_on or self.period.last_day

    @property
    def is_published(self) -> bool:
        """Return whether it may settle a target: confirmed or official, and not "/"."""
        return self.state.rank >= _LEAST_SETTLING and self.value is not None
