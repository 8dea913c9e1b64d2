import datetime as dt
from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import (
    Assignment,
    Comparator,
    Correction,
    Decision,
    Merge,
    Milestone,
    Nature,
    Period,
    Subject,
    Verdict,
    When,
)
from paitou.review import Review, read_review, write_review

HAND = """\
# 我们的说明
# 第二行

# 张处意见:先这样
[statement.s1]   # 主要目标
quote = "原话"
verdict = "确认"

[task.t1]
lead_org = '市工信局'

# 这一段写坏了
[task.t2
lead_org = "甲"

[[milestone]]
task = "t1"
what = "开工"
due = 2024-06-30
"""


def bare(review):
    return Review(
        decisions=tuple(evolve(d, where="") for d in review.decisions),
        merges=tuple(evolve(m, where="") for m in review.merges),
        milestones=tuple(evolve(m, where="") for m in review.milestones),
    )


def test_what_did_not_change_stays_to_the_letter():
    review, _ = read_review(HAND)
    assert write_review(review, HAND) == HAND


def test_a_changed_table_is_rewritten_under_its_comment():
    review, _ = read_review(HAND)
    first = evolve(review.decisions[0], note="核过")
    text = write_review(evolve(review, decisions=(first, review.decisions[1])), HAND)
    assert "# 张处意见:先这样\n[statement.s1]\nquote" in text
    assert 'note = "核过"' in text
    assert "lead_org = '市工信局'" in text
    assert "[task.t2\n" in text


def test_new_tables_follow_and_dropped_ones_go():
    review, _ = read_review(HAND)
    new = Decision(subject=Subject.TASK, id="t 9", assignment=Assignment(lead_org="乙"))
    text = write_review(Review(decisions=(review.decisions[0], new)), HAND)
    assert text.endswith('[task."t 9"]\nlead_org = "乙"\n')
    assert "市工信局" not in text
    assert "# 我们的说明" in text


def test_what_could_not_be_read_becomes_a_comment_where_it_is_replaced():
    broken = '[task.t1]\nlead_org = “甲”\nliaison = "办公室"\n'
    new = Decision(subject=Subject.TASK, id="t1", assignment=Assignment(lead_org="乙"))
    text = write_review(Review(decisions=(new,)), broken)
    assert "# lead_org = “甲”" in text
    assert bare(read_review(text)[0]).decisions == (new,)


def test_tables_inside_a_changed_table_go_with_it():
    old = "[statement.a]\nvalue = 3\n[statement.a.when]\nkind = 'by'\nend = 2025\n"
    review, _ = read_review(old)
    changed = evolve(review.decisions[0], note="改")
    text = write_review(Review(decisions=(changed,)), old)
    again, issues = read_review(text)
    assert issues == ()
    assert bare(again).decisions == (evolve(changed, where=""),)


WORDS = st.text(
    st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=12
).filter(lambda word: word == word.strip())
ORGS = st.lists(WORDS, max_size=3, unique=True).map(tuple)
ASSIGNMENTS = st.builds(
    Assignment,
    lead_org=WORDS,
    supporting_orgs=ORGS,
    nature=st.none() | st.sampled_from(Nature),
    definition=WORDS,
)
CORRECTIONS = st.builds(
    Correction,
    indicator=WORDS,
    scope=st.none() | st.just("") | WORDS,
    comparator=st.none() | st.sampled_from(Comparator),
    value=st.none() | st.decimals(-(10**9), 10**9, places=3),
    when=st.none() | st.just(When(kind="by", end=2025, source="review")),
)
DECISIONS = st.one_of(
    st.builds(
        Decision,
        subject=st.just(Subject.STATEMENT),
        id=WORDS,
        verdict=st.just(Verdict.CORRECT),
        quote=WORDS,
        correction=CORRECTIONS,
        assignment=ASSIGNMENTS,
        note=WORDS,
    ),
    st.builds(Decision, subject=st.just(Subject.TASK), id=WORDS, assignment=ASSIGNMENTS),
)
REVIEWS = st.builds(
    Review,
    decisions=st.lists(DECISIONS, max_size=4, unique_by=lambda d: (d.subject, d.id)).map(
        lambda found: tuple(sorted(found, key=lambda d: d.subject is Subject.TASK))
    ),
    merges=st.lists(
        st.builds(Merge, into=WORDS, names=ORGS.filter(bool)), max_size=2, unique=True
    ).map(tuple),
    milestones=st.lists(
        st.builds(
            Milestone,
            id=WORDS,
            what=WORDS,
            due=st.just(Period.parse("2024Q2")) | st.just(dt.date(2024, 6, 1)),
            done_on=st.none() | st.dates(dt.date(2000, 1, 1)),
        ),
        max_size=2,
        unique_by=lambda node: (node.id, node.what),
    ).map(tuple),
)


@given(REVIEWS)
def test_what_is_written_is_read_back(review):
    text = write_review(review)
    again, _ = read_review(text)
    assert bare(again) == review
    assert write_review(again, text) == text


def test_an_addition_is_written_as_one():
    review, _ = read_review(
        '[[add]]\nquote = "甲乙"\nindicator = "乙"\nmeasure = "level"\nvalue = 0.10\n'
    )
    text = write_review(review)
    assert "value = 0.10" in text
    assert "\nid = " not in text
    assert bare(read_review(text)[0]) == bare(review)
    assert review.decisions[0].correction.value == Decimal("0.10")


def test_the_day_that_a_node_was_reached_is_written_into_its_table():
    review, _ = read_review(HAND)
    node = evolve(review.milestones[0], done_on=dt.date(2024, 6, 20))
    text = write_review(evolve(review, milestones=(node,)), HAND)
    assert text == f"{HAND}done = 2024-06-20\n"
    assert read_review(text)[0].milestones[0].done_on == node.done_on
