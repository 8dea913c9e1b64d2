"""Tests of 竞赛通报: outline B, nothing invented, lists internal, every rule annexed."""

import datetime as dt

import pytest
from attrs import evolve

from paitou.model import Period
from paitou.render.document import Heading, Note, Paragraph, Table, document_bytes
from paitou.report.contest_circular import contest_circular, write_contest

DAY = dt.date(2025, 11, 5)


@pytest.fixture(scope="module")
def paper(yunze):
    return contest_circular(yunze, DAY)


def told(blocks):
    found = []
    for block in blocks:
        match block:
            case Paragraph():
                found.append(block.lead + block.text)
            case Heading() | Note():
                found.append(block.text)
            case Table():
                found += ["|".join(row.cells) for row in block.rows]
    return "\n".join(found)


def test_the_outline_is_that_of_practice(paper):
    heads = [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 1]
    assert heads == [
        "一、总体情况", "二、分组名次", "三、单项前三和后三", "四、加减分和一票否决",
        "五、结果运用",
    ]  # fmt: skip
    assert ["".join(one.title) for one in paper.annexes] == [
        "得分明细", "数据来源", "计分办法",
    ]  # fmt: skip
    assert paper.frame == "模拟数据"


def test_ranks_and_words_are_those_of_the_board(paper):
    text = told(paper.blocks)
    assert "主城区5家平均87.77分。最高的云麓区97.48分，最低的霁川区75.75分" in text
    assert "1|云麓区|97.48|—|+0.76|持平|优秀" in text
    assert "按得分定等次：优秀4家、良好7家、合格1家。" in text
    assert "有8处数据缺少（石笠县、竹汀县）" in text


def test_lists_are_internal_and_an_empty_one_says_why(paper):
    text = told(paper.blocks)
    for name in ("先进", "进位", "提醒", "退位提醒"):
        assert f"{name}名单（内部，审定前不公开）" in text
    assert "本期5家：云麓区（总分97.48分，第1名）" in text
    assert "本期没有单位符合，名单为空" in text


def test_extras_are_told_and_missing_vetoes_too(paper):
    text = told(paper.blocks)
    assert "本期减分3件共3.5分，已计入得分。" in text
    assert "东溪区|督查通报|−0.50|老旧小区改造进度滞后|云竞办〔2025〕模拟9号" in text
    assert "本期没有登记一票否决事项。" in text


def test_a_first_round_has_nothing_to_compare_with(yunze):
    first = contest_circular(yunze, dt.date(2024, 6, 1), Period.parse("2024Q1"))
    text = told(first.blocks)
    before_figures = "上期没有可以比较的得分，不比较升降。" in text
    assert before_figures or "与2023年四季度相比" in text


def test_what_is_missing_is_listed_with_its_rule(paper):
    text = told(paper.annexes[1].blocks)
    assert "县域|石笠县|地区生产总值增速|到2025年11月5日没有2025年1—9月的数" in text
    assert "按本组最低得分率计" in text
    assert "7.55*" in told(paper.annexes[0].blocks)


def test_the_rules_tell_what_is_ours(paper):
    text = told(paper.annexes[2].blocks)
    assert "未公布而由本项目自拟的：全部规则都是虚构的" in text
    assert "得分四舍五入到2位小数" in text
    assert "一票否决“生态环境”（被省级以上生态环境督察点名通报）：等次不高于合格" in text
    assert "功效系数法" in text


def test_another_rulebook_is_asked_for_by_name(yunze):
    found = contest_circular(yunze, DAY, rulebook="departments")
    assert "市直部门季度考核办法" in found.name
    assert "市卫生健康委" in told(found.blocks)


def test_nobody_taking_part_is_said(yunze):
    book = evolve(yunze, orgs=())
    text = told(contest_circular(book, DAY, Period.parse("2025Q3")).blocks)
    assert "没有参评单位" in text


def test_equal_books_give_equal_bytes_and_a_file(yunze, paper, tmp_path):
    write_contest(yunze, tmp_path / "a.docx", as_of=DAY)
    assert (tmp_path / "a.docx").read_bytes() == document_bytes(paper)
