"""Every standing has a shape, a word and a colour."""

from __future__ import annotations

import pytest

from paitou.model import Attainment, Standing, WhyUnknown
from paitou.render.signs import is_asked_for, sign_of, sign_of_key, tallies


def standing(verdict, why=None):
    return Standing(statement="s1", org="", verdict=verdict, why_unknown=why)


@pytest.mark.parametrize("verdict", Attainment)
def test_every_verdict_has_a_sign(verdict):
    sign = sign_of(standing(verdict))
    assert sign.word
    assert "<path" in sign.shape


def test_no_figure_looks_different_from_missing_the_target():
    missed, unknown = (
        sign_of(standing(one)) for one in (Attainment.MISSED, Attainment.UNKNOWN)
    )
    assert missed.shape != unknown.shape
    assert missed.is_judged
    assert not unknown.is_judged


def test_why_it_is_unknown_is_told():
    sign = sign_of(standing(Attainment.UNKNOWN, WhyUnknown.DEFINITION_OPEN))
    assert (sign.key, sign.verdict, sign.word) == (
        "definition_open",
        "unknown",
        "口径待明确",
    )


def test_a_filter_takes_a_verdict_or_a_reason():
    one = standing(Attainment.UNKNOWN, WhyUnknown.UNVERIFIED)
    assert is_asked_for(one, "unknown")
    assert is_asked_for(one, "unverified")
    assert not is_asked_for(one, "not_published")
    assert not is_asked_for(None, "unknown")


def test_counts_add_up_and_are_in_order():
    given = [standing(Attainment.MISSED), standing(Attainment.MET)]
    given += [standing(Attainment.UNKNOWN, why) for why in WhyUnknown]
    found = tallies(given)
    assert sum(one.count for one in found) == len(given)
    assert [one.sign.key for one in found][:2] == ["met", "missed"]


def test_an_unknown_key_has_no_sign():
    assert sign_of_key("nothing") is None
