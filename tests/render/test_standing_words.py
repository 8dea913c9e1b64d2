"""Tests of the official words for standings."""

import pytest
from attrs import evolve

from paitou.model import Attainment, Nature, Standing, WhyUnknown
from paitou.render.standing_words import attainment_word, standing_word

MET = Standing(statement="s1", org="全市", verdict=Attainment.MET)


def test_every_verdict_has_a_word_and_a_mark_of_its_own():
    words = [attainment_word(verdict) for verdict in Attainment]
    assert len({word.word for word in words}) == len({word.mark for word in words})
    assert len(words) == len(Attainment)


@pytest.mark.parametrize("why", WhyUnknown)
def test_unknown_says_why(why):
    unknown = evolve(MET, verdict=Attainment.UNKNOWN, why_unknown=why)
    assert standing_word(unknown).word != "已达到"
    assert standing_word(unknown).mark == attainment_word(Attainment.UNKNOWN).mark


def test_a_binding_target_that_was_missed_is_not_done():
    missed = evolve(MET, verdict=Attainment.MISSED)
    assert standing_word(missed).word == "低于目标"
    assert standing_word(missed, Nature.BINDING).word == "未完成"
    assert standing_word(missed, Nature.EXPECTED).word == "低于目标"


def test_late_and_lapsed_are_told():
    assert standing_word(evolve(MET, late=True)).word == "逾期达到"
    assert standing_word(evolve(MET, lapsed=True)).word == "曾达到，又回落"
