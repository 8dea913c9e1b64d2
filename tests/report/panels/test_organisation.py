import datetime as dt

import pytest

from paitou.render.poster import Heading, Passage
from paitou.report.assessment import assess
from paitou.report.contest.material import contest_material
from paitou.report.panels.organisation import (
    answered_pairs,
    organisation_panels,
    own_pairs,
)

DAY = dt.date(2025, 11, 5)


@pytest.fixture(scope="session")
def assessment(yunze):
    return assess(yunze, DAY)


def test_a_district_has_its_own_parts(yunze, assessment):
    pairs = own_pairs(yunze, assessment, "东溪区")
    assert len(pairs) == 8
    assert {standing.org for _, standing in pairs} == {"东溪区"}
    assert own_pairs(yunze, assessment, "云泽市") == ()


def test_an_office_has_the_targets_that_it_answers_for(yunze, assessment):
    led = {s.indicator for s, _ in answered_pairs(yunze, assessment, "市商务局")}
    assert "进出口总额" in led
    assert answered_pairs(yunze, assessment, "没有这个单位") == ()


def test_its_place_in_the_contest_is_told(yunze, assessment):
    played = contest_material(yunze, DAY)
    panel = next(
        organisation_panels(yunze, assessment, "东溪区", played.board, played.before)
    )
    told = [part.text for part in panel.parts if isinstance(part, Passage)]
    assert any(one.startswith("东溪区在主城区排第4名，比前一位") for one in told)


def test_without_a_contest_nothing_is_said_of_one(yunze, assessment):
    panel = next(organisation_panels(yunze, assessment, "东溪区"))
    assert "竞赛名次" not in [p.text for p in panel.parts if isinstance(p, Heading)]
