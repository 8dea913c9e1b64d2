"""One card a programme."""

from __future__ import annotations

PAGE = "/plans/yunting/overview/"


def test_every_target_is_on_one_card(tracking_client):
    from paitou.office.boards.programmes import overview_page
    from paitou.office.books import read_day
    from paitou.office.plans.views import find_book

    page = overview_page(find_book("yunting"), read_day({}))
    assert sum(card.progress.total for card in page.cards) == page.progress.total == 7


def test_the_worst_are_named_with_the_gap(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    assert "2025年离目标还差0.3亿吨" in html
    assert '/plans/yunting/targets/s1/"' in html


def test_counts_lead_to_the_text(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    assert "/plans/yunting/?standing=missed" in html
    assert "standing=missed&amp;section=sec" in html


def test_without_figures_nothing_is_judged(client):
    html = client.get(PAGE).content.decode()
    assert "没有数据，还无从判断。" in html


def test_the_day_is_kept_in_links(tracking_client):
    html = tracking_client.get(PAGE, {"as_of": "2025-02-01"}).content.decode()
    assert "/plans/yunting/final/?as_of=2025-02-01" in html
    assert "as_of=2025-02-01&amp;" in html or "&amp;as_of=2025-02-01" in html


def test_an_unknown_book_is_told(tracking_client):
    assert tracking_client.get("/plans/other/overview/").status_code == 404


def test_a_wrong_day_is_told(tracking_client):
    assert tracking_client.get(PAGE, {"as_of": "2024-02-30"}).status_code == 400


def test_it_refuses_to_be_written(tracking_client):
    assert tracking_client.post(PAGE).status_code == 405
