"""A book is judged once a day that is asked for."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from paitou.model import Attainment, Period, Quota
from paitou.office.books import Assessor


def test_a_day_is_judged_once(tracked):
    assessor = Assessor(tracked)
    day = dt.date(2026, 3, 1)
    assert assessor.on(day) is assessor.on(day)


def test_days_differ_by_what_was_known(tracked):
    assessor = Assessor(tracked)
    before, after = (assessor.on(dt.date(2026, 1, d)).wholes["s1"] for d in (19, 20))
    assert before.verdict is not Attainment.MISSED
    assert after.verdict is Attainment.MISSED


def test_old_days_are_forgotten(tracked):
    assessor = Assessor(tracked)
    first = assessor.on(dt.date(2024, 1, 1))
    for number in range(2, 40):
        assessor.on(dt.date(2024, 1, 1) + dt.timedelta(days=number))
    assert assessor.on(dt.date(2024, 1, 1)) is not first


def test_the_whole_stands_before_its_organisations(tracked):
    share = Quota(statement="s1", org="东港区", period=Period.of_year(2025), value=2)
    assessor = Assessor(evolve(tracked, quotas=(share,)))
    found = assessor.on(dt.date(2026, 3, 1))
    assert [standing.org for standing, _ in found.of("s1")] == ["全市", "东港区"]
    assert found.wholes["s1"].org == "全市"
