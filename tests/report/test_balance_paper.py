"""Tests of 目标衔接平衡分析 as a paper."""

import datetime as dt

import pytest

from paitou.render.document import Heading, Paragraph, Table, document_bytes
from paitou.report.balance_paper import balance_document, write_balance

DAY = dt.date(2026, 11, 5)


def test_the_conclusion_and_its_proof_are_told(kunming):
    found = balance_document(kunming, DAY)
    told = [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert "10752.9亿元（方案写的是10000亿元）" in told[0]
    (table,) = (b for b in found.annexes[0].blocks[:2] if isinstance(b, Table))
    assert table.rows[-1].cells == ("合计", "", "", "10752.9亿元")


def test_every_finding_has_its_part_of_the_annex(kunming):
    blocks = balance_document(kunming, DAY).annexes[0].blocks
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads[0].startswith("一、2025年地区生产总值不低于")
    assert len(heads) > 5


@pytest.mark.parametrize("name", ["kunming", "yunze"])
def test_it_is_one_page_before_the_annex(request, render, tmp_path, name):
    write_balance(request.getfixturevalue(name), tmp_path / "a.docx", as_of=DAY)
    pages = render(tmp_path / "a.docx")
    assert "附件：各项发现的论证" in "".join(pages.text(1).split())
    assert any(line.text == "附件" for line in pages.lines(2))


def test_equal_books_give_equal_bytes(yunze):
    one, other = (document_bytes(balance_document(yunze, DAY)) for _ in range(2))
    assert one == other


def test_a_plan_without_targets_is_no_fault(book):
    found = balance_document(book, DAY)
    assert found.title == (f"《{book.title}》", "目标衔接平衡分析")
