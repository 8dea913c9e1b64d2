import pytest
from django.test import Client

from paitou.office.people.models import User


@pytest.fixture
def browse(corrected, shelf):
    """A function that opens a page as somebody."""

    def open_page(login, address):
        client = Client()
        if login:
            client.force_login(User.objects.get(login=login))
        return client.get(address)

    return open_page


@pytest.fixture
def address(corrected):
    return f"/desk/rounds/{corrected.round.pk}/changes/"


def test_the_round_by_org_and_in_total(browse, address):
    html = browse("office", f"{address}?as_of=2026-04-21").content.decode()
    assert "有2个后来更正过，涉及2张表" in html
    assert all(
        words in html for words in ("东溪区", "墨泉区", "−2.5万人", "核减", "office-two")
    )


def test_it_is_as_known_on_the_day(browse, address):
    html = browse("leader", f"{address}?as_of=2026-04-19").content.decode()
    assert "都没有变动" in html


@pytest.mark.parametrize("login", ["clerk", "head", "system", "audit"])
def test_who_does_not_read_all_does_not_see_the_round(browse, address, login):
    assert browse(login, address).status_code == 403


def test_nobody_without_an_account(browse, address):
    assert browse("", address).status_code == 302


def test_the_round_must_be_there(browse):
    assert browse("office", "/desk/rounds/99/changes/").status_code == 404


def test_of_a_book_everybody_sees_their_own_forms(browse):
    page = "/desk/changes/yunze-2024/"
    assert "涉及2张表" in browse("office", page).content.decode()
    own = browse("clerk", page).content.decode()
    assert "涉及1张表" in own
    assert "墨泉区" not in own
    assert "还没有核定的数" in browse("system", page).content.decode()


def test_the_form_tells_its_own(browse, corrected):
    html = browse("clerk", f"/desk/forms/{corrected.form().pk}/").content.decode()
    assert "核定后变动" in html
    assert "−2.5万人" in html
