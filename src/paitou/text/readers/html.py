"""A .html file → its paragraphs, headings and tables, without menus and machinery."""

from __future__ import annotations

import re

from paitou.model import UnreadableFile
from paitou.text.readers.compose import compose
from paitou.text.readers.page import Page, squeezed
from paitou.text.readers.plain import decode
from paitou.text.readers.wordml import Node
from paitou.text.reading import Reading

_UNREAD = (
    *("script", "style", "nav", "footer", "aside", "noscript", "template", "svg", "head"),
    *("iframe", "object", "select", "button", "textarea", "del", "rt", "rp"),
)
_SIGNS = re.compile(r"\W+")
_LISTS = {"ul", "ol", "dl", "div"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = {
    **dict.fromkeys(
        ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"), "gb18030"
    ),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}


def read_html(data: bytes) -> Reading:
    """Return the reading of a .html file: a line for each block."""
    root = _parsed(_decoded(data))
    if root is None:
        return Reading(text="", format="html")
    title = _title(root)
    _strip(root)
    return compose(Page().read(root), Reading(text="", format="html", title=title))


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    return decode(data, declared=_DECLARED.get(name, ""))


def _parsed(text: str) -> Node | None:
    from lxml import etree, html

    clean = text.replace("\x00", "").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        root = html.document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None  # nothing but blanks or comments
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise UnreadableFile(
            "网页标签嵌套过深，读不完整，请用浏览器打开后把正文另存为 .txt"
        )
    return root


def _title(root: Node) -> str | None:
    """Return what the page says it is about: 政府网站 must carry the meta ArticleTitle."""
    for meta in root.iter("meta"):
        if str(meta.get("name", "")).lower() == "articletitle":
            return squeezed(str(meta.get("content", ""))) or None
    title = root.find(".//title")
    return None if title is None else squeezed(title.text_content()) or None


def _strip(root: Node) -> None:
    """Drop what is not shown, and blocks that hold nothing but links (menus)."""
    from lxml import etree

    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for node in [*_hidden(root), *_menus(root)]:
        node.tag = "nav"
    etree.strip_elements(root, "nav", with_tail=False)


def _hidden(root: Node) -> list[Node]:
    return [
        node
        for node in root.iter()
        if node.tag not in ("html", "body")
        and "display:none" in str(node.get("style", "")).replace(" ", "").lower()
    ]


def _menus(root: Node) -> list[Node]:
    """Return the lists and divisions of three links and more with hardly a word between."""
    from lxml import etree

    menus = []
    counts: list[list[int]] = [[0, 0, 0]]  # characters, characters in links, links
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            counts.append([_length(node.text), 0, 0])
            continue
        characters, linked, links = counts.pop()
        if node.tag == "a":
            linked, links = characters, 1
        if node.tag in _LISTS and links >= 3 and linked >= 0.9 * characters:
            menus.append(node)
        above = counts[-1]
        above[0] += characters + _length(node.tail)
        above[1] += linked
        above[2] += links
    return menus


def _length(text: str | None) -> int:
    """Return how many letters and digits there are; menus are strewn with signs."""
    return len(_SIGNS.sub("", text)) if text else 0
