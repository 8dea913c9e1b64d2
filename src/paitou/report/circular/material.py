"""A book, a day and a quarter → what every part of a circular draws on."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from attrs import field, frozen

from paitou.model import Book, Measure, Period, Standing, Statement
from paitou.report.assessment import Assessment
from paitou.report.off_course import NOBODY, acting
from paitou.report.paper import Sources
from paitou.tracking.milestones import Node, nodes_on

#: How long an organisation has to answer; proposals, not rules.
CHECK_DAYS, REPLY_DAYS = 3, 15
#: What is counted as it is done is a task; what is measured is an indicator.
_OF_TASKS = frozenset({Measure.TOTAL, Measure.PER_YEAR})


@frozen(kw_only=True)
class Item:
    """A target of an organisation; `is_whole` where it is not a share of one."""

    statement: Statement
    standing: Standing
    org: str
    is_whole: bool

    @property
    def is_task(self) -> bool:
        """Return whether it counts what is done, as against an indicator."""
        return self.statement.measure in _OF_TASKS


@frozen(kw_only=True, slots=False)
class Material:
    """A book on a day, and the quarter that is spoken of."""

    book: Book = field(repr=False)
    assessment: Assessment = field(repr=False)
    sources: Sources = field(repr=False)
    period: Period

    @property
    def as_of(self) -> dt.date:
        """Return the day by whose knowledge it is written."""
        return self.assessment.as_of

    @property
    def check_by(self) -> dt.date:
        """Return the day until which the facts are to be checked."""
        return self.as_of + dt.timedelta(days=CHECK_DAYS)

    @property
    def reply_by(self) -> dt.date:
        """Return the day until which measures are to be reported."""
        return self.as_of + dt.timedelta(days=REPLY_DAYS)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return every target and share with who answers for it, from low to high."""
        statements = {one.id: one for one in self.book.plan.statements}
        wholes = {id(one) for one in self.assessment.wholes.values()}
        found = []
        for standing in self.assessment.tracking.standings:
            statement = statements[standing.statement]
            is_whole = id(standing) in wholes
            org = standing.org if not is_whole else acting(self.book, statement)
            item = Item(
                statement=statement,
                standing=standing,
                org=org or NOBODY,
                is_whole=is_whole,
            )
            found.append(item)
        return tuple(sorted(found, key=_low_first))

    @property
    def wholes(self) -> tuple[Item, ...]:
        """Return the targets as wholes, the furthest behind first."""
        return tuple(item for item in self.items if item.is_whole)

    def shares_of(self, statement: Statement) -> tuple[Item, ...]:
        """Return the shares of a target, the furthest behind first."""
        shares = (item for item in self.items if not item.is_whole)
        return tuple(item for item in shares if item.statement.id == statement.id)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Return the dated nodes of projects and tasks, the gravest first."""
        nodes = nodes_on(self.book, self.as_of)
        return tuple(sorted(nodes, key=lambda one: (not one.is_adverse, one.is_done)))

    @property
    def adverse(self) -> tuple[Item, ...]:
        """Return the whole targets that are off course, the furthest behind first."""
        return tuple(item for item in self.wholes if item.standing.verdict.is_adverse)

    @property
    def named_orgs(self) -> tuple[str, ...]:
        """Return the organisations that are named for something off course."""
        found = [item.org for item in self.items if item.standing.verdict.is_adverse]
        found += [node.org for node in self.nodes if node.is_adverse]
        return tuple(dict.fromkeys(org for org in found if org and org != NOBODY))


def _low_first(item: Item) -> tuple[bool, bool, float]:
    """Lagging first by points, then what has no pace; what cannot be judged last."""
    pace = item.standing.pace_pp
    if pace is not None:
        return False, False, pace
    return not item.standing.verdict.is_adverse, True, item.standing.share or 0.0
