import pytest

from paitou.figures.states import confidence_of, measure_of, state_of, state_said_in
from paitou.model import FigureState, Measure


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("预计", "estimated"),
        ("快报", "preliminary"),
        ("初步核算", "preliminary"),
        ("最终核实", "final"),
        ("普查修订", "census_revised"),
        ("已报", "submitted"),
        ("确认", "confirmed"),
        ("待核", "unverified"),
        ("未经核实", "unverified"),
        (" （快报数） ", "preliminary"),
        ("决算", "final"),
    ],
)
def test_words_for_states(text, state):
    assert state_of(text) is FigureState(state)


@pytest.mark.parametrize("state", FigureState)
def test_what_is_written_is_read(state):
    assert state_of(state.label) is state
    assert state_of(state.value) is state


def test_a_forecast_is_no_state():
    assert state_of("预测") is None


def test_a_title_may_say_a_state():
    assert state_said_in("2023年快报数") is FigureState.PRELIMINARY
    assert state_said_in("2023年完成") is None


def test_confidence_and_measure():
    assert [confidence_of(w) for w in ("高", "medium", "Low", "也许")] == [
        "high",
        "medium",
        "low",
        None,
    ]
    assert [measure_of(w) for w in ("增速", "年均增速", "level", "速度")] == [
        Measure.GROWTH,
        Measure.GROWTH_AVG,
        Measure.LEVEL,
        None,
    ]
