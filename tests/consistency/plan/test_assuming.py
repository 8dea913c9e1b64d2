"""Assumptions of check.toml, sound and broken."""

import pytest

from paitou.consistency.plan.assuming import read_assumptions


def test_an_assumption_says_what_and_why():
    text = '[[assumption]]\nindicator = "建筑业增加值"\nyear = 2025\nlow = 600\n'
    (made,), issues = read_assumptions(text + 'unit = "亿元"\nnote = "通常规模"\n')
    assert (made.indicator, made.year, str(made.low), made.note) == (
        "建筑业增加值", 2025, "600", "通常规模",
    )  # fmt: skip
    assert issues == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[assumption]]\nindicator = 3\nyear = 2025\n",
        '[[assumption]]\nindicator = "x"\nyear = "今年"\n',
        '[[assumption]]\nindicator = "x"\nyear = 2025\nlow = "很多"\n',
        "assumption = 3\n",
        '[[assumption]]\nindicator = "x"\nyear = 2025\nworth = 3\n',
        "[[assumption\n",
    ],
)
def test_a_slip_is_an_issue_and_no_crash(text):
    _, issues = read_assumptions(text)
    assert issues
    assert all(issue.where for issue in issues)


def test_nothing_assumes_nothing():
    assert read_assumptions("") == ((), ())
