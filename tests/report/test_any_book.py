"""Every product of a book of any size and any letters; 领导参阅 is always one page."""

import datetime as dt
import zipfile

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paitou.model import UsageError
from paitou.render.document import title_lines
from paitou.render.document.page import TITLE_CHARACTERS
from paitou.report.leader_page import leader_page, write_leader_page
from paitou.report.page_fitting import PAGE, line_total
from paitou.report.products import Wish, find_product, products

DAY = dt.date(2025, 11, 5)
NAMES = [one.name for one in products()]
PAPERS = [one.name for one in products() if ".docx" in one.endings]
#: Extension B and F, a letter of an office's own, emoji, marks that turn a line, Hebrew.
ODD = "𠀀𠮷𬺰\ue000🏭\u200f\u202eמדד#set page() $x$ @a //"


def without_targets(book):
    plan = evolve(book.plan, statements=(), commitments=())
    return evolve(book, plan=plan, compiled=plan, quotas=(), milestones=(), figures=())


def with_targets(book, count, words=""):
    made = [
        evolve(one, id=f"{one.id}x{nth}", indicator=f"{one.indicator}{words}")
        for nth in range(count // len(book.plan.statements) + 1)
        for one in book.plan.statements
    ]
    plan = evolve(book.plan, statements=tuple(made[:count]))
    return evolve(book, plan=plan, compiled=plan)


def with_orgs(book, count):
    quota = book.quotas[0]
    target = next(s for s in book.plan.statements if s.id == quota.statement)
    figures = [
        f for f in book.figures if (f.org, f.indicator) == (quota.org, target.indicator)
    ]
    quotas = [q for q in book.quotas if (q.statement, q.org) == (target.id, quota.org)]
    names = [f"第{nth}县级开发建设管理区" for nth in range(count)]
    return evolve(
        book,
        orgs=(*book.orgs, *(evolve(book.orgs[-1], name=n, aliases=()) for n in names)),
        quotas=(*book.quotas, *(evolve(q, org=n) for n in names for q in quotas)),
        figures=(
            *book.figures,
            *(evolve(f, org=n, id=f"{f.id}{n}") for n in names for f in figures),
        ),
    )


def with_names(book, words):
    orgs = tuple(
        evolve(one, name=f"{one.name}{words}", aliases=(*one.aliases, one.name))
        for one in book.orgs
    )
    return evolve(book, orgs=orgs, title=f"{book.title}{words}")


BOOKS = {
    "no targets": without_targets,
    "300 targets": lambda book: with_targets(book, 300),
    "333 orgs": lambda book: with_orgs(book, 333),
    "1 org": lambda book: evolve(book, orgs=book.orgs[:1], quotas=()),
    "long names": lambda book: with_names(book, "协同创新发展示范管理委员会" * 4),
    "odd letters": lambda book: with_targets(with_names(book, ODD), 51, ODD),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", BOOKS)
def test_every_product_of_every_book_is_a_whole_file(yunze, tmp_path, kind, name):
    product = find_product(name)
    later = tmp_path / "later.txt"
    later.write_text("2026年政府工作报告\n\n2025年，旅游总收入达到90亿元。", "utf-8")
    path = tmp_path / f"a{product.endings[0]}"
    told = {"later": str(later)} if "later" in product.settings else {}
    if kind == "no targets" and name in ("contest", "scores"):
        with pytest.raises(UsageError, match="请先导入数据"):
            product.write(BOOKS[kind](yunze), path, Wish(as_of=DAY, settings=told))
        return
    product.write(BOOKS[kind](yunze), path, Wish(as_of=DAY, settings=told))
    if path.suffix == ".pdf":
        assert path.read_bytes().startswith(b"%PDF")
    else:
        assert zipfile.ZipFile(path).testzip() is None


@pytest.mark.parametrize("kind", BOOKS)
def test_the_page_for_a_leader_is_one_page(yunze, render, tmp_path, kind):
    write_leader_page(BOOKS[kind](yunze), tmp_path / "a.docx", as_of=DAY)
    assert len(render(tmp_path / "a.docx")) == 1


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    count=st.integers(0, 300),
    letters=st.integers(0, 60),
    day=st.dates(dt.date(2024, 1, 1), dt.date(2030, 1, 1)),
)
def test_it_is_counted_to_be_one_page_on_any_day(yunze, count, letters, day):
    book = with_targets(yunze, count, "的" * letters) if count else without_targets(yunze)
    page = leader_page(book, day)
    title = len(title_lines(page.title, TITLE_CHARACTERS))
    assert line_total(page.blocks) + title + 3 <= PAGE


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_has_a_place_for_secrets(yunze, tmp_path, name):
    find_product(name).write(yunze, tmp_path / "a.docx", Wish(as_of=DAY))
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        text = package.read("word/document.xml").decode("utf-8")
    assert not any(word in text for word in ("密级", "绝密", "机密", "秘密★"))


def test_letters_without_a_font_are_told(yunze, tmp_path):
    pytest.importorskip("typst", reason="typst is not installed")
    book = with_names(yunze, "\U0002fa1f\ue000")
    found = find_product("panel").write(book, tmp_path / "a.pdf", Wish(as_of=DAY))
    plain = find_product("panel").write(yunze, tmp_path / "b.pdf", Wish(as_of=DAY))
    assert {one.code for one in found} <= {"paper-letter-without-font"}
    assert plain == ()
