import pytest

from tracking.judged import evidence, stand

DAY = "2026-06-30"


def levels(sentence, *lines):
    case = evidence(sentence, lines, DAY).case
    return {str(period) for period in case.levels.by_period}


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("三年新增市场主体20万户。", "新增市场主体 2023 9万户"),
        ("三年净增企业3万户。", "净增企业 2023 1万户"),
        ("新建公园50个。", "新建公园 2023 20个"),
        ("三年培训职工3万人。", "培训职工 2023 1万人"),
        ("三年培训职工3万人。", "职工培训 2023 1万人"),
        ("三年改造城镇老旧小区500个。", "改造城镇老旧小区 2023 100个"),
        ("三年改造城镇老旧小区500个。", "城镇老旧小区改造 2023 100个"),
        ("三年累计引进市外到位资金7000亿元。", "引进市外到位资金 2023 2000亿元"),
        ("三年累计引进市外到位资金7000亿元。", "市外到位资金 2023 2000亿元"),
        ("城镇新增就业60万人。", "城镇新增就业 2023 12万人"),
    ],
)
def test_what_was_done_is_found_under_either_name(sentence, line):
    assert levels(sentence, line) == {"2023"}


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("三年新增市场主体20万户。", "经营主体 2023 120万户"),
        ("新建公园50个。", "公园 2023 300个"),
        ("新增上市公司10家。", "上市公司 2023 40家"),
        ("三年新增高新技术企业500家。", "高新技术企业 2023 2141家"),
    ],
)
def test_how_much_there_is_says_not_what_was_added(sentence, line):
    case = evidence(sentence, [line], DAY).case
    assert not case.levels
    assert case.stock


def test_a_growth_that_is_kept_is_found_among_growths():
    case = evidence(
        "居民消费价格涨幅控制在3%左右。", ["居民消费价格涨幅 2025 2%"], DAY
    ).case
    assert {str(period) for period in case.levels.by_period} == {"2025"}


def test_growth_in_other_prices_is_not_found():
    lines = ["地区生产总值名义增速 2023 9%", "地区生产总值可比增速 2024 5%"]
    case = evidence("地区生产总值年均增长6%以上。", lines, DAY).case
    assert {str(period) for period in case.growths.by_period} == {"2024"}


def test_figures_of_other_places_are_not_found():
    line = "进出口总额 2025 900亿元 单位=东城区"
    assert levels("到2025年,进出口总额达到3000亿元。", line) == set()


def test_a_definition_that_stands_beside_every_figure_is_the_usual_one():
    line = "旅游总收入 2025 6000亿元 口径=文旅部门"
    assert stand("到2025年,旅游总收入达到5500亿元。", [line], DAY).verdict == "met"


def test_of_two_definitions_the_usual_one_is_taken():
    lines = ["旅游总收入 2025 6000亿元 口径=文旅部门", "旅游总收入 2025 4000亿元"]
    assert stand("到2025年,旅游总收入达到5500亿元。", lines, DAY).value == 4000
