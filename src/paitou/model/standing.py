"""Where a target stands: the judgement of a statement on figures, and why."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from paitou.model.period import Period


class Attainment(StrEnum):
    """The verdict on a target, in the order of a report from good to open."""

    MET = "met"
    NEARLY = "nearly"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    UNLIKELY = "unlikely"
    MISSED = "missed"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    NOT_DUE = "not_due"

    @property
    def is_adverse(self) -> bool:
        """Return whether somebody has to act on it."""
        return self in _ADVERSE


_ADVERSE = frozenset(
    {Attainment.BEHIND, Attainment.UNLIKELY, Attainment.MISSED, Attainment.BROKEN}
)


class WhyUnknown(StrEnum):
    """Why a target cannot be judged."""

    NOT_PUBLISHED = "not_published"
    NOT_REPORTED = "not_reported"
    UNVERIFIED = "unverified"
    DEFINITION_OPEN = "definition_open"
    DEFINITION_CHANGED = "definition_changed"


class Light(StrEnum):
    """The colour that a rule of lights gives: 绿, 蓝, 黄, 橙, 红, or none."""

    GREEN = "green"
    BLUE = "blue"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    NONE = "none"

    @property
    def label(self) -> str:
        """Return the Chinese word for the light."""
        words = {"green": "绿灯", "blue": "蓝灯", "yellow": "黄灯", "orange": "橙灯"}
        return words.get(self.value, {"red": "红灯", "none": "不亮灯"}.get(self.value, ""))


@frozen(kw_only=True)
class PeriodTest:
    """One period of a target that every period must hold; None where nothing is known."""

    period: Period
    held: bool | None
    value: Decimal | None = None
    figures: tuple[str, ...] = ()


@frozen(kw_only=True)
class PathPoint:
    """What a target asks for at the end of a period; a duty where a quota says so."""

    period: Period
    value: Decimal
    is_duty: bool = False


@frozen(kw_only=True)
class BoundFound:
    """A bound on a value that is not published, and the relation that it follows from."""

    low: Decimal | None = None
    high: Decimal | None = None
    relation: str
    figures: tuple[str, ...] = ()


@frozen(kw_only=True)
class Standing:
    """Where a statement stands for one organisation on one day.

    Attributes:
        org: the organisation's name; that of the whole where the target is not split.
        value, unit: the latest value that bears on the target, in the target's unit.
        required: what the target asks for at its end, in the same unit; of growth from a
            base it may be the level that the growth leads to, which `reason` then says.
        share: how much of it is done (1.0 is all), None where the measure has no share.
        pace_pp: ahead of (+) or behind (−) the time gone by, in percentage points.
        method: how it was judged, an identifier that docs/standings.md explains.
        figures: ids of the figures it rests on, the decisive one first.
        inferred: whether it rests on computation and not on a published figure alone.
        lapsed: whether a later figure fell below again after the target was reached.
        late: whether it was reached after the day that it was due.
        early: whether it was reached in a year before the last.
        settles: what would settle it, one Chinese sentence; empty where it is settled.
        readings: standings under each definition, where the definition is open.
    """

    statement: str
    org: str
    verdict: Attainment = field(converter=Attainment)
    why_unknown: WhyUnknown | None = None
    inferred: bool = False
    value: Decimal | str | None = None
    unit: str = ""
    period: Period | None = None
    required: Decimal | str | None = None
    share: float | None = None
    pace_pp: float | None = None
    method: str = ""
    figures: tuple[str, ...] = ()
    reason: str = ""
    settles: str = ""
    as_of: dt.date | None = None
    reading: str = ""
    lapsed: bool = False
    late: bool = False
    early: bool = False
    light: Light = Light.NONE
    light_reason: str = ""
    deviation: str = ""
    tests: tuple[PeriodTest, ...] = ()
    bounds: tuple[BoundFound, ...] = ()
    readings: tuple[Standing, ...] = ()
