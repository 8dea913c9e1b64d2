from itertools import pairwise

import pytest

from paitou.tracking.grades import grade_rank

BEST_FIRST = (
    ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "劣Ⅴ"),
    ("Ⅰ类", "Ⅱ类水质", "Ⅲ类水体", "Ⅳ类", "Ⅴ类标准", "劣Ⅴ类"),
    ("一级", "二级", "三级", "四级"),
    ("一等", "二等", "三等"),
    ("甲级", "乙级", "丙级"),
    ("5A", "4A", "3A", "2A"),
    ("5A级", "4A级", "3A级"),
    ("五星", "四星", "三星"),
    ("五星级", "四星级"),
    ("AAA", "AA", "A", "B", "C", "D"),
    ("AA+", "AA", "AA-", "A+"),
    ("B+", "B", "B-", "C"),
)


@pytest.mark.parametrize("grades", BEST_FIRST, ids=lambda grades: grades[0])
def test_grades_are_in_their_order(grades):
    ranks = [grade_rank(grade) for grade in grades]
    assert None not in ranks
    assert all(one < other for one, other in pairwise(ranks))


@pytest.mark.parametrize(
    "same", [("Ⅲ", "III", "三", "3", "Ⅲ类", "iii类", " Ⅲ "), ("劣Ⅴ", "劣V类", "劣五类")]
)
def test_one_grade_is_written_in_several_ways(same):
    assert len({grade_rank(words) for words in same}) == 1


@pytest.mark.parametrize("words", ["", "优", "良好", "第三名", "12", "Ⅲ—Ⅳ", "合格", "7A"])
def test_what_is_no_grade_has_no_place(words):
    assert grade_rank(words) is None
