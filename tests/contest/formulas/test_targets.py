"""Formulas that hold a value against a target, a base, the city or the past."""

from fractions import Fraction

import pytest

from contest.formulas.made import ask

F = Fraction


def test_done_is_all_or_nothing():
    assert ask("done", 8, target=8).share == 1
    assert ask("done", "7.9", target=8).share == 0
    assert ask("done", 5, target=6, direction=-1).share == 1
    assert (
        ask("done", "7.9", parameters={"base": 8}).words == "7.9＜基准值8，未达到，得零分"
    )


def test_a_ratio_is_capped_and_says_so():
    found = ask("ratio", 30, target=24, parameters={"cap": "1.2"})
    assert (found.share, found.clipped) == (F("1.2"), True)
    assert found.words == "30÷24＝125%，按最高120%计"
    assert ask("ratio", 30, target=24).share == F("1.25")


def test_a_ratio_is_never_below_its_floor():
    found = ask("ratio", -3, target=24)
    assert (found.share, found.words) == (0, "−3÷24＝−12.5%，按最低0%计")


@pytest.mark.parametrize("target", ["0", "-5"])
def test_there_is_no_ratio_to_nothing_or_less(target):
    assert ask("ratio", 3, target=target).why.endswith("不是正数，不能计算完成率")


def test_less_is_better_by_the_inverse_or_by_two_minus():
    assert ask("ratio", 40, direction=-1, parameters={"base": 50}).share == F("1.25")
    two = {"base": 50, "reverse": "two_minus"}
    assert ask("ratio", 40, direction=-1, parameters=two).share == F("1.2")
    assert ask("ratio", 120, direction=-1, parameters=two).share == 0
    capped = {"base": 50, "cap": 1}
    assert ask("ratio", 0, direction=-1, parameters=capped).share == 1
    assert "不能作除数" in ask("ratio", 0, direction=-1, parameters={"base": 50}).why


def test_huangyan_2023_to_the_digit():
    found = ask("ratio", 30, parameters={"base": "24.097"})
    assert found.share * 30 == F(30) / F("24.097") * 30


@pytest.mark.parametrize(
    ("value", "marks"),
    [(90, 24), (100, 25), (120, 29), (130, 31), (150, 33), (300, 35), (-100, 15)],
)
def test_over_pays_in_steps_within_ten(value, marks):
    found = ask("over", value, target=100, full=40, parameters={"start": 25})
    assert found.share * 40 == marks


def test_over_says_its_sum():
    found = ask("over", 150, target=100, full=40, parameters={"start": 25})
    assert found.words == "完成率150%，25＋0.2×30＋0.1×20＝33分"


def test_versus_city_pays_by_the_point():
    one = {"start": 0, "per_point": 1}
    assert ask("versus_city", "8.5", city="8.2", full=1, parameters=one).share == F("0.3")
    found = ask("versus_city", "8", city="8.2", full=1, parameters=one)
    assert found.words == "0＋1×（8−8.2）＝−0.2分"
    limits = {**one, "least": 0}
    assert ask("versus_city", 8, city="8.2", full=1, parameters=limits).clipped


def test_without_the_city_there_is_no_comparison_with_it():
    assert ask("versus_city", 8, parameters={"per_point": 1}).why == "缺少全市值"


def test_taper_pays_less_in_each_band_and_mirrors():
    above = ask("taper", 25, city=0, full=10)
    assert above.share * 10 == 10 + F(10 * 10, 20) + F(10 * 10, 40) + F(5 * 10, 60)
    below = ask("taper", -25, city=0, full=10)
    assert below.share * 10 - 10 == 10 - above.share * 10
    far = ask("taper", 45, city=0, full=10)
    assert far.share * 10 == 10 + 5 + F(5, 2) + F(25 * 10, 60)


def test_distance_and_improvement_are_parts_of_a_way():
    assert ask("distance", 7, target=10, parameters={"from_": 5}).share == F(2, 5)
    assert ask("distance", 4, target=10, parameters={"from_": 5}).share == 0
    down = ask("distance", 8, target=6, direction=-1, parameters={"from_": 10})
    assert down.share == F(1, 2)
    best = {"best": 100}
    assert ask("improvement", 95, previous=90, parameters=best).share == F(1, 2)
    assert ask("improvement", 99, previous=100, parameters=best).share == 0
    assert ask("improvement", 100, previous=100, parameters=best).share == 1


@pytest.mark.parametrize("name", ["done", "ratio", "over", "distance"])
def test_a_missing_target_is_named(name):
    assert ask(name, 5, parameters={"from_": 1}).why == "缺少目标值"
    assert ask(name, target=5, parameters={"from_": 1}).why == "缺少实际值"
