import pytest
from django.db import IntegrityError, transaction

from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.reporting.actions import save_cells, send_back, submit, withdraw
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.models import Cell, Reported, Submission


def do(desk, login, what, *args):
    actor = desk.actor(login)
    return perform(actor, what, actor, *args)


def test_a_draft_survives_incomplete_and_wrong(desk):
    form = desk.form()
    first, second = form.cells.all()[:2]
    kept = do(
        desk, "clerk", save_cells, form.pk,
        {first.key: Typed(text="大约很多"), second.key: Typed(note="待核")},
    )  # fmt: skip
    assert kept.saved == 2
    assert [c.typed.text for c in form.cells.all()[:2]] == ["大约很多", ""]
    with pytest.raises(Refused, match="格没有填好"):
        do(desk, "clerk", submit, form.pk, desk.book)


def test_saving_says_which_cells_and_keeps_the_draft_out_of_the_journal(desk):
    form = desk.form()
    cell = form.cells.first()
    do(desk, "clerk", save_cells, form.pk, {cell.key: Typed(text="77.7")})
    entry = Entry.objects.last()
    assert (entry.action, entry.org) == ("reporting.save", "YZ01")
    assert entry.after["cells"] == [cell.name]
    assert "77.7" not in str(entry.content)


def test_saving_what_is_there_already_leaves_no_trace(desk):
    before = Entry.objects.count()
    assert do(desk, "clerk", save_cells, desk.form().pk, {}).saved == 0
    assert Entry.objects.count() == before


def test_what_somebody_else_typed_meanwhile_is_not_overwritten(desk):
    form = desk.form()
    cell = form.cells.first()
    seen = {cell.key: Typed()}
    do(desk, "head", save_cells, form.pk, {cell.key: Typed(text="1")}, seen)
    kept = do(desk, "clerk", save_cells, form.pk, {cell.key: Typed(text="2")}, seen)
    assert kept.clashes == (cell.name,)
    assert form.cells.first().text == "1"


def test_two_levels_from_the_clerk_to_the_office(desk):
    desk.submit()
    assert desk.form().label == "待单位审核"
    desk.pass_on("head")
    assert desk.form().label == "待核定"
    desk.pass_on("office")
    assert desk.form().label == "已核定"
    assert [r.label for r in desk.form().reviews.all()] == ["提交", "单位审核", "核定"]
    assert verify().breaks == ()


def test_every_step_is_in_the_journal_with_its_post(desk):
    desk.approve()
    skipped = ("reporting.ask", "reporting.freeze")
    entries = Entry.objects.exclude(action__in=skipped)
    assert [(e.action, e.post) for e in entries] == [
        ("reporting.open", "YZ00·office"),
        ("reporting.save", "YZ01·clerk"),
        ("reporting.submit", "YZ01·clerk"),
        ("reporting.pass", "YZ01·head"),
        ("reporting.approve", "YZ00·office"),
    ]
    assert Entry.objects.filter(action="reporting.freeze").count() == 7


def test_a_deputy_endorses_in_place_of_the_head(desk):
    desk.submit()
    desk.pass_on("deputy")
    assert desk.form().step == 1


def test_nobody_endorses_what_they_filled(desk):
    desk.fill("clerk")
    cell = desk.form().cells.first()
    do(desk, "head", save_cells, desk.form().pk, {cell.key: Typed(text="3")})
    do(desk, "clerk", submit, desk.form().pk, desk.book)
    with pytest.raises(Refused, match="自己填报"):
        desk.pass_on("head")
    desk.pass_on("deputy")


@pytest.mark.parametrize("login", ["clerk", "other-head", "planner", "leader", "audit"])
def test_others_do_not_review(desk, login):
    desk.submit()
    with pytest.raises(NotAllowed):
        desk.pass_on(login)
    desk.pass_on("head")
    with pytest.raises(NotAllowed):
        desk.pass_on(login)


def test_a_department_approves_its_own_data_but_not_its_own_form(desk):
    form = desk.form()
    Submission.objects.filter(pk=form.pk).update(source="YZ44")
    desk.submit()
    desk.pass_on("head")
    desk.pass_on("source")
    assert desk.form().stage == "approved"
    assert desk.form("YZ44").source == "YZ44"
    desk.submit("source", "YZ44")
    desk.pass_on("source-head", "YZ44")
    with pytest.raises(NotAllowed):
        desk.pass_on("source", "YZ44")


def test_what_is_returned_says_why_and_is_filled_again(desk):
    desk.submit()
    with pytest.raises(Refused, match="原因"):
        do(desk, "head", send_back, desk.form().pk, 1, " ")
    do(desk, "head", send_back, desk.form().pk, 1, "产值与统计局不一致")
    assert desk.form().label == "已退回"
    assert Entry.objects.last().reason == "产值与统计局不一致"
    do(desk, "clerk", submit, desk.form().pk, desk.book)
    assert desk.form().turn == 2


def test_a_form_that_changed_meanwhile_is_not_passed(desk):
    desk.submit()
    do(desk, "clerk", withdraw, desk.form().pk)
    do(desk, "clerk", submit, desk.form().pk, desk.book)
    with pytest.raises(Refused, match="又提交过"):
        do(desk, "head", send_back, desk.form().pk, 1, "看的是旧的")


def test_a_form_in_review_is_not_changed(desk):
    desk.submit()
    cell = desk.form().cells.first()
    with pytest.raises(Refused, match="不能保存"):
        do(desk, "clerk", save_cells, desk.form().pk, {cell.key: Typed(text="9")})


def test_after_closing_nothing_is_filled(desk):
    desk.round.closed_on = desk.round.opens
    desk.round.save()
    with pytest.raises(Refused, match="已经结束"):
        desk.fill()


def test_an_approval_that_fails_leaves_nothing_behind(desk, monkeypatch):
    desk.submit()
    desk.pass_on("head")
    before = Entry.objects.count()
    monkeypatch.setattr(
        "paitou.office.reporting.freezing.Reported.of", lambda *_, **__: 1 / 0
    )
    with pytest.raises(ZeroDivisionError):
        desk.pass_on("office")
    assert desk.form().stage == "review"
    assert (Reported.objects.count(), Entry.objects.count()) == (0, before)


def test_no_number_is_asked_twice_in_a_round(desk):
    cell = desk.form().cells.first()
    copy = Cell.objects.get(pk=cell.pk)
    copy.pk = None
    copy.submission = desk.form("YZ02")
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save(force_insert=True)
