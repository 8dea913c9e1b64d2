"""Tests of 催办: who has not reported, what is written to them, and that it was done."""

import pytest

from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.people.acting import Machine
from paitou.office.reporting import reminding
from paitou.office.reporting.gateway import GatewayFault
from paitou.office.reporting.models import Extension, Reminder
from paitou.office.reporting.reminding import (
    mark_reminded,
    missing_list,
    send_reminders,
)


def absent(desk, day):
    return {one.submission.org: one for one in missing_list(desk.round, day)}


def test_who_has_not_reported_with_the_text_to_each(desk, on_day):
    day = on_day("2026-04-10")
    desk.submit()
    found = absent(desk, day)
    assert "YZ01" not in found
    assert found["YZ02"].text == (
        "【催办】墨泉区：2026年一季度填报应于4月15日前报送，截至4月10日还没有报送，"
        "还有3个工作日。请按时填报并完成单位审核；确有困难的，请在截止日以前提出延期。"
    )


def test_days_late_are_told_by_working_days_too(desk, on_day):
    day = on_day("2026-04-20")
    one = absent(desk, day)["YZ02"]
    assert one.is_late
    assert one.distance == "已逾期5天（3个工作日）"
    assert "请于4月21日前补报，并在备注里说明迟报原因" in one.text


def test_an_extension_counts_and_the_latest_come_first(desk, on_day):
    day = on_day("2026-04-16")
    Extension.objects.create(round=desk.round, org="YZ02", due="2026-04-17", reason="x")
    found = missing_list(desk.round, day)
    assert found[-1].submission.org == "YZ02"
    assert found[-1].distance == "还有1个工作日"


def test_reminding_by_hand_leaves_an_entry_each(desk):
    office = desk.actor("office")
    perform(office, mark_reminded, office, desk.round.pk, {"YZ01", "YZ02", "nobody"})
    assert Reminder.objects.count() == 2
    assert Entry.objects.filter(action="reporting.remind").count() == 2
    one = absent(desk, desk.round.opens)["YZ01"]
    assert one.last.words == "已催办"


@pytest.mark.parametrize("login", ["clerk", "head", "leader", "appraiser", "audit"])
def test_others_remind_nobody(desk, login):
    actor = desk.actor(login)
    with pytest.raises(NotAllowed):
        perform(actor, mark_reminded, actor, desk.round.pk, {"YZ01"})
    with pytest.raises(NotAllowed):
        send_reminders(actor, desk.round.pk)


def test_who_has_reported_is_not_reminded(desk):
    desk.submit()
    office = desk.actor("office")
    with pytest.raises(Refused, match="不用再催"):
        perform(office, mark_reminded, office, desk.round.pk, {"YZ01"})


@pytest.fixture
def sent(monkeypatch, settings):
    settings.WEBHOOK_URL = "http://gateway.example/"
    messages = []
    monkeypatch.setattr(reminding, "post_message", lambda *args: messages.append(args))
    return messages


def test_texts_go_to_the_gateway_and_it_is_written_down(desk, sent):
    done = send_reminders(desk.actor("office"), desk.round.pk, {"YZ01", "YZ02"})
    assert set(done.orgs) == {"YZ01", "YZ02"}
    ((_, _, body),) = sent
    assert [text["org"] for text in body["texts"]] == ["YZ01", "YZ02"]
    assert body["texts"][0]["text"].startswith("【催办】东溪区")
    assert {one.words for one in Reminder.objects.all()} == {"已发送"}


def test_a_task_reminds_all_that_are_missing(desk, sent):
    done = send_reminders(Machine(), desk.round.pk)
    assert len(done.orgs) == 21
    assert Entry.objects.last().post == "系统"


def test_a_failure_is_a_sentence_and_written_down(desk, settings, monkeypatch):
    settings.WEBHOOK_URL = "http://gateway.example/"

    def fail(*_):
        raise GatewayFault("网关5秒内没有回应")

    monkeypatch.setattr(reminding, "post_message", fail)
    done = send_reminders(desk.actor("office"), desk.round.pk, {"YZ01"})
    assert done.fault == "网关5秒内没有回应"
    one = absent(desk, desk.round.opens)["YZ01"].last
    assert (one.words, one.told) == ("发送失败", "网关5秒内没有回应")


def test_without_a_gateway_or_after_the_end_nothing_is_sent(desk, sent, settings):
    desk.round.closed_on = desk.round.due
    desk.round.save()
    with pytest.raises(Refused, match="已经结束"):
        send_reminders(desk.actor("office"), desk.round.pk)
    settings.WEBHOOK_URL = ""
    with pytest.raises(Refused, match="PAITOU_WEBHOOK_URL"):
        send_reminders(desk.actor("office"), desk.round.pk)
    assert not sent
