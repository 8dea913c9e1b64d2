"""What frames the text of a document → paragraphs: head, title, annex list, signature."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.render.document.content import Annex, Document, Masthead, Signature
from paitou.render.document.page import (
    BODY_SIZE,
    PORTRAIT,
    TITLE_CHARACTERS,
    Sheet,
    twips,
)
from paitou.render.document.paragraphs import (
    ems,
    indent_right,
    paragraph_xml,
    run_xml,
    text_xml,
)
from paitou.render.document.styles import Style
from paitou.render.document.title_lines import title_lines

_TAB = "<w:r><w:tab/></w:r>"
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="2" w:color="auto"/></w:pBdr>'
_SEALED = 4  # 7.3.5.1: 加盖印章的，成文日期右空四字
_SMALLEST = 2


def head_xml(document: Document) -> Iterator[str]:
    """Yield what stands above the text: mark, head of a bulletin, title, addressee."""
    if document.mark or document.right:
        yield _across(Style.MARK, document.mark, document.right)
    if document.masthead:
        yield from _masthead(document.masthead)
    elif document.mark or document.right:
        yield blank_xml()
    if document.number:
        yield text_xml(Style.PLAIN, document.number, '<w:jc w:val="center"/>')
        yield blank_xml()
    yield from title_xml(document.title, PORTRAIT)
    yield blank_xml()
    if document.addressee:
        yield text_xml(Style.PLAIN, document.addressee)


def title_xml(pieces: tuple[str, ...], sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a title."""
    width = round(TITLE_CHARACTERS * sheet.text_width / PORTRAIT.text_width)
    for line in title_lines(pieces, width):
        yield text_xml(Style.TITLE, line)


def blank_xml() -> str:
    """Return an empty line of the body."""
    return paragraph_xml(Style.PLAIN)


def annex_list_xml(annexes: tuple[Annex, ...]) -> Iterator[str]:
    """Yield the list of annexes under the text (7.3.4: 附件说明)."""
    if not annexes:
        return
    yield blank_xml()
    if len(annexes) == 1:
        yield _hanging("附件：", "".join(annexes[0].title), 2, 3)
        return
    for number, annex in enumerate(annexes, 1):
        mark = f"附件：{number}. " if number == 1 else f"{number}. "
        start = 2 if number == 1 else 5
        yield _hanging(mark, "".join(annex.title), start, 7 - start - 0.5)


def signature_xml(signature: Signature) -> Iterator[str]:
    """Yield who issues the document, in the middle above the day."""
    gap = (ems(signature.date) - ems(signature.org)) / 2
    for_org, for_date = _SEALED + gap, float(_SEALED)
    if for_org < _SMALLEST:
        for_org, for_date = _SMALLEST, _SMALLEST - gap
    yield blank_xml()
    yield text_xml(Style.SIGNED, signature.org, indent_right(for_org, BODY_SIZE))
    yield text_xml(Style.SIGNED, signature.date, indent_right(for_date, BODY_SIZE))


def publicity_xml(publicity: str) -> str:
    """Return the note on whom the document may be shown to (7.3.6: 附注)."""
    return text_xml(Style.BODY, f"（{publicity}）")


def annex_head_xml(annex: Annex, label: str, sheet: Sheet) -> Iterator[str]:
    """Yield the label and the title of an annex (7.3.7), closer where the page lies."""
    yield text_xml(Style.MARK, label, "<w:pageBreakBefore/>")
    if not sheet.is_landscape:
        yield blank_xml()
    yield from title_xml(annex.title, sheet)
    if not sheet.is_landscape:
        yield blank_xml()


def _masthead(masthead: Masthead) -> Iterator[str]:
    yield text_xml(Style.MASTHEAD, masthead.name)
    yield text_xml(Style.PLAIN, masthead.number, '<w:jc w:val="center"/>')
    yield _across(Style.PLAIN, masthead.org, masthead.date, _RULE)
    yield blank_xml()


def _across(style: Style, left: str, right: str, rule: str = "") -> str:
    """One text at the left edge and one at the right."""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(PORTRAIT.text_width)}"/></w:tabs>'
    told = f"{_TAB}{run_xml(right)}" if right else ""
    align = '<w:jc w:val="left"/>'
    return paragraph_xml(style, run_xml(left) + told, f"{rule}{stop}{align}")


def _hanging(mark: str, text: str, start: float, hang: float) -> str:
    """A line that begins `start` characters in; what is too long goes on under the text."""
    size = BODY_SIZE * 20
    indent = (
        f'<w:ind w:left="{round((start + hang) * size)}" w:hanging="{round(hang * size)}"/>'
    )
    return paragraph_xml(
        Style.PLAIN, run_xml(mark + text), f'<w:keepNext/>{indent}<w:jc w:val="left"/>'
    )
