"""Districts beside their city: what adds up is tied, unless the figures deny it."""

from decimal import Decimal

from consistency.plan.books import DAY, ORGS, book_of, figure_of, found_in
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.model import Assumption

CITY = "到2025年,进出口总额控制在3000亿元以内。"


def granted(*rows, indicator="进出口总额"):
    return tuple(
        Assumption(indicator=indicator, org=org, year=2025, low=Decimal(low))
        for org, low in rows
    )


def test_districts_that_need_more_than_the_city_allows():
    rows = granted(("东溪区", 1600), ("墨泉区", 1500))
    found = found_in(CITY, orgs=ORGS, assumptions=rows)
    (conflict,) = found.conflicts
    assert [r.words for r in conflict.relations] == [
        "2025年进出口总额＝3个县（市、区）之和"
    ]
    assert "2025年东溪区进出口总额" in conflict.sources[1].words
    assert found_in(CITY, orgs=ORGS, assumptions=rows[:1]).feasible


def test_a_city_follows_from_its_districts():
    rows = granted(("东溪区", 1600), ("墨泉区", 1500))
    target = "到2025年,进出口总额达到3000亿元以上。"
    (beyond,) = found_in(target, orgs=ORGS, assumptions=rows).implied
    assert (beyond.low, beyond.own) == (3100, 3000)


def test_what_does_not_add_up_is_not_tied():
    rows = granted(("东溪区", 70), ("墨泉区", 75), indicator="常住人口城镇化率")
    found = found_in(
        "到2025年,常住人口城镇化率控制在66%以内。", orgs=ORGS, assumptions=rows
    )
    assert found.feasible


def test_an_official_difference_stays_possible():
    """The districts published 900 and the city 800: nothing forces them together."""
    rows = granted(("东溪区", 1600), ("墨泉区", 1500))

    def feasible(whole):
        known = (
            figure_of("进出口总额", org.name, 2022, value, "亿元")
            for org, value in zip(ORGS, (whole, 300, 300, 300), strict=True)
        )
        book = book_of(CITY, orgs=ORGS, assumptions=rows, figures=tuple(known))
        return answer(build(book, DAY)).feasible

    assert feasible(800)
    assert not feasible(900)
    assert not feasible(901)  # within what rounding to whole numbers leaves open


def test_base_years_stand_as_they_were_published():
    known = tuple(
        figure_of("进出口总额", org.name, 2022, value, "亿元")
        for org, value in zip(ORGS[:3], (900, 500, 500), strict=True)
    )
    growth = "2023—2025年,进出口总额年均增长8%以上。"
    rows = granted(("东溪区", 600), ("墨泉区", 600))
    assert found_in(growth, orgs=ORGS, assumptions=rows, figures=known).feasible
