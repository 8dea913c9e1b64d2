import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from figures.made import CITY, DISTRICTS, PLACES, TODAY, figure, ledger
from paitou.figures import Ledger
from paitou.model import Measure, Period

FIGURES = st.lists(
    st.builds(
        lambda name, period, org, value: figure(name, period, value, org=org),
        st.sampled_from(["地区生产总值", "常住人口", "滇池水质"]),
        st.sampled_from(["2022", "2023", "2023Q1"]),
        st.sampled_from(["全市", CITY, *DISTRICTS]),
        st.integers(1, 9),
    ),
    max_size=12,
)


@given(FIGURES, st.randoms())
def test_the_order_of_rows_does_not_matter(figures, order) -> None:
    shuffled = list(figures)
    order.shuffle(shuffled)
    one, other = ledger(*figures), ledger(*shuffled)
    assert {key for key, _ in one} == {key for key, _ in other}
    for (indicator, org, measure, _), _series in one:
        known = one.series(indicator, org, measure).known(TODAY)
        assert list(known) == list(other.series(indicator, org, measure).known(TODAY))
    assert one.indicators(CITY) == other.indicators(CITY)
    assert one.orgs("gdp") == other.orgs("gdp")


@given(FIGURES)
def test_no_figure_is_lost(figures) -> None:
    book = ledger(*figures)
    held = [f for _, series in book for vs in series.by_period.values() for f in vs]
    assert sorted(f.id for f in held) == sorted(f.id for f in figures)
    assert all(book.get(each.id) is each for each in figures)


def test_every_wording_of_the_whole_is_one_series() -> None:
    book = ledger(figure("GDP", 2022, 1, org="全市"), figure("GDP", 2023, 2, org=""))
    assert len(book.series("gdp", CITY).periods) == 2
    assert book.orgs("gdp") == (CITY,)


def test_measures_and_definitions_stay_apart() -> None:
    level = figure("GDP", 2023, 1)
    growth = figure("GDP", 2023, 5, "%", measure=Measure.GROWTH)
    other = figure("GDP", 2023, 2, definition="含新区")
    book = ledger(level, growth, other)
    at = Period.of_year(2023)
    assert book.series("gdp", CITY).known(TODAY).at(at) is level
    assert book.series("gdp", CITY, Measure.GROWTH).known(TODAY).at(at) is growth
    assert book.definitions("gdp", CITY) == ("", "含新区")
    assert book.series("gdp", CITY, definition="含新区").known(TODAY).at(at) is other


def test_real_and_nominal_growth_are_never_mixed() -> None:
    figures = {
        prices: figure("GDP", 2023, 5, "%", measure=Measure.GROWTH, prices=prices)
        for prices in ("real", "nominal")
    }
    book = ledger(*figures.values())
    for prices, growth in figures.items():
        series = book.series("gdp", CITY, Measure.GROWTH, prices=prices)
        assert list(series.known(TODAY)) == [growth]
        assert book.series("gdp", CITY, Measure.GROWTH, prices=prices) is series


def test_growth_that_does_not_say_goes_with_either() -> None:
    bare = figure("GDP", 2023, 5, "%", measure=Measure.GROWTH)
    for prices in ("real", "nominal", ""):
        series = ledger(bare).series("gdp", CITY, Measure.GROWTH, prices=prices)
        assert list(series.known(TODAY)) == [bare]


def test_what_is_not_there_is_empty() -> None:
    book = Ledger((), PLACES)
    assert not book.series("gdp", CITY)
    assert book.get("x") is None
    assert book.indicators(CITY) == book.orgs("gdp") == book.definitions("gdp", CITY) == ()
    assert list(book.series("gdp", CITY).known(dt.date(2024, 1, 1))) == []
