"""Tests of 季度督查通报: low to high, orgs and no persons, slips for those named."""

import datetime as dt

import pytest
from attrs import evolve

from paitou.model import Period, UsageError
from paitou.render.document import Heading, Paragraph, Table, document_bytes
from paitou.report.quarterly_circular import circular, write_circular

DAY = dt.date(2025, 11, 5)
QUARTER = Period.parse("2025Q3")


@pytest.fixture(scope="module")
def paper(yunze):
    return circular(yunze, DAY, QUARTER)


def told(document):
    parts = (b for b in document.blocks if isinstance(b, Paragraph))
    return "\n".join(b.lead + b.text for b in parts)


def test_the_outline_and_the_annexes_are_whole(paper):
    heads = [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 1]
    assert [head[:2] for head in heads] == ["一、", "二、", "三、", "四、"]
    listed = ["".join(one.title) for one in paper.annexes if not one.label]
    assert listed == [
        "主要经济社会指标进展表", "量化任务进展表", "重点项目和节点进展表", "数据出处",
    ]  # fmt: skip
    assert paper.masthead.number == "第　　期"


def test_the_last_quarter_is_the_default(yunze, paper):
    assert circular(yunze, DAY).title == paper.title
    assert "2025年三季度" in paper.name


@pytest.mark.parametrize(("text", "words"), [("2025", "2025Q3"), ("2025Q4", "还没有结束")])
def test_a_wrong_period_is_told(yunze, text, words):
    with pytest.raises(UsageError, match=words):
        circular(yunze, DAY, Period.parse(text))


def test_a_closed_quarter_is_told_alike_later(yunze, paper):
    later = circular(yunze, dt.date(2026, 6, 1), QUARTER)
    assert "截至2025年12月31日" in told(later)
    assert later.title == paper.title


def test_tables_go_from_low_to_high(paper):
    for annex in paper.annexes[:2]:
        rows = [row.cells for row in annex.blocks[0].rows if row.cells[0]]
        paces = [float(c[6].replace("−", "-")) for c in rows if c[6] != "—"]
        assert paces == sorted(paces)
        assert [c[6] == "—" for c in rows] == sorted(c[6] == "—" for c in rows)


def test_gaps_are_in_points_and_reasons_as_given(paper):
    words = told(paper)
    assert "个百分点" in words
    assert words.count("原因没有报送") == 1
    assert "配套管网移交推迟" in words


def test_no_person_is_named(yunze, paper):
    leads = {yunze.assignment_of(s).lead_official for s in yunze.plan.statements} - {""}
    assert leads
    assert not any(lead in told(paper) for lead in leads)


def test_every_named_org_has_a_slip(paper):
    slips = [annex for annex in paper.annexes if annex.label]
    orgs = [annex.blocks[0].text.removesuffix("：") for annex in slips]
    assert len(orgs) == len(set(orgs))
    problems = told(paper).partition("欠序时进度")[2]
    assert {"市住房城乡建设局", "竹汀县", "市商务局"} <= set(orgs)
    assert problems
    for annex in slips:
        (table,) = (b for b in annex.blocks if isinstance(b, Table))
        assert table.rows


def test_hostile_remarks_do_not_break_it(yunze, tmp_path):
    rules = yunze.tracking
    worse = tuple(evolve(d, reason="<b>&=1+1\x00\n" * 900) for d in rules.deviations)
    assert worse
    book = evolve(yunze, tracking=evolve(rules, deviations=worse))
    write_circular(book, tmp_path / "a.docx", as_of=DAY)

    import docx

    text = "".join(p.text for p in docx.Document(tmp_path / "a.docx").paragraphs)
    assert "<b>&=1+1" in text


def test_equal_books_give_equal_bytes(yunze, paper):
    assert document_bytes(circular(yunze, DAY, QUARTER)) == document_bytes(paper)


def test_a_plan_over_says_so(kunming):
    words = told(circular(kunming, dt.date(2026, 11, 5)))
    assert "规划期已于2025年底届满" in words
    assert "没有设定项目节点" in words


def test_it_renders_with_a_head_and_a_rule(paper, render, tmp_path):
    from paitou.render.document import write_document

    write_document(evolve(paper, annexes=paper.annexes[:1]), tmp_path / "a.docx")
    pages = render(tmp_path / "a.docx")
    lines = [line.text for line in pages.lines(1)]
    assert "政务督查" in lines
    assert pages.size(len(pages) - 1) == (297, 210)


def test_the_imprint_stands_at_the_foot_of_the_last_page_before_the_slips(
    paper, render, tmp_path
):
    from paitou.render.document import write_document

    slip = next(one for one in paper.annexes if one.label)
    short = evolve(paper, blocks=(), annexes=(paper.annexes[2], slip))
    write_document(short, tmp_path / "a.docx")
    pages = render(tmp_path / "a.docx")
    assert len(pages) == 4
    *_, copies, printed, number = pages.lines(3)
    assert copies.text.startswith("抄送：")
    assert printed.text.startswith("（印发机关）")
    assert printed.text.endswith("印发")
    assert 240 < copies.bottom < printed.bottom < 263  # the text ends at 262 mm
    assert "3" in number.text
    assert "事实核实单" in pages.text(4)


def test_slips_may_be_left_out(yunze):
    without = circular(yunze, DAY, QUARTER, slips="no")
    assert not [annex for annex in without.annexes if annex.label]
    with pytest.raises(UsageError, match="slips 可以写"):
        circular(yunze, DAY, QUARTER, slips="maybe")


def test_what_has_no_value_is_listed_once_and_every_target_is_there(kunming):
    paper = circular(kunming, dt.date(2026, 3, 31))
    tables = [b for a in paper.annexes[:2] for b in a.blocks if isinstance(b, Table)]
    numbers = [c for t in tables for row in t.rows for c in row.cells[::4] if c.isdigit()]
    assert len(numbers) == 97
