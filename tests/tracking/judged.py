"""A sentence of a plan and the figures reported since → the standing that is judged."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

from attrs import frozen

from paitou import compile_document
from paitou.figures.reading import read_figures
from paitou.indicators import standard
from paitou.model import (
    Book,
    Figure,
    Org,
    Period,
    Plan,
    PlanPeriod,
    Quota,
    Role,
    Standing,
    Statement,
)
from paitou.tables import parse_number
from paitou.tables.delimited import read_delimited
from paitou.text import document_from_text
from paitou.tracking import Deviation, Reading, Tracker, TrackingRules, track
from paitou.tracking.facts import Evidence

CASES = Path(__file__).with_name("cases")
TEXT = """云泽市加快发展三年行动方案

({first}—{last}年)

一、重点任务

{sentence}
"""
PROVINCE = Org(code="53", name="云泽省")
CITY = Org(code="5301", name="云泽市", kind="city", parent="53")
EAST = Org(code="530101", name="东城区", kind="county", parent="5301")
WEST = Org(code="530102", name="西城区", kind="county", parent="5301")
ZONE = Org(code="530103", name="高新区", kind="zone", parent="5301", is_summand=False)
ORGS = (PROVINCE, CITY, EAST, WEST, ZONE)
_COLUMNS = (
    "指标",
    "单位名称",
    "时期",
    "数值",
    "状态",
    "口径",
    "来源",
    "可信度",
    "公布日期",
)
_KEYS = {"单位": "单位名称", "口径": "口径", "来源": "来源", "可信度": "可信度"}


@frozen(kw_only=True)
class Written:
    """One case as it stands in a file of cases/."""

    file: str
    title: str
    plan: str
    day: dt.date
    figures: tuple[str, ...] = ()
    years: tuple[int, int] = (2023, 2025)
    quotas: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    deviations: tuple[str, ...] = ()
    rules: dict[str, object]
    target: int = 0
    org: str = "云泽市"
    fault: str = ""
    expected: dict[str, object]

    @property
    def id(self) -> str:
        return f"{self.file}-{self.title}"


def cases() -> Iterator[Written]:
    """Yield the cases of every file."""
    for path in sorted(CASES.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield _written(path.stem, dict(row))


def _written(file: str, row: dict[str, object]) -> Written:
    names = ("title", "plan", "target", "org", "fault")
    given = {name: row.pop(name) for name in names if name in row}
    for key in ("figures", "quotas", "readings", "deviations", "years"):
        if key in row:
            given[key] = tuple(row.pop(key))
    given["day"] = dt.date.fromisoformat(row.pop("day"))
    return Written(file=file, rules=row.pop("rules", {}), expected=row, **given)


@cache
def plan_of(sentence: str, first: int = 2023, last: int = 2025) -> Plan:
    """Return the plan that says this sentence."""
    text = TEXT.format(first=first, last=last, sentence=sentence)
    document = document_from_text(text)
    assert document.period == PlanPeriod(start=first, end=last)
    return compile_document(document)


def targets(plan: Plan) -> tuple[Statement, ...]:
    return tuple(s for s in plan.statements if s.role is Role.TARGET)


def figures_of(lines: Sequence[str]) -> tuple[Figure, ...]:
    """Return the figures of lines: 进出口总额 2024 突破2000亿元 快报 @2025-01-20."""
    file = io.StringIO()
    table = csv.DictWriter(file, _COLUMNS)
    table.writeheader()
    table.writerows(_row(line) for line in lines)
    sheet = read_delimited(file.getvalue().encode(), "figures.csv")
    found, issues = read_figures(sheet, standard())
    assert [issue.message for issue in issues] == []
    assert len(found) == len(set(lines))
    return found


def _row(line: str) -> dict[str, str]:
    name, period, value, *more = line.split()
    row = {"指标": name, "时期": period, "数值": value, "单位名称": CITY.name}
    for word in more:
        key, _, said = word.partition("=")
        if word.startswith("@"):
            row["公布日期"] = word[1:]
        else:
            row[_KEYS[key] if said else "状态"] = said or word
    return row


def book_of(case: Written) -> Book:
    """Return the book that a case describes."""
    plan = plan_of(case.plan, *case.years)
    target = targets(plan)[case.target].id
    rules = TrackingRules(
        readings=tuple(_reading(line, target) for line in case.readings),
        deviations=tuple(_deviation(line, target) for line in case.deviations),
        **{k: Decimal(v) if k != "seasonal" else tuple(v) for k, v in case.rules.items()},
    )
    quotas = tuple(_quota(line, target) for line in case.quotas)
    return book(plan, figures_of(case.figures), quotas=quotas, tracking=rules)


def book(plan: Plan, figures: Sequence[Figure] = (), **more: object) -> Book:
    fields = {"orgs": ORGS, "indicators": standard()} | more
    return Book(
        name="b",
        title=plan.document.title,
        plan=plan,
        compiled=plan,
        figures=tuple(figures),
        **fields,
    )


def _reading(line: str, target: str) -> Reading:
    name, _, indicators = line.partition("=")
    return Reading(statement=target, name=name, indicators=tuple(indicators.split("、")))


def _quota(line: str, target: str) -> Quota:
    """Return the quota of “东城区 2024 500亿元”; 全市 is the whole."""
    org, period, value = line.split()
    cell = parse_number(value)
    return Quota(
        statement=target,
        org="" if org == "全市" else org,
        period=Period.parse(period),
        value=cell.value,
        unit=cell.unit or None,
    )


def _deviation(line: str, target: str) -> Deviation:
    """Return the deviation of “2025-06-30 资金未到位 东城区”."""
    until, reason, *org = line.split()
    return Deviation(
        statement=target,
        until=dt.date.fromisoformat(until),
        reason=reason,
        org=org[0] if org else "",
    )


def judged(case: Written) -> Standing:
    """Return the standing of the case's target for its organisation."""
    whole = book_of(case)
    target = targets(whole.plan)[case.target].id
    found = [s for s in track(whole, case.day).of(target) if s.org == case.org]
    assert len(found) == 1, f"{case.org}: {[s.org for s in found]}"
    return found[0]


def stand(
    sentence: str, figures: Sequence[str | Figure], day: str, **more: object
) -> Standing:
    """Return the standing of a sentence's first target on a day."""
    found = tuple(figures)
    if found and isinstance(found[0], str):
        found = figures_of(found)
    years = more.pop("years", (2023, 2025))
    plan = plan_of(sentence, *years)
    at = book(plan, found, **more)
    return track(at, dt.date.fromisoformat(day)).of(targets(plan)[0].id)[0]


def evidence(sentence: str, figures: Sequence[str], day: str, **more: object) -> Evidence:
    """Return what is known on a day of a sentence's first target."""
    plan = plan_of(sentence, *more.pop("years", (2023, 2025)))
    tracker = Tracker.of(book(plan, figures_of(figures), **more))
    return Evidence(case=tracker.cases[0][0], as_of=dt.date.fromisoformat(day))
