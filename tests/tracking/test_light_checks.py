import pytest

from paitou.tracking.light_checks import check_lights
from paitou.tracking.light_rules import light_presets
from paitou.tracking.settings import read_tracking


def found(*bands):
    rows = "".join(f'[[lights.band]]\nlight="{x}"\nlag_pp={lag}\n' for x, lag in bands)
    _, issues = read_tracking(f'[lights]\nname="本市"\n{rows}')
    return [(issue.code, issue.message) for issue in issues]


@pytest.mark.parametrize("rule", light_presets(), ids=lambda rule: rule.id)
def test_presets_are_sound(rule):
    assert check_lights(rule, "") == ()


def test_a_milder_light_for_more_lag():
    issues = found(("绿", '"≤0"'), ("红", '[">0", "<10"]'), ("黄", '"≥10"'))
    assert [code for code, _ in issues] == ["light-order"]
    assert "落后10个百分点时由红灯转为黄灯" in issues[0][1]


def test_a_lag_that_no_band_covers():
    issues = found(("绿", '"≤0"'), ("黄", '["≥10", "≤30"]'), ("红", '">30"'))
    assert [code for code, _ in issues] == ["light-gap"]


def test_a_limit_that_neither_side_includes():
    issues = found(("绿", '"<10"'), ("红", '">10"'))
    assert issues == [("light-gap", "“本市”没有写明落后10个百分点时亮什么灯，这时不亮灯")]


def test_a_rule_that_asks_for_no_lag_is_not_questioned():
    _, issues = read_tracking(
        '[lights]\nname="本市"\n[[lights.band]]\nlight="红"\ncannot=true\n'
    )
    assert issues == ()
