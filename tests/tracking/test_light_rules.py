from decimal import Decimal

import pytest

from paitou.model import Light
from paitou.tracking.light_rules import DATA, light_presets
from paitou.tracking.lights import Progress, light_of
from paitou.tracking.settings import read_tracking

OWN = """\
[lights]
name = "本市三色"
[[lights.band]]
light = "绿灯"
lag_pp = "<=0"
[[lights.band]]
light = "yellow"
lag_pp = ["＞0", "≤１５"]
[[lights.band]]
light = "红"
lag_pp = "> 15"
"""


def lights(text):
    rules, issues = read_tracking(text)
    return rules.lights, issues


def codes(text):
    return [issue.code for issue in lights(text)[1]]


def test_an_own_rule():
    rule, issues = lights(OWN)
    assert issues == ()
    assert (rule.id, rule.name, rule.source) == ("own", "本市三色", "本单位自定")
    found = [light_of(rule, Progress(lag_pp=lag))[0] for lag in (0, 0.01, 15, 15.01)]
    assert found == [Light.GREEN, Light.YELLOW, Light.YELLOW, Light.RED]


def test_a_preset_with_another_tolerance_is_still_the_published_one():
    rule, issues = lights('[lights]\npreset = "yinchuan-2025"\ntolerance_pp = 2.5\n')
    assert issues == ()
    assert (rule.id, rule.tolerance_pp) == ("yinchuan-2025", Decimal("2.5"))


def test_a_preset_with_other_bands_no_longer_claims_to_be_it():
    text = '[lights]\npreset = "yinchuan-2025"\n[[lights.band]]\nlight="红"\nlag_pp=">20"\n'
    rule, issues = lights(text)
    assert issues == ()
    assert rule.id == "yinchuan-2025-changed"
    assert rule.name.endswith("（本单位有改动）")
    assert rule.source.endswith("（本单位有改动）")
    assert light_of(rule, Progress(lag_pp=25))[0] is Light.RED
    assert light_of(rule, Progress(lag_pp=20))[0] is Light.YELLOW


def test_words_of_a_preset_may_be_changed():
    rule, _ = lights('[lights]\npreset = "xuancheng"\nname = "序时灯"\nnote = "试行"\n')
    assert (rule.id, rule.name, rule.note) == ("xuancheng", "序时灯", "试行")


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.stem)
def test_a_preset_is_a_tracking_file_as_it_stands(path):
    rule, issues = lights(path.read_text("utf-8"))
    assert issues == ()
    assert rule in light_presets()
    assert rule.id == path.stem


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ('preset = "yinchuan"', "light-preset-unknown", "yinchuan-2025"),
        ("preset = 3", "review-wrong-value", "preset"),
        ('name = "x"', "review-incomplete", "没有一档"),
        ('preset = "ouhai-2020"\ntolerance_pp = 5', "light-tolerance-idle", "不起作用"),
        ('preset = "paitou"\ntolerance_pp = -1', "review-wrong-value", "0 与 100"),
        ('preset = "paitou"\ntolerence_pp = 1', "review-unknown-key", "tolerence_pp"),
        ('preset = "paitou"\nband = "红"', "review-wrong-value", "[[lights.band]]"),
    ],
)
def test_a_fault_in_the_head(text, code, word):
    rule, issues = lights(f"[lights]\n{text}\n")
    assert rule.bands
    first = issues[0]
    assert first.code == code
    assert word in first.message + first.remedy
    assert first.where.startswith("tracking.toml 第")


@pytest.mark.parametrize(
    "band",
    [
        'light = "紫"\nlag_pp = ">1"',
        'light = "红"\nlag_pp = "10—30"',
        'light = "红"\nlag_pp = 30',
        'light = "红"\nlag_pp = []',
        'light = "红"\nlag_pp = ">三十几"',
        'light = "红"\nlag_pp = ">1e99"',
        'light = "红"\nmonths_overdue = ">容差"',
        'light = "红"\nis_done = "是"',
        'light = "红"',
        'light = "none"\nlag_pp = ">1"',
        'lag_pp = ">1"',
        'light = "红"\nlagpp = ">1"\ncannot = true',
    ],
)
def test_a_faulty_band_is_left_out_whole(band):
    rule, issues = lights(f"{OWN}[[lights.band]]\n{band}\n")
    assert len(rule.bands) == 3
    assert len(issues) == 1
    assert issues[0].where.removeprefix("tracking.toml ") in {"第12行", "第13行", "第14行"}


def test_without_its_bands_a_rule_falls_back_to_ours():
    rule, issues = lights('[lights]\nname="x"\n[[lights.band]]\nlight = "紫"\n')
    assert rule.id == "paitou"
    assert [issue.code for issue in issues] == ["review-wrong-value", "review-incomplete"]
