import pytest

from paitou.office.journal.actions import perform
from paitou.office.journal.agreeing import strays
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Extension, Reported, Round, Submission
from paitou.office.reporting.rounds import close_round, extend


def found():
    """What is wrong with rounds, forms and figures; the people were made by hand."""
    ours = ("round:", "submission:", "figure:")
    return [words for words in strays() if words.startswith(ours)]


@pytest.fixture
def lived(desk, on_day):
    """A round with an approval, a correction, an extension and an end."""
    desk.approve()
    actor = desk.actor("office")
    later = on_day("2026-04-20")
    key = desk.form().cells.first().key
    other = desk.actor("office-two")
    said = ("yunze-2024", key, Typed(text="9"), "核减", desk.book)
    perform(other, correct, other, *said)
    on_day("2026-04-10")
    perform(actor, extend, actor, desk.round.pk, "YZ02", later, "换系统")
    perform(actor, close_round, actor, desk.round.pk, "试运行结束")
    return desk


def test_everything_that_actions_did_agrees_with_the_journal(lived):
    assert found() == []


def raw(model):
    """A way past what refuses to change."""
    from django.db.models import QuerySet

    return QuerySet(model)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Reported, {"value": "1234"}),
        (Reported, {"known_on": "2026-01-01"}),
        (Submission, {"stage": "approved"}),
        (Round, {"due": "2026-12-31"}),
        (Extension, {"due": "2026-12-31"}),
    ],
)
def test_what_was_changed_by_hand_is_found(lived, model, change):
    pk = raw(model).order_by("-pk").first().pk
    raw(model).filter(pk=pk).update(**change)
    assert len(found()) == 1
    assert "被改过" in found()[0]


def test_a_figure_that_was_deleted_or_added_by_hand_is_found(lived):
    row = Reported.objects.first()
    raw(Reported).filter(pk=row.pk)._raw_delete("default")
    assert "不见了" in found()[0]
    row.pk, row.vintage, row._state.adding = None, 9, True
    row.save()
    assert any("没有留痕" in words for words in found())
