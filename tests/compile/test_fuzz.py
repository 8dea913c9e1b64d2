"""Hostile texts compile without an exception, and every span and count is true."""

import pytest

from fuzzing import faults, found
from material import KUNMING

SEED, COUNT, CHUNK = 2023, 2000, 250
ORIGINALS = [KUNMING.read_text("utf-8")]


@pytest.mark.parametrize("first", range(0, COUNT, CHUNK))
def test_hostile_texts(first):
    wrong = [found(number, SEED, ORIGINALS) for number in range(first, first + CHUNK)]
    assert [fault for fault in wrong if fault] == []


def test_the_plan_itself():
    assert faults(ORIGINALS[0]) == []
