"""A filled-in 任务分解表, ours or an office's own → decisions, nodes and quotas."""

from __future__ import annotations

from pathlib import Path

from attrs import field, frozen

from paitou.model import Issue, Plan, Quota, Subject
from paitou.report.breakdown.areas import read_areas
from paitou.report.breakdown.combining import (
    combine,
    decision_of,
    unique_milestones,
    unique_quotas,
)
from paitou.report.breakdown.fields import area_sheet_period
from paitou.report.breakdown.filled import filled_rows
from paitou.report.breakdown.filling import Filling, read_row
from paitou.report.breakdown.mapping import ColumnMapping
from paitou.report.breakdown.matching import Matcher
from paitou.review import Review
from paitou.tables import Sheet, read_table, sheet_names


@frozen(kw_only=True)
class FilledBreakdown:
    """What a filled-in sheet says; `cleared` names what its "/" take away, by subject."""

    review: Review
    quotas: tuple[Quota, ...] = ()
    cleared: dict[tuple[Subject, str], frozenset[str]] = field(factory=dict)
    issues: tuple[Issue, ...] = ()


def read_breakdown(
    path: Path, plan: Plan, mapping: ColumnMapping | None = None
) -> FilledBreakdown:
    """Return what a filled-in sheet decides about a plan, with row-exact faults.

    Rows are found by their id, else by the plan's own words; what is merely similar is
    reported and not used. An empty cell says nothing, "/" takes away.

    Raises:
        UnreadableFile: the file cannot be read; its message says why and what to do.
    """
    mapping = mapping or ColumnMapping()
    matcher = Matcher(plan)
    sheet = read_table(path, mapping.sheet or None)
    fillings, issues = _fillings(sheet, matcher, mapping)
    combined, conflicts = combine(fillings)
    quotas = [quota for filling in combined for quota in filling.quotas]
    for name in sheet_names(path):
        if (period := area_sheet_period(name)) is not None and name != sheet.name:
            shares, found = read_areas(read_table(path, name), period, matcher)
            quotas += shares
            issues += found
    unique, differing = unique_quotas(quotas)
    return FilledBreakdown(
        review=Review(
            decisions=tuple(filter(None, map(decision_of, combined))),
            milestones=unique_milestones(m for f in combined for m in f.milestones),
        ),
        quotas=unique,
        cleared={(f.subject, f.id): f.cleared for f in combined if f.cleared},
        issues=(*issues, *conflicts, *differing),
    )


def _fillings(
    sheet: Sheet, matcher: Matcher, mapping: ColumnMapping
) -> tuple[list[Filling], list[Issue]]:
    rows, found = filled_rows(sheet, mapping)
    fillings: list[Filling] = []
    issues = list(found)
    for row in rows:
        said, troubles = read_row(row, matcher)
        fillings += said
        issues += troubles
    return fillings, issues
