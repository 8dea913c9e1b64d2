"""The shares of one statement, and what they are held against."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.model import IndicatorSource, Period, PeriodKind, Plan, Statement
from paitou.review.additive import SplitRule, YearRule, own_period, split_rule
from paitou.review.shares import WHOLE, Share, Shares


@frozen(kw_only=True)
class Split:
    """The shares of one statement with what is expected of them."""

    shares: Shares
    rule: SplitRule
    own: Period | None

    @classmethod
    def of(cls, shares: Shares, plan: Plan, indicators: IndicatorSource | None) -> Split:
        """Return the shares with their rule and the period of their statement."""
        rule = split_rule(shares.statement, indicators)
        return cls(shares=shares, rule=rule, own=own_period(shares.statement, plan))

    @property
    def statement(self) -> Statement:
        """Return the statement that is split."""
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
        if not isinstance(self.statement.value, Decimal) or not (
            each or period == self.own
        ):
            return None
        return self.statement.value

    def years(self, org: str) -> tuple[Share, ...]:
        """Return what an organisation is to do in the years of the statement's period."""
        own = self.own
        return tuple(
            share
            for share in self.shares.of(org)
            if share.period.kind is PeriodKind.YEAR
            and own is not None
            and own.year <= share.period.year <= own.last
        )

    def named(self, org: str) -> str:
        """Return the name of an organisation; of the whole, 全市."""
        if org == WHOLE:
            return self.shares.whole_word
        return next((share.name for share in self.shares.of(org)), org)
