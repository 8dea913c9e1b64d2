import datetime as dt

import pytest

from paitou.figures.reading import read_figures
from paitou.model import FigureState
from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.figures import (
    differences,
    figures_csv,
    figures_of,
    stamp_of,
    with_reported,
)
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Reported
from paitou.office.reporting.reported import Kept
from paitou.office.reporting.rounds import close_round
from paitou.tables.delimited import read_delimited

NAME = "yunze-2024"
APPROVED, CORRECTED = dt.date(2026, 4, 1), dt.date(2026, 4, 20)


def put_right(desk, text="99.5", login="office-two", reason="统计局核减", place=0):
    actor = desk.actor(login)
    key = desk.form().cells.all()[place].key
    return perform(actor, correct, actor, NAME, key, Typed(text=text), reason, desk.book)


def test_approval_freezes_every_value_as_confirmed_on_its_day(desk):
    desk.approve()
    figures = figures_of(NAME)
    assert len(figures) == 7
    assert {f.state for f in figures} == {FigureState.CONFIRMED}
    assert {(f.source, f.org, f.known_on) for f in figures} == {
        ("东溪区", "东溪区", APPROVED)
    }


def test_nothing_is_a_figure_before_approval(desk):
    desk.submit()
    desk.pass_on("head")
    assert figures_of(NAME) == ()


def test_a_correction_is_a_vintage_with_reason_and_approver(desk, on_day):
    desk.approve()
    on_day("2026-04-20")
    row = put_right(desk)
    assert (row.vintage, row.reason, row.approver) == (2, "统计局核减", "YZ00·office-two")
    entry = Entry.objects.last()
    assert entry.subject.endswith(":2")
    assert (entry.before["value"], entry.after["value"]) == ("11", "99.5")


def test_a_closed_round_is_issued_again_byte_for_byte(desk, on_day):
    desk.approve()
    on_day("2026-04-16")
    actor = desk.actor("office")
    perform(actor, close_round, actor, desk.round.pk, "其余单位另行催报")
    first = figures_csv(NAME, dt.date(2026, 4, 16), desk.round)
    on_day("2026-04-20")
    put_right(desk)
    assert figures_csv(NAME, dt.date(2026, 4, 16), desk.round) == first
    assert figures_csv(NAME, CORRECTED, desk.round) != first


def test_the_csv_reads_back_as_the_same_figures(desk, on_day):
    desk.approve()
    on_day("2026-04-20")
    put_right(desk)
    data = figures_csv(NAME, CORRECTED).encode()
    read, issues = read_figures(read_delimited(data, "填报.csv"), desk.book.indicators)
    assert issues == ()
    assert {f.id for f in read} == {f.id for f in figures_of(NAME)}


def test_of_two_vintages_of_one_day_the_later_holds(desk):
    desk.approve()
    put_right(desk)
    key = desk.form().cells.first().key
    values = [f.value for f in figures_of(NAME) if f.id in set(_ids(key))]
    assert [str(value) for value in values] == ["99.5"]


def _ids(key):
    return Reported.objects.filter(key=key).values_list("figure_id", flat=True)


def test_differences_since_approval_are_listed_as_known_on_a_day(desk, on_day):
    desk.approve()
    on_day("2026-04-20")
    put_right(desk)
    (found,) = differences(desk.round)
    assert (found.first.words, found.now.words) == ("11万人", "99.5万人")
    assert differences(desk.round, dt.date(2026, 4, 19)) == ()


@pytest.mark.parametrize("login", ["clerk", "head", "other", "planner", "leader", "system"])
def test_who_may_not_approve_does_not_correct(desk, login):
    desk.approve()
    with pytest.raises(NotAllowed):
        put_right(desk, login=login)


def test_a_correction_needs_a_reason_a_number_and_a_difference(desk):
    desk.approve()
    for fault in ({"reason": " "}, {"text": "很多"}, {"text": "11"}, {"text": "5户"}):
        with pytest.raises(Refused):
            put_right(desk, **fault)
    assert Reported.objects.count() == 7


def test_a_frozen_figure_is_never_changed_or_deleted(desk):
    desk.approve()
    row = Reported.objects.first()
    for attempt in (
        row.save,
        row.delete,
        lambda: Reported.objects.update(value="1"),
        Reported.objects.all().delete,
    ):
        with pytest.raises(Kept):
            attempt()


def test_an_estimate_stays_one_after_approval(desk):
    cell = desk.form().cells.first()
    desk.fill()
    type(cell).objects.filter(pk=cell.pk).update(text="预计12.5")
    actor = desk.actor("clerk")
    from paitou.office.reporting.actions import submit

    perform(actor, submit, actor, desk.form().pk, desk.book)
    desk.pass_on("head")
    desk.pass_on("office")
    (found,) = [f for f in figures_of(NAME) if f.state is FigureState.ESTIMATED]
    assert not found.is_published


def test_the_book_that_is_served_has_what_was_approved(desk, shelf):
    before = shelf.find(NAME)
    assert shelf.find(NAME) is before
    desk.approve()
    after = shelf.find(NAME)
    assert len(after.book.figures) == len(before.book.figures) + 7
    assert shelf.find(NAME) is after


def test_a_child_book_is_served_with_what_was_approved_for_it(desk):
    from attrs import evolve

    desk.approve()
    type(desk.round).objects.update(book="whole~yunze-2024")
    key = desk.form().cells.first().key
    row = Reported.objects.filter(key=key).get()
    row.pk, row.book, row._state.adding = None, "whole~yunze-2024", True
    row.save()
    whole = evolve(desk.book, name="whole", figures=(), children=(desk.book,))
    served = with_reported(whole, "whole")
    assert served.figures == ()
    assert len(served.children[0].figures) == len(desk.book.figures) + 1
    assert stamp_of("whole") == 1
