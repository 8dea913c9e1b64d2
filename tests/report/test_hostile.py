"""No text breaks a product or starts a formula, whatever its length or script."""

import datetime as dt
import io
import re
import shutil
import zipfile

import docx
import pytest
from attrs import evolve

from paitou.report.products import Wish, find_product, products
from paitou.tables import read_table

DAY = dt.date(2025, 11, 5)
BAD = "=1+1<b>&amp;&\"'\r\n@SUM(A1)\t\x00\x07\ud800{{ 7*7 }}{% if %}]]>"
LONG = BAD + "长" * 10_000
NAMES = [one.name for one in products()]
PAPERS = [one.name for one in products() if ".docx" in one.endings]


@pytest.fixture(scope="module")
def hostile(yunze):
    """The invented city with hostile words wherever people write."""
    orgs = tuple(
        evolve(org, name=f"{BAD}{org.name}", aliases=(*org.aliases, org.name))
        for org in yunze.orgs
    )
    events = tuple(evolve(e, reason=LONG, document=BAD) for e in yunze.contest.events)
    figures = tuple(evolve(f, source=LONG if n < 3 else BAD) for n, f in
                    enumerate(yunze.figures))  # fmt: skip
    rules = yunze.tracking
    deviations = tuple(evolve(d, reason=LONG) for d in rules.deviations)
    return evolve(
        yunze,
        title=f"云泽市{BAD}",
        orgs=orgs,
        figures=figures,
        milestones=tuple(evolve(m, what=LONG, note=BAD) for m in yunze.milestones),
        contest=evolve(yunze.contest, events=events),
        rulebooks=tuple(map(_hostile_rules, yunze.rulebooks)),
        tracking=evolve(rules, deviations=deviations),
    )


def _hostile_rules(rulebook):
    items = tuple(evolve(i, name=f"{i.name}{BAD}", unit_note=LONG) for i in rulebook.items)
    groups = tuple(evolve(g, name=f"{g.name}{BAD}") for g in rulebook.groups)
    lists = tuple(evolve(one, name=BAD) for one in rulebook.lists)
    return evolve(
        rulebook, title=f"办法{BAD}", source=LONG, ours=BAD, items=items, groups=groups,
        lists=lists,
    )  # fmt: skip


@pytest.fixture
def made(tmp_path):
    later = tmp_path / "later.txt"
    later.write_text(
        f"2026年政府工作报告\n\n2025年，旅游总收入达到90亿元，{BAD!a}。", "utf-8"
    )

    def make(book, name, ending=""):
        product = find_product(name)
        settings = {"later": str(later)} if "later" in product.settings else {}
        path = tmp_path / f"a{ending or product.endings[0]}"
        product.write(book, path, Wish(as_of=DAY, settings=settings))
        return path

    return make


@pytest.mark.parametrize("name", NAMES)
def test_no_text_breaks_a_product(hostile, made, name):
    path = made(hostile, name)
    content = path.read_bytes()
    if path.suffix == ".docx":
        document = docx.Document(io.BytesIO(content))
        cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
        text = "".join([*(p.text for p in document.paragraphs), *cells])
        assert "=1+1<b>&amp;&" in text
        assert "{{ 7*7 }}" in text
    elif path.suffix == ".xlsx":
        assert read_table(path).height > 3
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            sheets = [package.read(n).decode() for n in package.namelist() if "sheet" in n]
        formulas = re.findall(r"<f>(.*?)</f>", "".join(sheets))
        assert [f for f in formulas if "1+1" in f or "SUM(A1)" in f] == []
    else:
        assert content.startswith(b"%PDF")


@pytest.mark.parametrize("name", NAMES)
def test_equal_books_give_equal_bytes(yunze, made, name):
    first = made(yunze, name).read_bytes()
    assert made(evolve(yunze), name).read_bytes() == first


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_a_hostile_paper_renders(hostile, made):
    import pypdfium2

    pages = pypdfium2.PdfDocument(made(hostile, "contest", ".pdf"))
    assert len(pages) > 3
