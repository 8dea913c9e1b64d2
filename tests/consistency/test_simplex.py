"""The search itself: bounds that change, extremes, a start from a guess."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.consistency.simplex import Simplex

F = Fraction


def _two():
    """x + y and x − y."""
    return Simplex(2, [{0: F(1), 1: F(1)}, {0: F(1), 1: F(-1)}])


def test_bounds_may_come_and_go():
    search = _two()
    search.bound(2, F(4), None)
    search.bound(3, F(1), F(1))
    assert search.is_feasible()
    search.bound(0, None, F(2))
    assert not search.is_feasible()
    search.bound(0, None, None)
    assert search.is_feasible()
    x, y, total, gap = search.values
    assert (x + y, x - y) == (total, gap)
    assert total >= 4
    assert gap == 1


def test_what_cannot_hold_has_multipliers_that_cancel():
    search = _two()
    search.bound(2, F(4), None)
    search.bound(0, None, F(1))
    search.bound(1, None, F(2))
    assert not search.is_feasible()
    reason = search.reason
    assert reason[2] > 0 > reason[0] == reason[1] == -reason[2]


def test_extremes_are_reached_or_have_no_limit():
    search = _two()
    search.bound(0, F(0), F(3))
    search.bound(1, F(1), None)
    assert search.is_feasible()
    assert search.extreme(2, up=False) == 1
    assert search.extreme(2, up=True) is None
    assert search.extreme(3, up=True) == 2


_FORMS = st.lists(
    st.dictionaries(st.integers(0, 3), st.integers(-3, 3).filter(bool), min_size=1),
    min_size=1, max_size=6,
)  # fmt: skip


@given(_FORMS, st.lists(st.integers(-5, 5), min_size=6, max_size=6), st.randoms())
@settings(max_examples=150, deadline=None)
def test_a_start_from_any_guess_changes_no_answer(forms, bounds, chance):
    answers = []
    for guessed in (False, True):
        search = Simplex(4, [{k: F(w) for k, w in form.items()} for form in forms])
        for place, low in enumerate(bounds[: len(forms)], start=4):
            search.bound(place, F(low), F(low + 1))
        if guessed:
            resting = [4 + i for i in range(len(forms)) if chance.random() < 0.7]
            search.start({place: F(bounds[place - 4]) for place in resting})
        answers.append(search.is_feasible())
    assert answers[0] == answers[1]
