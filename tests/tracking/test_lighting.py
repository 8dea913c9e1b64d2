import datetime as dt

import pytest
from attrs import evolve

from paitou.model import Light
from paitou.tracking import Deviation, TrackingRules, track
from paitou.tracking.lights import light_presets
from tracking.judged import book, figures_of, plan_of, targets

TRADE = "到2025年,进出口总额达到3000亿元以上。"
PLAN = plan_of(TRADE)
ID = targets(PLAN)[0].id
SHORT = "进出口总额 2025 2000亿元"
RULES = TrackingRules()


def lit(*lines, day="2026-06-30", rules=RULES):
    whole = book(PLAN, figures_of(lines), tracking=rules)
    return track(whole, dt.date.fromisoformat(day)).standings[0]


def excused(until, **more):
    deviation = Deviation(
        statement=ID, until=dt.date.fromisoformat(until), reason="物流中断", **more
    )
    return evolve(RULES, deviations=(deviation,))


@pytest.mark.parametrize(
    ("lines", "light"),
    [
        (("进出口总额 2025 3000亿元",), Light.GREEN),
        ((SHORT,), Light.RED),
        ((SHORT, "进出口总额 2026 3000亿元"), Light.YELLOW),
        ((), Light.NONE),
        (("进出口总额 2025 3000亿元 待核",), Light.NONE),
    ],
)
def test_a_light_follows_the_verdict(lines, light):
    day = "2027-06-30" if len(lines) > 1 else "2026-06-30"
    assert lit(*lines, day=day).light is light


@pytest.mark.parametrize(
    ("value", "light"),
    [("2333", "blue"), ("2334", "green"), ("2234", "blue"), ("2233", "yellow"),
     ("2034", "yellow"), ("2033", "red")],
)  # fmt: skip
def test_on_the_way_the_lag_gives_the_light(value, light):
    lines = ("进出口总额 2021 1600亿元", "进出口总额 2022 2000亿元")
    found = lit(*lines, f"进出口总额 2023 {value}亿元", day="2024-06-30")
    assert found.light.value == light


def test_every_light_says_its_rule():
    assert "默认亮灯规则" in lit(SHORT).light_reason


@pytest.mark.parametrize("rule", light_presets(), ids=lambda rule: rule.id)
def test_every_preset_lights_every_standing(rule):
    rules = evolve(RULES, lights=rule)
    for lines in ((), (SHORT,), ("进出口总额 2022 2000亿元", "进出口总额 2024 2500亿元")):
        found = lit(*lines, day="2025-06-30", rules=rules)
        assert isinstance(found.light, Light)
        assert found.light_reason


@pytest.mark.parametrize(
    ("until", "is_excused"), [("2026-06-30", True), ("2026-06-29", False)]
)
def test_a_lag_is_accepted_up_to_its_day(until, is_excused):
    found = lit(SHORT, rules=excused(until))
    assert bool(found.deviation) is is_excused
    assert (found.light is Light.NONE) is is_excused
    assert found.verdict == "missed"


def test_who_agreed_is_said():
    found = lit(SHORT, rules=excused("2026-12-31", approved_by="常务副市长"))
    assert found.deviation == "2026年12月31日前可滞后：物流中断，常务副市长同意"


def test_what_is_not_adverse_needs_no_excuse():
    found = lit("进出口总额 2025 3000亿元", rules=excused("2026-12-31"))
    assert found.deviation == ""


def test_an_excuse_of_another_place_does_not_count():
    assert lit(SHORT, rules=excused("2026-12-31", org="东城区")).deviation == ""
    assert lit(SHORT, rules=excused("2026-12-31", org="云泽市")).deviation
