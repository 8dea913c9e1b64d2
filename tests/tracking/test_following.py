"""What is judged anew only where it asks stands as if all had been judged."""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.folder import load
from paitou.tracking import Follower, Tracker

DAYS = [dt.date(2024, 12, 31), dt.date(2025, 6, 30), dt.date(2026, 5, 1)]


@pytest.fixture(scope="module")
def yunze(kunming_file):
    """The invented city, whose figures depend on each other in many ways."""
    return load(kunming_file.parents[1] / "yunze-2024")


def altered(book, seed):
    """Return the book with some figures gone, some changed and some of the past."""
    chance = random.Random(seed)  # noqa: S311 (a test)
    figures = list(book.figures)
    for _ in range(chance.choice([1, 3, 20])):
        place = chance.randrange(len(figures))
        one = figures.pop(place)
        what = chance.choice(["gone", "value", "day", "org"])
        if what == "value" and isinstance(one.value, Decimal):
            figures.append(evolve(one, id=f"{one.id}v", value=one.value * 2))
        elif what == "day":
            later = one.visible_from + dt.timedelta(days=chance.randrange(400))
            figures.append(evolve(one, id=f"{one.id}d", known_on=later))
        elif what == "org":
            org = chance.choice(book.orgs)
            figures.append(evolve(one, id=f"{one.id}o", org=org.name))
    chance.shuffle(figures)
    return evolve(book, figures=tuple(figures))


@pytest.fixture(scope="module")
def root(yunze):
    tracker = Tracker.of(yunze)
    return tracker, {day: tracker.standings(day) for day in DAYS}


@pytest.mark.parametrize("seed", range(40))
def test_it_stands_as_if_all_had_been_judged(yunze, root, seed):
    tracker, before = root
    book = altered(yunze, seed)
    follower, whole = Follower.of(tracker, book), Tracker.of(book)
    for day in DAYS:
        assert follower.standings(day, before[day]) == whole.standings(day)


@pytest.mark.parametrize("seed", range(15))
def test_one_after_another_stands_as_if_all_had_been_judged(yunze, root, seed):
    tracker, before = root
    book, follower, earlier = yunze, None, {}
    for step in range(4):
        book = altered(book, 100 * seed + step)
        follower = Follower.of(tracker, book, follower)
        whole = Tracker.of(book)
        for day in DAYS[step % 2 :]:
            found = follower.standings(day, before[day], earlier.get(day))
            assert found == whole.standings(day)
            earlier[day] = found
        earlier = {day: earlier[day] for day in DAYS[step % 2 :]}
        [follower.at(place) for place in range(0, len(tracker.cases), 3)]  # pages look


def test_only_what_asks_for_it_is_judged_anew(yunze, root):
    tracker, before = root
    one = next(f for f in yunze.figures if f.org != "全市" and f.org)
    book = evolve(yunze, figures=tuple(f for f in yunze.figures if f is not one))
    follower = Follower.of(tracker, book)
    touched = [*follower.touched()]
    assert 0 < len(touched) < len(tracker.cases) / 4
    found = follower.standings(DAYS[2], before[DAYS[2]])
    same = [a is b for a, b in zip(found, before[DAYS[2]], strict=True)]
    assert same.count(False) <= len(touched)


def test_nothing_is_judged_anew_where_nothing_differs(yunze, root):
    follower = Follower.of(root[0], evolve(yunze, figures=(*yunze.figures,)))
    assert [*follower.touched()] == []


def test_what_a_target_is_judged_from_has_the_new_figures(yunze, root):
    gone = evolve(yunze, figures=())
    follower = Follower.of(root[0], gone)
    assert all(not case.levels for place in range(5) for case in follower.at(place))
