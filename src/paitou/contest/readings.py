"""What is known of each organisation for each item, before anything is scored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from attrs import field, frozen

from paitou.model import Fact, Period


@frozen(kw_only=True)
class Reading:
    """One number of one organisation for one fact of an item.

    Attributes:
        value: in the item's unit; None where it is missing, and `why` then says why.
        where: file and row, or column and row of a sheet, as people count them.
        figure: id of the figure it comes from, empty where it comes from a bare table.
        state: the label of the figure's state (初步核算), empty where nobody said.
    """

    value: Decimal | None
    why: str = ""
    where: str = ""
    figure: str = ""
    source: str = ""
    state: str = ""
    known_on: dt.date | None = None


@frozen(kw_only=True)
class Event:
    """A bonus, a deduction, a veto or an exemption of an organisation, with its paper.

    Attributes:
        kind: the name of the rule that it falls under (约谈, 安全生产).
        sort: what the table calls that sort of event (加分, 一票否决); may be empty.
        points: None where the rule itself says how many.
    """

    org: str
    kind: str
    sort: str = ""
    points: Decimal | None = None
    reason: str = ""
    document: str = ""
    day: dt.date | None = None
    where: str = ""


@frozen(kw_only=True)
class Contestant:
    """An organisation that is scored, and what is known of it.

    Attributes:
        group: id of its group, empty where the rulebook has none.
        readings: by item and fact; a fact that is absent was never asked for.
        marks: of judges, by item.
    """

    org: str
    group: str = ""
    readings: Mapping[tuple[str, Fact], Reading] = field(factory=dict)
    marks: Mapping[str, tuple[Decimal, ...]] = field(factory=dict)
    events: tuple[Event, ...] = ()

    def reading(self, item: str, fact: Fact) -> Reading | None:
        """Return what is known of a fact, None where it was never asked for."""
        return self.readings.get((item, fact))


@frozen(kw_only=True)
class Field:
    """Everybody who takes part in one period, with what is known of the whole city.

    Attributes:
        contestants: in the order of their names: that of rows never matters.
        city: readings of the whole by item and fact.
    """

    period: Period | None
    contestants: tuple[Contestant, ...]
    city: Mapping[tuple[str, Fact], Reading] = field(factory=dict)
