"""Every value of the model has its Chinese word."""

from __future__ import annotations

import pytest

from paitou.model import (
    CommitmentKind,
    Comparator,
    Measure,
    OrgRole,
    Role,
    Strength,
    WhenKind,
)
from paitou.render import wording


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (wording.ROLE, Role),
        (wording.MEASURE, Measure),
        (wording.MEASURE_MEANING, Measure),
        (wording.COMPARATOR, Comparator),
        (wording.COMPARATOR_SIGN, Comparator),
        (wording.WHEN, WhenKind),
        (wording.STRENGTH, Strength),
        (wording.COMMITMENT_KIND, CommitmentKind),
        (wording.ORG_ROLE, OrgRole),
    ],
)
def test_every_value_has_its_word(words, values):
    assert list(words) == list(values)


def test_no_two_values_share_a_word():
    for words in (
        wording.MEASURE,
        wording.COMMITMENT_KIND,
        wording.MENTION,
        wording.NATURE,
    ):
        assert len(set(words.values())) == len(words)


def test_every_class_of_numbers_is_explained():
    assert set(wording.MENTION) == set(wording.MENTION_MEANING)
    assert wording.MENTION.keys() >= wording.ACCOUNTED
