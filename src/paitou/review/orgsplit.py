"""A target split by organisation → where the parts and the whole do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from paitou.model import Comparator, Issue, Level, Org, Period
from paitou.review.additive import OrgRule
from paitou.review.shares import WHOLE, Share, periods_of
from paitou.review.split import Split
from paitou.review.sums import Sum, amount, split_issue, sum_issue

_NAMED = 5  # how many missing names a message lists


@frozen(kw_only=True)
class _Parts:
    """What the parts of one organisation are to do in one period, beside its own."""

    split: Split
    org: str
    period: Period
    shares: tuple[Share, ...]
    whole: Decimal

    @property
    def values(self) -> tuple[Decimal, ...]:
        return tuple(s.value for s in self.shares if s.value is not None)

    @property
    def is_of_areas(self) -> bool:
        return any(share.is_area for share in self.shares)

    @property
    def expected(self) -> tuple[Org, ...]:
        return self.split.shares.expected(self.org) if self.is_of_areas else ()

    @property
    def missing(self) -> tuple[Org, ...]:
        there = {share.org for share in self.shares}
        return tuple(org for org in self.expected if org.code not in there)

    @property
    def is_complete(self) -> bool:
        """Whether every part has a share; not known where no parts are known."""
        return bool(self.expected) and not self.missing

    @property
    def what(self) -> str:
        kind = "各县(市)区" if self.is_of_areas else "各单位"
        under = kind if self.org == WHOLE else f"{self.split.named(self.org)}所辖{kind}"
        return f"{self.period.label}“{self.split.statement.indicator}”{under}"

    @property
    def beside(self) -> str:
        return f"{self.split.named(self.org)}目标"


def org_issues(split: Split) -> Iterator[Issue]:
    """Yield what is wrong between an organisation's parts and its own share."""
    parts = tuple(_all_parts(split))
    if split.rule.orgs is OrgRule.UNKNOWN:
        yield from _unknown(split, parts)
        return
    for part in parts:
        yield from _incomplete(part)
        if split.rule.orgs is OrgRule.ADD:
            total = sum(part.values, Decimal(0))
            told = Sum(
                statement=split.statement,
                shares=part.shares,
                total=total,
                whole=part.whole,
                what=f"{part.what}合计",
                beside=part.beside,
            )
            if issue := sum_issue(told, is_complete=part.is_complete):
                yield issue
        else:
            yield from _outside(part)


def _all_parts(split: Split) -> Iterator[_Parts]:
    """Yield the parts of every organisation and period that have a whole beside them."""
    for org in dict.fromkeys(share.parent for share in split.shares.rows):
        for period in periods_of(split.shares.rows):
            shares = split.shares.parts(org, period)
            whole = split.whole(org, period)
            if shares and whole is not None:
                yield _Parts(
                    split=split, org=org, period=period, shares=shares, whole=whole
                )


def _unknown(split: Split, parts: tuple[_Parts, ...]) -> Iterator[Issue]:
    if parts:
        indicator = split.statement.indicator
        words = (
            f"不知道“{indicator}”各县(市)区的数能否相加，没有核对合计",
            f"在 indicators.toml 中写明“{indicator}”的 additivity(sum、stock 或 none)",
        )
        rows = parts[0].shares
        yield split_issue(split.statement, rows, "additivity-unknown", Level.HINT, words)


def _incomplete(part: _Parts) -> Iterator[Issue]:
    """Yield that shares are missing; they are not taken for nothing."""
    if part.is_complete or not part.values:
        return
    statement = part.split.statement
    adds = part.split.rule.orgs is OrgRule.ADD
    total = sum(part.values, Decimal(0))
    reached = abs(total) >= abs(part.whole)
    if not part.expected and (reached or not adds):
        return
    known = f"，合计 {amount(total, statement)}" if adds else ""
    words = (
        f"{part.what}只分解到 {len(part.values)} 个{known}，{_lack(part)}；"
        f"{part.beside}为 {amount(part.whole, statement)}，缺的不按 0 计",
        "补上缺的各行；确实不承担的，值写 /",
    )
    yield split_issue(statement, part.shares, "quota-incomplete", Level.HINT, words)


def _lack(part: _Parts) -> str:
    if not part.missing:
        return "orgs.csv 没有列出应分解到哪些单位"
    names = "、".join(org.name for org in part.missing[:_NAMED])
    more = "等" if len(part.missing) > _NAMED else ""
    return f"还缺{names}{more} {len(part.missing)} 个"


def _outside(part: _Parts) -> Iterator[Issue]:
    """Yield that the whole cannot be reached, as no part is to go that far."""
    if not part.is_complete or not part.values:
        return
    sign = -1 if part.whole < 0 else 1
    values = sorted(value * sign for value in part.values)
    whole, comparator = part.whole * sign, part.split.statement.comparator
    is_ceiling = comparator in (Comparator.LE, Comparator.LT)
    if values[-1] < whole and not is_ceiling:
        yield _bound_issue(part, ("最高", values[-1] * sign, "低于"))
    elif values[0] > whole and comparator not in (Comparator.GE, Comparator.GT):
        yield _bound_issue(part, ("最低", values[0] * sign, "高于"))


def _bound_issue(part: _Parts, told: tuple[str, Decimal, str]) -> Issue:
    statement = part.split.statement
    most, value, than = told
    words = (
        f"{part.what}{most}为 {amount(value, statement)}，{than}{part.beside} "
        f"{amount(part.whole, statement)}：各家都完成，整体也达不到",
        "核对各行",
    )
    binding = statement.comparator not in (Comparator.EQ, Comparator.APPROX)
    level = Level.ERROR if binding else Level.WARNING
    return split_issue(statement, part.shares, "quota-bounds", level, words)
