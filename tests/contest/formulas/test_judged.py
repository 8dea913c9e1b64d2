"""Formulas that look at marks of judges, sides and voters."""

from fractions import Fraction

from contest.formulas.made import ask

F = Fraction


def test_satisfaction_is_the_mean_of_levels():
    found = ask("satisfaction", marks=(50, 30, 10, 5, 5))
    assert found.share == F("0.815")
    assert found.words == "（50×100＋30×80＋10×60＋5×30＋5×0）÷100＝81.5"
    assert ask("satisfaction", marks=(50, 30)).why == "票数应有5档，现有2档"
    assert ask("satisfaction", marks=(0, 0, 0, 0, 0)).why == "没有有效票"


def test_peer_weighs_the_sides():
    assert ask("peer", marks=(90, 80)).share == F("0.87")
    assert "2方" in ask("peer", marks=(90,)).why


def test_a_jury_drops_the_highest_and_the_lowest():
    found = ask("jury", marks=(92, 88, 70, 100, 90))
    assert found.share == F(92 + 88 + 90, 300)
    assert found.words == "5位评委，去掉1个最高分、1个最低分，（88＋90＋92）÷3＝90，满分100"


def test_two_judges_are_too_few_to_drop_any():
    found = ask("jury", marks=(90, 80))
    assert found.share == F("0.85")
    assert "人数不足，不去掉" in found.words
    assert ask("jury").why == "没有评委打分"
