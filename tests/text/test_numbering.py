import pytest

from paitou.text.numbering import Style, number_at


@pytest.mark.parametrize(
    ("text", "style", "ordinal", "rest"),
    [
        ("第一篇指导思想", Style.PART, 1, "指导思想"),
        ("第十二章 任务", Style.CHAPTER, 12, "任务"),
        ("第三部分：要求", Style.PART, 3, "要求"),
        ("第二十一条 本办法", Style.ARTICLE, 21, "本办法"),
        ("一、总体要求", Style.DUN, 1, "总体要求"),
        ("一、2024年工作回顾", Style.DUN, 1, "2024年工作回顾"),
        ("十一、保障措施", Style.DUN, 11, "保障措施"),
        ("（二）重点任务", Style.PAREN, 2, "重点任务"),
        ("(十)任务", Style.PAREN, 10, "任务"),
        ("㈢任务", Style.PAREN, 3, "任务"),
        ("3.推进现代服务业", Style.DOT, 3, "推进现代服务业"),
        ("３．推进", Style.DOT, 3, "推进"),
        ("12、加快建设", Style.DOT, 12, "加快建设"),
        ("2.2025年任务", Style.DOT, 2, "2025年任务"),
        ("⒌任务", Style.DOT, 5, "任务"),
        ("（1）现场核查", Style.DIGIT_PAREN, 1, "现场核查"),
        ("⑶核查", Style.DIGIT_PAREN, 3, "核查"),
        ("4)核查", Style.HALF_PAREN, 4, "核查"),
        ("③核查", Style.CIRCLE, 3, "核查"),
        ("专栏 4 数据工程", Style.BOX, 4, "数据工程"),
        ("附件2", Style.ANNEX, 2, ""),
        ("附件：名单", Style.ANNEX, 1, "名单"),
        ("三是统筹城乡", Style.FIRSTLY, 3, "统筹城乡"),
    ],
)
def test_numbers_of_headings(text, style, ordinal, rest):
    number = number_at(text, 0, len(text))
    assert number is not None
    assert (number.style, number.ordinal, text[number.end :]) == (style, ordinal, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9.8%的增速",
        "3.5万亿元",
        "2025年建成",
        "到2025年",
        "一、二、三产业协调发展",
        "一批项目",
        "第一产业增加值",
        "第三人民医院",
        "附近居民",
        "专栏",
        "（2023—2025年）",
        "1、2、3号楼",
        "\ud800",
    ],
)
def test_what_only_looks_like_a_number(text):
    assert number_at(text, 0, len(text)) is None


def test_offsets_count_from_the_text():
    text = "前言\n  （ 一 ） 任务"
    number = number_at(text, 5, len(text))
    assert number is not None
    assert (number.start, text[number.end :]) == (5, "任务")
