"""Who is urged before the last day, and when."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone

from paitou.model import UsageError
from paitou.office.reporting.notices import Reminder
from paitou.office.reporting.reminding import Sent
from paitou.office.reporting.workdays import WorkCalendar
from paitou.office.tasks import reminding
from paitou.office.tasks.reminding import remind_in_time

FRIDAY = dt.date(2026, 3, 13)


def at(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time(8, 30)))


def missing(org, due, last=None):
    return SimpleNamespace(submission=SimpleNamespace(org=org), due=due, last=last)


@pytest.fixture
def office(settings, monkeypatch):
    """An office with one round; what is missing can be set, what is sent is kept."""
    settings.WEBHOOK_URL = "https://gateway.example/"
    kept = SimpleNamespace(missing=[], sent=[], fault="")
    rounds = SimpleNamespace(filter=lambda **_: [SimpleNamespace(pk=1, title="一季度")])

    def send(_actor, _round, orgs):
        kept.sent.append([*orgs])
        return Sent(orgs=tuple(orgs), fault=kept.fault)

    monkeypatch.setattr(reminding, "office_calendar", WorkCalendar)
    monkeypatch.setattr(reminding, "Round", SimpleNamespace(objects=rounds))
    monkeypatch.setattr(reminding, "missing_list", lambda *_: kept.missing)
    monkeypatch.setattr(reminding, "send_reminders", send)
    return kept


def test_three_working_days_before_one_before_and_on_the_last_day(office):
    urged = []
    for ahead in range(12):
        office.missing = [missing("A", FRIDAY)]
        remind_in_time(at(FRIDAY + dt.timedelta(days=2 - ahead)))
        urged += [2 - ahead] * len(office.sent)
        office.sent.clear()
    assert urged == [0, -1, -3]  # Friday, Thursday, Tuesday; never late, never on Sunday


def test_each_by_its_own_last_day(office):
    office.missing = [
        missing("A", FRIDAY),
        missing("B", FRIDAY + dt.timedelta(days=6)),
        missing("C", FRIDAY + dt.timedelta(days=4)),
    ]
    assert remind_in_time(at(FRIDAY)).words == "催办1家。"
    office.missing[2] = missing("C", FRIDAY + dt.timedelta(days=3))
    remind_in_time(at(FRIDAY))
    assert office.sent == [["A"], ["A", "C"]]


@pytest.mark.parametrize(
    ("way", "told", "is_urged"),
    [("sent", "", False), ("sent", "超时", True), ("copied", "", True)],
)
def test_nobody_is_urged_twice_a_day(office, way, told, is_urged):
    last = Reminder(org="A", at=at(FRIDAY), way=way, told=told)
    office.missing = [missing("A", FRIDAY, last)]
    remind_in_time(at(FRIDAY))
    assert bool(office.sent) == is_urged


def test_a_gateway_that_fails_is_tried_again(office):
    office.missing, office.fault = [missing("A", FRIDAY)], "超时"
    with pytest.raises(UsageError, match="超时"):
        remind_in_time(at(FRIDAY))


def test_without_a_gateway_nothing_is_sent(office, settings):
    settings.WEBHOOK_URL = ""
    office.missing = [missing("A", FRIDAY)]
    assert "没有设置" in remind_in_time(at(FRIDAY)).words
    assert office.sent == []
