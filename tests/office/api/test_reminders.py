"""Who has not reported, and that they were urged, by programs."""

import datetime as dt

import pytest

from paitou.office.journal.models import Entry
from paitou.office.reporting import reminding
from paitou.office.reporting.models import Reminder

from .conftest import EAST, WEST


@pytest.fixture
def path(office):
    return f"/rounds/{office.round.pk}"


def test_who_has_not_reported_comes_with_a_text(call, office, path):
    office.approve(WEST)
    missing = call("supervision").get(f"{path}/missing").json()["missing"]
    lines = {one["org"]: one for one in missing}
    assert WEST not in lines
    assert lines[EAST]["text"].startswith("【催办】")
    assert lines[EAST]["reminded"] == []


def test_a_text_that_was_sent_by_hand_is_written_down(call, path):
    caller = call("supervision")
    done = caller.send(f"{path}/reminders", {"orgs": [EAST], "way": "copied"}).json()
    assert done == {"orgs": [EAST], "way": "copied", "fault": ""}
    assert Entry.objects.order_by("-number").first().action == "reporting.remind"
    missing = caller.get(f"{path}/missing").json()["missing"]
    (line,) = (one for one in missing if one["org"] == EAST)
    assert line["reminded"][0]["way"] == "copied"


def test_without_a_gateway_nothing_is_sent(call, path, settings):
    settings.WEBHOOK_URL = ""
    wanted = {"orgs": [EAST], "way": "sent"}
    answer = call("supervision").send(f"{path}/reminders", wanted)
    assert answer.status_code == 409
    assert "PAITOU_WEBHOOK_URL" in answer.json()["message"]


def test_a_gateway_that_fails_is_told_and_written_down(call, path, settings, monkeypatch):
    settings.WEBHOOK_URL = "https://gateway.example/"

    def fails(*_):
        raise reminding.GatewayFault("对方5秒没有答复")

    monkeypatch.setattr(reminding, "post_message", fails)
    wanted = {"orgs": [EAST], "way": "sent"}
    done = call("supervision").send(f"{path}/reminders", wanted).json()
    assert done["fault"] == "对方5秒没有答复"
    assert Reminder.objects.get().told == "对方5秒没有答复"


def test_who_has_reported_and_a_round_that_is_over_are_not_urged(call, office, path):
    office.approve(WEST)
    caller = call("supervision")
    wanted = {"orgs": [WEST], "way": "copied"}
    assert caller.send(f"{path}/reminders", wanted).status_code == 409
    office.round.closed_on = dt.date(2026, 4, 20)
    office.round.save()
    assert caller.get(f"{path}/missing").json() == {"missing": []}
    wanted = {"orgs": [EAST], "way": "copied"}
    assert "已经结束" in caller.send(f"{path}/reminders", wanted).json()["message"]
