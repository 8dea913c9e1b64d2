"""Shares of a target (quotas by year and by organisation) and dated nodes (milestones)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import field, frozen

from paitou.model.decision import Subject
from paitou.model.period import Period


@frozen(kw_only=True)
class Quota:
    """The share of a target that falls to an organisation in a period.

    Attributes:
        statement: the id of the statement that is split.
        org: code or name of the organisation, as written; empty for the whole.
        value: None where the table says "/": this organisation carries no share.
        unit: as written; None takes the statement's own.
        source: where the split was laid down, as a document number (文号).
        quote: the words of the statement when the row was made, for people to read.
        where: file and row, as people count it ("breakdown.csv 第3行").
    """

    statement: str
    org: str = ""
    period: Period
    value: Decimal | None
    unit: str | None = None
    source: str = ""
    quote: str = ""
    where: str = ""


@frozen(kw_only=True)
class Milestone:
    """A dated node of a task or of a statement (时间表、路线图); `id` is theirs.

    Attributes:
        done_on: the day that it was reached, None while it is not.
    """

    subject: Subject = field(converter=Subject, default=Subject.TASK)
    id: str
    what: str
    due: Period | dt.date
    org: str = ""
    note: str = ""
    done_on: dt.date | None = None
    where: str = ""

    @property
    def last_day(self) -> dt.date:
        """Return the last day on which the node is reached in time."""
        return self.due.last_day if isinstance(self.due, Period) else self.due
