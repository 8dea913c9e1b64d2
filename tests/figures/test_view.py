import datetime as dt

import pytest

from figures.made import CITY, figure, view
from paitou.model import FigureState, Period

Y2023 = Period.of_year(2023)


def test_a_stock_is_found_by_its_end() -> None:
    december = figure("常住人口", "2023-12", 868)
    book = view(december, figure("常住人口", "2023-11", 867))
    assert book.figure("resident-population", CITY, Y2023) is december
    assert book.figure("resident-population", CITY, Period.of_year(2022)) is None


def test_a_flow_is_not() -> None:
    book = view(figure("地区生产总值", "2023Q4", 2000))
    assert book.figure("gdp", CITY, Y2023) is None


@pytest.mark.parametrize("state", [FigureState.UNVERIFIED, FigureState.ESTIMATED])
def test_what_settles_nothing_is_left_out_unless_asked_for(state) -> None:
    guess = figure("地区生产总值", 2023, 7864, state=state)
    assert view(guess).figure("gdp", CITY, Y2023) is None
    assert view(guess, published_only=False).figure("gdp", CITY, Y2023) is guess
    official = figure("地区生产总值", 2023, 7900)
    both = view(guess, official, published_only=False)
    assert both.figure("gdp", CITY, Y2023) is official


def test_words_and_nothing_are_no_numbers() -> None:
    assert view(figure("地区生产总值", 2023, None)).figure("gdp", CITY, Y2023) is None


def test_only_what_was_known_is_seen() -> None:
    first = figure("地区生产总值", 2023, 1, known_on=dt.date(2024, 1, 20))
    final = figure(
        "地区生产总值", 2023, 2, known_on=dt.date(2025, 1, 20), state=FigureState.FINAL
    )
    for day, held in (((2024, 1, 19), None), ((2024, 6, 1), first), ((2026, 1, 1), final)):
        book = view(final, first, as_of=dt.date(*day))
        assert book.figure("gdp", CITY, Y2023) is held
        assert list(book.figures("gdp", CITY)) == ([held] if held else [])


def test_definitions_stay_apart() -> None:
    other = figure("地区生产总值", 2023, 1, definition="含新区")
    assert view(other).figure("gdp", CITY, Y2023) is None
    assert view(other).figure("gdp", CITY, Y2023, "含新区") is other


def test_what_the_catalogue_does_not_know_is_nothing() -> None:
    book = view()
    assert not book.adds_up("x-0")
    assert not book.is_flow("x-0")
    assert not book.is_never_negative("x-0")
    assert book.unit("x-0") is None
    assert book.name(figure("滇池水质", 2023, 4)) == "滇池水质"
