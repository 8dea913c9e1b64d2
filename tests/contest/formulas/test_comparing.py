"""Formulas that compare a value with those of its group."""

from fractions import Fraction

import pytest

from contest.formulas.made import ask, peers
from paitou.model import Fact, Flat

F = Fraction
FIVE = {Fact.VALUE: peers("3.1", "5", "5", "8.2", "9.4")}


def test_efficacy_is_that_of_jiangxi():
    found = ask("efficacy", "8.2", peers=FIVE)
    assert found.share == (60 + 40 * (F("8.2") - F("3.1")) / (F("9.4") - F("3.1"))) / 100
    assert found.words == "60＋40×（8.2−3.1）÷（9.4−3.1）＝92.38"
    assert dict(found.inputs)["最高值"] == F("9.4")


def test_efficacy_turns_round_where_less_is_better():
    assert ask("efficacy", "3.1", peers=FIVE, direction=-1).share == 1
    assert ask("efficacy", "9.4", peers=FIVE, direction=-1).share == F("0.6")


def test_beyond_fixed_bounds_a_value_counts_as_the_bound():
    fixed = {Fact.VALUE: peers(2, 12, bounds=(0, 10))}
    found = ask("minmax", 12, peers=fixed)
    assert (found.share, found.clipped) == (1, True)
    assert found.words == "12超出事先确定的范围，按最高值10计，100×（10−0）÷（10−0）＝100"
    assert ask("minmax", 12, peers=fixed, parameters={"clip": False}).share == F("1.2")


@pytest.mark.parametrize(
    ("flat", "share"), [(Flat.FULL, 1), (Flat.HALF, F(1, 2)), (Flat.ZERO, 0)]
)
def test_highest_equal_to_lowest_is_what_the_rulebook_says(flat, share):
    level = {Fact.VALUE: peers(5, 5, 5)}
    for name in ("efficacy", "minmax", "zscore"):
        assert ask(name, 5, peers=level, flat=flat).share == share


def test_equal_values_share_the_better_rank():
    shares = [ask("rank", v, peers=FIVE).share for v in ("9.4", "8.2", 5, "3.1")]
    assert shares == [1, F("0.95"), F("0.9"), F("0.8")]
    assert "居第3位（并列）" in ask("rank", 5, peers=FIVE).words
    table = {"steps": (1, "0.8", "0.5"), "least": "0.1"}
    assert ask("rank", "3.1", peers=FIVE, parameters=table).share == F("0.1")


def test_percentile_borda_and_z():
    assert ask("percentile", 5, peers=FIVE).share == F(2, 4)
    assert ask("borda", 5, peers=FIVE).share == F(3, 2) / 4
    assert ask("borda", "9.4", peers=FIVE, parameters={"each": 1}).share == F(4, 10)
    three = {Fact.VALUE: peers(1, 2, 3)}
    assert ask("zscore", 3, peers=three).share == F("0.6")
    assert ask("zscore", 3, peers=three, direction=-1).share == F("0.4")


@pytest.mark.parametrize("name", ["efficacy", "minmax", "zscore", "rank", "borda"])
def test_without_a_value_or_peers_there_is_no_answer(name):
    assert ask(name, peers=FIVE).why == "缺少实际值"
    assert ask(name, 5).why == "本组没有可以比较的数"
