"""Every page opens, every number leads somewhere, and nothing is changed."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

PAGES = ("", "lists/", "analysis/", "small/2025Q3/东渡区/")
FILES = ("board.json", "scores.xlsx", "small/2025Q3/东渡区/certificate.json")
HOME = "/plans/yunting/contest/"


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_to_a_page_and_a_place_on_it(serve, contest_book, path):
    client, pages = serve(contest_book), {}
    here = HOME + path
    html = client.get(here).content.decode()
    for link in set(re.findall(r'href="([^"]+)"', html)):
        address, _, anchor = unescape(link).partition("#")
        address = here + address if address[:1] in ("", "?") else address
        if not address.startswith(HOME):
            continue  # other pages have tests of their own
        if address not in pages:
            answer = client.get(address)
            assert answer.status_code == 200, address
            pages[address] = "" if answer.streaming else answer.content.decode()
        assert not anchor or f'id="{anchor}"' in pages[address], link


@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_it_refuses_to_be_written(serve, contest_book, path):
    assert serve(contest_book).post(HOME + path).status_code == 405


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ({"period": "<script>"}, 400, "不是一个时期"),
        ({"period": "2031Q1"}, 404, "没有2031年一季度这一期"),
        ({"rulebook": "<script>"}, 404, "这个考核办法"),
        ({"as_of": "昨天"}, 400, "不是能用的日期"),
    ],
)
@pytest.mark.parametrize("path", ["", "lists/", "analysis/", "board.json", "scores.xlsx"])
def test_wrong_input_is_a_sentence(visit, path, query, status, words):
    answer = visit(path, **query)
    html = answer.content.decode()
    assert answer.status_code == status
    assert words in html
    assert "<script>" not in html


def test_an_unknown_book_is_told(serve, contest_book):
    assert serve(contest_book).get("/plans/other/contest/").status_code == 404


def test_the_way_there_is_shown_where_there_are_rulebooks(serve, contest_book, tracked):
    assert "竞赛评比</a>" in serve(contest_book).get("/plans/yunting/").content.decode()
    assert "竞赛评比</a>" not in serve(tracked).get("/plans/yunting/").content.decode()


def test_the_certificate_proves_the_score(visit):
    record = json.loads(visit(FILES[-1]).content)
    assert (record["org"], record["score"], record["rank"]) == ("东渡区", "91.93", 1)
    assert record["simulated"] is False


def test_without_a_score_there_is_no_certificate(visit):
    assert visit("small/2025Q3/天涯区/certificate.json").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_made_up_data_says_so(serve, simulated_book, path):
    html = serve(simulated_book).get(HOME + path).content.decode()
    assert '<p class="simulated">模拟数据，不是统计数据</p>' in html


def test_the_workbook_holds_the_scores(serve, simulated_book):
    answer = serve(simulated_book).get(f"{HOME}scores.xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    first = book.get_sheet_by_index(0).to_python()
    assert any("东渡区" in row for row in first)
    assert any("模拟数据" in row for row in first[:4])


def test_the_invented_city_opens(serve, yunze):
    client = serve(yunze)
    for rulebook in yunze.rulebooks:
        for path in ("", "lists/", "analysis/"):
            address = f"/plans/yunze-2024/contest/{path}?rulebook={rulebook.id}"
            assert client.get(f"{address}&as_of=2025-11-05").status_code == 200


def test_the_data_are_those_of_the_command(serve, yunze):
    from paitou.cli.score_record import score_record
    from paitou.cli.scoring import Scored
    from paitou.contest.playing import play_book
    from paitou.model import Period

    client, (rulebook,) = serve(yunze), [b for b in yunze.rulebooks if b.id == "quarterly"]
    query = {"rulebook": "quarterly", "period": "2025Q2", "as_of": "2025-11-05"}
    sent = client.get("/plans/yunze-2024/contest/board.json", query).json()
    played = play_book(rulebook, yunze, Period.parse("2025Q2"), dt.date(2025, 11, 5))
    issues = (*yunze.issues, *played.issues)
    scored = Scored(board=played.board, issues=issues, is_simulated=True)
    assert sent == json.loads(json.dumps(score_record(scored)))


def test_without_a_round_there_is_nothing_to_send(visit):
    for path in ("board.json", "scores.xlsx"):
        assert visit(path, as_of="2025-06-30").status_code == 404
