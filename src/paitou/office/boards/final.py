"""A plan's standings → the final evaluation: every target from its base year to its end."""

from __future__ import annotations

from attrs import frozen

from paitou.office.books import Day, Shelved
from paitou.report.final_rows import FinalGroup, final_table
from paitou.report.progress import Progress, judged_words


@frozen(kw_only=True)
class FinalPage:
    """The table 主要指标完成情况表; `years` are those before the last."""

    shelved: Shelved
    day: Day
    base: int
    years: tuple[int, ...]
    end: int
    progress: Progress
    groups: tuple[FinalGroup, ...]
    undated: int

    @property
    def columns(self) -> int:
        """Return how many columns the table has."""
        return len(self.years) + 7

    @property
    def is_over(self) -> bool:
        """Return whether the last year has gone by."""
        return self.day.date.year > self.end

    @property
    def sentence(self) -> str:
        """Return what can be said of the whole, and how much cannot be judged."""
        return judged_words(self.progress)


def final_page(shelved: Shelved, day: Day) -> FinalPage:
    """Return the evaluation of the whole plan by what was known on the day."""
    assessment = shelved.assessor.on(day.date)
    table = final_table(shelved.book, assessment)
    return FinalPage(
        shelved=shelved,
        day=day,
        base=table.base,
        years=table.years,
        end=table.end,
        progress=table.progress,
        groups=table.groups,
        undated=len(shelved.assessor.undated),
    )
