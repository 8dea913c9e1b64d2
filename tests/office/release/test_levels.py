import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Publicity
from paitou.office.release.levels import (
    Decision,
    Publication,
    begun,
    in_force,
    level_of,
    next_change,
    published_at,
)

START = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
minutes = st.integers(0, 60 * 24 * 9).map(lambda n: START + dt.timedelta(minutes=n))
days = st.integers(0, 9).map(lambda n: START.date() + dt.timedelta(days=n))
decisions = st.lists(
    st.builds(
        Decision,
        number=st.integers(1, 99),
        level=st.sampled_from(Publicity),
        starts=minutes,
        expires=st.none() | days,
    ),
    unique_by=lambda one: one.number,
    max_size=6,
)
publications = st.lists(
    st.builds(
        Publication,
        number=st.integers(1, 99),
        round=st.integers(1, 2),
        starts=minutes,
        upto=st.integers(0, 9),
        withheld=st.frozensets(st.sampled_from("abc")),
    ),
    max_size=5,
)


@given(decisions, minutes)
def test_what_holds_has_begun_and_is_not_over(made, now):
    found = in_force(made, now, now.date())
    if found is not None:
        assert found.starts <= now
        assert found.expires is None or found.expires >= now.date()
        assert not [d for d in made if d.starts <= now and d.number > found.number]


@given(decisions, minutes)
def test_nothing_changes_before_the_next_minute_that_is_told(made, now):
    told = next_change(made, now, now.date())
    waiting = [one for one in made if one.starts > now]
    assert told is None or told in waiting


@given(decisions, minutes)
def test_without_a_decision_it_is_as_usual(made, now):
    found = level_of(made, Publicity.INTERNAL, now, now.date())
    if in_force(made, now, now.date()) is None:
        assert found is Publicity.INTERNAL


@given(publications, minutes, minutes, st.integers(1, 2), st.integers(1, 9))
def test_what_is_published_stays_published(made, early, late, round_, figure):
    early, late = sorted((early, late))
    first = published_at(begun(made, early), round_, figure, "a")
    if first is not None:
        assert first <= early
        assert published_at(begun(made, late), round_, figure, "a") == first


@given(publications, minutes, st.integers(1, 9))
def test_nothing_is_published_that_no_publication_speaks_of(made, now, figure):
    assert published_at(begun(made, now), 3, figure, "a") is None
    top = max((one.upto for one in made), default=0)
    assert published_at(begun(made, now), 1, top + 1, "a") is None
