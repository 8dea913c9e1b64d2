import random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Light
from paitou.tracking.lights import (
    LightRule,
    Progress,
    default_lights,
    light_of,
    light_presets,
    severity,
)

RULES = {rule.id: rule for rule in light_presets()}
DONE = Progress(is_done=True)
LATE = Progress(is_done=True, is_late_done=True)
DUE = Progress(is_done=False, due_this_month=True, months_overdue=0)
NOT_YET = Progress(is_done=False, months_overdue=0)
CANNOT = Progress(cannot=True)


def overdue(months):
    return Progress(is_done=False, months_overdue=months)


def lit(rule_id, progress):
    return light_of(RULES[rule_id], progress)[0].value


def lags(*points):
    return [(Progress(lag_pp=float(point)), light) for point, light in points]


STEPS = {
    "yinchuan-2025": (
        (-40, "green"), (0, "green"), (0.01, "green"), (9.99, "green"),
        (10, "yellow"), (10.01, "yellow"), (29.99, "yellow"), (30, "yellow"),
        (30.01, "red"), (100, "red"),
    ),
    "yinchuan-2025-payment": ((-0.01, "green"), (0, "green"), (0.01, "red")),
    "paitou": (
        (-0.01, "green"), (0, "green"), (0.01, "blue"), (9.99, "blue"), (10, "yellow"),
        (30, "yellow"), (30.01, "red"),
    ),
    "half-time": (
        (-0.01, "green"), (0, "green"), (0.01, "yellow"), (10, "yellow"), (10.01, "red"),
    ),
    "xuancheng": ((-0.01, "green"), (0, "green"), (0.01, "yellow"), (90, "yellow")),
    "guangyuan-2018": ((-0.01, "blue"), (0, "blue"), (0.01, "yellow"), (90, "yellow")),
    "suqian-2025": ((-0.01, "none"), (0, "none"), (0.01, "yellow")),
    "ouhai-2020": ((-1, "none"), (50, "none")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule_id", "lag", "light"),
    [(r, *step) for r, steps in STEPS.items() for step in steps],
)
def test_every_threshold_of_a_lag(rule_id, lag, light):
    assert lit(rule_id, Progress(lag_pp=float(lag))) == light


EVENTS = {
    "yinchuan-2025-start": (
        (DONE, "green"), (LATE, "green"), (NOT_YET, "green"), (DUE, "yellow"),
        (overdue(1), "yellow"), (overdue(2), "yellow"), (overdue(3), "red"),
        (overdue(4), "red"),
    ),
    "yinchuan-2025-enrolment": (
        (DONE, "green"), (overdue(1), "green"), (overdue(2), "yellow"), (overdue(3), "red"),
    ),
    "ouhai-2020": (
        (DONE, "green"), (LATE, "yellow"), (DUE, "red"), (overdue(1), "red"),
        (NOT_YET, "none"),
    ),
    "guangyuan-2018": (
        (DONE, "blue"), (LATE, "yellow"), (overdue(1), "yellow"), (CANNOT, "red"),
        (Progress(lag_pp=-5, cannot=True), "red"),
    ),
    "suqian-2025": ((DUE, "blue"), (overdue(1), "red"), (DONE, "none")),
    "xuancheng": (
        (DONE, "green"),
        (Progress(growth_below=True), "yellow"),
        (Progress(growth_below=False), "green"),
        (Progress(lag_pp=-1, growth_below=True), "yellow"),
        (Progress(lag_pp=1, growth_below=False), "yellow"),
        (Progress(is_done=True, growth_below=True), "yellow"),
    ),
    "paitou": (
        (DONE, "green"), (LATE, "yellow"), (DUE, "blue"), (overdue(1), "red"),
        (CANNOT, "red"), (Progress(growth_below=True), "yellow"),
    ),
    "half-time": (
        (Progress(share=0.5, elapsed=0.5), "green"),
        (Progress(share=0.499, elapsed=0.5), "yellow"),
        (Progress(share=0.4, elapsed=0.5), "yellow"),
        (Progress(share=0.399, elapsed=0.5), "red"),
        (DONE, "green"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule_id", "progress", "light"),
    [(rule, *event) for rule, events in EVENTS.items() for event in events],
)
def test_every_event(rule_id, progress, light):
    assert lit(rule_id, progress) == light


def test_a_light_says_its_rule_number_and_limit():
    _, reason = light_of(RULES["yinchuan-2025"], Progress(lag_pp=12.923333))
    assert reason == (
        "按“银川2025年红黄绿灯·进度”，落后序时进度12.9个百分点，界线为≥10、≤30个百分点，亮黄灯"
    )


def test_a_number_is_not_printed_as_its_limit_where_it_is_beyond():
    _, reason = light_of(RULES["yinchuan-2025"], Progress(lag_pp=30.04))
    assert "30.04个百分点，界线为>30个百分点，亮红灯" in reason


def test_what_the_source_leaves_open_is_said():
    _, reason = light_of(RULES["yinchuan-2025"], Progress(lag_pp=5))
    assert reason.endswith("亮绿灯（规则原文未写明，容差以内按绿灯）")


def test_a_tolerance_fills_the_gap_and_never_softens_the_source():
    strict = evolve(RULES["yinchuan-2025"], tolerance_pp=5)
    lax = evolve(RULES["yinchuan-2025"], tolerance_pp=50)
    found = [light_of(strict, Progress(lag_pp=lag))[0] for lag in (5, 5.01, 9.99, 10)]
    assert found == [Light.GREEN, Light.YELLOW, Light.YELLOW, Light.YELLOW]
    assert light_of(lax, Progress(lag_pp=10))[0] is Light.YELLOW
    assert light_of(lax, Progress(lag_pp=31))[0] is Light.RED


def test_a_tolerance_softens_what_is_ours():
    lax = evolve(default_lights(), tolerance_pp=12)
    assert light_of(lax, Progress(lag_pp=12))[0] is Light.GREEN
    light, reason = light_of(lax, Progress(lag_pp=12.01))
    assert light is Light.YELLOW
    assert "界线为>12、≤30个百分点" in reason


def test_two_reasons_are_both_told():
    _, reason = light_of(RULES["xuancheng"], Progress(lag_pp=3, growth_below=True))
    assert "落后序时进度3个百分点" in reason
    assert "增速低于目标增速" in reason


def test_share_and_time_are_told_where_known():
    _, reason = light_of(RULES["half-time"], Progress(share=0.4, elapsed=0.5))
    assert "完成40%、时间已过50%，落后序时进度10个百分点" in reason


def test_share_and_time_are_not_told_of_a_lag_behind_something_else():
    progress = Progress(lag_pp=12.5, share=0.4, elapsed=0.5)
    _, reason = light_of(RULES["half-time"], progress)
    assert "，落后序时进度12.5个百分点" in reason
    assert "时间已过" not in reason


def test_noise_of_floats_does_not_decide():
    assert lit("yinchuan-2025", Progress(share=0.4, elapsed=0.7)) == "yellow"
    assert lit("yinchuan-2025", Progress(lag_pp=(0.7 - 0.4) * 100)) == "yellow"
    assert lit("yinchuan-2025", Progress(lag_pp=30.0000000001)) == "yellow"


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_nothing_known_lights_nothing(rule):
    empty = (
        Progress(),
        Progress(not_assessed=True, lag_pp=99, months_overdue=9, cannot=True),
        Progress(share=0.1),
        Progress(due_this_month=True),
        Progress(lag_pp=float("nan")),
        Progress(lag_pp=float("inf")),
        Progress(share=float("nan"), elapsed=0.5),
    )
    for progress in empty:
        light, reason = light_of(rule, progress)
        assert light is Light.NONE
        assert reason.endswith("不亮灯")


def test_what_is_done_lags_no_more():
    done = Progress(is_done=True, lag_pp=50, months_overdue=4, cannot=True)
    assert lit("paitou", done) == "green"


progresses = st.builds(
    Progress,
    lag_pp=st.none() | st.floats(-200, 200),
    is_done=st.none() | st.booleans(),
    is_late_done=st.booleans(),
    months_overdue=st.none() | st.integers(-3, 40),
    due_this_month=st.booleans(),
    cannot=st.booleans(),
    growth_below=st.none() | st.booleans(),
    share=st.none() | st.floats(0, 3),
    elapsed=st.none() | st.floats(0, 1),
    not_assessed=st.booleans(),
)
rules = st.sampled_from(list(RULES.values()))


@given(rules, st.floats(-150, 150), st.floats(-150, 150), progresses)
def test_more_lag_is_never_milder(rule, one, other, progress):
    less, more = sorted((one, other))
    before, after = (
        severity(light_of(rule, evolve(progress, lag_pp=lag))[0]) for lag in (less, more)
    )
    assert before <= after


@given(rules, progresses, st.randoms(use_true_random=False))
def test_the_order_of_bands_is_nothing(rule, progress, chance: random.Random):
    shuffled = chance.sample(rule.bands, len(rule.bands))
    turned = evolve(rule, bands=tuple(shuffled))
    assert light_of(turned, progress) == light_of(rule, progress)


@given(rules, progresses)
def test_every_light_has_a_reason(rule, progress):
    light, reason = light_of(rule, progress)
    assert rule.name in reason
    assert (light is Light.NONE) == reason.endswith("不亮灯")


def test_a_rule_without_bands_lights_nothing():
    rule = LightRule(id="x", name="空")
    assert light_of(rule, Progress(lag_pp=50))[0] is Light.NONE


def test_every_preset_says_where_it_is_from():
    assert all(rule.source and rule.note and rule.bands for rule in RULES.values())
    assert "本系统自拟" in default_lights().source
