"""A plan and its quotas → what is wrong with the splits: short, over, incomplete, misplaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import frozen

from paitou.model import (
    IndicatorSource,
    Issue,
    Level,
    Org,
    Period,
    PeriodKind,
    Plan,
    Quota,
    Statement,
)
from paitou.review.additive import OrgRule, SplitRule, YearRule, own_period, split_rule
from paitou.review.shares import WHOLE, Share, Shares, periods_of, shares_of
from paitou.review.sums import Sum, amount, split_issue, sum_issue

_PARTS = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
_NAMED = 5  # how many missing names a message lists


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
        issues += _check(_Split.of(shares, plan, indicators))
    return tuple(issues)


@frozen(kw_only=True)
class _Split:
    """The shares of one statement with what is expected of them."""

    shares: Shares
    rule: SplitRule
    own: Period | None

    @classmethod
    def of(cls, shares: Shares, plan: Plan, indicators: IndicatorSource | None) -> _Split:
        rule = split_rule(shares.statement, indicators)
        return cls(shares=shares, rule=rule, own=own_period(shares.statement, plan))

    @property
    def statement(self) -> Statement:
        return self.shares.statement

    def whole(self, org: str, period: Period) -> Decimal | None:
        """Return what the parts of an organisation in a period are held against."""
        share = self.shares.at(org, period)
        if share is not None:
            return share.value
        return self.target(period) if org == WHOLE else None

    def target(self, period: Period) -> Decimal | None:
        """Return what the statement itself says of a period."""
        each = self.rule.years is YearRule.EACH and period.kind is PeriodKind.YEAR
        if not isinstance(self.statement.value, Decimal) or not (each or period == self.own):
            return None
        return self.statement.value
