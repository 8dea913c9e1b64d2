import pytest
from lxml import etree

from paitou.text.readers.numbering import read_numbering, written


def _level(index, form, text, extra=""):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def _list(number, abstract, extra=""):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{extra}</w:num>'


OUTLINE = "".join(
    (
        '<w:abstractNum w:abstractNumId="0">',
        _level(0, "japaneseCounting", "%1、"),
        _level(1, "chineseCounting", "（%2）"),
        _level(2, "decimal", "%3."),
        _level(3, "decimal", "%1.%3.%4", "<w:isLgl/>"),
        "</w:abstractNum>",
    )
)


def _read(make, *inner):
    return read_numbering(etree.fromstring(make.part("numbering", "".join(inner))))


def test_an_outline_counts_as_word_does(make):
    numbering = _read(make, OUTLINE, _list(1, 0))
    levels = [0, 1, 1, 2, 2, 0, 1, 2, 3]
    labels = [numbering.label("1", level) for level in levels]
    assert labels == [
        "一、",
        "（一）",
        "（二）",
        "1. ",
        "2. ",
        "二、",
        "（一）",
        "1. ",
        "2.1.1 ",
    ]


def test_two_lists_of_one_kind_go_on_counting(make):
    numbering = _read(make, OUTLINE, _list(1, 0), _list(2, 0))
    assert [numbering.label(name, 0) for name in "121"] == ["一、", "二、", "三、"]


def test_a_list_with_its_own_start_begins_there(make):
    own = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = _read(make, OUTLINE, _list(1, 0), _list(2, 0, own))
    assert [numbering.label(name, 0) for name in "1122"] == ["一、", "二、", "五、", "六、"]


def test_a_deeper_level_may_go_on_counting(make):
    inner = _level(0, "decimal", "%1.") + _level(
        1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>'
    )
    kind = f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
    numbering = _read(make, kind, _list(1, 0))
    labels = [numbering.label("1", level) for level in (0, 1, 0, 1)]
    assert labels == ["1. ", "第1条 ", "2. ", "第2条 "]


def test_bullets_and_unknown_lists(make):
    kind = f'<w:abstractNum w:abstractNumId="0">{_level(0, "bullet", "·")}</w:abstractNum>'
    numbering = _read(make, kind, _list(1, 0))
    assert numbering.label("1", 0) == "• "
    assert numbering.label("1", 7) == ""
    assert numbering.label("9", 0) == ""
    assert numbering.label("1", 99) == ""


def test_a_list_may_point_to_the_style_of_another(make):
    kinds = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>'
        f"{_level(0, 'decimal', '%1、')}</w:abstractNum>"
    )
    assert _read(make, kinds, _list(1, 0)).label("1", 0) == "1、"


def test_a_document_without_lists_has_no_numbers():
    assert read_numbering(None).label("1", 0) == ""


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (20, "ideographDigital", "二〇"),
        (12, "chineseLegalSimplified", "拾贰"),
        (3, "ideographTraditional", "丙"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalFullWidth", "２"),
        (2, "decimalEnclosedParen", "⑵"),
        (6, "hebrew1", "6"),
        (0, "upperRoman", "0"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_counts_are_written_in_their_format(count, form, text):
    assert written(count, form) == text
