import datetime as dt

from paitou.office.cases.pages import ledger_of, waiting_items

LATE = dt.date(2026, 3, 25)


def test_the_ledger_counts_what_is_late(actor, given_out, on_day):
    ledger = ledger_of(actor("office"), "late", LATE)
    assert ledger.sentence == "在办1件，逾期1件，超时未签收1件。"
    assert ledger.by_org == (("东溪区", 1),)
    assert ledger.rows[0].words == "逾期2天"


def test_each_sees_what_waits_for_them(actor, given_out, do):
    day = dt.date(2026, 3, 4)
    assert len(waiting_items(actor("clerk"), day)) == 1
    assert waiting_items(actor("office"), day) == ()
    do("clerk", given_out, "sign")
    do("clerk", given_out, "draft_feedback", text="已办")
    assert waiting_items(actor("clerk"), day) == ()
    assert len(waiting_items(actor("head"), day)) == 1


def test_an_unknown_view_is_the_usual_one(actor, given_out):
    assert len(ledger_of(actor("office"), "nonsense", LATE).rows) == 1


def test_nothing_in_hand_is_said(actor, people):
    assert ledger_of(actor("clerk"), "open", LATE).sentence == "没有在办的督办事项。"
