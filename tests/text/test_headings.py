import pytest

from paitou.text.headings import read_headings
from paitou.text.lines import split_lines
from paitou.text.paragraphs import join_lines

LONG = (
    "各地各部门要加强统筹协调，完善工作机制，压实工作责任，确保各项任务落到实处、取得实效。"
)


def entries(text, hints=None):
    return read_headings(text, join_lines(text, split_lines(text)), hints)


def titles(text, hints=None):
    return [e.heading.title for e in entries(text, hints) if e.heading]


@pytest.mark.parametrize(
    ("text", "number", "title", "body"),
    [
        ("一、总体要求", "一、", "总体要求", ""),
        ("（一）指导思想", "（一）", "指导思想", ""),
        ("1.推动集群发展。加快建设。", "1.", "推动集群发展", "加快建设。"),
        ("2.目标：到2025年达到3家。", "2.", "目标", "到2025年达到3家。"),
        ("(3)新增就业10万人。", "(3)", "新增就业10万人", "新增就业10万人。"),
        (
            "4.培育100家企业。加快建设。",
            "4.",
            "培育100家企业",
            "培育100家企业。加快建设。",
        ),
        ("**5.做强产业。** 加快建设。", "5.", "做强产业", " 加快建设。"),
    ],
)
def test_a_title_ends_at_its_full_stop(text, number, title, body):
    (entry,) = entries(text)
    assert (entry.heading.number, entry.heading.title) == (number, title)
    assert text[entry.body :] == body


def test_a_long_first_sentence_is_read_as_text():
    text = (
        "1.排查企业产生量、类别、贮存、去向，重点掌握跨市转移的主要类别、"
        "转移量以及接收地，深入调查重点行业运行情况。"
    )
    (entry,) = entries(text)
    assert entry.heading.title == "排查企业产生量、类别、贮存、去向"
    assert text[entry.body :].startswith("排查企业")


@pytest.mark.parametrize(
    "text", ["一是加快建设。完善机制。", "到2025年，建成3家。", "9.8%左右"]
)
def test_running_text_has_no_heading(text):
    assert titles(text) == []


def test_short_lines_over_running_text_are_headings():
    text = f"序言\n{LONG}\n物流网络持续完善\n{LONG}\n2024年工作回顾\n{LONG}\n"
    assert titles(text) == ["序言", "物流网络持续完善", "2024年工作回顾"]


def test_a_numbered_sentence_that_nothing_follows_is_an_item():
    text = "1.所有乡镇全部建成设施。\n2.全部开通网办；\n（一）加强领导。\n" + LONG
    found = entries(text)
    assert [text[e.body : e.paragraph.end] for e in found[:3]] == [
        "所有乡镇全部建成设施。",
        "全部开通网办；",
        "",
    ]


def test_with_a_full_stop_they_are_headings_where_there_are_several():
    one = f"规模持续扩大。\n{LONG}\n"
    assert titles(one) == []
    many = one + f"结构不断优化。\n{LONG}\n动能加快转换。\n{LONG}\n"
    assert titles(many) == ["规模持续扩大", "结构不断优化", "动能加快转换"]


def test_firstly_is_a_heading_only_where_it_stands_alone():
    text = f"一是聚焦扩大内需，着力促进消费\n{LONG}\n二是完善机制。\n{LONG}\n"
    assert titles(text) == ["聚焦扩大内需，着力促进消费"]


@pytest.mark.parametrize(
    "line",
    ["各位代表！", "主要做了以下工作", "培育企业100家", "表 主要指标", "云桥市，一座城"],
)
def test_short_lines_that_are_no_headings(line):
    assert titles(f"{line}\n{LONG}\n") == []


def test_a_text_without_full_stops_has_no_plain_headings():
    bare = LONG.replace("。", "")
    assert titles(f"{bare}\n物流网络持续完善\n{bare}\n结构优化\n{bare}\n") == []


def test_an_annex_takes_its_title_from_the_next_line():
    text = f"附件1\n任务分工表\n一、服务\n{LONG}"
    first, second, *_ = entries(text)
    assert first.heading.title == "任务分工表"
    assert text[first.heading.start : first.heading.end] == "附件1\n任务分工表"
    assert second.paragraph.kind == "heading"


def test_a_box_may_have_its_number_and_title_on_lines_of_their_own():
    text = f"一、任务\n专栏\n1\n枢纽建设工程\n{LONG}"
    heading = entries(text)[1].heading
    assert (heading.number, heading.title) == ("专栏1", "枢纽建设工程")


def test_the_files_own_headings_need_no_number():
    text = f"保障措施\n短。\n第一章 总则\n{LONG}\n"
    found = [e.heading for e in entries(text, {0: 2, 8: 1}) if e.heading]
    assert [(h.title, h.level) for h in found] == [("保障措施", 2), ("总则", 1)]
