"""The tree of a web page → its paragraphs and grids, in the order of reading."""

from __future__ import annotations

import re

from attrs import Factory, define

from paitou.text.readers.numbering import written
from paitou.text.readers.parts import Grid, GridCell, Paragraph, Part
from paitou.text.readers.wordml import Node, integer

_INLINE = {
    *(
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
    ),
    *(
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rb",
        "ruby",
    ),
    *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
    *("var", "wbr"),
}
_OF_WORD = ("o:", "st1:", "v:", "w:")  # inline marks that Word leaves in its web pages
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_CHINESE = r"[\u2e80-\u9fff\uff00-\uffef]"
_WRAP = re.compile(rf"(?<={_CHINESE})[ \t\r\f]*\n\s*(?={_CHINESE})")
_BREAK = "\v"  # a line break that stands in the page, not in its source
_NUMBERED = re.compile(r"[（(]?[\d一二三四五六七八九十]+[)）、.．]|[•·—●■◆]")
_COUNTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def squeezed(text: str) -> str:
    """Return the text as a browser shows it: blanks as one space, lines trimmed.

    Where the source is wrapped between two Chinese characters, there is no space.
    """
    lines = _BLANKS.sub(" ", _WRAP.sub("", text)).split(_BREAK)
    return "\n".join(filter(None, (line.strip() for line in lines)))


@define
class _List:
    form: str  # of its numbers, empty for bullets
    count: int = 0

    def label(self, item: Node) -> str:
        self.count = integer(str(item.get("value", "")), self.count + 1)
        return f"{written(self.count, self.form)}. " if self.form else "• "


@define
class Page:
    """A page as far as it was walked: open cells hold parts, the buffer holds words."""

    _holders: list[list[Part]] = Factory(lambda: [[]])
    _tables: list[list[list[GridCell]]] = Factory(list)
    _lists: list[_List] = Factory(list)
    _buffer: list[str] = Factory(list)
    _level: int = 0
    _kept: int = 0  # open elements that keep their line breaks
    _label: str = ""

    def read(self, root: Node) -> list[Part]:
        """Return the parts of the page."""
        from lxml import etree

        for event, node in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._open(node, str(node.tag))
                self._add(node.text)
            else:
                self._close(node, str(node.tag))
                self._add(node.tail)
        self._flush()
        return self._holders[0]

    def _add(self, text: str | None) -> None:
        if text:
            self._buffer.append(text.replace("\n", _BREAK) if self._kept else text)

    def _flush(self) -> None:
        words = squeezed("".join(self._buffer))
        self._buffer = []
        if not words:
            return
        if not _NUMBERED.match(words):
            words = self._label + words
        self._label = ""
        self._holders[-1].append(Paragraph(text=words, level=self._level))

    def _open(self, node: Node, tag: str) -> None:
        if tag == "br":
            self._buffer.append(_BREAK)
        if tag == "br" or _is_inline(tag):
            return
        self._flush()
        if tag in _HEADINGS:
            self._level = _HEADINGS[tag]
        elif tag == "pre":
            self._kept += 1
        elif tag in ("ul", "ol"):
            self._lists.append(_list(node, tag))
        elif tag == "li" and self._lists:
            self._label = self._lists[-1].label(node)
        else:
            self._open_table(tag)

    def _open_table(self, tag: str) -> None:
        if tag == "table":
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in ("td", "th") and self._tables:
            self._holders.append([])

    def _close(self, node: Node, tag: str) -> None:
        if tag == "br" or _is_inline(tag):
            return
        self._flush()
        if tag in _HEADINGS:
            self._level = 0
        elif tag == "pre":
            self._kept -= 1
        elif tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._label = ""
        else:
            self._close_table(node, tag)

    def _close_table(self, node: Node, tag: str) -> None:
        if not self._tables:
            return
        if tag == "table":
            rows = self._tables.pop()
            self._holders[-1].append(Grid(rows=tuple(tuple(row) for row in rows if row)))
        elif tag in ("td", "th"):
            cell = GridCell(
                parts=tuple(self._holders.pop()),
                rows=_reach(node, "rowspan"),
                columns=_reach(node, "colspan"),
                is_head=tag == "th" or _is_in_head(node),
            )
            rows = self._tables[-1] or [[]]
            rows[-1].append(cell)
            self._tables[-1] = rows


def _is_inline(tag: str) -> bool:
    return tag in _INLINE or tag.startswith(_OF_WORD)


def _list(node: Node, tag: str) -> _List:
    form = _COUNTS.get(str(node.get("type", "")), "decimal") if tag == "ol" else ""
    return _List(form=form, count=integer(str(node.get("start", "")), 1) - 1)


def _reach(node: Node, name: str) -> int:
    """Return a span; 0 and what is no number count as 1."""
    return max(1, integer(str(node.get(name, "")), 1))


def _is_in_head(node: Node) -> bool:
    row = node.getparent()
    section = None if row is None else row.getparent()
    return section is not None and section.tag == "thead"
