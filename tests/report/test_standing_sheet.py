"""Tests of the 目标进展情况表."""

import datetime as dt

import pytest
from attrs import evolve

from paitou import load
from paitou.report.standing_sheet import counts_sentence, standing_bytes, standing_pages
from paitou.tracking import track

DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def judged(kunming_file):
    book = load(kunming_file.parent)
    return book, track(book, DAY)


def test_a_row_for_every_standing_in_the_order_of_the_plan(judged):
    book, tracking = judged
    main, figures = standing_pages(book, tracking)
    assert len(main.rows) == len(tracking.standings) + 1
    assert figures.name == "所据数据"


def test_the_sentence_adds_up(judged):
    book, tracking = judged
    sentence = counts_sentence(book, tracking)
    assert "97项目标中，已达到7项、预计难以达到（测算）3项、无法评价87项" in sentence


def test_each_figure_that_decided_is_listed_with_its_place(judged):
    book, tracking = judged
    figures = standing_pages(book, tracking)[1]
    used = {i for standing in tracking.standings for i in standing.figures}
    assert len(figures.rows) == len(used)
    assert all("figures/published.csv" in row.cells[-1] for row in figures.rows)


def test_equal_standings_give_equal_bytes(judged):
    assert standing_bytes(*judged) == standing_bytes(*judged)


def test_made_up_figures_say_so_on_every_page(judged):
    book, tracking = judged
    pages = standing_pages(evolve(book, is_simulated=True), tracking)
    assert {page.frame for page in pages} == {"模拟数据"}
    assert {page.frame for page in standing_pages(book, tracking)} == {""}


def test_without_figures_there_is_one_page(judged):
    book, _ = judged
    bare = evolve(book, figures=())
    assert len(standing_pages(bare, track(bare, DAY))) == 1


def test_it_says_what_a_share_is_measured_against(judged):
    book, tracking = judged
    foot = "".join(standing_pages(book, tracking)[0].foot)
    assert "占当年任务" in foot
    assert "占目标值" in foot
