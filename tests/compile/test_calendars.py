"""Which parts of a document look back, which ahead, and on which years."""

from compile.written import PLAN, REPORT, line
from paitou.compile import compile_document
from paitou.compile.calendars import calendars
from paitou.compile.passage import passages
from paitou.model import Role
from paitou.text import document_from_text


def eras(text):
    """Return for each passage whether it reviews, its first and its last year."""
    document = document_from_text(text)
    read = tuple(passages(document))
    return {
        p.text: (c.is_review, c.first, c.last)
        for p, c in zip(read, calendars(document, read), strict=True)
    }


def test_a_plan_looks_ahead_over_its_years():
    assert eras(PLAN.format("产业规模壮大。"))["产业规模壮大。"] == (False, 2023, 2025)


def test_a_report_looks_back_and_ahead():
    found = eras(REPORT.format(review="产业规模壮大。", report="做好各项工作。"))
    assert found["产业规模壮大。"] == (True, 2024, 2024)
    assert found["做好各项工作。"] == (False, 2025, 2025)


def test_a_plan_s_foundations_are_a_review():
    text = PLAN.format("产业规模壮大。").replace("重点任务", "发展基础")
    assert eras(text)["产业规模壮大。"][0]


def test_five_years_looked_back_on_last_until_one_year_is_spoken_of():
    review = "“十四五”时期,综合实力提升。\n\n城乡面貌一新。\n\n过去一年,产业向好。"
    found = eras(
        REPORT.format(review=review, report="做好各项工作。").replace("2025", "2026")
    )
    assert found["“十四五”时期,综合实力提升。"] == (True, 2021, 2025)
    assert found["城乡面貌一新。"] == (True, 2021, 2025)
    assert found["过去一年,产业向好。"][1:] == (2025, 2025)


def test_a_lead_governs_its_bullets():
    text = PLAN.format(
        "经过三年努力,力争到2024年实现以下目标:\n\n——产值达到80亿元。\n\n——税收达到6亿元。"
    )
    plan = compile_document(document_from_text(text))
    assert [s.when.end for s in plan.statements] == [2024, 2024]
    assert {s.when.source for s in plan.statements} == {"section"}


def test_a_year_in_the_heading_governs_its_section():
    text = PLAN.format("产值达到80亿元。").replace("重点任务", "2024年目标")
    [said] = compile_document(document_from_text(text)).statements
    assert (said.when.end, said.when.source) == (2024, "section")


def test_a_deadline_that_opens_a_paragraph_governs_it_and_says_so():
    text = PLAN.format("到2024年,公园达到300个。绿道里程达到450公里。\n\n步道达到20公里。")
    said = compile_document(document_from_text(text)).statements
    assert [(s.when.end, s.when.source) for s in said] == [
        (2024, "clause"),
        (2024, "section"),
        (2025, "plan"),
    ]


def test_a_document_without_years():
    [said] = compile_document(document_from_text("产值达到80亿元。\n")).statements
    assert line(said) == "产值 | level ge 80 亿元 | open"


def test_a_policy_without_a_period_looks_ahead():
    title = "云泽市职业教育改革实施方案"
    text = f"{title}\n\n一、主要任务\n\n建设300个实训基地。\n\n2021年6月1日\n"
    [statement] = compile_document(document_from_text(text)).statements
    assert statement.role is Role.TARGET


def test_bullets_are_of_the_year_that_their_paragraph_opens_with():
    bullets = "——产业规模达到10亿元。\n\n——到2027年,企业达到20家。"
    text = PLAN.format(f"第一步,到2024年打牢基础。\n\n{bullets}")
    plan = compile_document(document_from_text(text))
    assert [s.when.end for s in plan.statements] == [2024, 2027]
