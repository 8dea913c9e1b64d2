"""A book and its standings → what every part of an evaluation draws on."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from attrs import field, frozen

from paitou.model import Attainment, Book, Standing, Statement
from paitou.report.assessment import Assessment
from paitou.report.final_rows import FinalTable
from paitou.report.paper import Sources


@frozen(kw_only=True, slots=False)
class Material:
    """A book on a day, with its table and the numbers of its sources."""

    book: Book = field(repr=False)
    assessment: Assessment = field(repr=False)
    table: FinalTable = field(repr=False)
    sources: Sources = field(repr=False)

    @property
    def as_of(self) -> dt.date:
        """Return the day by whose knowledge it is written."""
        return self.assessment.as_of

    @property
    def is_over(self) -> bool:
        """Return whether the last year of the plan has gone by."""
        return self.as_of.year > self.table.end

    @property
    def kind(self) -> str:
        """Return what kind of evaluation it is (practice.md §14 D)."""
        return "终期评估" if self.is_over else "中期评估"

    @cached_property
    def pairs(self) -> tuple[tuple[Statement, Standing], ...]:
        """Return every judged target with its standing, in the order of the text."""
        found = self.assessment.wholes
        return tuple(
            (one, found[one.id]) for one in self.book.plan.statements if one.id in found
        )

    def with_verdict(self, *verdicts: Attainment) -> tuple[tuple[Statement, Standing], ...]:
        """Return the targets of these verdicts."""
        return tuple(pair for pair in self.pairs if pair[1].verdict in verdicts)

    @property
    def adverse(self) -> tuple[tuple[Statement, Standing], ...]:
        """Return the targets that somebody has to act on."""
        return tuple(pair for pair in self.pairs if pair[1].verdict.is_adverse)

    @property
    def open(self) -> tuple[tuple[Statement, Standing], ...]:
        """Return the targets that cannot be judged."""
        return self.with_verdict(Attainment.UNKNOWN)
