import pytest

from paitou.model import BlockKind
from paitou.text.lines import Line, split_lines
from paitou.text.wrapping import common_width, ends_sentence, mark_scraps, width_of

WRAPPED = "推动各类数据资源有序流动并且在安全可控的前提下\n" * 12 + "得到应用。\n"


def measured(text):
    lines = split_lines(text)
    return lines, [width_of(text, line) for line in lines]


def test_width_counts_a_chinese_character_twice_and_blanks_not_at_all():
    text = "到 2028 年"
    assert width_of(text, Line(0, len(text))) == 8
    assert width_of("100 %", Line(0, 5)) == 4


def test_a_sentence_may_end_inside_quotes_and_brackets():
    assert ends_sentence("他说：“好。”", 7)
    assert ends_sentence("持续推进。）", 6)
    assert not ends_sentence("加快建设“双创”", 8)
    assert ends_sentence("如下：", 3, also="：")


def test_lines_that_break_at_one_width_are_hard_wrapped():
    lines, widths = measured(WRAPPED)
    assert common_width(WRAPPED, lines, widths) == widths[0]


def test_whole_paragraphs_are_not_hard_wrapped():
    text = "一、总体要求\n" + "到2025年，经济总量达到一万亿元以上。\n" * 20
    assert common_width(text, *measured(text)) == 0


def test_sentences_without_full_stops_are_not_hard_wrapped():
    text = "".join("产业结构优化升级，" * n + "经济总量增长\n" for n in range(1, 30))
    assert common_width(text, *measured(text)) == 0


ORGS = (
    "市发展改革委、市财政局、市文化和旅游局",
    "市农业农村局、市水利局、市林业和草原局",
    "市住房城乡建设局、市生态环境局、各开发区",
)
TASK = "{0}.做好第{0}项工作,加快补齐短板弱项。到2026年,建成项目{0}个。{1}\n"


@pytest.mark.parametrize(
    "note",
    [
        "\n责任单位:{}",
        "\n牵头单位：市教育局\n责任单位：{}\n完成时限：2026年12月底",
        "(责任单位:{})",
        "\n（{}按职责分工负责）",
        "\n\n{}\n",
    ],
)
def test_lines_that_name_organisations_are_not_broken(note):
    tasks = (TASK.format(n, note.format(ORGS[n % 3])) for n in range(1, 13))
    text = "一、任务\n" + "".join(tasks)
    assert common_width(text, *measured(text)) == 0


def test_empty_lines_between_all_lines_do_not_hide_that_they_are_broken():
    text = WRAPPED.replace("\n", "\n\n")
    assert common_width(text, *measured(text)) == 46


def test_a_run_of_short_lines_is_a_flattened_table():
    text = WRAPPED + "".join(f"指标{n}\n\n{n}.5\n\n>70\n\n" for n in range(5)) + WRAPPED
    lines, widths = measured(text)
    marked = mark_scraps(text, lines, widths, common_width(text, lines, widths))
    cells = [text[x.start : x.end] for x in marked if x.kind is BlockKind.TABLE]
    assert cells[:3] == ["指标0", "0.5", ">70"]
    assert len(cells) == 15


def test_headings_are_no_scraps():
    heads = "二、任务\n（一）范围\n（二）要求\n（三）标准\n（四）步骤\n（五）办法\n" * 2
    lines, widths = measured(WRAPPED + heads)
    marked = mark_scraps(WRAPPED + heads, lines, widths, 46)
    assert not any(line.kind for line in marked)
