import io

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from paitou.office.cases.models import Item
from paitou.office.people.models import User

NEW = {
    "title": "解决<b>供电</b>",
    "kind": "meeting",
    "source": "=1+1",
    "source_on": "2026-03-03",
    "demand": "拿出方案",
    "org": "YZ01",
}


@pytest.fixture
def signed_in(people, serve, book):
    """A function that gives the client of somebody."""
    serve(book)

    def client_of(login: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(login=login))
        return client

    return client_of


def test_an_item_is_registered_given_out_and_done(signed_in):
    office, two, clerk = signed_in("office"), signed_in("office-two"), signed_in("clerk")
    made = office.post("/desk/items/new/", NEW)
    assert made.status_code == 302
    office.post(f"{made.url}moves/submit/")
    two.post(f"{made.url}moves/approve/")
    page = clerk.get(made.url).content.decode()
    assert "签收" in page
    assert "<b>供电</b>" not in page
    assert clerk.post(f"{made.url}moves/sign/").status_code == 302
    assert Item.objects.get().state == "in_progress"


def test_what_is_missing_is_told_and_nothing_lost(signed_in):
    office = signed_in("office")
    answer = office.post("/desk/items/new/", {**NEW, "org": ""})
    assert answer.status_code == 400
    assert "拿出方案" in answer.content.decode()
    assert not Item.objects.exists()


@pytest.mark.parametrize("login", ["clerk", "leader", "audit"])
def test_registering_is_for_the_office_only(signed_in, login):
    assert signed_in(login).post("/desk/items/new/", NEW).status_code == 403


def test_hidden_and_absent_items_answer_alike(signed_in, given_out):
    other = signed_in("other")
    hidden = other.get(f"/desk/items/{given_out.pk}/")
    absent = other.get("/desk/items/999999/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content == absent.content


def test_a_move_that_cannot_be_is_told_on_the_page(signed_in, given_out):
    answer = signed_in("head").post(f"/desk/items/{given_out.pk}/moves/decline/", {})
    assert answer.status_code == 400
    assert "职责不符的理由" in answer.content.decode()


def test_a_move_of_somebody_else_is_not_allowed(signed_in, given_out):
    answer = signed_in("helper").post(f"/desk/items/{given_out.pk}/moves/sign/", {})
    assert answer.status_code == 403


def test_an_unknown_move_is_not_there(signed_in, given_out):
    answer = signed_in("clerk").post(f"/desk/items/{given_out.pk}/moves/explode/", {})
    assert answer.status_code == 404


def test_a_sheet_is_numbered_and_printed(signed_in, given_out):
    office = signed_in("office")
    sent = office.post(
        f"/desk/items/{given_out.pk}/sheets/", {"sheet": "urge", "text": "请抓紧"}
    )
    page = office.get(sent.url).content.decode()
    assert "催办单〔2026〕1号" in page
    assert "请抓紧" in page


def test_the_slip_of_an_item_that_is_given_out(signed_in, given_out):
    page = signed_in("clerk").get(f"/desk/items/{given_out.pk}/sheets/0/").content.decode()
    assert "工作交办单" in page
    assert "督办〔2026〕1号" in page


def test_the_ledger_as_a_workbook_starts_no_formula(signed_in, given_out):
    Item.objects.filter(pk=given_out.pk).update(source="=1+1")
    answer = signed_in("office").get("/desk/items.xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    cells = [str(cell) for row in rows.to_python() for cell in row]
    assert any("=1+1" in cell for cell in cells)
    assert "督办〔2026〕1号" in cells


def test_the_public_is_asked_to_sign_in(people, client):
    assert client.get("/desk/items/").status_code == 302
