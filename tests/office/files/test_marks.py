"""Tests of secrecy marks: wherever one stands the file is refused, ordinary words pass."""

import pytest

from paitou.office.files.apart import check_apart
from paitou.office.files.checking import check
from paitou.office.files.marks import BearsMark, mark_in_name, mark_in_text
from upload_samples import chunk, docx, pdf, picture, xlsx

MOST = 5_000_000


@pytest.mark.parametrize(
    "name",
    [
        "机密★1年关于重点企业的报告.pdf",
        "（秘密）会议纪要.docx",
        "【绝密】方案.pdf",
        "秘密★长期.txt",
        "绝密.pdf",
        "云政发〔2025〕1号 机密★5年.pdf",
        "关于征地的请示-秘密5年.docx",
        "机\u3000密☆3年.png",
    ],
)
def test_a_name_that_bears_a_mark(name):
    assert mark_in_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "商业秘密保护办法.pdf",
        "保守国家秘密宣传.docx",
        "机密文件管理制度.pdf",
        "（商业秘密）保护情况.xlsx",
        "绝密飞行影评.txt",
        "秘密花园项目.jpg",
        "保密承诺书.pdf",
        "精密制造.pdf",
    ],
)
def test_a_name_with_ordinary_words(name):
    assert mark_in_name(name) is None


@pytest.mark.parametrize(
    "text",
    [
        "机密★1年\n关于……",
        "正文\n" * 400 + "附件\n秘密★长期\n名单",
        "绝密★启用前",
        "秘\u200b密★5年",
        "机　密 ★ 10年",
        "机密*5年",
        "000123 机密★1年 特急",
        "秘密",
    ],
)
def test_a_text_that_bears_a_mark(text):
    assert mark_in_text([text])


@pytest.mark.parametrize(
    "text",
    [
        "加强商业秘密保护。",
        "保守国家秘密，人人有责\n秘密花园★建成",
        "标注“机密★5年”字样的文件，按规定处理。",
        "正文\n" * 100 + "秘密\n",
        "机密 * 5 项工作",
        "中华人民共和国保守国家秘密法",
        "绝密级、机密级、秘密级国家秘密的保密期限",
    ],
)
def test_a_text_with_ordinary_words(text):
    assert mark_in_text([text]) is None


HEAD = "<s><oddHeader>&amp;L机密★5年&amp;C表</oddHeader></s>"
TEXT = chunk(b"tEXt", "机密★1年".encode())
MARKED = {
    "机密★1年.txt": "正文".encode(),
    "a.txt": "机密★1年\n关于".encode("gb18030"),
    "a.csv": "序号,名称\n机密★1年\n".encode("utf-16"),
    "a.docx": docx("机密|★|1年", "关于"),
    "a.xlsx": xlsx("指标", "绝密★长期"),
    "b.xlsx": xlsx(**{"xl/worksheets/sheet1.xml": HEAD}),
    "c.docx": docx(**{"word/embeddings/a.xlsx": xlsx("机密★1年")}),
    "a.png": picture("PNG")[:-12]
    + chunk(b"tEXt", "机密★1年".encode())
    + chunk(b"IEND", b""),
    "a.jpg": picture("JPEG", comment="秘密★5年".encode("gb18030")),
    "a.pdf": pdf(b"<< /Title (\xfe\xff" + "机密★1年".encode("utf-16-be") + b") >>"),
}
MARKED["b.docx"] = docx(**{"word/header1.xml": "<h><p><t>秘密★</t></p></h>"})


@pytest.mark.parametrize("name", MARKED)
def test_a_file_that_bears_a_mark_is_refused_and_the_sentence_says_what_to_do(name):
    with pytest.raises(BearsMark) as caught:
        check(name, MARKED[name], MOST)
    assert "非涉密系统不得存储" in str(caught.value)
    assert "按保密规定处理" in str(caught.value)
    assert caught.value.mark[0] in "绝机秘"


def test_the_mark_comes_through_from_the_other_process():
    with pytest.raises(BearsMark) as caught:
        check_apart("a.docx", MARKED["a.docx"], MOST)
    assert caught.value.mark == "机密★1年"
    assert str(caught.value).startswith("“a.docx”带有密级标志“机密★1年”")
