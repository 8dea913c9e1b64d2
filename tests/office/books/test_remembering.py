"""What was made of a book is made anew when figures come; readers do not wait for it."""

from __future__ import annotations

import datetime as dt
import time
from threading import Event

import pytest
from attrs import evolve

from paitou.office.books.remembering import Remembered

DAY = dt.date(2026, 3, 1)


@pytest.fixture
def small(tracked):
    """The book without the figure that was known last."""
    return evolve(tracked, figures=_ordered(tracked)[:-1])


def _ordered(book):
    return tuple(sorted(book.figures, key=lambda f: f.visible_from))


def follow(small, tracked, make):
    first = Remembered(small, lambda day: ("old", day), 4)
    for days in (0, 600):
        first.on(DAY - dt.timedelta(days=days))
    return first.followed_by(tracked, make)


def test_it_is_made_at_once(small, tracked):
    assert follow(small, tracked, lambda day: ("new", day)).on(DAY) == ("new", DAY)


def test_days_before_the_new_figures_stay(small, tracked):
    before = DAY - dt.timedelta(days=600)
    assert before < _ordered(tracked)[-1].visible_from
    found = follow(small, tracked, lambda _: pytest.fail("made again"))
    assert found.on(before) == ("old", before)


def test_what_held_before_is_shown_while_it_is_made_in_the_background(small, tracked):
    may_go_on = Event()

    def make(day):
        may_go_on.wait(30)
        return "new", day

    found = follow(small, tracked, make)
    assert found.on_or_none(DAY) == ("old", DAY)
    assert found.on_or_none(DAY) == ("old", DAY)
    may_go_on.set()
    while found.on_or_none(DAY)[0] == "old":
        time.sleep(0.01)
    assert found.before is None


def test_what_is_made_for_the_first_time_is_not_there_yet(tracked):
    may_go_on = Event()
    found = Remembered(tracked, lambda day: may_go_on.wait(30) and ("new", day), 4)
    assert found.on_or_none(DAY) is None
    may_go_on.set()
    while found.on_or_none(DAY) is None:
        time.sleep(0.01)
    assert found.on_or_none(DAY) == ("new", DAY)


def test_what_cannot_be_made_in_the_background_is_tried_again(tracked):
    tried = []

    def make(day):
        tried.append(day)
        if len(tried) == 1:
            raise RuntimeError
        return "made"

    found = Remembered(tracked, make, 4)
    while found.on_or_none(DAY) is None:
        time.sleep(0.01)
    assert len(tried) == 2


def test_nothing_is_shown_that_was_taken_back(small, tracked):
    first = Remembered(tracked, lambda day: ("old", day), 4)
    first.on(DAY)
    assert first.followed_by(small, lambda day: ("new", day)).ready(DAY) is None


def test_what_was_made_of_several_books_ago_is_shown(small, tracked):
    second = follow(small, tracked, lambda day: ("second", day))
    third = second.followed_by(tracked, lambda day: ("third", day))
    assert third.before is not second
    assert third.ready(DAY) == ("old", DAY)
