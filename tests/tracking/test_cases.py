import pytest

from paitou.model import Unit
from paitou.tracking import Tracker
from paitou.tracking.cases import Kind, place_of
from tracking.judged import book, evidence, plan_of, targets


def case(sentence, *lines, **more):
    return evidence(sentence, lines, "2026-06-30", **more).case


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("到2025年,进出口总额达到3000亿元。", Kind.FLOW),
        ("到2025年,市场主体达到184万户。", Kind.STOCK),
        ("到2025年,常住人口城镇化率达到82%。", Kind.STATE),
        ("到2025年,阳宗海水质达到Ⅲ类。", Kind.STATE),
        ("每年引进重大产业项目200个以上。", Kind.FLOW),
        ("三年筹集不少于6万套保障性租赁住房。", Kind.FLOW),
        ("到2025年,建成区路网密度达到6公里/平方公里。", Kind.STATE),
        ("到2025年,核桃种植大户达到500户。", Kind.STOCK),
        ("到2025年,核桃良种使用率达到80%。", Kind.STATE),
    ],
)
def test_an_indicator_is_a_flow_a_stock_or_a_state(sentence, kind):
    assert case(sentence).kind is kind


@pytest.mark.parametrize(
    ("sentence", "years", "found"),
    [
        ("到2025年,进出口总额达到3000亿元。", (2023, 2025), (2023, 2025, 2022)),
        ("三年累计引进市外到位资金7000亿元。", (2023, 2025), (2023, 2025, 2022)),
        ("“十四五”期间城镇新增就业60万人。", (2023, 2025), (2021, 2025, 2020)),
        ("到2025年,旅游总收入较2019年翻一番。", (2023, 2025), (2023, 2025, 2019)),
        ("工业投资每年增长26%以上。", (2023, 2025), (2023, 2025, 2022)),
        ("2025年地区生产总值增长5.5%左右。", (2025, 2025), (2025, 2025, 2024)),
        ("到2035年,进出口总额达到9000亿元。", (2023, 2025), (2023, 2035, 2022)),
    ],
)
def test_a_target_speaks_of_years_and_starts_from_one(sentence, years, found):
    made = case(sentence, years=years)
    assert (made.first, made.last, made.base_year) == found


@pytest.mark.parametrize(
    ("name", "derives"),
    [
        ("地区生产总值", False),
        ("工业增加值", False),
        ("绿色铝产业增加值", False),
        ("规模以上工业总产值", False),
        ("限额以上社会消费品零售总额", False),
        ("固定资产投资", True),
        ("社会消费品零售总额", True),
        ("进出口总额", True),
        ("经营主体", True),
        ("核桃产量", True),
    ],
)
def test_growth_is_computed_only_where_it_is_published_so(name, derives):
    assert case(f"{name}年均增长5%以上。").derives_growth is derives


def test_values_are_in_the_unit_of_the_target_where_it_is_one():
    assert case("到2025年,进出口总额达到0.3万亿元。").statement_unit.text == "万亿元"
    assert case("进出口总额年均增长5%以上。").statement_unit == Unit.parse("亿元")


def test_of_an_unknown_indicator_the_unit_is_that_of_its_figures():
    lines = ["核桃产量 2022 1万吨", "核桃产量 2023 1.1万吨", "核桃产量 2024 12000吨"]
    assert case("核桃产量年均增长5%以上。", *lines).statement_unit.base == "吨"


def test_a_target_without_any_year_has_no_case():
    plan = plan_of("到2025年,进出口总额达到3000亿元。")
    whole = book(plan)
    tracker = Tracker.of(whole)
    assert len(tracker.cases) == 1
    assert tracker.orphans == []


@pytest.mark.parametrize("scope", ["", "全市", "全省"])
def test_the_whole_is_meant_by_words_for_it(scope):
    plan = plan_of(f"到2025年,{scope}进出口总额达到3000亿元。")
    tracker = Tracker.of(book(plan))
    assert place_of(targets(plan)[0], tracker.ledger) == "5301"
