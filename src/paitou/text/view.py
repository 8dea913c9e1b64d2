"""A block of text → the same words as patterns can read them, with every offset kept true.

Nothing is rewritten: full-width digits, NBSP, ∶ and the like are folded character for
character, breaks and blanks inside a sentence are passed over, and a map leads back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import field, frozen

from paitou.model import Span

_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDED |= {
    ord("\u3000"): ord(" "),
    ord("\u00a0"): ord(" "),
    ord("\u2002"): ord(" "),
    ord("\u2003"): ord(" "),
    ord("\u2009"): ord(" "),
    ord("\u202f"): ord(" "),
    ord("\ufeff"): ord(" "),
    ord("\u200b"): ord(" "),
    ord("\u2236"): ord(":"),
    ord("\ufe50"): ord(","),
    ord("\t"): ord(" "),
    ord("\r"): ord(" "),
    ord("\u2028"): ord(" "),
    ord("〇"): ord("零"),
    ord("○"): ord("零"),
    ord("％"): ord("%"),
    ord("﹪"): ord("%"),
    ord("〔"): ord("("),
    ord("〕"): ord(")"),
    ord("–"): ord("—"),
    ord("－"): ord("-"),
    ord("～"): ord("~"),
    ord("∼"): ord("~"),
    ord("〜"): ord("~"),
    ord("・"): ord("·"),
}
#: Most text has none of them, and looking is cheaper than folding.
_FOLDABLE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))}]")
_BLANK = re.compile(r"\s+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9]")


@frozen
class View:
    """Folded text of [base, …) of a document; `offsets` is None if nothing was left out."""

    text: str
    base: int
    offsets: Sequence[int] | None = field(default=None, repr=False)

    def at(self, index: int) -> int:
        """Return the document offset of the view's character `index` (or its end)."""
        if self.offsets is None:
            return self.base + index
        if index < len(self.offsets):
            return self.offsets[index]
        return (
            self.offsets[-1] + 1 + index - len(self.offsets) if self.offsets else self.base
        )

    def span(self, start: int, end: int) -> Span:
        """Return the document span of the view's characters [start, end)."""
        if self.offsets is None:
            return Span(self.base + start, self.base + max(start, end))
        if end <= start:
            return Span(self.at(start), self.at(start))
        return Span(self.at(start), self.at(end - 1) + 1)


def fold(text: str) -> str:
    """Return the text folded character for character; its length is unchanged."""
    return text.translate(_FOLDED) if _FOLDABLE.search(text) else text


def view(
    text: str,
    start: int,
    end: int,
    *,
    keep_blanks: bool = False,
    gaps: Sequence[Span] = (),
) -> View:
    """Return [start, end) of the text as patterns read it.

    Blanks and `gaps` (a block's page numbers) are passed over, except that a blank between
    two Latin words stays; with `keep_blanks` (tables) all stay, folded to a plain space.
    """
    folded = fold(text[start:end])
    for gap in gaps:
        before, after = max(gap.start - start, 0), max(gap.end - start, 0)
        hidden = folded[before:after]
        folded = folded[:before] + " " * len(hidden) + folded[after:]
    if keep_blanks or not _has_blank(folded):
        return View(folded.replace("\n", " "), start)
    return _squeeze(folded, start)


def written(text: str, start: int, end: int) -> str:
    """Return the words of [start, end) as they are written, with the blanks passed over."""
    seen = view(text, start, end)
    if seen.offsets is None:
        return text[start:end]
    return "".join(
        " " if shown == " " else text[at]
        for shown, at in zip(seen.text, seen.offsets, strict=True)
    )


def _has_blank(folded: str) -> bool:
    """Splitting finds the first blank faster than a pattern does."""
    return folded.split(None, 1) != [folded] and folded != ""


def _squeeze(folded: str, base: int) -> View:
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for blank in _BLANK.finditer(folded):
        pieces.append(folded[done : blank.start()])
        offsets.extend(range(base + done, base + blank.start()))
        if _between_words(folded, blank):
            pieces.append(" ")
            offsets.append(base + blank.start())
        done = blank.end()
    pieces.append(folded[done:])
    offsets.extend(range(base + done, base + len(folded)))
    return View("".join(pieces), base, offsets)


def _between_words(folded: str, blank: re.Match[str]) -> bool:
    """Two Latin words stay apart; spaced-out digits (2 0 0 5年) do not."""
    if blank.start() == 0 or blank.end() >= len(folded):
        return False
    before, after = folded[blank.start() - 1], folded[blank.end()]
    if not (_ASCII_WORD.match(before) and _ASCII_WORD.match(after)):
        return False
    return not (before.isdigit() and after.isdigit())
