"""Patterns with a class of Chinese characters."""

import re

import pytest

from paitou.text.hanzi import compiled

TEXT = "市a政B府3、Ⅳ“一”_(零) .Z9"


@pytest.mark.parametrize(
    "pattern",
    [
        "[一-龥]",
        "[一-龥A-Za-z]",
        "[一-龥“(]",
        "[^一-龥]",
        "[^,。一-龥]",
        "[一-龥]{2,}",
        "第?[一-龥]$",
    ],
)
def test_they_match_what_the_class_matches(pattern):
    text = TEXT.replace("Ⅳ", "")
    assert compiled(pattern).findall(text) == re.findall(pattern, text)


def test_other_classes_stay():
    assert compiled("[,、]|[^。]").pattern == "[,、]|[^。]"
