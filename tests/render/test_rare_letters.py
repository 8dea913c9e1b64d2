"""Tests of the letters that no installed font has."""

import pytest

from paitou.render import rare_letters
from paitou.render.rare_letters import font_issues, letters_without_font


@pytest.fixture
def fonts(monkeypatch):
    """Fonts that have every letter but those that are named."""

    def lacking(letters):
        monkeypatch.setattr(rare_letters, "_has_font", lambda one: one not in letters)

    return lacking


def test_each_letter_is_told_once(fonts):
    fonts("𪚥𫝀")
    assert letters_without_font(["𪚥云泽市𪚥", "𫝀𠮷"]) == ("𪚥", "𫝀")


def test_usual_letters_and_marks_are_not_asked_for(monkeypatch):
    def refuse(letter):
        raise AssertionError(letter)

    monkeypatch.setattr(rare_letters, "_has_font", refuse)
    assert letters_without_font(["云泽市 ABC，①●\u200f\u202e\ud800"]) == ()


def test_the_warning_says_which_and_what_to_do(fonts):
    fonts("𪚥")
    (issue,) = font_issues(["𪚥"])
    assert "𪚥" in issue.message
    assert "字体" in issue.remedy
    assert font_issues(["云"]) == ()


def test_without_fontconfig_nothing_is_claimed(monkeypatch):
    rare_letters._has_font.cache_clear()
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert letters_without_font(["𪚥"]) == ()
    rare_letters._has_font.cache_clear()
