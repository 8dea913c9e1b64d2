import pytest

from paitou.office.reporting.models import Reported

NAME = "yunze-2024"
WANTED = {"text": "99", "reason": "口径更正"}


@pytest.fixture
def path(office):
    office.approve()
    return f"/books/{NAME}/reported/{Reported.objects.first().key}"


def test_a_correction_is_a_vintage_beside_the_first(call, path):
    caller = call("supervision")
    made = caller.send(f"{path}/corrections", WANTED)
    assert (made.json()["vintage"], made.json()["value"]) == (2, "99")
    both = caller.get(path).json()["vintages"]
    assert [(one["vintage"], one["reason"]) for one in both] == [(1, ""), (2, "口径更正")]


def test_a_correction_that_changes_nothing_is_refused(call, path):
    caller = call("supervision")
    caller.send(f"{path}/corrections", WANTED)
    assert caller.send(f"{path}/corrections", WANTED).status_code == 409


def test_the_history_of_another_is_not_there(call, path):
    assert call("other").get(path).status_code == 404
    assert call("reporter").get(path).status_code == 200
    assert call("reporter").send(f"{path}/corrections", WANTED).status_code == 403


def test_a_book_that_is_not_there_has_no_history(call, path):
    wrong = path.replace(NAME, "none")
    assert call("supervision").send(f"{wrong}/corrections", WANTED).status_code == 404
