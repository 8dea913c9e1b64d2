"""Tests of the table for the terminal."""

from attrs import evolve

from paitou.cli.plan_table import issue_lines, plan_table
from paitou.model import Issue


def test_every_statement_has_a_line_under_its_section(kunming_plan):
    lines = plan_table(kunming_plan).splitlines()
    assert lines[0] == kunming_plan.document.title
    heading = lines.index("4.持续扩大产业投资")
    assert lines[heading + 2].split()[:3] == ["工业投资", "每年增速", "≥26%"]
    assert sum("到2025年" in line or "2023—2025年" in line for line in lines) >= 90


def test_the_classes_of_numbers_are_counted(kunming_plan):
    said = plan_table(kunming_plan)
    assert f"数字{len(kunming_plan.mentions)}处" in said
    assert "条目编号" in said or "名称" in said


def test_a_plan_that_says_nothing_is_short(kunming_plan):
    empty = evolve(kunming_plan, statements=(), commitments=(), mentions=())
    assert len(plan_table(empty).splitlines()) == 3 + 2 * bool(empty.issues)


def test_an_issue_says_where_and_what_to_do():
    issue = Issue(
        code="x-y", level="warning", message="不对", remedy="改", where="a.csv 第3行"
    )
    assert issue_lines([issue]) == "问题\n  警告 a.csv 第3行：不对 → 改（x-y）"
    assert issue_lines([]) == ""
