"""What was corrected since approval, told to programs."""

import datetime as dt

import pytest

from paitou.office.reporting.models import Reported

from .conftest import EAST, NAME, OPENED, WEST


@pytest.fixture
def corrected(call, office):
    office.approve(EAST)
    office.approve(WEST)
    row = Reported.objects.filter(submission=office.form(EAST)).first()
    wanted = {"text": "99", "reason": "统计局修订"}
    call("supervision").send(f"/books/{NAME}/reported/{row.key}/corrections", wanted)
    return row


def test_a_correction_shows_in_its_round_and_its_book(call, office, corrected):
    chief = call("supervision")
    of_round = chief.get(f"/rounds/{office.round.pk}/changes").json()
    (one,) = of_round["changed"]
    assert (one["key"], one["first"], one["reason"]) == (
        corrected.key,
        corrected.words,
        "统计局修订",
    )
    assert one["difference"].startswith("+")
    assert [total["count"] for total in of_round["totals"]] == [1]
    assert chief.get(f"/books/{NAME}/changes").json() == of_round
    assert of_round["numbers"] == Reported.objects.filter(vintage=1).count()


def test_an_organisation_is_told_of_its_own_forms(call, corrected):
    assert len(call("reporter").get(f"/books/{NAME}/changes").json()["changed"]) == 1
    assert call("other").get(f"/books/{NAME}/changes").json()["changed"] == []


def test_on_the_day_before_nothing_differed(call, office, corrected):
    before = (OPENED - dt.timedelta(days=1)).isoformat()
    found = call("supervision").get(f"/rounds/{office.round.pk}/changes", as_of=before)
    assert found.json() == {"numbers": 0, "changed": [], "totals": []}
