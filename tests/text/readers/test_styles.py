from lxml import etree

from paitou.text.readers.styles import Style, read_styles, with_properties


def _style(name, label, inner="", based=""):
    based_on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:styleId="{name}"><w:name w:val="{label}"/>{based_on}{inner}</w:style>'
    )


def _read(make, *inner):
    return read_styles(etree.fromstring(make.part("styles", "".join(inner))))


def test_headings_are_known_by_name_and_by_outline_level(make):
    outline = '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'
    styles = _read(make, _style("1", "heading 1"), _style("2", "公文三级", outline))
    assert (styles["1"].level, styles["2"].level) == (1, 3)


def test_a_style_inherits_and_overrides(make):
    numbers = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>'
    body = '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
    styles = _read(
        make,
        _style("a", "heading 2", numbers),
        _style("b", "二级", based="a"),
        _style("c", "正文", body, based="a"),
    )
    assert styles["b"] == Style(level=2, list_id="4", list_level=1)
    assert styles["c"].level == 0


def test_styles_based_on_each_other_end(make):
    styles = _read(make, _style("a", "甲", based="b"), _style("b", "乙", based="a"))
    assert styles["a"] == Style()


def test_the_title_is_known(make):
    styles = _read(make, _style("T", "Title"), _style("S", "Subtitle", based="T"))
    assert styles["T"].is_title
    assert not styles["S"].is_title


def test_nonsense_in_numbers_is_passed_over(make):
    properties = etree.fromstring(
        make.part("pPr", '<w:outlineLvl w:val="x"/><w:numPr><w:ilvl w:val=""/></w:numPr>')
    )
    assert with_properties(Style(), properties) == Style()


def test_no_styles_no_entries():
    assert read_styles(None) == {}
