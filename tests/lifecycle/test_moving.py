import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.lifecycle.moving import Given, moved, moves_from, why_not
from paitou.lifecycle.shipped import preset
from paitou.model import Part, UsageError

LIFE = preset("supervised-item")
OFFICE = frozenset({Part.OFFICE})
DAY = dt.date(2026, 3, 10)


def test_the_part_decides_which_moves_there_are():
    assert [m.id for m in moves_from(LIFE, "assigned", {Part.STAFF})] == ["sign"]
    assert moves_from(LIFE, "assigned", ()) == ()


def test_a_move_from_another_state_is_told():
    told = why_not(LIFE, "draft", "close", Given(parts=OFFICE, text="已核"))
    assert told == "现在是“拟立项”，不能“办结”"


def test_who_made_the_last_move_does_not_make_the_one_that_checks_it():
    asked = Given(parts=OFFICE, last_by=7, by=7)
    assert "另一人" in why_not(LIFE, "pending_approval", "approve", asked)
    other = Given(parts=OFFICE, last_by=7, by=8)
    assert why_not(LIFE, "pending_approval", "approve", other) == ""


def test_an_extension_is_asked_for_before_the_last_day_has_passed():
    asked = Given(
        parts={Part.HEAD}, today=DAY, due=DAY, text="汛期停工", new_due=dt.date(2026, 4, 1)
    )
    assert why_not(LIFE, "in_progress", "ask_extension", asked) == ""
    late = Given(
        parts={Part.HEAD}, today=DAY, due=dt.date(2026, 3, 9), text="忘了", new_due=DAY
    )
    assert "时限已过" in why_not(LIFE, "in_progress", "ask_extension", late)


@pytest.mark.parametrize(
    ("move", "state", "asked", "told"),
    [
        ("reassign", "reassigning", {"text": "改派"}, "承办单位"),
        ("reassign", "reassigning", {"org": "dx"}, "改派说明"),
        ("resume", "suspended", {}, "新的时限"),
        ("resume", "suspended", {"new_due": dt.date(2026, 3, 9)}, "不能早于今天"),
    ],
)
def test_what_must_be_said_is_asked_for(move, state, asked, told):
    asked = Given(parts=OFFICE, today=DAY, **asked)
    assert told in why_not(LIFE, state, move, asked)


@given(st.lists(st.sampled_from([m.id for m in LIFE.moves]), max_size=30))
def test_whatever_is_tried_the_matter_stays_in_a_state_that_there_is(tried):
    state = LIFE.start.id
    everything = Given(parts=frozenset(Part), today=DAY, text="x", new_due=DAY, org="dx")
    for move in tried:
        if not why_not(LIFE, state, move, everything):
            state = moved(LIFE, state, move).id
        assert LIFE.state(state)


def test_an_unknown_move_is_a_wrong_call():
    with pytest.raises(UsageError):
        why_not(LIFE, "draft", "drop table", Given(parts=OFFICE))
