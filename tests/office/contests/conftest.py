"""A small contest of our own: two groups, five items, three rounds, as a book."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from paitou.contest.fields.records import Records
from paitou.contest.readings import Event
from paitou.contest.rulebooks import read_rulebook
from paitou.indicators import standard
from paitou.model import Book, Figure, FigureState, Measure, Org, Period, Unit
from paitou.office.books import Day, Shelved
from paitou.office.contests.rounds import read_choice

HOSTILE = "<b>南塘</b>区"
RULEBOOK = """
id = "small"
title = "云汀市季度竞赛办法<i>（试行）</i>"
source = "自编"
ours = "权重由本项目拟定"
full = 100
decimals = 2
missing = "group_lowest"
small_group = "allow"

[[group]]
id = "port"
name = "港区组"
group = "港区"

[[group]]
id = "inland"
name = "内陆组"
group = "内陆"

[[item]]
id = "economy"
name = "经济"
weight = 80

[[item]]
id = "cargo"
parent = "economy"
name = "货运量增速"
indicator = "货运量"
measure = "growth"
unit = "%"
weight = 50
source = "市统计局"
formula = "efficacy"
base = 60
span = 40

[[item]]
id = "berths"
parent = "economy"
name = "泊位完工率"
unit = "%"
weight = 30
source = "各区"
self_reported = true
formula = "ratio"
base = 100
cap = 1

[[item]]
id = "water"
name = "水质达标率"
unit = "%"
weight = 20
source = "市生态环境局"
formula = "minmax"

[[extra]]
id = "praised"
name = "上级表彰"
each = 1
cap = 2

[[veto]]
id = "fraud"
name = "统计造假"
effect = "no_honour"

[[list]]
id = "leading"
name = "先进"
rule = "top"
count = 1

[[list]]
id = "risen"
name = "进位"
rule = "risen"
threshold = 1

[[list]]
id = "reminded"
name = "提醒"
rule = "bottom"
count = 1
tone = "remind"
"""
ORGS = {
    "东渡区": "港区",
    HOSTILE: "港区",
    "北澳区": "港区",
    "西岭县": "内陆",
    "云门县": "内陆",
}
#: By quarter and organisation: growth of cargo, berths, water.
ROUNDS = {
    "2025Q2": ("8 90 92", "6 80 90", "5 95 88", "3 70 99", "2 60 97"),
    "2025Q3": ("7 92 92", "8 82 90", "5 95 - ", "3 72 99", "4 66 97"),
    "2025Q4": ("7 - -", "- - -", "- - -", "3 - -", "- - -"),
}  # fmt: skip


def _figures():
    for quarter, rows in ROUNDS.items():
        period = Period.parse(quarter)
        for org, row in zip(ORGS, rows, strict=True):
            for name, value in zip(
                ("货运量", "泊位完工率", "水质达标率"), row.split(), strict=True
            ):
                if value != "-":
                    yield Figure(
                        id=f"{org}{name}{quarter}",
                        indicator=name,
                        indicator_id=standard().resolve(name),
                        measure=Measure.GROWTH if name == "货运量" else Measure.LEVEL,
                        org=org,
                        period=period,
                        value=Decimal(value),
                        unit=Unit.parse("%"),
                        state=FigureState.CONFIRMED,
                        known_on=period.last_day + dt.timedelta(days=20),
                        source="<u>来源</u>",
                        where="数.csv 第3行",
                    )


@pytest.fixture(scope="session")
def rulebook():
    found, issues = read_rulebook(RULEBOOK, "small.toml")
    assert found is not None, issues
    return found


@pytest.fixture(scope="session")
def contest_book(plan, rulebook) -> Book:
    orgs = [
        Org(code=f"c{n}", name=name, kind="county", group=group)
        for n, (name, group) in enumerate(ORGS.items())
    ]
    praise = Event(
        org="东渡区",
        kind="上级表彰",
        day=dt.date(2025, 8, 8),
        reason="<s>通报</s>",
        document="云政〔2025〕8号",
    )
    fraud = Event(org="西岭县", kind="统计造假", day=dt.date(2025, 8, 9), reason="核查属实")
    return Book(
        name="yunting",
        title=plan.document.title,
        plan=plan,
        compiled=plan,
        indicators=standard(),
        orgs=tuple(orgs),
        figures=tuple(_figures()),
        rulebooks=(rulebook,),
        contest=Records(events=(praise, fraud)),
    )


@pytest.fixture(scope="session")
def simulated_book(contest_book) -> Book:
    return evolve(contest_book, is_simulated=True)


@pytest.fixture(scope="session")
def choose(contest_book):
    """Return what a reader of the contest asks for, on the first of February 2026."""
    shelved = Shelved(name="yunting", folder=Path(), book=contest_book)
    day = Day(dt.date(2026, 2, 1))
    return lambda **query: read_choice(shelved, day, query)


@pytest.fixture(scope="session")
def third(choose):
    """The third quarter of 2025."""
    return choose(period="2025Q3")


@pytest.fixture
def visit(serve, contest_book):
    """Return the page at an address below the contest's."""
    client = serve(contest_book)

    def page(path="", **query):
        return client.get(f"/plans/yunting/contest/{path}", query)

    return page


@pytest.fixture
def html(visit):
    """Return the text of the page at an address below the contest's."""
    return lambda path="", **query: visit(path, **query).content.decode()
