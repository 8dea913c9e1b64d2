"""Paragraphs that speak of annexes → the lists of their names, and the glossaries."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text.numbering import Style, number_at
from paitou.text.paragraphs import Paragraph
from paitou.text.view import view

_LISTED = re.compile(r"附件\d?:?(?:1[.、]|$)")
_GLOSSARY = re.compile(
    r"\(?(?:附[件录]?\d?[:、]?)?.{0,16}"
    r"(?:名词解释|名词注释|名词术语|名词说明|用语说明|术语解释|用语解释|注释)\)?:?"
)
_TERM = re.compile(
    r"(?:\d{1,3}[.、]|\(\d{1,3}\)|\[\d{1,3}\])[^。]{1,60}?(?::|是指|,?指|,即)"
)
_SURE_TERM = re.compile(r"\[\d{1,3}\]|.{1,6}“[^”]{1,30}”.{0,20}(?::|指)|.{3,40}(?:是指|指)")
_FEWEST_TERMS = 4
_MOST = 1000
_LAST_WORDS = ("释", "语", "明", ")", ":")
_SHORT = 90


def mark_annexes(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs; lists of annexes and glossaries are TAIL."""
    marked = list(paragraphs)
    annexes = [i for i, p in enumerate(paragraphs) if is_annex(text, p)]
    for index in annexes:
        for place in _name_list(text, paragraphs, index, has_later=index < annexes[-1]):
            marked[place] = marked[place]._replace(kind=BlockKind.TAIL)
    for first, last in _glossaries(text, paragraphs, annexes):
        for place in range(first, last):
            marked[place] = marked[place]._replace(kind=BlockKind.TAIL)
    return marked


def is_annex(text: str, paragraph: Paragraph) -> bool:
    """Return whether the paragraph opens with 附件 or 附件1 as a number of its own."""
    if paragraph.kind or text[paragraph.start] != "附":
        return False
    number = number_at(text, paragraph.start, paragraph.end)
    return number is not None and number.style is Style.ANNEX


def _name_list(
    text: str, paragraphs: Sequence[Paragraph], index: int, *, has_later: bool
) -> list[int]:
    """Return the paragraphs of the list of annexes that begins at `index`, if one does."""
    words = _words(text, paragraphs[index])
    colon = words.startswith("附件:")
    if not (colon and has_later) and not re.match(r"附件:?1[.、]", words):
        return []
    listed = [index]
    expected = 2 if words != "附件:" else 1
    for place in range(index + 1, min(len(paragraphs), index + 40)):
        number = number_at(text, paragraphs[place].start, paragraphs[place].end)
        follows = (
            number is not None and number.ordinal == expected and number.style is Style.DOT
        )
        alone = number is None and words == "附件:" and place == index + 1
        if not (follows or alone) or len(_words(text, paragraphs[place])) > _SHORT:
            break
        listed.append(place)
        expected += 1
    return listed


def _words(text: str, paragraph: Paragraph) -> str:
    return view(
        text, paragraph.start, min(paragraph.end, paragraph.start + 2 * _SHORT)
    ).text


def _glossaries(
    text: str, paragraphs: Sequence[Paragraph], annexes: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the ranges of paragraphs that explain terms; their titles stay outside."""
    found: list[tuple[int, int]] = []
    done = 0
    for index, paragraph in enumerate(paragraphs):
        if index >= done and _is_glossary_title(text, paragraph):
            after = bisect_right(annexes, index)
            done = annexes[after] if after < len(annexes) else len(paragraphs)
            found.append((index + 1, done))
    if not found and (untitled := _untitled(text, paragraphs)) < len(paragraphs):
        found.append((untitled, len(paragraphs)))
    return found


def _is_glossary_title(text: str, paragraph: Paragraph) -> bool:
    if paragraph.end - paragraph.start > 40 or paragraph.kind:
        return False
    words = _words(text, paragraph)
    return words.endswith(_LAST_WORDS) and bool(_GLOSSARY.fullmatch(words))


def _untitled(text: str, paragraphs: Sequence[Paragraph]) -> int:
    """Return where a numbered list of explained terms that ends the text begins."""
    last = len(paragraphs)
    terms = sure = 0
    for index in range(last - 1, max(last - _MOST, 0), -1):
        words = _words(text, paragraphs[index])
        if _TERM.match(words):
            terms += 1
            sure += bool(_SURE_TERM.match(words))
            if words.startswith(("1.", "1、", "(1)", "[1]")):
                return index if terms >= _FEWEST_TERMS and 2 * sure >= terms else last
        elif last - index > 3 * terms + 6:
            break
    return last
