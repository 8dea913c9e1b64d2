import pytest

from figures.made import CITY, DISTRICTS, PROVINCE, figure, ledger
from paitou.figures.checks import check_figures
from paitou.indicators import standard
from paitou.model import Bound, FigureState, Level


def found(*figures):
    return check_figures(ledger(*figures), standard())


def districts(name, *values):
    return [figure(name, 2023, v, org=d) for d, v in zip(DISTRICTS, values, strict=False)]


def test_districts_that_do_not_make_the_city_are_told() -> None:
    whole = figure("常住人口", 2023, "868.0")
    parts = districts("常住人口", "300.1", "300.2", "300.3")
    (issue,) = found(whole, *parts)
    assert (issue.code, issue.level) == ("figure-sum-differs", Level.WARNING)
    assert "合计900.6万人" in issue.message
    assert "多32.6万人" in issue.message
    assert whole.where in issue.message
    assert parts[0].where in issue.message


def test_rounding_is_no_difference() -> None:
    parts = districts("常住人口", "289.34", "289.33", "289.34")
    assert found(figure("常住人口", 2023, "868.0"), *parts) == ()


def test_a_missing_district_is_no_fault_until_the_others_are_too_much() -> None:
    whole = figure("常住人口", 2023, 868)
    assert found(whole, *districts("常住人口", 300, 300)) == ()
    (issue,) = found(whole, *districts("常住人口", 500, 400))
    assert issue.code == "figure-part-exceeds"


def test_a_zone_inside_districts_does_not_count() -> None:
    zone = figure("常住人口", 2023, 30, org="高新区")
    whole = figure("常住人口", 2023, 868)
    assert found(zone, whole, *districts("常住人口", 300, 300, 268)) == ()


def test_rates_are_not_added() -> None:
    whole = figure("常住人口城镇化率", 2023, 82)
    assert found(whole, *districts("常住人口城镇化率", 99, 98, 97)) == ()


def test_a_city_is_no_more_than_its_province() -> None:
    (issue,) = found(
        figure("PCT国际专利申请量", 2023, 200, "件"),
        figure("PCT国际专利申请量", 2023, 183, "件", org=PROVINCE),
    )
    assert issue.code == "figure-part-exceeds"
    assert "大于它所属的云南省2023年PCT国际专利申请量183件" in issue.message


def test_parts_that_do_not_make_the_whole_are_told() -> None:
    figures = [
        figure("地区生产总值", "2022Q1", "1875.5"),
        figure("第一产业增加值", "2022Q1", "63.2"),
        figure("第二产业增加值", "2022Q1", "524.1"),
    ]
    assert found(*figures, figure("服务业增加值", "2022Q1", "1288.2")) == ()
    (issue,) = found(*figures, figure("服务业增加值", "2022Q1", "1228.2"))
    assert issue.code == "figure-parts-differ"
    assert "少60.0亿元" in issue.message


def test_a_share_that_is_not_its_quotient_is_told() -> None:
    figures = [figure("城镇常住人口", 2023, "714.5"), figure("常住人口", 2023, 868)]
    assert found(*figures, figure("常住人口城镇化率", 2023, "82.32")) == ()
    (issue,) = found(*figures, figure("常住人口城镇化率", 2023, "84.32"))
    assert issue.code == "figure-share-differs"
    assert "得82.316%" in issue.message


def test_a_share_of_the_place_above() -> None:
    figures = [
        figure("地区生产总值", 2021, "7222.5"),
        figure("地区生产总值", 2021, "27146.76", org=PROVINCE),
    ]
    assert found(*figures, figure("经济首位度", 2021, "26.6")) == ()
    (issue,) = found(*figures, figure("经济首位度", 2021, 28))
    assert issue.code == "figure-share-differs"


def test_per_head_is_held_against_the_mean_population() -> None:
    figures = [
        figure("地区生产总值", 2022, "7541.37"),
        figure("常住人口", 2022, "860.0"),
        figure("常住人口", 2021, "850.2"),
    ]
    assert found(*figures, figure("人均地区生产总值", 2022, 88193)) == ()
    (issue,) = found(*figures, figure("人均地区生产总值", 2022, 87690))
    assert "（取两年平均）得88192.8元" in issue.message


def test_a_part_above_its_whole_is_told() -> None:
    (issue,) = found(figure("工业增加值", 2023, 3000), figure("第二产业增加值", 2023, 2600))
    assert issue.code == "figure-part-exceeds"
    assert found(figure("民营经济增加值", 2023, 3), figure("GDP", 2023, "1.9"))


@pytest.mark.parametrize("bound", [Bound.AT_LEAST, Bound.ABOUT])
def test_bounds_contradict_only_what_lies_beyond(bound) -> None:
    whole = figure("常住人口", 2023, 868, bound=bound)
    assert found(whole, *districts("常住人口", 300, 300, 300)) == ()


def test_other_money_is_not_compared() -> None:
    figures = [figure("出口总额", 2023, 9), figure("进口总额", 2023, 9)]
    assert found(figure("进出口总额", 2023, 5, "亿美元"), *figures) == ()


def test_what_is_unverified_is_only_hinted_at() -> None:
    guess = figure("第二产业增加值", 2023, 2600, state=FigureState.UNVERIFIED)
    (issue,) = found(figure("工业增加值", 2023, 3000), guess)
    assert issue.level is Level.HINT


def test_a_plans_own_relation_is_checked() -> None:
    from paitou.indicators.relations import Relation

    own = Relation(kind="part", whole="retail-sales", parts=("first-stores",))
    units = figure("首店", 2023, 6, "亿元"), figure("社零", 2023, 4)
    assert found(*units) == ()
    book = ledger(*units)
    assert len(check_figures(book, standard().related([own]))) == 1


def test_where_is_short_however_many_rows() -> None:
    whole = figure("常住人口", 2023, 100, org=CITY)
    (issue,) = found(whole, *districts("常住人口", 1, 2, 3))
    assert issue.where.endswith("等4处")
