"""The text of a tracking.toml → how targets are judged, with every fault of the file."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import TypeVar

from attrs import evolve

from paitou.model import Issue, Level, Period
from paitou.review import values as read
from paitou.review.table_entry import TableEntry, top_entry
from paitou.tracking.light_bands import LightRule
from paitou.tracking.light_checks import check_lights
from paitou.tracking.light_rules import read_lights, tolerance
from paitou.tracking.rules import Deviation, Reading, TrackingRules

Read = TypeVar("Read")
_TOP = frozenset({"nearly", "tolerance_pp", "seasonal", "lights", "reading", "deviation"})
_READING = frozenset({"statement", "name", "indicators", "note"})
_DEVIATION = frozenset({"statement", "org", "until", "reason", "approved_by"})


def read_tracking(
    text: str, file: str = "tracking.toml"
) -> tuple[TrackingRules, tuple[Issue, ...]]:
    """Return the rules; of a broken text, whatever of it can be read."""
    top = top_entry(text, file)
    top.check_keys(_TOP)
    default = TrackingRules()
    tolerated = _given(top, "tolerance_pp", tolerance, default.tolerance_pp)
    rules = TrackingRules(
        nearly=_given(top, "nearly", _nearly, default.nearly),
        tolerance_pp=tolerated,
        lights=_lights(top, default.lights, tolerated),
        readings=tuple(_readings(top)),
        deviations=tuple(_deviations(top)),
        seasonal=_given(top, "seasonal", read.texts, default.seasonal),
    )
    return rules, tuple(top.issues)


def check_tracking(
    rules: TrackingRules, statement_ids: Collection[str], org_names: Collection[str]
) -> tuple[Issue, ...]:
    """Return an issue for what is said of a statement or an organisation there is not.

    Args:
        rules: as read.
        statement_ids: of the plan as reviewed.
        org_names: names, codes and aliases; where there are none, no name is questioned.
    """
    said: tuple[Reading | Deviation, ...] = (*rules.readings, *rules.deviations)
    lost = [_orphaned(x, statement_ids) for x in said if x.statement not in statement_ids]
    unknown = [
        _unknown_org(deviation, org_names)
        for deviation in rules.deviations
        if org_names and deviation.org and deviation.org not in org_names
    ]
    return (*lost, *unknown)


def _given(entry: TableEntry, key: str, reader: read.Reader[Read], default: Read) -> Read:
    found = entry.get(key, reader)
    return default if found is None else found


def _lights(top: TableEntry, default: LightRule, tolerated: Decimal) -> LightRule:
    """Return the rule of lights; one that states no tolerance takes that of the file."""
    table = top.table("lights")
    rule = (read_lights(table) if table else None) or default
    if table and "band" in table.data and rule is not default:
        top.issues.extend(check_lights(rule, table.where))
    says_so = table is not None and "tolerance_pp" in table.data
    if says_so or rule.tolerance_pp:
        return rule
    return evolve(rule, tolerance_pp=tolerated)


def _readings(top: TableEntry) -> Iterator[Reading]:
    seen: dict[tuple[str, str], str] = {}
    for row in top.rows("reading"):
        row.check_keys(_READING)
        statement, name = row.text("statement"), row.text("name")
        indicators = row.get("indicators", read.texts) or ()
        if not row.require("statement", "name", "indicators"):
            continue
        if not (statement and name and indicators):
            continue
        if (statement, name) in seen:
            message = f"{row.name} 与 {seen[statement, name]} 是同一种口径，以前面的为准"
            row.note("review-duplicate", message, "删去一条，或改正 name")
            continue
        seen[statement, name] = row.where
        yield Reading(
            statement=statement,
            name=name,
            indicators=indicators,
            note=row.text("note"),
            where=row.where,
        )


def _deviations(top: TableEntry) -> Iterator[Deviation]:
    for row in top.rows("deviation"):
        row.check_keys(_DEVIATION)
        statement, reason = row.text("statement"), row.text("reason")
        until = row.get("until", _day)
        # An organisation that cannot be read must not widen it to the whole.
        org = row.get("org", read.text) if "org" in row.data else ""
        if not row.require("statement", "until", "reason"):
            continue
        if statement and reason and until is not None and org is not None:
            yield Deviation(
                statement=statement,
                org=org,
                until=until,
                reason=reason,
                approved_by=row.text("approved_by"),
                where=row.where,
            )


def _nearly(value: read.TomlValue) -> Decimal:
    found = read.number(value)
    if not 0 < found <= 1:
        raise ValueError("应大于 0、不大于 1，如 0.95")
    return found


def _day(value: read.TomlValue) -> dt.date:
    found = read.due(value)
    return found.last_day if isinstance(found, Period) else found


def _orphaned(said: Reading | Deviation, ids: Collection[str]) -> Issue:
    called = "口径" if isinstance(said, Reading) else "经批准的偏离"
    return Issue(
        code="tracking-orphaned",
        level=Level.WARNING,
        message=f"{called}所指的句子 {said.statement} 不在现文中，这一条不起作用",
        remedy=_nearest(said.statement, ids) or "核对编号；确已删去的，删去这一条",
        where=said.where,
    )


def _unknown_org(deviation: Deviation, names: Collection[str]) -> Issue:
    return Issue(
        code="org-unknown",
        level=Level.WARNING,
        message=f"经批准的偏离提到的单位“{deviation.org}”不在 orgs.csv 里",
        remedy=_nearest(deviation.org, names) or "改成名单里的名称，或补进名单",
        where=deviation.where,
    )


def _nearest(word: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f"是否为 {near[0]}？" if near else ""
