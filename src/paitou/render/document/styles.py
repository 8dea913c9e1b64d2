"""The styles of an official document → the XML in which Word keeps them."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from paitou.render.document.page import (
    BODY_SIZE,
    BODY_SPACING,
    CELL_SIZE,
    DENSE_SIZE,
    LINE_PITCH,
    NUMBER_SIZE,
    TITLE_SIZE,
)

#: The names of the standard's fonts; none is shipped, Word falls back on what is there.
XIAOBIAOSONG, FANGSONG, KAITI = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312"
HEITI, SONGTI = "黑体", "宋体"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_CHARACTER = round((BODY_SIZE * 20) + BODY_SPACING)  # twips
_SMALL_LINE, _DENSE_LINE = 320, 280  # twips
_NOTE_LINE = 360


class Style(StrEnum):
    """The name of a style as Word lists it."""

    BODY = "公文正文"
    PLAIN = "公文正文（顶格）"
    TITLE = "公文标题"
    LEVEL_1 = "公文一级标题"
    LEVEL_2 = "公文二级标题"
    LEVEL_3 = "公文三级标题"
    LEVEL_4 = "公文四级标题"
    MARK = "公文标注"
    MASTHEAD = "公文报头"
    SIGNED = "公文署名"
    NOTE = "公文附注"
    PICTURE = "公文图"
    CAPTION = "公文图表题"
    CELL = "公文表格"
    CELL_HEAD = "公文表头"
    DENSE = "公文表格（小五）"
    DENSE_HEAD = "公文表头（小五）"
    NUMBER = "公文页码"
    FRAME = "公文页眉"
    IMPRINT = "公文版记"

    @property
    def id(self) -> str:
        """Return the id by which paragraphs name it."""
        return f"Gw{self.name.title().replace('_', '')}"


LEVELS = (Style.LEVEL_1, Style.LEVEL_2, Style.LEVEL_3, Style.LEVEL_4)


@frozen(kw_only=True)
class _Look:
    font: str = FANGSONG
    size: float = BODY_SIZE
    line: int = LINE_PITCH
    rule: str = "exact"
    align: str = "both"
    indent: int = 0  # characters
    spacing: int = 0
    outline: int | None = None
    colour: str = ""
    keep: bool = False


_LOOKS = {
    Style.BODY: _Look(indent=2, spacing=BODY_SPACING),
    Style.PLAIN: _Look(spacing=BODY_SPACING),
    Style.TITLE: _Look(font=XIAOBIAOSONG, size=TITLE_SIZE, align="center", keep=True),
    Style.LEVEL_1: _Look(font=HEITI, indent=2, spacing=BODY_SPACING, outline=0, keep=True),
    Style.LEVEL_2: _Look(font=KAITI, indent=2, spacing=BODY_SPACING, outline=1, keep=True),
    Style.LEVEL_3: _Look(indent=2, spacing=BODY_SPACING, outline=2, keep=True),
    Style.LEVEL_4: _Look(indent=2, spacing=BODY_SPACING, outline=3, keep=True),
    Style.MARK: _Look(font=HEITI, align="left"),
    Style.MASTHEAD: _Look(
        font=XIAOBIAOSONG, size=36, line=2 * LINE_PITCH, align="center", keep=True
    ),
    Style.SIGNED: _Look(align="right", spacing=BODY_SPACING, keep=True),
    Style.NOTE: _Look(size=CELL_SIZE, line=_SMALL_LINE),
    Style.PICTURE: _Look(line=240, rule="auto", align="center", keep=True),
    Style.CAPTION: _Look(font=HEITI, size=12, line=_NOTE_LINE, align="center", keep=True),
    Style.CELL: _Look(size=CELL_SIZE, line=_SMALL_LINE, align="left"),
    Style.CELL_HEAD: _Look(font=HEITI, size=CELL_SIZE, line=_SMALL_LINE, align="center"),
    Style.DENSE: _Look(size=DENSE_SIZE, line=_DENSE_LINE, align="left"),
    Style.DENSE_HEAD: _Look(font=HEITI, size=DENSE_SIZE, line=_DENSE_LINE, align="center"),
    Style.NUMBER: _Look(font=SONGTI, size=NUMBER_SIZE, line=_NOTE_LINE, align="left"),
    Style.IMPRINT: _Look(size=NUMBER_SIZE, align="left"),
    Style.FRAME: _Look(
        font=HEITI, size=NUMBER_SIZE, line=_NOTE_LINE, align="center", colour="B3261E"
    ),
}


def fonts_xml(font: str) -> str:
    """Return the names of a font for Latin and Chinese text alike."""
    named = " ".join(
        f'w:{script}="{font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    return f"<w:rFonts {named}/>"


def styles_xml() -> str:
    """Return the styles part of a document."""
    made = "".join(_style_xml(style, look) for style, look in _LOOKS.items())
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(FANGSONG)}'
        f'<w:sz w:val="{_half(BODY_SIZE)}"/><w:szCs w:val="{_half(BODY_SIZE)}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr></w:style>{made}</w:styles>"
    )


def _style_xml(style: Style, look: _Look) -> str:
    keep = "<w:keepNext/>" if look.keep else ""
    # w:firstLineChars is what Word counts in, w:firstLine what others read
    indent = (
        f'<w:ind w:firstLineChars="{look.indent * 100}" '
        f'w:firstLine="{look.indent * _CHARACTER}"/>'
        if look.indent
        else ""
    )
    outline = f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else ""
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    spacing = f'<w:spacing w:val="{look.spacing}"/>' if look.spacing else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.value}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{keep}<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{look.line}" '
        f'w:lineRule="{look.rule}"/>'
        f'{indent}<w:jc w:val="{look.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{fonts_xml(look.font)}{colour}{spacing}"
        f'<w:sz w:val="{_half(look.size)}"/><w:szCs w:val="{_half(look.size)}"/></w:rPr>'
        "</w:style>"
    )


def _half(points: float) -> int:
    return round(points * 2)
