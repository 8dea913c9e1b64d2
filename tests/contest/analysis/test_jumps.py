import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import pytest
from attrs import evolve

from contest.explaining.made import QUARTER, rulebook
from paitou.contest.analysis.jumps import jump_findings, jumps
from paitou.model import Figure, Unit, UsageError

RULES = rulebook(100)
RULES = evolve(RULES, items=(evolve(RULES.items[0], indicator="税收", name="税收"),))
DEADLINE = dt.date(2023, 7, 20)
YI = Unit.parse("亿元")


def figure(org, value, day):
    return Figure(
        id=f"{org}{day}", indicator="税收", indicator_id="tax", org=org, period=QUARTER,
        value=Decimal(value), unit=YI, known_on=dt.date(2023, 7, day),
    )  # fmt: skip


def book(*figures):
    # Of a book only its figures and what an indicator is called are looked at.
    return SimpleNamespace(
        figures=figures, indicators=SimpleNamespace(resolve=lambda _: "tax")
    )


FIRST = [figure(f"区{n}", "10", 1) for n in range(6)]
SMALL = [
    figure(f"区{n}", value, 8) for n, value in enumerate(("10.1", "9.9", "10.05", "10"))
]


def test_a_revision_far_from_the_usual_just_before_the_deadline_is_found():
    (found,) = jumps(
        book(*FIRST, *SMALL, figure("区5", "12", 19)), RULES, QUARTER, DEADLINE
    )
    assert (found.org, float(found.change), found.is_favourable) == ("区5", 0.2, True)


def test_a_revision_long_before_or_after_the_deadline_is_not():
    early = book(*FIRST, *SMALL, figure("区5", "12", 3))
    late = book(*FIRST, *SMALL, figure("区5", "12", 21))
    assert jumps(early, RULES, QUARTER, DEADLINE, days=10) == ()
    assert jumps(late, RULES, QUARTER, DEADLINE) == ()


def test_where_hardly_anybody_revises_one_who_does_stands_out():
    found = jumps(book(*FIRST, figure("区5", "12", 19)), RULES, QUARTER, DEADLINE)
    assert [jump.org for jump in found] == ["区5"]


def test_four_organisations_tell_nothing_of_what_is_usual():
    few = book(*FIRST[:4], figure("区3", "12", 19))
    assert jumps(few, RULES, QUARTER, DEADLINE) == ()


def test_the_finding_says_from_what_to_what():
    made = book(*FIRST, *SMALL, figure("区5", "12", 19))
    (found,) = jump_findings(made, RULES, QUARTER, DEADLINE)
    assert "由10亿元改为12亿元" in found.sentence
    assert found.number("稳健标准分") > 3.5


def test_the_days_must_be_positive():
    with pytest.raises(UsageError, match="天数"):
        jumps(book(), RULES, QUARTER, DEADLINE, days=0)
