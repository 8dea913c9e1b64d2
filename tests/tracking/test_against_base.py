from decimal import Decimal

import pytest

from tracking.judged import stand

TOURISM = "到2025年,旅游总收入较2019年翻一番。"
URBAN = "到2025年,常住人口城镇化率较2020年提高3个百分点。"
ENERGY = "到2025年,单位地区生产总值能耗比2020年降低13.5%以上。"
GDP = "到2025年,地区生产总值较2022年增长10%以上。"
DAY = "2026-06-30"


def tourism(base, end):
    lines = [f"旅游总收入 2019 {base}亿元", f"旅游总收入 2025 {end}亿元"]
    return stand(TOURISM, lines, DAY)


def energy(end, base="0.5"):
    name = "单位地区生产总值能耗"
    lines = [f"{name} 2020 {base}吨标准煤/万元", f"{name} 2025 {end}吨标准煤/万元"]
    return stand(ENERGY, lines, DAY)


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("2000", "met"), ("1999.9999999", "nearly"), ("1900", "nearly"), ("1899.9", "missed")],
)
def test_a_multiple_is_held_against_the_level(end, verdict):
    found = tourism("1000", end)
    assert (found.verdict, found.method, found.inferred) == (verdict, "multiple", True)
    assert found.required == 2000


@pytest.mark.parametrize("base", ["0", "-5", "突破1000", "近1000"])
def test_a_base_that_says_too_little_leaves_it_open(base):
    found = tourism(base, "9000")
    assert (found.verdict, found.why_unknown) == ("unknown", "not_published")
    assert "2019年" in found.reason


def test_a_multiple_is_said_with_its_base():
    assert (
        "从2019年1000亿元到2025年不低于2000亿元（测算）" in tourism("1000", "1500").reason
    )


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("0.4325", "met"), ("0.43", "met"), ("0.43250001", "nearly"), ("0.4358", "nearly"),
     ("0.436", "missed"), ("0.5", "missed"), ("0.6", "missed")],
)  # fmt: skip
def test_a_relative_fall_is_measured_by_how_much_of_it_was_done(end, verdict):
    assert energy(end).verdict == verdict


def test_the_share_of_a_fall_is_that_of_the_way():
    assert energy("0.5").share == 0
    assert energy("0.46625").share == pytest.approx(0.5)
    assert energy("0.6").share < 0


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("82%", "met"), ("81.999%", "nearly"), ("81.85%", "nearly"), ("81.84%", "missed"),
     ("79%", "missed"), ("78%", "missed")],
)  # fmt: skip
def test_a_change_in_points_is_measured_by_how_much_of_it_was_done(end, verdict):
    lines = ["常住人口城镇化率 2020 79%", f"常住人口城镇化率 2025 {end}"]
    assert stand(URBAN, lines, DAY).verdict == verdict


def test_a_change_may_cross_nothing():
    sentence = "到2025年,国有企业利润总额较2022年增加5亿元。"
    lines = ["国有企业利润总额 2022 -2亿元", "国有企业利润总额 2025 3亿元"]
    assert stand(sentence, lines, DAY).verdict == "met"


@pytest.mark.parametrize(("last", "verdict"), [("1.3%", "met"), ("1.2%", "nearly")])
def test_real_growth_over_years_is_that_of_every_year(last, verdict):
    lines = [f"地区生产总值增速 {y} {v}" for y, v in ((2023, "4%"), (2024, "4.5%"))]
    lines += [f"地区生产总值增速 2025 {last}"]
    found = stand(GDP, lines, DAY)
    assert (found.verdict, found.inferred) == (verdict, True)


def test_real_growth_over_years_is_not_made_of_levels():
    lines = ["地区生产总值 2022 1000亿元", "地区生产总值 2025 1500亿元"]
    found = stand(GDP, lines, DAY)
    assert found.verdict == "unknown"
    assert "不能直接相除" in found.reason


@pytest.mark.parametrize(("value", "verdict"), [("1", "met"), ("0.9", "missed")])
def test_a_published_change_of_the_year_decides(value, verdict):
    sentence = "2025年空气质量优良天数比例提高1个百分点。"
    lines = [f"空气质量优良天数比例同比增减 2025 {value}个百分点"]
    found = stand(sentence, lines, DAY, years=(2025, 2025))
    assert found.verdict in (verdict, "nearly")


def test_a_base_that_is_no_year_must_be_said_first():
    sentence = "纳税时间在全省总体目标基础上再压缩5%。"
    found = stand(sentence, ["纳税时间 2025 50小时"], DAY)
    assert (found.verdict, found.required) == ("unknown", -5)
    assert found.settles == "需要“全省总体目标”的数值，才能判定"


def test_a_base_may_be_computed():
    sentence = "到2025年,进出口总额较2022年翻一番。"
    lines = ["出口总额 2022 60亿元", "进口总额 2022 40亿元", "进出口总额 2025 200亿元"]
    found = stand(sentence, lines, DAY)
    assert (found.verdict, found.required) == ("met", 200)
    assert len(found.figures) == 3


def test_real_growth_over_years_names_its_years():
    lines = [f"地区生产总值增速 {year} 4%" for year in (2023, 2024, 2025)]
    found = stand(GDP, lines, DAY)
    assert (str(found.period), found.value) == ("2023-2025", Decimal("12.4864"))
    assert found.share == pytest.approx(1.24864)
