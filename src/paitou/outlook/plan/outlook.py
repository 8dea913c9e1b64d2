"""What will probably become of a target: value, bands, chance, what it would take."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from paitou.model import Period

#: Said wherever an outlook is shown.
NOTE = "测算，供内部参考"


@frozen(kw_only=True)
class FanPoint:
    """One year of a fan chart, in the unit of the indicator's values."""

    period: Period
    value: float
    lo80: float
    hi80: float
    lo95: float
    hi95: float
    is_known: bool = False


@frozen(kw_only=True)
class Outlook:
    """What will probably become of a target of one organisation, seen from a day.

    Attributes:
        value, lo80, hi80, lo95, hi95: what the target speaks of, at the end of its time,
            in its own unit; None where nothing can be said.
        chance: the probability of reaching it, None with fewer than four figures.
        reliability: how far to trust it, in words.
        basis: what was computed from what, in words.
        count: how many figures it rests on; `figures` are their ids.
        required_growth: what a year from the last figure on would have to bring, in % or,
            where `required_in` says so, in points or in the target's unit.
        required: the same as a sentence.
        unreachable_after: the last period that it could still start from where it is and
            arrive by the best growth on record; None where there is no record.
        precedent: that record as a sentence.
        narrowing: by what share one more figure narrows the band; 1 where it decides.
        next_figure: the period of that figure.
        fan: the years from the first of the plan to the last.
    """

    statement: str
    org: str
    period: Period
    unit: str
    as_of: dt.date
    value: float | None = None
    lo80: float | None = None
    hi80: float | None = None
    lo95: float | None = None
    hi95: float | None = None
    chance: float | None = None
    reliability: str
    basis: str
    count: int = 0
    required_growth: float | None = None
    required_in: str = ""
    required: str = ""
    unreachable_after: Period | None = None
    precedent: str = ""
    narrowing: float | None = None
    next_figure: Period | None = None
    figures: tuple[str, ...] = ()
    fan: tuple[FanPoint, ...] = ()
    note: str = NOTE
