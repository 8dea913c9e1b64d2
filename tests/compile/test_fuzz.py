"""Hostile texts compile without an exception, and every span and count is true."""

import pytest

from fuzzing import KUNMING, faults, hostile_text

SEED, COUNT, CHUNK = 2023, 2000, 250
ORIGINALS = [KUNMING.read_text("utf-8")]


@pytest.mark.parametrize("first", range(0, COUNT, CHUNK))
def test_hostile_texts(first):
    texts = {n: hostile_text(SEED, n, ORIGINALS) for n in range(first, first + CHUNK)}
    wrong = {n: said for n, text in texts.items() if (said := faults(text))}
    assert wrong == {}


def test_the_plan_itself():
    assert faults(ORIGINALS[0]) == []
