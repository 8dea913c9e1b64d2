import pytest

from paitou.text.lines import break_lines, split_lines, trimmed


def words(text, lines):
    return [text[line.start : line.end] for line in lines]


def test_blanks_around_a_line_are_left_out_and_counted():
    text = "\u3000\u3000一、总体要求 \r\n\r\n\r\n\xa0\ufeff二、任务\u200b\n"
    lines = split_lines(text)
    assert words(text, lines) == ["一、总体要求", "二、任务"]
    assert [line.indent for line in lines] == [4, 2]
    assert [line.gap for line in lines] == [0, 2]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\x85", "\u2028"])
def test_every_kind_of_line_end_parts_lines(end):
    text = f"甲{end}乙"
    assert words(text, split_lines(text)) == ["甲", "乙"]


@pytest.mark.parametrize("text", ["", "\n\n", " \u3000\u200b\ufeff\t"])
def test_nothing_gives_no_lines(text):
    assert split_lines(text) == []
    assert trimmed(text, 0, len(text)) == (0, 0)


def test_two_wide_blanks_part_a_heading_from_its_text():
    text = "\u3000\u3000第一篇\u3000转变方式\u3000\u3000“十二五”时期是关键时期"
    lines = break_lines(text, split_lines(text))
    assert words(text, lines) == ["第一篇\u3000转变方式", "“十二五”时期是关键时期"]


def test_two_headings_on_one_line_are_parted():
    text = "第三篇推进改革第十三章深化各项改革"
    lines = break_lines(text, split_lines(text))
    assert words(text, lines) == ["第三篇推进改革", "第十三章深化各项改革"]


@pytest.mark.parametrize(
    "text", ["第一章和第二章的规定继续有效", "第二章任务。见第三章要求"]
)
def test_a_chapter_that_is_only_spoken_of_parts_nothing(text):
    assert words(text, break_lines(text, split_lines(text))) == [text]


def test_a_text_on_one_line_is_taken_apart_at_its_blanks():
    body = "我们坚持稳中求进，经济增长5%左右。" * 100
    text = f"云桥市市长 王某 各位代表： 一、2023年工作回顾 {body} （一）扩大内需 {body}"
    lines = words(text, break_lines(text, split_lines(text)))
    assert lines[1:3] == ["各位代表：", "一、2023年工作回顾"]
    assert lines[4] == "（一）扩大内需"
