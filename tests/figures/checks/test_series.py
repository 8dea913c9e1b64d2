import pytest

from figures.made import figure, ledger
from paitou.figures.checks import check_figures
from paitou.indicators import standard
from paitou.model import Bound, Level, Measure


def found(*figures):
    return check_figures(ledger(*figures), standard())


def codes(*figures):
    return [issue.code for issue in found(*figures)]


def growth(name, value, period=2023, **more):
    return figure(name, period, value, "%", measure=Measure.GROWTH, **more)


def test_a_total_to_date_does_not_fall() -> None:
    half, nine = figure("社零", "2023H1", 400), figure("社零", "2023M01-09", 300)
    (issue,) = found(half, nine)
    assert issue.code == "figure-cumulative-falls"
    assert half.where in issue.message
    assert nine.where in issue.message
    assert codes(half, figure("社零", "2023M01-09", 400)) == []
    assert codes(half, figure("社零", "2023Q3", 300)) == []
    assert codes(half, figure("社零", "2024Q1", 300)) == []


def test_stocks_and_profits_may_fall() -> None:
    assert codes(figure("常住人口", "2023H1", 9), figure("常住人口", 2023, 8)) == []
    name = "规上工业企业利润总额"
    assert codes(figure(name, "2023H1", 9), figure(name, 2023, 8)) == []


def test_growth_that_levels_do_not_show_is_hinted_at() -> None:
    levels = figure("一般公共预算收入", 2022, "32.17"), figure("财政收入", 2022, 1)
    levels += (figure("一般公共预算收入", 2021, "47.25"),)
    assert codes(*levels, growth("一般公共预算收入增速", "-31.9", 2022)) == []
    (issue,) = found(*levels, growth("一般公共预算收入增速", "-23.77", 2022))
    assert (issue.code, issue.level) == ("figure-growth-differs", Level.HINT)
    assert "算得-31.92%" in issue.message


@pytest.mark.parametrize(
    ("name", "prices"),
    [
        ("地区生产总值", ""),
        ("规上工业总产值", ""),
        ("限额以上社会消费品零售总额", ""),
        ("社会消费品零售总额", "real"),
        ("常住人口城镇化率", ""),
    ],
)
def test_growth_that_never_follows_from_levels(name, prices) -> None:
    levels = figure(name, 2023, 50), figure(name, 2022, 40)
    assert codes(*levels, growth(name, 3, prices=prices)) == []


def test_a_jump_names_the_likely_slip() -> None:
    before, after = figure("社零", 2022, 47), figure("社零", 2023, 470_100)
    (issue,) = found(before, after)
    assert issue.code == "figure-jump"
    assert "万元和亿元" in issue.message
    assert "2022年是47亿元" in issue.message
    assert codes(before, figure("社零", 2023, 470_100, "万元")) == []
    assert codes(before, figure("社零", 2024, "4.7")) == []
    assert codes(before, figure("社零", 2024, "0.4")) == ["figure-jump"]


def test_few_things_may_grow_tenfold() -> None:
    assert codes(figure("独角兽企业", 2022, 1), figure("独角兽企业", 2023, 12)) == []
    assert codes(figure("PM2.5浓度", 2022, 300), figure("PM2.5浓度", 2023, 3)) == []


def test_unknown_money_jumps_and_unknown_ranks_do_not() -> None:
    assert codes(figure("托管投资", 2022, 1, "亿元"), figure("托管投资", 2023, 11, "亿元"))
    assert (
        codes(figure("大赛排名", 2022, 1000, "名"), figure("大赛排名", 2023, 1, "名")) == []
    )


def test_a_share_lies_between_nothing_and_everything() -> None:
    assert codes(figure("城镇化率", 2023, 823.2)) == ["figure-share-out-of-range"]
    assert codes(figure("城镇化率", 2023, -1)) == ["figure-share-out-of-range"]
    assert codes(figure("城镇化率", 2023, 100)) == []
    assert codes(figure("城镇化率", 2023, 95, bound=Bound.AT_LEAST)) == []
    assert codes(figure("政府债务率", 2023, 120)) == []


def test_months_of_one_year_do_not_count_as_jumps() -> None:
    assert codes(figure("社零", "2023-01", 1), figure("社零", "2023-02", 40)) == []
