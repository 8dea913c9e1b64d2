"""What waits, what is due within a week and what is late, in three lines."""

import datetime as dt
from types import SimpleNamespace

import pytest

from paitou.office.reporting.form_page import Term
from paitou.office.reporting.tally import tally_of
from paitou.office.reporting.work import Item, Laggard, RoundState, Work

TODAY = dt.date(2026, 4, 10)


def form(number, due, label="填报中"):
    round_ = SimpleNamespace(title=f"第{number}期填报", pk=number)
    submission = SimpleNamespace(pk=number, round=round_, org_name="东溪区", label=label)
    late = max(0, (TODAY - due).days)
    return Item(submission=submission, term=Term(due=due, days_late=late, words=f"{due}"))


def row(number, due, *, is_mine=False):
    standing = SimpleNamespace(label="办理中")
    item = SimpleNamespace(pk=number, title=f"事项{number}", due=due, standing=standing)
    return SimpleNamespace(item=item, is_mine=is_mine, words=f"{due}")


def lines(work=None, items=()):
    found = tally_of(work or Work(), items, TODAY)
    return {one.label: [each.name for each in one.mentions] for one in found}


def test_nothing_is_no_line():
    assert tally_of(Work(), (), TODAY) == ()


@pytest.mark.parametrize(
    ("days", "label"),
    [(-1, "已逾期"), (0, "七天内到期"), (7, "七天内到期"), (8, None)],
)
def test_a_form_stands_by_its_last_day(days, label):
    found = lines(Work(to_fill=(form(1, TODAY + dt.timedelta(days=days)),)))
    assert found["等我办"] == ["第1期填报"]
    assert [name for name in ("七天内到期", "已逾期") if found[name]] == [label] * bool(
        label
    )


def test_a_form_to_review_is_named_by_its_organisation():
    work = Work(to_approve=(form(1, TODAY, "待核定"),))
    (waiting, _, _) = tally_of(work, (), TODAY)
    assert [(one.name, one.words) for one in waiting.mentions] == [("东溪区", "待核定")]
    assert waiting.is_own


def test_items_of_others_are_due_and_late_but_do_not_wait_for_me():
    items = (row(1, TODAY - dt.timedelta(days=3)), row(2, TODAY, is_mine=True))
    assert lines(items=items) == {
        "等我办": ["事项2"],
        "七天内到期": ["事项2"],
        "已逾期": ["事项1"],
    }


def test_of_a_round_those_who_lag_are_named():
    late = Laggard("石笠县", "已逾期4天", TODAY - dt.timedelta(days=4))
    soon = Laggard("东溪区", "还有3个工作日", TODAY + dt.timedelta(days=3))
    round_ = SimpleNamespace(pk=5)
    state = RoundState(
        round=round_, forms=3, handed_in=1, approved=0, laggards=(late,), soon=(soon,)
    )
    found = lines(Work(rounds=(state,)))
    assert found == {
        "等我办": [],
        "七天内到期": ["东溪区填报"],
        "已逾期": ["石笠县填报"],
    }


def test_the_nearest_come_first_and_four_are_named():
    forms = [form(n, TODAY + dt.timedelta(days=n % 7)) for n in range(1, 7)]
    _, soon, _ = tally_of(Work(to_fill=tuple(forms)), (), TODAY)
    assert (soon.total, len(soon.named)) == (6, 4)
    assert [one.due for one in soon.mentions] == sorted(one.due for one in soon.mentions)
