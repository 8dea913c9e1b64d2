"""A document and an office's own template → the .docx that the template makes of it.

The variables are documented in docs/papers.md; their names are Chinese, as those who lay
out a template in Word have to type them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from paitou.model import UsageError
from paitou.render.charts import draw_png
from paitou.render.document.content import (
    Annex,
    Block,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Table,
)
from paitou.render.document.page import TEXT_WIDTH
from paitou.render.document.paragraphs import clean
from paitou.render.document.undating import undated

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

#: What a variable may be; `object` is a picture that only the template can place.
Told: TypeAlias = "str | int | bool | list[Told] | dict[str, Told] | object"
_PNG_SCALE = 3
_UNDEFINED = re.compile(r"'([^']*)' is undefined|no attribute '([^']*)'")
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


def filled_bytes(document: Document, template: Path) -> bytes:
    """Return the template with the document filled in; equal in, equal out.

    Raises:
        UsageError: the template cannot be read or filled, or hides that data are made up.
    """
    from docxtpl import DocxTemplate

    filled = DocxTemplate(io.BytesIO(_read(template)))
    told = variables(document, filled)
    stream = io.BytesIO()
    try:
        _render(filled, told)
        filled.save(stream)
    except Exception as fault:  # whatever goes wrong in a template is the template's
        raise UsageError(_told(template, fault)) from fault
    made = undated(stream.getvalue())
    _check_frame(document, made, template)
    return made


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as fault:
        raise UsageError(f"模板“{template.name}”打不开，请检查文件和权限") from fault


def _render(filled: DocxTemplate, told: dict[str, Told]) -> None:
    """Fill it where nothing but the variables can be reached, and no name is silent."""
    from paitou.render.document.sandbox import TemplateEnvironment

    filled.render(told, TemplateEnvironment(), autoescape=True)


def variables(document: Document, template: DocxTemplate | None = None) -> dict[str, Told]:
    """Return what a template may use, by its Chinese name."""
    head, signed = document.masthead, document.signature
    return {
        "标题": clean(document.name),
        "标注": clean(document.mark),
        "右注": clean(document.right),
        "报头": {
            "名称": clean(head.name if head else ""),
            "期号": clean(head.number if head else ""),
            "单位": clean(head.org if head else ""),
            "日期": clean(head.date if head else ""),
        },
        "文号": clean(document.number),
        "主送": clean(document.addressee),
        "引言": _parts(_before(document.blocks), template),
        "正文": _parts(document.blocks, template),
        "章": _chapters(document.blocks, template),
        "附件": [_annex(annex, template) for annex in document.annexes],
        "署名": clean(signed.org if signed else ""),
        "成文日期": clean(signed.date if signed else ""),
        "公开属性": clean(document.publicity),
        "版记": {
            "抄送": clean(document.imprint.copies if document.imprint else ""),
            "印发机关": clean(document.imprint.office if document.imprint else ""),
            "印发日期": clean(document.imprint.date if document.imprint else ""),
        },
        "页眉": clean(document.frame),
    }


def texts_of(document: Document) -> Iterator[str]:
    """Yield every text of the document."""
    waiting: list[object] = [variables(document)]
    while waiting:
        told = waiting.pop()
        if isinstance(told, str):
            yield told
        elif isinstance(told, dict):
            waiting += told.values()
        elif isinstance(told, list):
            waiting += told


def _before(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    first = next((n for n, one in enumerate(blocks) if _opens(one)), len(blocks))
    return blocks[:first]


def _opens(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _chapters(blocks: tuple[Block, ...], template: DocxTemplate | None) -> list[Told]:
    found: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            found.append((block.text, []))
        elif found:
            found[-1][1].append(block)
    return [
        {"标题": clean(title), "内容": _parts(tuple(under), template)}
        for title, under in found
    ]


def _annex(annex: Annex, template: DocxTemplate | None) -> dict[str, Told]:
    return {
        "标题": clean("".join(annex.title)),
        "标注": clean(annex.label),
        "内容": _parts(annex.blocks, template),
    }


def _parts(blocks: tuple[Block, ...], template: DocxTemplate | None) -> list[Told]:
    return [_part(block, template) for block in blocks]


def _part(block: Block, template: DocxTemplate | None) -> dict[str, Told]:
    """What every part has, so that a template may ask for it, and what only some have."""
    match block:
        case Paragraph():
            return _made("段", block.text, block.lead)
        case Heading():
            return {**_made("标题", block.text), "级": block.level}
        case Note():
            return _made("注", block.text)
        case Table():
            return {**_made("表", block.title), **_table(block)}
        case Picture():
            return {**_made("图", block.caption), "图": _picture(block, template)}
        case PageBreak():
            return _made("分页", "")


def _made(kind: str, text: str, lead: str = "") -> dict[str, Told]:
    return {"类": kind, "文字": clean(text), "引语": clean(lead)}


def _table(table: Table) -> dict[str, Told]:
    return {
        "左注": clean(table.left),
        "单位": clean(table.unit),
        "列": [clean(column.title) for column in table.columns],
        "行": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> dict[str, Told]:
    cells: list[Told] = [clean(cell) for cell in row.cells]
    return {"格": cells, "通栏": row.is_band, "合计": row.is_total}


def _picture(picture: Picture, template: DocxTemplate | None) -> object:
    if template is None:
        return ""
    from docx.shared import Mm
    from docxtpl import InlineImage

    stream = io.BytesIO(draw_png(picture.spec, _PNG_SCALE))
    return InlineImage(template, stream, width=Mm(TEXT_WIDTH))


def _told(template: Path, fault: Exception) -> str:
    from jinja2 import TemplateError
    from jinja2.exceptions import SecurityError

    found = _UNDEFINED.search(str(fault))
    if found:
        what = f"没有“{found[1] or found[2]}”这个变量"
    elif isinstance(fault, SecurityError):
        what = "模板里只能写变量、if 和 for，不能计算、不能调用函数"
    elif isinstance(fault, TemplateError):
        what = "有一处标记写得不对，请检查 {{ }} 和 {% %} 是否成对"
    else:
        what = "文件读不出来或填不进去，请用 Word 另存为 .docx 再试"
    return f"模板“{template.name}”不能用：{what}；写法见 docs/papers.md"


def _check_frame(document: Document, made: bytes, template: Path) -> None:
    """Made-up data never go out unmarked, whoever laid out the paper."""
    from xml.sax.saxutils import escape
    from zipfile import ZipFile

    if not document.frame:
        return
    with ZipFile(io.BytesIO(made)) as package:
        names = [name for name in package.namelist() if _PARTS.fullmatch(name)]
        texts = [package.read(name).decode("utf-8") for name in names]
    if not any(escape(clean(document.frame)) in text for text in texts):
        raise UsageError(
            f"模板“{template.name}”没有写“{document.frame}”：请在页眉里加上 {{{{ 页眉 }}}}"
        )
