import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Milestone, Period
from paitou.tracking.milestones import NodeStatus, node_state

NODE = Milestone(id="t1", what="开工", due=Period.parse("2024-06"))
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
