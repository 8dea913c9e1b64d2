import pytest

from paitou.text.lines import split_lines
from paitou.text.pages import page_lines

LINES = "一二三四五六七八九十甲乙"


def page(number):
    return "".join(f"第{number}页上的第{n}行字\n" for n in LINES)


PAGE = page(0)


def pages_of(text):
    lines = split_lines(text)
    return [text[lines[i].start : lines[i].end] for i in sorted(page_lines(text, lines))]


def test_bare_numbers_that_count_pages():
    text = "".join(f"{page(n)}{n}\n\n\n" for n in range(1, 5))
    assert pages_of(text) == ["1", "2", "3", "4"]


@pytest.mark.parametrize("number", ["- 3 -", "—12—", "第3页", "第 3 页 共 12 页", "3/12页"])
def test_a_number_dressed_as_a_page_number(number):
    assert pages_of(f"{PAGE}{number}\n{PAGE}") == [number]


def test_row_numbers_of_a_table_are_no_page_numbers():
    text = "".join(f"{number}\n任务\n单位\n" for number in range(1, 40))
    assert pages_of(text) == []


def test_figures_of_a_table_are_no_page_numbers():
    text = PAGE + "20\n38.0\n20\n70\n6.08\n32/28\n" + PAGE
    assert pages_of(text) == []


def test_what_heads_page_after_page_is_no_text():
    pages = [f"云桥市产业规划\n{page(n)}{n}\n" for n in range(1, 6)]
    assert pages_of("".join(pages)).count("云桥市产业规划") == 4
    assert len(pages_of("".join(pages))) == 9


def test_among_paragraphs_a_bare_number_is_no_page_number():
    text = "".join(f"专栏\n{number}\n{PAGE}" for number in range(1, 5))
    assert page_lines(text, split_lines(text), dressed=True) == frozenset()
