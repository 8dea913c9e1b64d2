"""How a plan's targets are judged, as values: what tracking.toml says."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import Factory, frozen

from paitou.tracking.lights import LightRule, default_lights


@frozen(kw_only=True)
class Reading:
    """One way to read a target whose definition the plan leaves open.

    Attributes:
        name: the definition in words: 省级备案口径.
        indicators: names of the figures that it counts; several are added up.
        note: what a reader has to know: 发布的是全湖，方案说的是外海.
    """

    statement: str
    name: str
    indicators: tuple[str, ...]
    note: str = ""
    where: str = ""


@frozen(kw_only=True)
class Deviation:
    """A lag that was accepted until a day; afterwards it counts again.

    Attributes:
        org: the organisation it was accepted for; empty for the whole.
        since: the day from which it holds, None for from the beginning.
        approved_by: a post (岗位), never a person's name.
    """

    statement: str
    org: str = ""
    since: dt.date | None = None
    until: dt.date
    reason: str
    approved_by: str = ""
    where: str = ""


@frozen(kw_only=True)
class TrackingRules:
    """What an office may set; the defaults are ours where no published rule is known.

    Attributes:
        nearly: from this share of the target on a miss is 基本完成 (practice.md §14 D).
        tolerance_pp: how far behind the time gone by still counts as on track.
        lights: the rule that gives a colour.
        readings: two or more of one statement mean that its definition is open.
        seasonal: indicators (as named) whose pace follows the curve of earlier years.
    """

    nearly: Decimal = Decimal("0.95")
    tolerance_pp: Decimal = Decimal(0)
    lights: LightRule = Factory(default_lights)
    readings: tuple[Reading, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    seasonal: tuple[str, ...] = ()
