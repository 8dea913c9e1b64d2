"""A plan and its quotas → what is wrong with the splits: short, over, incomplete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from paitou.model import (
    IndicatorSource,
    Issue,
    Level,
    Measure,
    Org,
    Plan,
    Quota,
)
from paitou.review.orgsplit import org_issues
from paitou.review.shares import shares_of
from paitou.review.split import Split
from paitou.review.sums import split_issue
from paitou.review.yearsplit import year_issues


def check_quotas(
    plan: Plan,
    quotas: Iterable[Quota],
    orgs: tuple[Org, ...] = (),
    indicators: IndicatorSource | None = None,
) -> tuple[Issue, ...]:
    """Return the faults of all splits; what is missing is said to be missing, not zero."""
    by_statement: defaultdict[str, list[Quota]] = defaultdict(list)
    for quota in quotas:
        by_statement[quota.statement].append(quota)
    statements = {statement.id: statement for statement in plan.statements}
    issues: list[Issue] = []
    for name, rows in by_statement.items():
        if (statement := statements.get(name)) is None:
            issues.append(_orphaned(name, rows))
            continue
        shares, found = shares_of(statement, rows, orgs)
        issues += found
        issues += _check(Split.of(shares, plan, indicators))
    return tuple(issues)


def _check(split: Split) -> Iterator[Issue]:
    if not split.shares.rows:
        return
    if split.statement.measure is Measure.GRADE:
        words = (
            "等级目标不能分解为数",
            "从 breakdown.csv 中删去，或在 review.toml 中更正量度",
        )
        yield split_issue(
            split.statement, split.shares.rows, "quota-of-grade", Level.ERROR, words
        )
        return
    yield from _late(split)
    yield from org_issues(split)
    yield from year_issues(split)


def _late(split: Split) -> Iterator[Issue]:
    """Yield shares that fall due after the target itself."""
    end = split.statement.when.end
    late = [s for s in split.shares.rows if end is not None and s.period.last > end]
    if late:
        words = (
            f"分解到了{late[0].period.label}，“{split.statement.quote}”到{end}年为止",
            "核对期别(period)",
        )
        yield split_issue(split.statement, late, "quota-late", Level.WARNING, words)


def _orphaned(name: str, rows: list[Quota]) -> Issue:
    quote = next((f"“{row.quote}”" for row in rows if row.quote), "")
    return Issue(
        code="quota-orphaned",
        level=Level.WARNING,
        message=f"分解的目标 {name}{quote} 不在现文中(或已否决)，共 {len(rows)} 行，仍保留",
        remedy="核对编号；句子改了的，换成新编号",
        where=rows[0].where,
    )
