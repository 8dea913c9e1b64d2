import pytest

from paitou.model import UnreadableFile
from paitou.text.readers.html import read_html

TEXT = "到2025年，经济总量达到1万亿元以上。"


def _read(body, head=""):
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("utf-8", "utf-8"),
        ("big5", "big5hkscs"),
        ("gb2312", "utf-8"),  # pages often declare what they are not
        ("utf-8", "gb18030"),
        ("unknown", "utf-8"),
    ],
)
def test_the_page_is_decoded_as_declared_or_as_it_is(declared, encoding):
    text = TEXT if encoding != "big5hkscs" else "經濟總量達到壹萬億元"
    page = f'<html><head><meta charset="{declared}"></head><p>{text}</p></html>'
    assert read_html(page.encode(encoding)).text == text


def test_an_xml_declaration_does_no_harm():
    page = f'<?xml version="1.0" encoding="gbk"?><html><body><p>{TEXT}</p></body></html>'
    assert read_html(page.encode("gbk")).text == TEXT


def test_machinery_and_menus_are_left_out():
    body = (
        "<script>1</script><style>2</style><nav>3</nav><!-- 4 --><button>5</button>"
        "<div><a>首页</a> | <a>2024年公报</a> | <a>第6号令</a></div>"
        "<ul><li><a>7</a><li><a>8</a><li><a>9</a></ul>"
        f"<p style='display: none'>10</p><p>{TEXT}</p>"
    )
    assert _read(body, "<title>11</title>").text == TEXT


def test_a_list_with_words_of_its_own_is_kept():
    body = "<ul><li><a>甲</a>建设100个项目<li><a>乙</a>完成投资<li><a>丙</a>增长10%</ul>"
    assert _read(body).text == "• 甲建设100个项目\n• 乙完成投资\n• 丙增长10%"


def test_the_title_is_what_the_page_says_it_is_about():
    meta = '<meta name="ArticleTitle" content="行动方案">'
    assert _read("<p>1", f"<title>行动方案_昆明市</title>{meta}").title == "行动方案"
    assert _read("<p>1", "<title> 行动\n方案 </title>").title == "行动方案"
    assert _read("<p>1").title is None


def test_a_page_without_words_has_no_text():
    assert read_html(b"<!-- -->").text == ""
    assert _read("").text == ""


def test_plain_words_are_a_page_too():
    assert read_html(TEXT.encode()).text == TEXT


def test_depth_without_end_is_told():
    with pytest.raises(UnreadableFile, match="嵌套过深"):
        read_html(b"<div>" * 100_000 + b"x")


def test_tables_in_tables_are_followed():
    assert _read("<table><tr><td>" * 400 + TEXT).text == TEXT


@pytest.mark.parametrize(
    "piece", ["<!--", "<a", "&lt;", "<p a=1 ", "<![CDATA[", "</td>", "<td>"]
)
def test_fragments_in_their_thousands_are_read(piece):
    assert isinstance(read_html(piece.encode() * 5000).text, str)


def test_control_characters_do_no_harm():
    text = _read("甲<p style='display:none'>藏</p>&#1;乙&#xD800;<div>丙\x01</div>").text
    assert "藏" not in text
    assert text.encode("utf-8")
