"""Tests of the evaluation report: what it says is what the standings say."""

import datetime as dt
import re

import pytest

from paitou.render.document import Heading, Paragraph, Picture, Table, document_bytes
from paitou.report.assessment import assess
from paitou.report.evaluation.findings import five_year_plan
from paitou.report.final_evaluation import final_document, write_final

AFTER, DURING = dt.date(2026, 11, 5), dt.date(2025, 11, 5)
PARTS = (
    "一、评估概况",
    "二、总体结论",
    "三、主要目标完成情况",
    "四、总体目标和六大工程逐项情况",
    "五、重大项目",
    "六、专项行动",
    "七、投入与绩效",
    "八、公众和企业评价",
    "九、问题与原因",
    "十、经验",
    "十一、建议",
)


def heads(document):
    return tuple(b.text for b in document.blocks if isinstance(b, Heading) and b.level == 1)


def told(document):
    return "\n".join(b.text for b in document.blocks if isinstance(b, Paragraph))


@pytest.fixture(scope="module")
def kunming_report(kunming):
    return final_document(kunming, AFTER)


def test_the_outline_is_whole(kunming_report):
    assert heads(kunming_report) == PARTS
    assert kunming_report.title[-1] == "终期评估报告"


def test_before_the_end_it_is_no_final_evaluation(yunze):
    report = final_document(yunze, DURING)
    assert report.title[-1] == "中期评估报告"
    assert report.frame == "模拟数据"
    assert "尚未届满" in told(report)


def test_the_counts_are_those_of_the_standings(kunming, kunming_report):
    wholes = assess(kunming, AFTER).wholes.values()
    unknown = sum(one.verdict.value == "unknown" for one in wholes)
    share = f"{unknown / len(wholes) * 100:.1f}%"
    assert f"{len(wholes)}项目标中" in told(kunming_report)
    assert f"无法评价的占{share}，不等于没有完成" in told(kunming_report)


def test_every_judged_target_is_told_with_its_reason(kunming, kunming_report):
    words = told(kunming_report)
    for standing in assess(kunming, AFTER).wholes.values():
        if standing.verdict.value != "unknown":
            assert standing.reason.rstrip("。") in words


def test_the_table_has_a_row_a_target_and_years_from_the_base(kunming, kunming_report):
    table = kunming_report.annexes[0].blocks[0]
    titles = [column.title for column in table.columns]
    assert titles[3:8] == ["2022年\n（基期）", "2023年", "2024年", "目标", "2025年实际"]
    numbers = [row.cells[0] for row in table.rows if row.cells[0].isdigit()]
    assert len(numbers) == len(assess(kunming, AFTER).wholes)


def test_every_source_that_is_cited_is_listed(kunming_report):
    listed = {row.cells[0] for row in kunming_report.annexes[2].blocks[0].rows}
    cited = re.findall(r"（出处([\d、—]+)）", told(kunming_report))
    assert cited
    for run in "、".join(cited).split("、"):
        assert set(run.split("—")) <= listed


def test_no_figure_is_told_that_no_source_has(kunming, kunming_report):
    """Values in the table stand in the published figures, in some unit of ten thousand."""
    table = kunming_report.annexes[0].blocks[0]
    digits = {str(f.value).replace(".", "").strip("0") for f in kunming.figures}
    years = range(3, 6)
    for row in table.rows:
        for cell in (row.cells[place] for place in years):
            number = re.match(r"[\d,.]+", cell)
            if number and not row.is_band:
                bare = number[0].replace(",", "").replace(".", "").strip("0")
                assert any(bare[:3] in one for one in digits)


def test_what_is_unknown_is_said_in_a_sentence(kunming_report):
    words = told(kunming_report)
    for sentence in ("没有收到投入和绩效数据", "没有收到调查数据", "本稿不代拟"):
        assert sentence in words


def test_the_picture_is_the_one_of_the_pages(kunming_report):
    (picture,) = (b for b in kunming_report.blocks if isinstance(b, Picture))
    assert "总体要求" in picture.spec.description


@pytest.mark.parametrize(
    ("year", "name"), [(2025, "十四五"), (2026, "十五五"), (2031, "十六五")]
)
def test_the_next_five_year_plan_is_named(year, name):
    assert five_year_plan(year) == name


def test_every_page_of_simulated_figures_says_so(yunze, render, tmp_path):
    write_final(yunze, tmp_path / "a.docx", as_of=DURING)
    pages = render(tmp_path / "a.docx")
    assert all("模拟数据" in pages.text(n) for n in range(1, len(pages) + 1))


def test_equal_books_give_equal_bytes(kunming, kunming_report):
    again = final_document(kunming, AFTER)
    assert document_bytes(kunming_report) == document_bytes(again)


def test_a_book_without_figures_says_so(book):
    report = final_document(book, AFTER)
    assert "无法评价" in told(report) or "没有可以评价的目标" in told(report)
    assert isinstance(report.annexes[0].blocks[0], Table)
