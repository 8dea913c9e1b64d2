import datetime as dt
from decimal import Decimal

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import (
    Comparator,
    Level,
    Measure,
    Nature,
    Period,
    Rhythm,
    Subject,
    Verdict,
    When,
)
from paitou.review import apply, read_review, write_review
from review.plans import PLAN

FULL = """\
[statement.s1]
quote = "原话"
verdict = "更正"
value = "６，０００．５"
unit = "亿元"
comparator = "不低于"
measure = "level"
when = { kind = "by", end = 2025 }
nature = "约束性"
rhythm = "季报"
data_source = "市统计局"

[commitment.c1]
verdict = "reject"
note = "不是承诺"

[task.t1]
lead_official = "副市长(工业)"
lead_org = "市工信局"
supporting_orgs = "市财政局、市商务局"

[[merge]]
into = "进出口总额"
names = ["外贸进出口总额"]

[[milestone]]
task = "t1"
what = "开工"
due = "2024-06"

[[milestone]]
statement = "s1"
what = "验收"
due = 2025-03-31
org = "市工信局"
done = "2025-04-02"
"""


NODE = '[[milestone]]\ntask = "x"\nwhat = "x"\ndue = "2024"\n'


def codes(issues):
    return [issue.code for issue in issues]


def test_everything_is_read():
    review, issues = read_review(FULL)
    assert issues == ()
    first = review.on(Subject.STATEMENT, "s1")
    assert first.verdict is Verdict.CORRECT
    assert first.correction.value == Decimal("6000.5")
    assert first.correction.comparator is Comparator.GE
    assert first.correction.measure is Measure.LEVEL
    assert first.correction.when == When(kind="by", end=2025, source="review")
    assert (first.assignment.nature, first.assignment.rhythm) == (
        Nature.BINDING,
        Rhythm.QUARTERLY,
    )
    assert review.on(Subject.COMMITMENT, "c1").note == "不是承诺"
    assert review.on(Subject.TASK, "t1").assignment.supporting_orgs == (
        "市财政局",
        "市商务局",
    )
    assert review.merges[0].names == ("外贸进出口总额",)
    assert [node.due for node in review.milestones] == [
        Period.parse("2024-06"),
        dt.date(2025, 3, 31),
    ]
    assert [node.done_on for node in review.milestones] == [None, dt.date(2025, 4, 2)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[statement.a]\nverdikt = "confirm"', "review-unknown-key", 2),
        ("[statment.a]\n", "review-unknown-key", 1),
        ('[statement.a]\nverdict = "maybe"', "review-wrong-value", 2),
        ("[statement.a]\nquote = 3", "review-wrong-value", 2),
        ('[statement.a]\nvalue = "很多很多很多很多很多很多很多"', "review-wrong-value", 2),
        ("[statement.a]\nvalue = 1e999999", "review-wrong-value", 2),
        ("[statement.a]\nvalue_high = true", "review-wrong-value", 2),
        ('[statement.a]\nwhen = { kind = "by" }', "review-wrong-value", 2),
        (
            '[statement.a]\nwhen = { kind = "over", start = 2025, end = 2023 }',
            "review-wrong-value",
            2,
        ),
        ("[statement.a]\nsupporting_orgs = [1]", "review-wrong-value", 2),
        ('[statement.a]\nverdict = "confirm"\nvalue = 3', "decision-contradicts", 2),
        ('[statement.a]\nverdict = "correct"', "decision-contradicts", 2),
        ('[statement.a]\nverdict = "add"', "decision-contradicts", 2),
        ('[task.a]\nverdict = "reject"\nnote = "x"', "decision-contradicts", 2),
        ('[statement.a]\nverdict = "reject"', "decision-without-reason", 1),
        ('[task.a]\nlead_org = "甲"\nsecond_lead = "乙"', "second-lead", 3),
        ('[task.a]\nlead_official = "张三"', "lead-official-no-post", 2),
        ('[[add]]\nquote = "x"', "review-incomplete", 1),
        ('[[merge]]\ninto = "x"', "review-incomplete", 1),
        ('[[milestone]]\nwhat = "x"\ndue = "2024"', "review-incomplete", 1),
        ('[[milestone]]\ntask = "x"\nwhat = "x"\ndue = "2024-13"', "review-wrong-value", 4),
        (f'{NODE}done = "2024-06"', "review-wrong-value", 5),
        (f"{NODE}done = true", "review-wrong-value", 5),
        ("[task.a]\n[task.a]\n", "review-duplicate", 2),
        ("[task.a]\nx = “”\n", "review-unreadable", 2),
        ("statement = 3", "review-wrong-value", 1),
        ("[statement]\na = 3", "review-wrong-value", 1),
        ("[add]\nquote = 'x'", "review-wrong-value", 1),
    ],
)
def test_each_fault_says_where(text, code, line):
    _, issues = read_review(text)
    assert codes(issues) == [code]
    assert issues[0].where == f"review.toml 第{line}行"
    assert issues[0].remedy


def test_a_wrong_field_leaves_the_others():
    review, _ = read_review('[task.a]\nlead_org = 3\nliaison = "办公室"')
    assert review.decisions[0].assignment.liaison == "办公室"
    assert review.decisions[0].assignment.lead_org == ""


def test_a_second_lead_is_allowed_with_a_warning():
    review, issues = read_review('[task.a]\nlead_org = "甲"\nsecond_lead = "乙"')
    assert review.decisions[0].assignment.second_lead == "乙"
    assert issues[0].level is Level.WARNING


def test_an_addition_has_an_id_of_its_words():
    block = '[[add]]\nquote = "绿地200公顷"\nindicator = "绿"\nmeasure = "total"\nvalue = 2'
    review, issues = read_review(block)
    again, _ = read_review("[task.x]\n" + block)
    assert issues == ()
    assert review.decisions[0].id == again.decisions[-1].id
    assert codes(read_review(f"{block}\n{block}")[1]) == ["review-duplicate"]


def test_an_empty_text_clears_a_field():
    review, _ = read_review('[statement.a]\nscope = ""')
    assert review.decisions[0].correction.changed == ("scope",)


WORDS = """
statement commitment task add merge milestone a quote value verdict value_high when due kind
end start names into what unit measure comparator indicator object occurrence note nature
done second_lead lead_official supporting_orgs
"""
KEYS = st.sampled_from(WORDS.split())
LEAVES = (
    st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.dates()
    | st.sampled_from(["correct", "reject", "range", "by", "2024", "level"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_no_toml_makes_it_fail(data):
    text = tomli_w.dumps(data)
    review, _ = read_review(text)
    apply(PLAN, review)
    again, _ = read_review(write_review(review, text))
    assert len(again.decisions) == len(review.decisions)
