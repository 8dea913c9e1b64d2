"""Made-up data says so on every page and in every file."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from attrs import evolve
from python_calamine import CalamineWorkbook

from paitou.cli.book_record import book_record
from paitou.cli.book_table import book_table

PLAN = "/plans/yunting/"
PAGES = (
    "", "?s=s1", "?mode=review", "?q=港口", "overview/", "off-course/", "final/",
    "balance/", "statements/", "commitments/", "targets/s1/", "targets/s3/",
)  # fmt: skip


@pytest.fixture
def simulated(serve, tracked):
    return serve(evolve(tracked, is_simulated=True))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_and_its_print(simulated, page):
    html = simulated.get(PLAN + page).content.decode()
    assert '<p class="simulated">模拟数据，不是统计数据</p>' in html
    assert "simulated.css" in html


@pytest.mark.parametrize("page", PAGES)
def test_published_data_says_nothing(tracking_client, page):
    assert "模拟" not in tracking_client.get(PLAN + page).content.decode()


def test_every_chart(simulated):
    html = simulated.get(f"{PLAN}targets/s1/").content.decode()
    assert html.count("模拟数据") > 2


def test_the_list_of_plans(serve, tracked):
    other = evolve(tracked, name="other")
    html = serve(evolve(tracked, is_simulated=True), other).get("/").content.decode()
    assert html.count("模拟数据。") == 1


def test_the_data_file(simulated):
    assert json.loads(simulated.get(f"{PLAN}standings.json").content)["simulated"]


@pytest.mark.parametrize("name", ["standings.xlsx", "breakdown.xlsx"])
def test_every_sheet_of_the_workbooks(simulated, name):
    answer = simulated.get(PLAN + name)
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    for sheet in book.sheet_names:
        head = book.get_sheet_by_name(sheet).to_python(nrows=4)
        assert "模拟数据" in [cell for row in head for cell in row]


def test_what_the_command_shows(tracked):
    told = evolve(tracked, is_simulated=True)
    assert book_table(told).startswith("模拟数据\n")
    assert book_record(told)["simulated"] is True
    assert "模拟" not in book_table(tracked)
