"""Tests of the paper room: what there is, previews, files, faults as sentences."""

import io
import shutil

import docx
import pytest
from attrs import evolve

from paitou.model import Issue, Level
from paitou.office.papers import making
from paitou.office.papers.making import Printer

ASKED = "?as_of=2025-11-05"
ROOM = "/plans/yunze-2024/papers/"


@pytest.fixture(autouse=True)
def _printer(monkeypatch, tmp_path):
    """Keep what is made in a folder of the test."""
    made = Printer(tmp_path / "cache")
    monkeypatch.setattr("paitou.office.papers.views.printer", lambda: made)


@pytest.fixture
def room(serve, yunze):
    return serve(yunze)


@pytest.fixture
def no_office(monkeypatch):
    for module in ("offers", "room"):
        monkeypatch.setattr(f"paitou.office.papers.{module}.has_pdf", lambda: False)


def page(client, address):
    response = client.get(address)
    return response.status_code, response.content.decode()


def test_every_product_is_told_in_a_sentence(room):
    status, text = page(room, ROOM + ASKED)
    assert status == 200
    for title in ("领导参阅", "季度督查通报", "竞赛通报", "得分明细表", "任务进展月报表"):
        assert title in text
    assert "《云泽市市直部门季度考核办法（虚构）》" in text
    assert "对照表" in text
    assert "要另给后来的报告" in text
    assert "模拟数据" in text
    assert "<script" not in text
    assert f'{ROOM}circular.docx{ASKED}"' in text


def test_the_bar_leads_to_it(room):
    assert f'href="{ROOM}"' in page(room, "/plans/yunze-2024/overview/")[1]


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_the_beginning_is_text(room):
    status, text = page(room, f"{ROOM}{ASKED}&paper=leader#preview")
    assert status == 200
    assert "领导参阅（代拟稿）" in text
    assert "leader.pdf" not in text
    assert page(room, f"{ROOM}leader.pdf{ASKED}")[0] == 400


@pytest.mark.usefixtures("no_office")
def test_a_table_is_shown_by_its_rows(room):
    text = page(room, f"{ROOM}{ASKED}&paper=progress")[1]
    assert "任务进展月报表（2025年10月）" in text


def test_a_paper_is_sent_as_a_file(room):
    response = room.get(f"{ROOM}contest-departments.docx{ASKED}&period=2025Q2")
    file = b"".join(response.streaming_content)
    words = "".join(p.text for p in docx.Document(io.BytesIO(file)).paragraphs)
    assert "市直部门季度考核办法（虚构）》2025年二季度" in words
    assert "attachment" in response["Content-Disposition"]


def test_the_month_of_a_form_is_the_last_of_the_quarter(room):
    response = room.get(f"{ROOM}progress.xlsx?as_of=2025-11-05&period=2025Q3")
    assert response.status_code == 200
    from urllib.parse import unquote

    assert "2025年9月" in unquote(response["Content-Disposition"])


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"{ROOM}{ASKED}&period=2025Q4", 400, "还没有结束"),
        (f"{ROOM}{ASKED}&period=三季", 400, "不是一个时期"),
        (f"{ROOM}{ASKED}&paper=poem", 404, "没有“poem”这种文稿"),
        (f"{ROOM}?as_of=2025-13-05", 400, "不是能用的日期"),
        (f"{ROOM}poem.docx{ASKED}", 400, "没有“poem”这种文稿"),
        (f"{ROOM}leader.xlsx{ASKED}", 400, "只能下载为 .docx"),
        (f"{ROOM}comparison.xlsx{ASKED}", 400, "要另给后来的报告"),
        (f"{ROOM}contest.docx{ASKED}&rulebook=x", 400, "没有“contest”这种文稿"),
        (f"{ROOM}circular.docx{ASKED}&period=2025-09", 400, "通报按季度编写"),
        (f"{ROOM}poem/preview.png{ASKED}", 400, "没有“poem”"),
    ],
)
def test_faults_are_sentences(room, address, status, words):
    found, text = page(room, address)
    assert found == status
    assert words in text


def test_a_book_without_rulebooks_says_why(serve, book):
    text = page(serve(book), f"/plans/{book.name}/papers/")[1]
    assert "没有考核办法" in text


def test_only_reading(room):
    assert room.post(ROOM).status_code == 405


def test_a_paper_is_made_once_and_again_for_a_changed_book(
    serve, yunze, monkeypatch, tmp_path
):
    made = []
    real = making._made
    monkeypatch.setattr(making, "_made", lambda *a: made.append(a[1].key) or real(*a))
    for _ in range(2):
        room = serve(yunze)
        assert room.get(f"{ROOM}leader.docx{ASKED}").status_code == 200
    assert made == ["leader"]
    changed = serve(evolve(yunze, title="新名称"))
    changed.get(f"{ROOM}leader.docx{ASKED}")
    assert made == ["leader", "leader"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_the_first_page_is_a_picture(room, tmp_path):
    text = page(room, f"{ROOM}{ASKED}&paper=leader")[1]
    assert f'src="{ROOM}leader/preview.png{ASKED}"' in text
    response = room.get(f"{ROOM}leader/preview.png{ASKED}")
    assert response["Content-Type"] == "image/png"
    assert {one.suffix for one in (tmp_path / "cache").iterdir()} == {".pdf", ".png"}


def test_the_office_template_is_named(serve, yunze, tmp_path):
    folder = tmp_path / "yunze-2024" / "templates"
    folder.mkdir(parents=True)
    file = docx.Document()
    file.add_paragraph("{{ 标题 }}{{ 页眉 }}")
    file.save(folder / "leader.docx")
    assert "用本单位的模板" in page(serve(yunze), ROOM + ASKED)[1]


def test_letters_without_a_font_are_told_before_anything_is_printed(room, monkeypatch):
    assert "空框" not in room.get(ROOM).content.decode()
    issue = Issue(code="x", level=Level.WARNING, message="没有“𪚥”", remedy="装字体")
    monkeypatch.setattr("paitou.office.papers.room.font_issues", lambda _: (issue,))
    assert "没有“𪚥”；装字体。" in room.get(ROOM).content.decode()
