"""docs/rulebooks.md, held against what may be written."""

import re
from functools import cache
from pathlib import Path

import pytest

from paitou.contest.formulas.descriptions import descriptions
from paitou.contest.rulebooks import presets, read_rulebook
from paitou.contest.rulebooks.keys import KEYS
from paitou.contest.rulebooks.words import WORDS

PAGE = Path(__file__).parents[3] / "docs" / "rulebooks.md"
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


@cache
def _parts(marks):
    """The text under each heading, by the heading without its Chinese."""
    text = PAGE.read_text("utf-8")
    parts = re.split(rf"^{marks} (\S+).*$", text, flags=re.MULTILINE)
    return {
        name.strip("[]`"): body for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }


@pytest.mark.parametrize("table", KEYS)
def test_every_key_is_documented(table):
    told = ROW.findall(_parts("##")[table or "文件开头"])
    assert sorted(told) == sorted(KEYS[table])


def test_every_formula_and_parameter_is_documented():
    parts = _parts("###")
    assert sorted(parts) == sorted(each.name for each in descriptions())
    for each in descriptions():
        told = ROW.findall(parts[each.name].split("\n## ")[0])
        assert told == [parameter.name for parameter in each.parameters]


def test_every_choice_is_documented():
    text = PAGE.read_text("utf-8")
    for choices, words in WORDS.items():
        assert set(words) == {choice.value for choice in choices}
        for choice, told in words.items():
            assert f"`{choice}`（{told.split()[0]}）" in text


def test_every_preset_is_documented():
    told = ROW.findall(_parts("##")["随附的考核办法"])
    assert told == [each.id for each in presets()]


def test_the_example_is_read_without_a_fault():
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert not read_rulebook(example)[1]
