import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.indicators import standard
from paitou.model import Assignment, Book, Decision, Milestone, Period
from paitou.tracking.milestones import (
    NOBODY,
    Node,
    NodeStatus,
    node_state,
    nodes_by_org,
    nodes_on,
    nodes_sentence,
)

NODE = Milestone(id="t1", what="开工", due=Period.parse("2024-06"))
JANUARY = dt.date(2024, 1, 1)
days = st.dates(dt.date(2023, 1, 1), dt.date(2026, 1, 1))


def day(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("done_on", "as_of", "words"),
    [
        (None, "2024-06-22", "未到期，还有8天"),
        (None, "2024-06-23", "临期，还有7天"),
        (None, "2024-06-30", "临期，今天到期"),
        (None, "2024-07-01", "逾期未完成，已逾期1天"),
        ("2024-06-30", "2024-08-01", "按期完成"),
        ("2024-06-01", "2024-08-01", "按期完成，提前29天"),
        ("2024-07-01", "2024-08-01", "逾期完成，晚了1天"),
        ("2024-08-02", "2024-08-01", "逾期未完成，已逾期32天"),
        ("2024-06-25", "2024-06-01", "未到期，还有29天"),
    ],
)
def test_a_node_on_a_day(done_on, as_of, words):
    assert node_state(NODE, day(done_on), day(as_of)).words == words


def test_a_node_with_a_date_is_due_on_it():
    node = Milestone(id="t1", what="验收", due=dt.date(2024, 3, 5))
    assert node_state(node, None, dt.date(2024, 3, 5)).status is NodeStatus.NEAR
    assert node_state(node, None, dt.date(2024, 3, 6)).status is NodeStatus.OVERDUE


@given(st.none() | days, days)
def test_done_and_not_done_are_never_mixed(done_on, as_of):
    state = node_state(NODE, done_on, as_of)
    is_done = state.status in (NodeStatus.ON_TIME, NodeStatus.LATE)
    assert is_done == (done_on is not None and done_on <= as_of)
    assert state.days >= 0
    assert state.words.startswith(state.status.label)


@pytest.fixture
def book(kunming_plan):
    section = next(s for s in kunming_plan.sections if s.level > 1)
    statement = kunming_plan.statements[0]
    nodes = (
        Milestone(id=section.id, what="任务的", due=dt.date(2024, 3, 1)),
        Milestone(
            subject="statement", id=statement.id, what="目标的", due=dt.date(2024, 2, 1),
            org="市商务局",
        ),
        Milestone(id=section.id, what="早完成的", due=dt.date(2024, 1, 1), done_on=JANUARY),
        Milestone(id="gone", what="无主的", due=dt.date(2024, 1, 5)),
    )  # fmt: skip
    decision = Decision(
        subject="task", id=section.id, verdict="confirm",
        assignment=Assignment(lead_org="市财政局"),
    )  # fmt: skip
    return Book(
        name="b", title="b", plan=kunming_plan, compiled=kunming_plan,
        indicators=standard(), decisions=(decision,), milestones=nodes,
    )  # fmt: skip


def test_who_leads_the_task_has_to_act(book):
    nodes = nodes_on(book, dt.date(2024, 2, 10))
    assert [(n.milestone.what, n.org) for n in nodes] == [
        ("早完成的", "市财政局"), ("无主的", ""),
        ("目标的", "市商务局"), ("任务的", "市财政局"),
    ]  # fmt: skip
    assert nodes[2].statement == book.plan.statements[0]


def test_a_list_names_what_presses_by_who_has_to_act(book):
    nodes = nodes_on(book, dt.date(2024, 2, 10))
    told = [(org, [n.milestone.what for n in found]) for org, found in nodes_by_org(nodes)]
    assert told == [
        ("市商务局", ["目标的"]), ("市财政局", ["任务的"]), (NOBODY, ["无主的"]),
    ]  # fmt: skip


def test_a_sentence_counts_every_node_once(book):
    nodes = nodes_on(book, dt.date(2024, 2, 10))
    told = "4个节点中，2个逾期未完成，1个30天内到期，1个按期完成。"
    assert nodes_sentence(nodes) == told
    assert nodes_sentence(()) == ""


@given(st.lists(st.tuples(days, st.none() | days)), days)
def test_the_counts_make_the_whole(dates, as_of):
    nodes = [
        Node(milestone=node, state=node_state(node, done, as_of), org="")
        for node, done in ((evolve(NODE, due=due), done) for due, done in dates)
    ]
    told = nodes_sentence(nodes)
    parts = [
        int(part.split("个")[0]) for part in told.partition("中，")[2].split("，") if part
    ]
    assert sum(parts) == len(nodes)
