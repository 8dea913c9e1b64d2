"""Tests of 领导参阅: one page, at most three decisions, nothing left out of the counts."""

import datetime as dt

import pytest
from attrs import evolve

from paitou.render.document import Heading, Paragraph, Table
from paitou.report.assessment import assess
from paitou.report.leader_page import leader_page, write_leader_page

CASES = [("kunming", dt.date(2026, 11, 5)), ("yunze", dt.date(2025, 11, 5))]


@pytest.mark.parametrize(("name", "day"), CASES)
def test_it_is_one_page(request, render, tmp_path, name, day):
    write_leader_page(request.getfixturevalue(name), tmp_path / "a.docx", as_of=day)
    pages = render(tmp_path / "a.docx")
    assert len(pages) == 1
    assert pages.size(1) == (210, 297)


@pytest.mark.parametrize(("name", "day"), CASES)
def test_the_counts_add_up(request, name, day):
    book = request.getfixturevalue(name)
    table = next(b for b in leader_page(book, day).blocks if isinstance(b, Table))
    counted = sum(int(row.cells[1]) for row in table.rows)
    assert counted == len(assess(book, day).wholes)


def test_there_are_at_most_three_decisions(kunming):
    blocks = leader_page(kunming, dt.date(2026, 11, 5)).blocks
    at = next(
        n for n, b in enumerate(blocks) if isinstance(b, Heading) and "决定" in b.text
    )
    told = blocks[at + 1].text
    assert "3. " in told
    assert "4. " not in told


def test_what_is_missing_has_somebody_and_a_day(yunze):
    blocks = leader_page(yunze, dt.date(2025, 11, 5)).blocks
    assert any("2025年11月20日前" in b.text for b in blocks if isinstance(b, Heading))
    table = [b for b in blocks if isinstance(b, Table)][1]
    assert "市" in table.rows[0].cells[0]


def test_a_long_plan_tells_fewer_names_and_stays_on_its_page(kunming, render, tmp_path):
    plan = kunming.plan
    long = tuple(evolve(s, indicator=s.indicator + "的说明" * 12) for s in plan.statements)
    book = evolve(kunming, plan=evolve(plan, statements=long))
    write_leader_page(book, tmp_path / "a.docx", as_of=dt.date(2026, 11, 5))
    assert len(render(tmp_path / "a.docx")) <= 2


def test_it_is_a_pdf_where_that_is_asked_for(yunze, render, tmp_path):
    write_leader_page(yunze, tmp_path / "a.pdf", as_of=dt.date(2025, 11, 5))
    assert (tmp_path / "a.pdf").read_bytes()[:4] == b"%PDF"


def test_a_book_without_figures_has_a_page(book):
    blocks = leader_page(book, dt.date(2026, 11, 5)).blocks
    assert isinstance(blocks[0], Paragraph)
