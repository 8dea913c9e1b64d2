import datetime as dt

import pytest
from attrs import evolve

from paitou.office.cases.actions import register, send_sheet
from paitou.office.cases.models import Item
from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify


def test_the_last_day_follows_from_the_source(item):
    # 20 days after 3 March 2026 is the 23rd, a Monday.
    assert item.due == dt.date(2026, 3, 23)
    assert item.number == "督办〔2026〕1号"


def test_an_old_source_never_makes_an_item_late_at_birth(actor, told):
    one = actor("office")
    old = evolve(told, source_on=dt.date(2025, 1, 2))
    assert perform(one, register, one, old).due == dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    "changed",
    [{"source_on": dt.date(2026, 3, 4)}, {"due": dt.date(2026, 3, 2)}],
)
def test_days_that_cannot_be_are_refused(actor, told, changed):
    one = actor("office")
    with pytest.raises(Refused):
        perform(one, register, one, evolve(told, **changed))
    assert not Item.objects.exists()


@pytest.mark.parametrize("login", ["leader", "clerk", "head", "audit"])
def test_only_the_supervision_office_registers(actor, told, login):
    one = actor(login)
    with pytest.raises(NotAllowed):
        perform(one, register, one, told)


def test_the_whole_way_to_struck_off(given_out, do):
    do("clerk", given_out, "sign")
    do("clerk", given_out, "draft_feedback", text="方案已报供电部门。")
    do("head", given_out, "feedback")
    do("office", given_out, "propose_close")
    closed = do("office-two", given_out, "close", text="现场核查，已通电。")
    assert closed.closed_on == dt.date(2026, 3, 3)
    assert do("office", given_out, "strike_off").state == "struck_off"
    assert _faults() == []


def test_who_proposed_it_does_not_approve_it(item, do):
    do("office", item, "submit")
    with pytest.raises(Refused, match="另一人"):
        do("office", item, "approve")


def test_another_district_can_do_nothing(given_out, do):
    with pytest.raises(NotAllowed):
        do("other", given_out, "sign")


def test_a_move_that_is_refused_leaves_nothing(given_out, do):
    before = Entry.objects.count()
    with pytest.raises(Refused):
        do("head", given_out, "decline")
    assert Entry.objects.count() == before
    assert given_out.steps.filter(move="decline").count() == 0


def test_an_extension_keeps_the_first_last_day(given_out, do):
    do("clerk", given_out, "sign")
    later = dt.date(2026, 4, 10)
    asked = do("head", given_out, "ask_extension", text="设备到货推迟", due=later)
    assert asked.due == dt.date(2026, 3, 23)
    agreed = do("office", given_out, "extend", due=later)
    assert (agreed.due, agreed.first_due) == (later, dt.date(2026, 3, 23))


def test_too_late_to_ask_for_an_extension(given_out, do, on_day):
    do("clerk", given_out, "sign")
    on_day(dt.date(2026, 3, 24))
    with pytest.raises(Refused, match="时限已过"):
        do("head", given_out, "ask_extension", text="晚了", due=dt.date(2026, 4, 1))


def test_reassigning_changes_who_does_it(given_out, do):
    do("head", given_out, "decline", text="属泉阳区职责")
    moved = do("office", given_out, "reassign", text="改派", org="YZ02", org_name="泉阳区")
    assert (moved.org, moved.state) == ("YZ02", "assigned")
    assert do("other", given_out, "sign").state == "in_progress"


def test_sheets_are_numbered_by_kind(actor, given_out):
    one = actor("office")
    sent = [
        perform(one, send_sheet, one, given_out.pk, kind, "请抓紧")
        for kind in ("urge", "urge", "supervise")
    ]
    assert [each.sheet_number for each in sent] == [
        "催办单〔2026〕1号",
        "催办单〔2026〕2号",
        "督办单〔2026〕1号",
    ]


@pytest.mark.parametrize("kind", ["", "x", "<script>"])
def test_an_unknown_sheet_is_refused(actor, given_out, kind):
    one = actor("office")
    with pytest.raises(Refused):
        perform(one, send_sheet, one, given_out.pk, kind, "")


def test_a_new_order_after_the_end_is_an_item_of_its_own(actor, told, given_out):
    one = actor("office")
    child = perform(one, register, one, told, given_out.pk)
    assert child.parent_id == given_out.pk
    assert child.number == "督办〔2026〕2号"


def test_what_is_changed_behind_the_journal_is_found(given_out):
    Item.objects.filter(pk=given_out.pk).update(due=dt.date(2027, 1, 1))
    assert _faults() != []


def _faults():
    """What the journal says of items; the people of these tests stand outside it."""
    return [told for told in verify().faults if "item:" in told]
