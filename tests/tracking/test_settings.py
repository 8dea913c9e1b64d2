import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paitou.tracking.rules import Deviation, Reading, TrackingRules
from paitou.tracking.settings import check_tracking, read_tracking

FULL = """\
nearly = 0.950
tolerance_pp = 2.50
seasonal = ["接待旅游总人数", "农林牧渔业总产值"]

[lights]
preset = "yinchuan-2025"
tolerance_pp = 10

[[reading]]
statement = "s5e19a4ef5d"
name = "省级备案口径"
indicators = ["省级科技型中小企业数"]
note = "另有国家口径"

[[deviation]]
statement = "s5e19a4ef5d"
org = "官渡区"
until = 2024-12-31
reason = "用地未批"
approved_by = "市发展改革委主任"
"""


def issues_of(text):
    return [(issue.code, issue.where) for issue in read_tracking(text)[1]]


def test_a_full_file():
    rules, issues = read_tracking(FULL)
    assert issues == ()
    assert str(rules.nearly) == "0.950"
    assert str(rules.tolerance_pp) == "2.50"
    assert rules.seasonal == ("接待旅游总人数", "农林牧渔业总产值")
    assert rules.lights.id == "yinchuan-2025"
    assert rules.readings == (
        Reading(
            statement="s5e19a4ef5d",
            name="省级备案口径",
            indicators=("省级科技型中小企业数",),
            note="另有国家口径",
            where="tracking.toml 第9行",
        ),
    )
    assert rules.deviations == (
        Deviation(
            statement="s5e19a4ef5d",
            org="官渡区",
            until=dt.date(2024, 12, 31),
            reason="用地未批",
            approved_by="市发展改革委主任",
            where="tracking.toml 第15行",
        ),
    )


def test_an_empty_file_is_our_defaults():
    assert read_tracking("") == (TrackingRules(), ())


def test_the_tolerance_holds_for_lights_that_state_none():
    assert read_tracking("tolerance_pp = 3")[0].lights.tolerance_pp == 3
    half = 'tolerance_pp = 3\n[lights]\npreset = "half-time"\n'
    assert read_tracking(half)[0].lights.tolerance_pp == 3
    assert read_tracking(f"{half}tolerance_pp = 0\n")[0].lights.tolerance_pp == 0
    stated = 'tolerance_pp = 3\n[lights]\npreset = "yinchuan-2025"\n'
    assert read_tracking(stated)[0].lights.tolerance_pp == 10


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("nearly = 95", "review-wrong-value"),
        ("nearly = 0", "review-wrong-value"),
        ("nearly = nan", "review-wrong-value"),
        ("nearly = true", "review-wrong-value"),
        ("tolerance_pp = -1", "review-wrong-value"),
        ("tolerance_pp = inf", "review-wrong-value"),
        ("seasonal = 3", "review-wrong-value"),
        ("neerly = 0.9", "review-unknown-key"),
        ("nearly = “0.9”", "review-unreadable"),
        ('lights = "yinchuan-2025"', "review-wrong-value"),
        ("reading = 3", "review-wrong-value"),
        ("reading = {}", "review-wrong-value"),
    ],
)
def test_a_fault_has_its_line_and_costs_nothing_else(line, code):
    rules, issues = read_tracking(f"\n{line}\n" + FULL[FULL.index("[[deviation]]") :])
    assert (issues[0].code, issues[0].where) == (code, "tracking.toml 第2行")
    assert (rules.nearly, rules.tolerance_pp) == (Decimal("0.95"), 0)
    assert len(rules.deviations) == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("until", '"明年"'),
        ("until", "1"),
        ("reason", '""'),
        ("statement", "[]"),
        ("org", "3"),
    ],
)
def test_a_faulty_deviation_excuses_nobody(key, value):
    rows = {"statement": '"s1"', "until": "2024-12-31", "reason": '"x"', key: value}
    text = "[[deviation]]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items())
    rules, issues = read_tracking(text)
    assert rules.deviations == ()
    assert issues


@pytest.mark.parametrize("until", ["2024-12-31", '"2024-12-31"', '"2024年12月"', "2024"])
def test_the_last_day_of_a_deviation(until):
    text = f'[[deviation]]\nstatement = "s1"\nreason = "x"\nuntil = {until}\n'
    assert read_tracking(text)[0].deviations[0].until == dt.date(2024, 12, 31)


def test_a_reading_without_figures_is_none():
    text = '[[reading]]\nstatement = "s1"\nname = "口径"\nindicators = []\n'
    assert read_tracking(text)[0].readings == ()
    assert issues_of(text) == [("review-incomplete", "tracking.toml 第1行")]


def test_the_same_reading_twice():
    row = '[[reading]]\nstatement = "s1"\nname = "甲"\nindicators = ["a"]\n'
    other = row.replace('"a"', '"b"')
    rules, _ = read_tracking(row + other)
    assert [reading.indicators for reading in rules.readings] == [("a",)]
    assert issues_of(row + other) == [("review-duplicate", "tracking.toml 第5行")]


def test_an_unknown_key_in_a_row():
    text = FULL.replace("approved_by", "aproved_by")
    assert issues_of(text) == [("review-unknown-key", "tracking.toml 第20行")]


def test_a_statement_that_is_gone_and_an_org_that_is_unknown():
    rules, _ = read_tracking(FULL)
    assert check_tracking(rules, {"s5e19a4ef5d"}, {"官渡区"}) == ()
    assert check_tracking(rules, {"s5e19a4ef5d"}, ()) == ()
    issues = check_tracking(rules, {"s5e19a4ef50"}, {"官渡", "西山区"})
    assert [issue.code for issue in issues] == [
        "tracking-orphaned",
        "tracking-orphaned",
        "org-unknown",
    ]
    assert issues[0].remedy == "是否为 s5e19a4ef50？"
    assert issues[2].remedy == "是否为 官渡？"
    assert issues[2].where == "tracking.toml 第15行"


_KEYS = ["nearly", "tolerance_pp", "seasonal", "lights", "reading", "deviation", "until"]
_KEYS += ["statement", "org", "light", "lag_pp", "preset", "name", "band", "lights.band"]
_VALUES = ['"x"', "3", "-1e400", "nan", "true", "[]", "{}", "[{}]", "[1, {}]", "“", "'>1'"]
_lines = st.one_of(
    st.builds("{} = {}".format, st.sampled_from(_KEYS), st.sampled_from(_VALUES)),
    st.sampled_from(["[lights]", "[[lights]]", "[[lights.band]]", "[[reading]]"]),
    st.sampled_from(["[[deviation]]", "[reading]", "[lights.band]", "【lights】", '"""']),
    st.text(max_size=8),
)


@given(st.lists(_lines, max_size=10).map("\n".join))
@example("lights = []\n[[lights.band]]")
def test_hostile_text_gives_rules_and_issues(text):
    rules, issues = read_tracking(text)
    assert rules.lights.bands
    assert all(issue.where.startswith("tracking.toml 第") for issue in issues)
