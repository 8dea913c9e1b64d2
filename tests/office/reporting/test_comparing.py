import pytest
from attrs import evolve

from paitou.model import Period
from paitou.office.reporting.asks import Beside
from paitou.office.reporting.comparing import change_words, share_words
from port_city import figure

NOW = figure("港口吞吐量", "2025", "2.7", "亿吨")
RATE = figure("水质优良率", "2025", "91.5", "%")


def beside(value, unit, period="2024"):
    return Beside(value=value, unit=unit, period=Period.parse(period))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("2.6", "亿吨", "增长3.8%"),
        ("26000", "万吨", "增长3.8%"),
        ("3", "亿吨", "下降10.0%"),
        ("2.7", "亿吨", "持平"),
        ("0", "亿吨", ""),
        ("5", "户", ""),
        ("Ⅲ", "类", ""),
    ],
)
def test_amounts_are_compared_whatever_their_scale(value, unit, words):
    assert change_words(NOW, beside(value, unit)) == words


def test_rates_are_compared_in_points():
    assert change_words(RATE, beside("92", "%")) == "降低0.5个百分点"
    assert share_words(RATE, beside("90", "%", "2025")) == "高于本期任务1.5个百分点"


def test_a_share_says_of_which_quota():
    assert share_words(NOW, beside("3", "亿吨", "2025")) == "本期任务的90.0%"
    part = evolve(NOW, period=Period.parse("2025Q1"))
    assert share_words(part, beside("3", "亿吨", "2025")) == "全年任务的90.0%"


def test_nothing_is_compared_with_nothing():
    assert change_words(NOW, None) == share_words(NOW, None) == ""
