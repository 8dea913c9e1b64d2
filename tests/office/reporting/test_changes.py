import datetime as dt

from paitou.office.reporting.changes import changes_of
from paitou.office.reporting.models import Reported
from paitou.office.reporting.wanted import catalogue_of


def of(day):
    return changes_of(Reported.objects.all(), dt.date.fromisoformat(day))


def test_what_differs_is_told_by_form_with_every_step(corrected):
    found = of("2026-04-21")
    assert found.numbers == 14
    assert [(one.org, len(one.changed)) for one in found.forms] == [
        ("东溪区", 1),
        ("墨泉区", 1),
    ]
    (first, _) = found.changed
    assert (first.first.words, first.now.words, first.words) == (
        "11万人", "8.5万人", "−2.5万人",
    )  # fmt: skip
    assert [step.words for step in first.later] == ["20万人", "8.5万人"]


def test_as_known_on_a_day(corrected):
    assert len(of("2026-04-20").changed) == 3
    assert of("2026-04-19").changed == ()
    assert of("2026-03-31").numbers == 0


def test_the_total_of_an_indicator_only_where_it_can_be_added(corrected):
    totals = of("2026-04-20").totals(catalogue_of(corrected.book))
    assert sum(one.count for one in totals) == 3
    assert {one.words for one in totals if one.words} <= {"+9万人", "+18亿元", "−12亿元"}
