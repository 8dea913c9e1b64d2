from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from figures.made import CITY, DISTRICTS, PROVINCE, figure, view
from paitou.figures.bounding import bounds
from paitou.model import Bound, FigureState, Period, Unit

Y2023 = Period.of_year(2023)


def ends(found) -> list[tuple[str | None, str | None]]:
    return [tuple(None if e is None else str(e) for e in (b.low, b.high)) for b in found]


def test_a_city_has_no_more_than_its_province() -> None:
    whole = figure("PCT国际专利申请量", 2023, 183, "件", org=PROVINCE)
    (found,) = bounds(view(whole), "pct-patents", CITY, Y2023)
    assert (found.low, found.high) == (None, Decimal(183))
    assert found.figures == (whole.id,)
    assert found.relation == "昆明市是云南省2023年PCT国际专利申请量183件的一部分"


def test_what_is_no_amount_is_not_bounded_by_the_province() -> None:
    whole = figure("常住人口城镇化率", 2023, 53, org=PROVINCE)
    assert bounds(view(whole), "urbanisation", CITY, Y2023) == ()
    net = figure("净增经营主体", 2023, 5, org=PROVINCE)
    assert bounds(view(net), "operating-entities-net", CITY, Y2023) == ()


def test_a_part_is_no_more_than_its_whole() -> None:
    whole = figure("地区生产总值", 2023, 7864.76)
    found = bounds(view(whole), "value-added-industry", CITY, Y2023)
    assert ends(found) == [(None, "7864.76")]
    part = figure("规上工业增加值", 2023, 1500)
    found = bounds(view(part), "value-added-industry", CITY, Y2023)
    assert ends(found) == [("1500", None)]


def test_the_other_parts_leave_less() -> None:
    whole, tertiary = figure("GDP", 2023, 7864.76), figure("服务业增加值", 2023, 5229.45)
    found = bounds(view(whole, tertiary), "value-added-secondary", CITY, Y2023)
    assert "2635.31" in [high for _, high in ends(found)]
    found = bounds(view(tertiary), "gdp", CITY, Y2023)
    assert ends(found) == [("5229.45", None)]


def test_the_districts_that_are_known_are_a_floor() -> None:
    some = [
        figure("GDP", 2023, v, org=d) for d, v in zip(DISTRICTS[:2], (5, 6), strict=True)
    ]
    (found,) = bounds(view(*some), "gdp", CITY, Y2023)
    assert found.low == 11
    assert "（2个，共3个）" in found.relation


def test_months_to_date_are_a_floor_and_the_year_a_ceiling() -> None:
    nine, year = figure("GDP", "2023M01-09", 6418.94), figure("GDP", 2023, 9000)
    (found,) = bounds(view(nine, figure("GDP", "2023Q1", 2000)), "gdp", CITY, Y2023)
    assert found.low == Decimal("6418.94")
    (found,) = bounds(view(year), "gdp", CITY, Period.parse("2023H1"))
    assert found.high == 9000


def test_a_stock_of_another_day_is_no_bound() -> None:
    october = figure("经营主体", "2025-10", 187.5)
    assert bounds(view(october), "operating-entities", CITY, Period.of_year(2025)) == ()


def test_a_bound_without_that_end_says_nothing() -> None:
    for bound in (Bound.AT_LEAST, Bound.ABOUT):
        whole = figure("GDP", 2023, 30000, org=PROVINCE, bound=bound)
        assert bounds(view(whole), "gdp", CITY, Y2023) == ()


def test_bounds_come_in_the_unit_that_is_asked_for() -> None:
    whole = figure("GDP", 2023, 3, "万亿元", org=PROVINCE)
    assert bounds(view(whole), "gdp", CITY, Y2023)[0].high == 30000
    found = bounds(view(whole), "gdp", CITY, Y2023, Unit.parse("万元"))
    assert found[0].high == 300_000_000
    assert bounds(view(whole), "gdp", CITY, Y2023, Unit.parse("亿美元")) == ()
    assert bounds(view(whole), "x-0123456789", CITY, Y2023) == ()


def test_unverified_figures_bound_nothing() -> None:
    whole = figure("GDP", 2023, 3, org=PROVINCE, state=FigureState.UNVERIFIED)
    assert bounds(view(whole), "gdp", CITY, Y2023) == ()


@given(st.lists(st.decimals("0", "9999", places=1), min_size=3, max_size=3))
def test_the_true_value_is_always_inside(parts) -> None:
    names = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
    figures = [figure(n, 2023, v) for n, v in zip(names, parts, strict=True)]
    for known in (figures[:1], figures[1:], figures):
        for bound in bounds(view(*known), "gdp", CITY, Y2023):
            assert bound.low is None or bound.low <= sum(parts)
            assert bound.high is None or sum(parts) <= bound.high
