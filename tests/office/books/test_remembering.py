"""What was made of a book is made anew when figures come; readers do not wait for it."""

from __future__ import annotations

import datetime as dt
import time
from threading import Event

import pytest
from attrs import evolve

from paitou.office.books import remembering
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


def test_a_small_book_is_made_at_once(small, tracked):
    assert follow(small, tracked, lambda day: ("new", day)).on(DAY) == ("new", DAY)


def test_days_before_the_new_figures_stay(small, tracked):
    before = DAY - dt.timedelta(days=600)
    assert before < _ordered(tracked)[-1].visible_from
    found = follow(small, tracked, lambda _: pytest.fail("made again"))
    assert found.on(before) == ("old", before)


def test_of_a_large_book_what_held_before_is_shown_meanwhile(small, tracked, monkeypatch):
    monkeypatch.setattr(remembering, "MANY_FIGURES", 1)
    may_go_on = Event()

    def make(day):
        may_go_on.wait(30)
        return "new", day

    found = follow(small, tracked, make)
    assert found.on(DAY) == ("old", DAY)
    assert found.on(DAY) == ("old", DAY)
    may_go_on.set()
    while found.on(DAY)[0] == "old":
        time.sleep(0.01)
    assert found.before is None


def test_nothing_is_shown_that_was_taken_back(small, tracked, monkeypatch):
    monkeypatch.setattr(remembering, "MANY_FIGURES", 1)
    first = Remembered(tracked, lambda day: ("old", day), 4)
    first.on(DAY)
    assert first.followed_by(small, lambda day: ("new", day)).on(DAY) == ("new", DAY)


def test_what_was_made_of_several_books_ago_is_shown(small, tracked, monkeypatch):
    monkeypatch.setattr(remembering, "MANY_FIGURES", 1)
    second = follow(small, tracked, lambda day: ("second", day))
    third = second.followed_by(tracked, lambda day: ("third", day))
    assert third.before is not second
    assert third.ready(DAY) == ("old", DAY)
