import datetime as dt
from decimal import Decimal

import pytest

from paitou.figures.series import Series
from paitou.model import Bound, Figure, FigureState, Period, Unit
from paitou.tracking.seasonal import seasonal_curve, seasonal_share


def figure(period, value, **more):
    more = {"unit": Unit.parse("万人次"), **more}
    return Figure(
        id=f"{period}{value}",
        indicator="接待旅游总人数",
        indicator_id="tourists",
        org="全市",
        period=period,
        value=None if value is None else Decimal(value),
        **more,
    )


def year(number, half, whole, **more):
    return [
        figure(Period.to_date(number, 6), half, **more),
        figure(Period.of_year(number), whole),
    ]


def known(*figures, as_of=dt.date(2024, 7, 31)):
    return Series.of(figures).known(as_of)


def test_the_mean_of_two_earlier_years():
    found = known(*year(2021, "40", "100"), *year(2022, "60", "200"))
    assert seasonal_share(found, 6, (2021, 2022, 2023)) == Decimal("0.35")


def test_the_words_name_the_years():
    found = known(*year(2021, "40", "100"), *year(2022, "60", "200"))
    curve = seasonal_curve(found, 6, (2022, 2021))
    assert curve.words == "按2021、2022年1—6月占全年的平均比重35%"


def test_one_year_is_too_few():
    assert seasonal_share(known(*year(2021, "40", "100")), 6, (2021, 2021)) is None
    assert seasonal_curve(known(), 6, ()) is None


@pytest.mark.parametrize(
    "more",
    [
        {"state": FigureState.ESTIMATED},
        {"state": FigureState.UNVERIFIED},
        {"bound": Bound.AT_LEAST},
        {"value_high": Decimal(70)},
        {"unit": Unit.parse("亿元")},
        {"known_on": dt.date(2024, 8, 1)},
    ],
    ids=str,
)
def test_only_what_is_published_exactly_and_known_counts(more):
    found = known(*year(2021, "40", "100"), *year(2022, "60", "200", **more))
    assert seasonal_share(found, 6, (2021, 2022)) is None


def test_units_of_one_kind_are_converted():
    small = {"unit": Unit.parse("人次")}
    found = known(*year(2021, "40", "100"), *year(2022, "600000", "200", **small))
    assert seasonal_share(found, 6, (2021, 2022)) == Decimal("0.35")


@pytest.mark.parametrize(("half", "whole"), [("120", "100"), ("0", "0"), ("-5", "9")])
def test_a_part_beyond_its_whole_is_left_out(half, whole):
    found = known(*year(2021, "40", "100"), *year(2022, half, whole))
    assert seasonal_share(found, 6, (2021, 2022)) is None


def test_nothing_is_not_zero():
    found = known(*year(2021, "40", "100"), *year(2022, None, "200"))
    assert seasonal_share(found, 6, (2021, 2022)) is None


def test_december_is_all_of_it():
    found = known(*year(2021, "40", "100"), *year(2022, "60", "200"))
    assert seasonal_share(found, 12, (2021, 2022)) == 1
