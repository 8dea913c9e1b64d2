"""Texts → paragraphs in WordprocessingML; no text can break the XML around it."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from paitou.render.document.styles import KAITI, Style, fonts_xml
from paitou.render.quotes import nested

#: What XML 1.0 does not allow, and what Word shows as a box.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff]"
)
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BREAK = "<w:br/>"


def clean(text: str) -> str:
    """Return the text as it is set: line ends alike, inner quotes single.

    Characters that cannot be written are left out.
    """
    kept = _UNWRITABLE.sub("", _LINE_END.sub("\n", text)).replace("\t", " ")
    return nested(kept)


def run_xml(text: str, properties: str = "") -> str:
    """Return the text as a run; its line ends are line breaks."""
    hint = "" if "w:rFonts" in properties else '<w:rFonts w:hint="eastAsia"/>'
    parts = (
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
        for part in clean(text).split("\n")
    )
    return f"<w:r><w:rPr>{hint}{properties}</w:rPr>{_BREAK.join(parts)}</w:r>"


def paragraph_xml(style: Style, runs: str = "", properties: str = "") -> str:
    """Return a paragraph of a style; `properties` are those that differ from it."""
    named = f'<w:pStyle w:val="{style.id}"/>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def text_xml(style: Style, text: str, properties: str = "") -> str:
    """Return the text as a paragraph of a style."""
    return paragraph_xml(style, run_xml(text), properties)


def body_xml(text: str, lead: str, *, is_indented: bool) -> str:
    """Return a paragraph of the body, its first words in 楷体 where there are any."""
    style = Style.BODY if is_indented else Style.PLAIN
    led = run_xml(lead, fonts_xml(KAITI)) if lead else ""
    return paragraph_xml(style, led + run_xml(text))


def indent_right(characters: float, size: float) -> str:
    """Return the property that keeps a line from the right edge by so many characters."""
    twips = round(characters * size * 20)
    return f'<w:ind w:right="{twips}"/>'


def ems(text: str) -> float:
    """Return how many full characters wide a text is; a digit takes half of one."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)
