"""A target split by year, quarter or month → where the parts and the whole do not agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import prod

from attrs import evolve

from paitou.model import Issue, Level, Period, PeriodKind
from paitou.review.additive import YearRule
from paitou.review.shares import WHOLE, Share, periods_of
from paitou.review.split import Split
from paitou.review.sums import Sum, amount, split_issue, sum_issue

_PARTS = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
_CENT = Decimal("0.01")
_NEAR = Decimal("0.05")  # growth is laid down to a tenth of a percent


def year_issues(split: Split) -> Iterator[Issue]:
    """Yield what is wrong between an organisation's years and its whole."""
    yield from _against_target(split)
    for org in dict.fromkeys(share.org for share in split.shares.rows):
        if split.rule.years is YearRule.ADD:
            yield from _years_added(split, org)
        yield from _parts_of_years(split, org)
    if split.rule.years is YearRule.COMPOUND:
        yield from _compounded(split)


def _against_target(split: Split) -> Iterator[Issue]:
    """The table's own line for the whole must be what the plan says."""
    for share in split.shares.of(WHOLE):
        target = split.target(share.period)
        if target is not None and share.value is not None:
            told = Sum(
                statement=split.statement,
                shares=(share,),
                total=share.value,
                whole=target,
                what=f"{_subject(split, WHOLE, share.period)}分解值",
                beside="方案目标",
            )
            yield from _told(told)


def _years_added(split: Split, org: str) -> Iterator[Issue]:
    own, years = split.own, split.years(org)
    whole = split.whole(org, own) if own else None
    if own is None or whole is None or not years or own.kind is not PeriodKind.SPAN:
        return
    there = {share.period.year for share in years}
    missing = tuple(f"{y}年" for y in range(own.year, own.last + 1) if y not in there)
    told = _sum(split, years, whole, f"{_subject(split, org, own)}各年合计")
    yield from _told(told, missing)


def _parts_of_years(split: Split, org: str) -> Iterator[Issue]:
    """Yield what is wrong between quarters or months and their year."""
    shares = split.shares.of(org)
    for period in periods_of(s for s in shares if s.period.kind is PeriodKind.YEAR):
        whole = split.whole(org, period)
        for kind, count in _PARTS.items():
            parts = tuple(
                s for s in shares if s.period.kind is kind and s.period.year == period.year
            )
            if parts and whole is not None:
                yield from _parts(split, parts, (period, whole, count))


def _parts(
    split: Split, parts: tuple[Share, ...], year: tuple[Period, Decimal, int]
) -> Iterator[Issue]:
    period, whole, count = year
    subject = _subject(split, parts[0].org, period)
    there = {share.period.part for share in parts}
    if split.rule.parts is YearRule.ADD:
        missing = tuple(f"第 {n} 期" for n in range(1, count + 1) if n not in there)
        yield from _told(_sum(split, parts, whole, f"{subject}各期合计"), missing)
    elif split.rule.parts is YearRule.LAST and count in there:
        last = tuple(share for share in parts if share.period.part == count)
        yield from _told(_sum(split, last, whole, f"{subject}最后一期"))


def _compounded(split: Split) -> Iterator[Issue]:
    """Yield that yearly growth does not compound to the average of the plan."""
    own, years = split.own, split.years(WHOLE)
    whole = split.whole(WHOLE, own) if own else None
    values = [share.value for share in years if share.value is not None]
    if own is None or whole is None or split.statement.unit.base != "%":
        return
    if len(values) != own.last - own.year + 1 or any(value <= -100 for value in values):
        return
    product = prod((1 + value / 100 for value in values), start=Decimal(1))
    mean = ((product ** (Decimal(1) / len(values)) - 1) * 100).quantize(_CENT)
    told = _sum(split, years, whole, f"{_subject(split, WHOLE, own)}各年平均")
    if abs(mean - whole) > _NEAR:
        yield from _told(evolve(told, total=mean))


def _sum(split: Split, shares: tuple[Share, ...], whole: Decimal, what: str) -> Sum:
    return Sum(
        statement=split.statement,
        shares=shares,
        total=sum((s.value for s in shares if s.value is not None), Decimal(0)),
        whole=whole,
        what=what,
        beside=f"{split.named(shares[0].org)}目标",
    )


def _subject(split: Split, org: str, period: Period) -> str:
    return f"{period.label}“{split.statement.indicator}”{split.named(org)}"


def _told(told: Sum, missing: tuple[str, ...] = ()) -> Iterator[Issue]:
    """Yield by how much a sum misses; where shares are missing, that they are."""
    if issue := sum_issue(told, is_complete=not missing):
        yield issue
    if missing:
        words = (
            f"{told.what} {amount(told.total, told.statement)}，还缺{'、'.join(missing)}；"
            f"{told.beside}为 {amount(told.whole, told.statement)}，缺的不按 0 计",
            "补上缺的各行；确实没有的，值写 /",
        )
        yield split_issue(
            told.statement, told.shares, "quota-incomplete", Level.HINT, words
        )
