"""The bar on top of every page."""

from __future__ import annotations

import pytest


def page(answer):
    return answer.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/desk/", "/plans/yunze-2024/", "/plans/yunze-2024/overview/", "/people/", "/absent/"],
)
def test_who_has_signed_in_and_how_much_waits(desk, shelf, enter, path):
    shown = page(enter("clerk").get(path))
    assert "东溪区·clerk" in shown or "YZ01·clerk" in shown
    assert "今日待办 <b>1</b>" in shown
    assert shown.count('class="bar"') == 1


def test_the_public_is_offered_to_sign_in(desk, shelf, client):
    shown = page(client.get("/sign-in/"))
    assert "今日待办" not in shown


def test_the_overview_begins_with_what_waits(desk, shelf, enter):
    assert "1件事等您办" in page(enter("clerk").get("/plans/yunze-2024/overview/"))


def test_a_demonstration_says_so_and_opens_with_its_first_book(
    desk, shelf, client, settings
):
    assert "演示网站" not in page(client.get("/sign-in/"))
    settings.DEMO = True
    assert "演示网站" in page(client.get("/sign-in/"))
