from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from figures.made import CITY, DISTRICTS, PROVINCE, figure, view
from paitou.figures.rollup import RolledUp, rolled_up
from paitou.model import Bound, Period

VALUES = st.lists(st.decimals("0", "99999", places=2), min_size=3, max_size=3)


def city(name: str) -> tuple[str, str, Period]:
    return figure(name, 2023, 1, "").indicator_id, CITY, Period.of_year(2023)


def of_districts(name: str, values, **more) -> list:
    return [
        figure(name, 2023, v, org=d, **more) for d, v in zip(DISTRICTS, values, strict=True)
    ]


@given(VALUES, st.randoms())
def test_the_city_is_the_sum_of_its_districts(values, order) -> None:
    districts = of_districts("常住人口", values)
    order.shuffle(districts)
    found = rolled_up(view(*districts), *city("常住人口"))
    assert found.value.value == sum(values)
    assert set(found.value.inputs) == {each.id for each in districts}
    assert found.missing == ()


def test_a_zone_inside_districts_is_not_counted_twice() -> None:
    zone = figure("常住人口", 2023, 30, org="高新区")
    found = rolled_up(view(zone, *of_districts("常住人口", (1, 2, 3))), *city("常住人口"))
    assert found.value.text == "6万人"
    assert found.value.formula == "3个单位之和 = 6万人"


@given(VALUES)
def test_a_missing_district_is_no_nought(values) -> None:
    some = of_districts("常住人口", values)[:2]
    found = rolled_up(view(*some), *city("常住人口"))
    assert found.value is None
    assert found.missing == (DISTRICTS[2],)
    assert found.at_least.bound is Bound.AT_LEAST
    assert found.at_least.value == sum(values[:2])


def test_what_may_be_negative_has_no_lower_bound() -> None:
    some = of_districts("净增经营主体", (5, 6, 7))[:2]
    found = rolled_up(view(*some), *city("净增经营主体"))
    assert found == RolledUp(missing=(DISTRICTS[2],))


def test_a_row_that_says_there_is_none_is_missing_too() -> None:
    districts = of_districts("常住人口", (1, 2, 3))
    none = figure("常住人口", 2023, None, org=DISTRICTS[0])
    assert rolled_up(view(none, *districts[1:]), *city("常住人口")).missing == DISTRICTS[:1]


def test_bounds_of_parts_are_the_bound_of_the_whole() -> None:
    bounded = figure("地区生产总值", 2023, 1000, org=DISTRICTS[0], bound=Bound.AT_LEAST)
    rest = of_districts("地区生产总值", (0, 500, 600))[1:]
    found = rolled_up(view(bounded, *rest), *city("地区生产总值")).value
    assert found.text == "不低于2100亿元"


def test_a_rate_of_the_whole_is_no_mean_of_rates() -> None:
    rates = of_districts("常住人口城镇化率", (100, 50, 20))
    people = of_districts("常住人口", (100, 10, 10))
    found = rolled_up(view(*rates, *people), *city("常住人口城镇化率")).value
    assert found.text == "89.17%"
    assert found.formula == "3个单位的城镇常住人口之和 ÷ 常住人口之和 = 89.17%"
    numerators = of_districts("城镇常住人口", (100, 5, 2))
    again = rolled_up(view(*numerators, *people), *city("常住人口城镇化率")).value
    assert again.value == found.value


def test_a_rate_without_weights_is_missing() -> None:
    rates = of_districts("常住人口城镇化率", (100, 50, 20))
    found = rolled_up(view(*rates), *city("常住人口城镇化率"))
    assert found.value is None
    assert found.missing == DISTRICTS


@given(st.lists(st.decimals("1", "99", places=1), min_size=3, max_size=3), VALUES)
def test_a_rate_of_the_whole_lies_between_those_of_the_parts(rates, people) -> None:
    people = [each + 1 for each in people]
    book = view(*of_districts("常住人口城镇化率", rates), *of_districts("常住人口", people))
    found = rolled_up(book, *city("常住人口城镇化率")).value.value
    slack = Decimal("1e-20")
    assert min(rates) - slack <= found <= max(rates) + slack


def test_what_has_no_parts_is_not_rolled_up() -> None:
    own = figure("常住人口", 2023, 868)
    asked = ("resident-population", PROVINCE, Period.of_year(2023))
    assert rolled_up(view(own), *asked) == RolledUp()
    index = view(*of_districts("PM2.5浓度", (1, 2, 3)))
    assert rolled_up(index, *city("PM2.5浓度")) == RolledUp()


def test_the_fourteen_districts_of_kunming(kunming_view) -> None:
    assert rolled_up(kunming_view, *city("常住人口")).value.text == "868.00万人"
    found = rolled_up(kunming_view, *city("城镇化率")).value
    assert abs(found.value - Decimal("82.32")) < found.margin
