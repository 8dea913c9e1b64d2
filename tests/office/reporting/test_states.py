import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import UsageError
from paitou.office.people.roles import Right
from paitou.office.reporting.states import (
    TABLE,
    USUAL_ROUTE,
    Move,
    Situation,
    Stage,
    State,
    moved,
    right_for,
    route_of,
    why_not,
)

ROUTE = route_of(USUAL_ROUTE)
LONG = route_of(("endorse", "check", "approve"))
READY = Situation(user=2, fillers=frozenset({1}), reason="缺备注")


def walk(*moves, route=ROUTE):
    state = State()
    for move in moves:
        assert why_not(state, move, READY) == ""
        state = moved(state, move, route)
    return state


def test_two_levels_lead_from_a_draft_to_approval():
    assert walk(Move.SUBMIT, Move.PASS, Move.PASS).stage is Stage.APPROVED


def test_three_levels_need_one_more():
    before = walk(Move.SUBMIT, Move.PASS, Move.PASS, route=LONG)
    assert (before.stage, LONG[before.step].label) == (Stage.REVIEW, "核定")
    assert moved(before, Move.PASS, LONG).stage is Stage.APPROVED


def test_each_step_needs_its_own_right():
    submitted = walk(Move.SUBMIT)
    assert right_for(State(), Move.SUBMIT, ROUTE) is Right.FILL
    assert right_for(submitted, Move.PASS, ROUTE) is Right.ENDORSE
    assert right_for(walk(Move.SUBMIT, Move.PASS), Move.RETURN, ROUTE) is Right.APPROVE


def test_what_was_returned_is_submitted_again_from_the_first_step():
    state = walk(Move.SUBMIT, Move.PASS, Move.RETURN)
    assert state.stage is Stage.RETURNED
    assert moved(state, Move.SUBMIT, ROUTE) == State(stage="review")


@pytest.mark.parametrize("move", [Move.PASS, Move.RETURN])
def test_nobody_reviews_what_they_filled_or_passed_before(move):
    own = Situation(user=1, fillers=frozenset({1}), reason="缺备注")
    twice = Situation(user=3, reviewers=frozenset({3}), reason="缺备注")
    machine = Situation(user=None, reason="缺备注")
    state = State(stage="review")
    assert all(why_not(state, move, one) for one in (own, twice, machine))


def test_a_return_says_why():
    assert "原因" in why_not(State(stage="review"), Move.RETURN, Situation(user=2))


def test_errors_keep_a_form_back_and_are_counted():
    assert "3格" in why_not(State(), Move.SUBMIT, Situation(user=1, errors=3))
    assert why_not(State(), Move.SAVE, Situation(user=1, errors=3)) == ""


def test_after_the_end_of_the_round_nothing_is_filled_but_reviews_go_on():
    over = Situation(user=2, is_round_open=False)
    assert why_not(State(), Move.SAVE, over)
    assert why_not(State(), Move.SUBMIT, over)
    assert why_not(State(stage="review"), Move.PASS, over) == ""


def test_what_was_passed_once_is_not_withdrawn():
    assert why_not(State(stage="review"), Move.WITHDRAW, READY) == ""
    assert why_not(State(stage="review", step=1), Move.WITHDRAW, READY)


@given(st.sampled_from(list(Move)))
def test_nothing_moves_what_is_approved(move):
    assert why_not(State(stage="approved", step=1), move, READY)


@given(st.lists(st.sampled_from(list(Move)), max_size=12))
def test_no_way_leads_to_approval_past_a_step(moves):
    state, passed = State(), 0
    for move in moves:
        if why_not(state, move, READY):
            continue
        state = moved(state, move, LONG)
        passed = passed + 1 if move is Move.PASS else passed * (move is Move.SAVE)
        assert (state.stage is Stage.APPROVED) == (passed == len(LONG))


def test_every_move_has_a_line_and_every_word_is_chinese():
    assert set(TABLE) == set(Move)
    assert not any(one.label.isascii() for one in (*Move, *Stage))


@pytest.mark.parametrize("names", [(), ("endorse",), ("approve", "approve"), ("x",)])
def test_a_route_ends_with_an_approval(names):
    with pytest.raises(UsageError):
        route_of(names)
