"""Quotas → shares of one statement in its own unit, by organisation and period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from attrs import evolve, frozen

from paitou.model import Issue, Level, Org, OrgKind, Period, Quota, Statement, Unit
from paitou.review.orgs import is_whole

WHOLE = ""

Key = TypeVar("Key")


@frozen(kw_only=True)
class Share:
    """What an organisation is to do in a period, in the statement's unit.

    `org` is its code, or its name where orgs.csv does not know it; empty for the whole.
    `value` is None where it carries none.
    """

    org: str
    name: str
    parent: str
    is_summand: bool
    is_area: bool
    period: Period
    value: Decimal | None
    where: str


@frozen(kw_only=True)
class Shares:
    """The shares of one statement."""

    statement: Statement
    rows: tuple[Share, ...]
    orgs: tuple[Org, ...]

    @cached_property
    def _by_place(self) -> dict[tuple[str, Period], Share]:
        return {(share.org, share.period): share for share in reversed(self.rows)}

    @cached_property
    def _by_org(self) -> dict[str, tuple[Share, ...]]:
        return _grouped((share.org, share) for share in self.rows)

    @cached_property
    def _parts(self) -> dict[tuple[str, Period], tuple[Share, ...]]:
        parts = (share for share in self.rows if share.org != WHOLE and share.is_summand)
        return _grouped(((share.parent, share.period), share) for share in parts)

    @property
    def whole_word(self) -> str:
        """Return the whole's name before 目标: 全市, 全省; 总 where it has none."""
        scope = self.statement.scope or ""
        named = next((o.name for o in self.orgs if o.kind is OrgKind.CITY), scope)
        return f"全{named[-1]}" if named[-1:] in ("省", "市", "县", "区", "州") else "总"

    def at(self, org: str, period: Period) -> Share | None:
        """Return what an organisation is to do in a period."""
        return self._by_place.get((org, period))

    def of(self, org: str) -> tuple[Share, ...]:
        """Return everything that an organisation is to do."""
        return self._by_org.get(org, ())

    def parts(self, parent: str, period: Period) -> tuple[Share, ...]:
        """Return an organisation's summands in a period: its areas, else the others."""
        found = self._parts.get((parent, period), ())
        areas = tuple(s for s in found if s.is_area)
        return areas or found

    def expected(self, parent: str) -> tuple[Org, ...]:
        """Return the areas that must have a share before the parts can be a whole."""
        return tuple(
            org
            for org in self.orgs
            if org.kind.is_area and org.is_summand and parent_of(org, self.orgs) == parent
        )


def shares_of(
    statement: Statement, quotas: Iterable[Quota], orgs: tuple[Org, ...]
) -> tuple[Shares, tuple[Issue, ...]]:
    """Return the shares of a statement, and which quotas are in another unit."""
    called = {
        name: org for org in reversed(orgs) for name in (*org.aliases, org.name, org.code)
    }
    rows: list[Share] = []
    issues: list[Issue] = []
    for quota in quotas:
        unit = statement.unit if quota.unit is None else Unit.parse(quota.unit)
        if unit.base != statement.unit.base:
            issues.append(_other_unit(statement, quota, unit))
        else:
            share = _share(quota, called.get(quota.org), orgs)
            factor = unit.scale / statement.unit.scale
            value = None if share.value is None else share.value * factor
            rows.append(evolve(share, value=value))
    return Shares(statement=statement, rows=tuple(rows), orgs=orgs), tuple(issues)


def parent_of(org: Org, orgs: tuple[Org, ...]) -> str:
    """Return the code of the organisation it is a part of; empty for the whole."""
    return WHOLE if is_whole(org.parent, orgs) else org.parent


def periods_of(shares: Iterable[Share]) -> Iterator[Period]:
    """Yield every period once, in order of time."""
    yield from sorted({share.period for share in shares})


def _share(quota: Quota, org: Org | None, orgs: tuple[Org, ...]) -> Share:
    is_all = org.kind is OrgKind.CITY if org else is_whole(quota.org, ())
    return Share(
        org=WHOLE if is_all else org.code if org else quota.org,
        name=org.name if org else quota.org,
        parent=parent_of(org, orgs) if org else WHOLE,
        is_summand=org.is_summand if org else True,
        is_area=org.kind.is_area if org else not orgs,
        period=quota.period,
        value=quota.value,
        where=quota.where,
    )


def _grouped(pairs: Iterable[tuple[Key, Share]]) -> dict[Key, tuple[Share, ...]]:
    groups: dict[Key, list[Share]] = {}
    for key, share in pairs:
        groups.setdefault(key, []).append(share)
    return {key: tuple(shares) for key, shares in groups.items()}


def _other_unit(statement: Statement, quota: Quota, unit: Unit) -> Issue:
    return Issue(
        code="quota-unit-differs",
        level=Level.ERROR,
        message=f"分解值的单位是“{unit.text}”，“{statement.quote}”的单位是“{statement.unit.text}”",
        remedy="改成同一种单位(万元与亿元可以换算，个与户不可以)",
        where=quota.where,
        start=statement.start,
        end=statement.end,
    )
