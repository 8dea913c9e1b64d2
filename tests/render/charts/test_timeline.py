import pytest

from paitou.model import Period
from paitou.render.charts.timeline import place_of, step_of, ticks_for, words_of


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("2023", 2023 * 12, "2023年"),
        ("2023Q4", 2023 * 12, "2023年四季度"),
        ("2023Q1", 2022 * 12 + 3, "2023年一季度"),
        ("2023H1", 2022 * 12 + 6, "2023年上半年"),
        ("2023-06", 2022 * 12 + 6, "2023年6月"),
        ("2023-2025", 2025 * 12, "2023—2025年"),
    ],
)
def test_place_and_words(text, place, words):
    period = Period.parse(text)
    assert place_of(period) == place
    assert words_of(period) == words


def test_years_are_thinned_from_the_last():
    ticks = ticks_for(2000 * 12, 2024 * 12, 12, (400, 12))
    assert ticks[-1].words == "2024年"
    assert {(2024 - int(tick.words[:4])) % 5 for tick in ticks} == {0}


def test_quarters_have_a_row_of_years_below():
    ticks = ticks_for(2022 * 12 + 3, 2024 * 12, 3, (600, 12))
    assert [tick.words for tick in ticks if tick.row] == ["2023年", "2024年"]
    assert [tick.words for tick in ticks][:4] == ["一季度", "二季度", "三季度", "四季度"]


def test_one_period_has_one_word():
    assert [tick.words for tick in ticks_for(2023 * 12, 2023 * 12, 12, (300, 12))] == [
        "2023年"
    ]


def test_the_shortest_kind_sets_the_step():
    assert step_of([Period.parse("2023"), Period.parse("2023Q1")]) == 3
    assert step_of([]) == 12
