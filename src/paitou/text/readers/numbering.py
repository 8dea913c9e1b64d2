"""Word's automatic numbering → the number that stands before a paragraph (一、 1.)."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import Factory, define, frozen

from paitou.text.readers.wordml import Node, W, integer, value

_DIGITS = "零一二三四五六七八九"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CLOSED = "、，）】》〕"  # nothing stands between such a sign and the words


@frozen(kw_only=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    is_legal: bool = False
    restarts: bool = True


@define
class Numbering:
    """The lists of a document, counted as its paragraphs come by."""

    levels: dict[str, dict[int, _Level]]  # by abstract list
    lists: dict[str, tuple[str, dict[int, int]]]  # list → abstract list, starts of its own
    _counts: dict[str, list[int | None]] = Factory(dict)
    _seen: set[str] = Factory(set)

    def label(self, list_id: str, level: int) -> str:
        """Return the number of the next paragraph of the list, "" where it shows none."""
        if list_id not in self.lists or not 0 <= level < _LEVELS:
            return ""
        abstract, starts = self.lists[list_id]
        levels = self.levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if list_id not in self._seen:
            self._seen.add(list_id)
            for index in starts:
                counts[index] = None
        self._step(counts, levels, starts, level)
        return _shown(levels, counts, level)

    def _step(
        self,
        counts: list[int | None],
        levels: dict[int, _Level],
        starts: dict[int, int],
        level: int,
    ) -> None:
        for index in range(level + 1):
            first = starts.get(index, levels[index].start if index in levels else 1)
            count = counts[index]
            if index == level:
                counts[index] = first if count is None else count + 1
            elif count is None:
                counts[index] = first
        for index in range(level + 1, _LEVELS):
            if index not in levels or levels[index].restarts:
                counts[index] = None


def read_numbering(root: Node | None) -> Numbering:
    """Return the lists that numbering.xml declares."""
    if root is None:
        return Numbering(levels={}, lists={})
    abstracts = list(root.iterchildren(W + "abstractNum"))
    linked = {value(item.find(W + "styleLink")): _levels(item) for item in abstracts}
    levels = {
        value(item, "abstractNumId"): _levels(item)
        or linked.get(value(item.find(W + "numStyleLink")), {})
        for item in abstracts
    }
    lists = {}
    for item in root.iterchildren(W + "num"):
        abstract = item.find(W + "abstractNumId")
        if abstract is not None:
            lists[value(item, "numId")] = (value(abstract), _starts(item))
    return Numbering(levels=levels, lists=lists)


def _levels(abstract: Node) -> dict[int, _Level]:
    return {
        integer(value(item, "ilvl")): _level(item)
        for item in abstract.iterchildren(W + "lvl")
    }


def _level(item: Node) -> _Level:
    restart = item.find(W + "lvlRestart")
    return _Level(
        start=integer(value(item.find(W + "start")), 1),
        format=value(item.find(W + "numFmt")) or "decimal",
        text=value(item.find(W + "lvlText")),
        suffix=value(item.find(W + "suff")) or "tab",
        is_legal=item.find(W + "isLgl") is not None,
        restarts=restart is None or value(restart) != "0",
    )


def _starts(item: Node) -> dict[int, int]:
    starts = {}
    for override in item.iterchildren(W + "lvlOverride"):
        start = override.find(W + "startOverride")
        level = integer(value(override, "ilvl"), -1)
        if start is not None and 0 <= level < _LEVELS:
            starts[level] = integer(value(start), 1)
    return starts


def _shown(levels: dict[int, _Level], counts: list[int | None], level: int) -> str:
    shape = levels[level]
    if shape.format == "bullet":
        return "• " if shape.text.strip() else ""
    if shape.format == "none":
        return ""

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        form = levels[index].format if index in levels else "decimal"
        return written(counts[index] or 0, "decimal" if shape.is_legal else form)

    label = _PLACE.sub(number, shape.text).strip()
    is_glued = not label or shape.suffix == "nothing" or label[-1] in _CLOSED
    return label if is_glued else label + " "


def written(count: int, form: str) -> str:
    """Return a count in one of Word's number formats; unknown ones as plain digits."""
    write = _FORMS.get(form)
    return write(count) if write and 0 < count < 10_000 else str(count)


def _chinese(count: int) -> str:
    """Return 1–9999 as 一 … 十 … 二十一 … 一百零一."""
    text = ""
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, count = divmod(count, size)
        if digit:
            text += _DIGITS[digit] + name
        elif text and count and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def _roman(count: int) -> str:
    text = ""
    for size, name in _ROMAN:
        text += name * (count // size)
        count %= size
    return text


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _letters(count: int) -> str:
    """Word repeats the letter: … Y Z AA BB."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Return the writer of signs that follow each other in Unicode, up to `last`."""
    return lambda count: chr(ord(first) + count - 1) if count <= last else str(count)


def _of(signs: str) -> Callable[[int], str]:
    return lambda count: signs[(count - 1) % len(signs)]


def _legal(count: int) -> str:
    return _chinese(count).translate(
        str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    )


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,  # what Word's Chinese edition writes for 一、二、三
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseLegalSimplified": _legal,
    "ideographDigital": lambda count: "".join(
        "〇一二三四五六七八九"[int(d)] for d in str(count)
    ),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": lambda count: "".join(chr(ord(d) + 0xFEE0) for d in str(count)),
}
