import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.made import CITY, PROVINCE, figure, view
from paitou.figures.deriving import derivations, derive
from paitou.model import Bound, FigureState, Period

Y2022 = Period.of_year(2022)
PRIVATE = figure("民营经营主体", 2022, "116.19", "万户")
SHARE = figure("民营经营主体占比", 2022, "96.7")
ENTITIES = figure("经营主体", 2022, "120.16", "万户")
GDP = figure("地区生产总值", 2022, "7541.37")


def test_the_whole_follows_from_a_part_and_its_share() -> None:
    found = derive(view(PRIVATE, SHARE), "operating-entities", CITY, Y2022)
    assert found.shown == Decimal("120.16")
    assert found.formula == "民营经营主体116.19万户 ÷ 民营经营主体占比96.7% = 120.16万户"
    assert found.inputs == (PRIVATE.id, SHARE.id)
    assert found.bound is Bound.EXACT
    assert Decimal("0.06") < found.margin < Decimal("0.07")


def test_a_share_follows_from_part_and_whole() -> None:
    found = derive(view(PRIVATE, ENTITIES), "private-entities-share", CITY, Y2022)
    assert found.text == "96.70%"


def test_a_part_follows_from_share_and_whole() -> None:
    found = derive(view(ENTITIES, SHARE), "private-entities", CITY, Y2022)
    assert found.text == "116.19万户"


def test_the_denominator_may_be_of_the_place_above() -> None:
    above = figure("地区生产总值", 2022, "28954.20", org=PROVINCE)
    found = derive(view(GDP, above), "gdp-primacy", CITY, Y2022)
    assert found.text == "26.05%"
    assert "云南省地区生产总值" in found.formula
    primacy = figure("经济首位度", 2022, "26.05")
    assert derive(view(GDP, primacy), "gdp", PROVINCE, Y2022).text == "28949.60亿元"
    assert derive(view(above, primacy), "gdp", CITY, Y2022).text == "7542.57亿元"


def test_per_head_takes_the_mean_population() -> None:
    people = (figure("常住人口", 2022, "860.0"), figure("常住人口", 2021, "850.2"))
    found = derive(view(GDP, *people), "gdp-per-capita", CITY, Y2022)
    assert found.text == "88193元"
    assert "2021年常住人口850.2万人" in found.formula
    head = figure("人均地区生产总值", 2022, 88193)
    assert derive(view(head, *people), "gdp", CITY, Y2022).text == "7541.38亿元"
    assert derive(view(GDP, people[0]), "gdp-per-capita", CITY, Y2022) is None


def test_per_thousand_counts_its_thousand() -> None:
    entities, people = figure("经营主体", 2022, 120, "万户"), figure("常住人口", 2022, 860)
    found = derive(view(entities, people), "operating-entities-per-capita", CITY, Y2022)
    assert found.text == "139.53户/千人"
    heads = figure("每千人拥有经营主体", 2022, "139.53", "户")
    back = derive(view(heads, people), "operating-entities", CITY, Y2022)
    assert back.text == "120.00万户"


def test_a_whole_is_its_parts_and_a_part_the_rest() -> None:
    parts = [
        figure("第一产业增加值", "2022Q1", "63.2"),
        figure("第二产业增加值", "2022Q1", "524.1"),
        figure("第三产业增加值", "2022Q1", "1288.2"),
    ]
    quarter = Period.parse("2022Q1")
    assert derive(view(*parts), "gdp", CITY, quarter).text == "1875.5亿元"
    whole = figure("地区生产总值", "2022Q1", "1875.5")
    rest = derive(view(whole, *parts[1:]), "value-added-primary", CITY, quarter)
    assert rest.text == "63.2亿元"
    assert rest.formula.count("−") == 2
    assert derive(view(*parts[1:]), "gdp", CITY, quarter) is None


@pytest.mark.parametrize(
    ("part", "share", "bound"),
    [
        (Bound.AT_LEAST, Bound.EXACT, Bound.AT_LEAST),
        (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST),
        (Bound.AT_MOST, Bound.EXACT, Bound.AT_MOST),
        (Bound.AT_LEAST, Bound.AT_MOST, Bound.AT_LEAST),
        (Bound.AT_LEAST, Bound.AT_LEAST, None),
        (Bound.ABOUT, Bound.EXACT, Bound.ABOUT),
        (Bound.ABOUT, Bound.AT_LEAST, None),
    ],
)
def test_bounds_go_on_the_right_way(part, share, bound) -> None:
    figures = (
        figure("民营经营主体", 2022, "116.19", bound=part),
        figure("民营经营主体占比", 2022, "96.7", bound=share),
    )
    found = derive(view(*figures), "operating-entities", CITY, Y2022)
    assert (found and found.bound) == bound


def test_a_bound_is_rounded_away_from_the_true_value() -> None:
    above = figure("地区生产总值", 2022, 30000, org=PROVINCE, bound=Bound.AT_LEAST)
    found = derive(view(GDP, above), "gdp-primacy", CITY, Y2022)
    assert found.text == "不超过25.14%"
    assert found.shown > found.value


def test_what_is_not_official_counts_only_when_asked() -> None:
    guess = figure("民营经营主体", 2022, "116.19", state=FigureState.UNVERIFIED)
    assert derive(view(guess, SHARE), "operating-entities", CITY, Y2022) is None
    asked = view(guess, SHARE, published_only=False)
    found = derive(asked, "operating-entities", CITY, Y2022)
    assert found.state is FigureState.UNVERIFIED
    assert "待核" in found.notes[0]


def test_what_was_not_known_yet_is_not_used() -> None:
    late = figure("民营经营主体", 2022, "116.19", known_on=dt.date(2024, 1, 1))
    early = view(late, SHARE, as_of=dt.date(2023, 6, 1))
    assert derive(early, "operating-entities", CITY, Y2022) is None


def test_other_money_is_no_part_of_it() -> None:
    dollars = figure("进出口总额", 2022, 265, "亿美元")
    assert derive(view(dollars, GDP), "trade-dependence", CITY, Y2022) is None


def test_a_share_without_a_sign_says_nothing() -> None:
    bare = figure("民营经营主体占比", 2022, "0.967", " ")
    assert derive(view(PRIVATE, bare), "operating-entities", CITY, Y2022) is None


def test_a_rest_below_nothing_is_no_value() -> None:
    figures = (figure("进出口总额", 2022, 10), figure("出口总额", 2022, 12))
    assert derive(view(*figures), "imports", CITY, Y2022) is None


def test_the_best_comes_first_in_any_order() -> None:
    figures = [
        GDP,
        figure("工业增加值", 2022, 2000, bound=Bound.AT_LEAST),
        figure("工业增加值占GDP比重", 2022, 26),
        figure("民营经济增加值", 2022, "3028.79"),
        figure("民营经济增加值占GDP比重", 2022, "40.2"),
    ]
    found = derivations(view(*figures), "gdp", CITY, Y2022)
    assert [each.bound for each in found] == [Bound.EXACT, Bound.AT_LEAST]
    assert derivations(view(*figures[::-1]), "gdp", CITY, Y2022) == found


@given(st.decimals("1", "99999", places=2), st.decimals("0.1", "100", places=1))
def test_there_and_back_is_the_same(part: Decimal, share: Decimal) -> None:
    given = figure("民营经营主体", 2022, part), figure("民营经营主体占比", 2022, share)
    whole = derive(view(*given), "operating-entities", CITY, Y2022)
    entities = figure("经营主体", 2022, whole.value)
    back = derive(view(entities, given[1]), "private-entities", CITY, Y2022)
    assert abs(back.value - part) < Decimal("1e-15")
