import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from figures.made import figure
from paitou.figures import Series, current
from paitou.model import FigureState, Period

DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2025, 12, 31))
PERIODS = st.sampled_from(["2022", "2023", "2023Q1", "2023H1", "2023M01-09", "2022-2023"])
FIGURES = st.lists(
    st.builds(
        lambda period, day, value, state: figure(
            "地区生产总值", period, value, known_on=day, state=state
        ),
        PERIODS,
        st.none() | DAYS,
        st.integers(1, 9),
        st.sampled_from(sorted(FigureState)),
    ),
    max_size=12,
)


@given(FIGURES, DAYS, st.randoms())
def test_the_order_of_rows_does_not_matter(figures, day, order) -> None:
    known = Series.of(figures).known(day)
    shuffled = list(figures)
    order.shuffle(shuffled)
    again = Series.of(shuffled).known(day)
    assert list(known) == list(again)
    for period in known.series.periods:
        assert known.at(period) is again.at(period)
        assert known.vintages(period) == again.vintages(period)


@given(FIGURES, DAYS)
def test_a_day_shows_exactly_what_was_known(figures, day) -> None:
    seen = [each for each in figures if each.visible_from <= day]
    known = Series.of(figures).known(day)
    for period in {each.period for each in figures}:
        held = current(each for each in seen if each.period == period)
        assert known.at(period) is held
    assert {f.id for p in known.series.periods for f in known.vintages(p)} == {
        each.id for each in seen
    }


@given(FIGURES, DAYS)
def test_what_comes_later_changes_no_earlier_day(figures, day) -> None:
    before = [figure for figure in figures if figure.visible_from <= day]
    assert list(Series.of(figures).known(day)) == list(Series.of(before).known(day))


@given(FIGURES, DAYS, st.integers(2022 * 12, 2024 * 12))
def test_backwards_is_the_same_the_other_way_round(figures, day, until) -> None:
    known = Series.of(figures).known(day)
    assert list(known.backwards()) == list(known)[::-1]
    ended = [figure for figure in known if figure.period.last_month <= until]
    assert list(known.backwards(until)) == ended[::-1]
    assert known.latest(lambda _: True, until=until) == (ended[-1] if ended else None)


def test_the_latest_is_no_earlier_than_asked_for() -> None:
    old = figure("地区生产总值", 2022, 1)
    known = Series.of([old]).known(dt.date(2026, 1, 1))
    end = Period.of_year(2022).last_month
    assert known.latest(lambda _: True, first=end) is old
    assert known.latest(lambda _: True, first=end + 1) is None
    assert known.latest(lambda f: f.value == 2) is None


def test_vintages_come_oldest_first() -> None:
    days = [dt.date(2024, 1, 1), dt.date(2023, 6, 1), dt.date(2025, 1, 1)]
    figures = [figure("地区生产总值", 2022, 1, known_on=day) for day in days]
    known = Series.of(figures).known(dt.date(2024, 12, 31))
    found = known.vintages(Period.of_year(2022))
    assert [each.known_on for each in found] == sorted(days)[:2]


def test_an_empty_series_is_nothing() -> None:
    assert not Series()
    assert Series().known(dt.date(2024, 1, 1)).at(Period.of_year(2022)) is None
