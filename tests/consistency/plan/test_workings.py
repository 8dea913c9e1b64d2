"""Every sum adds up to the bound it explains; every change that is offered is enough."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from paitou import load
from paitou.consistency.plan.adjusting import adjustment_words, adjustments
from paitou.consistency.plan.answers import check_plan
from paitou.consistency.plan.trying import changeables, changed
from paitou.consistency.plan.workings import against, working_of_bound
from paitou.consistency.solver import solve
from paitou.consistency.system import System
from paitou.model import UsageError

DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def kunming(kunming_file):
    return load(kunming_file.parent)


@pytest.fixture(scope="module")
def found(kunming):
    return check_plan(kunming, DAY)


def test_every_sum_ends_in_its_bound(found):
    floors = [bound for bound in found.implied if bound.low is not None]
    assert floors
    for bound in floors:
        working = working_of_bound(found.plan, bound.variable, bound.low, bound.names)
        assert (working.total, working.is_low) == (bound.low, True)
        assert sum(step.product for step in working.steps) == bound.low


def test_every_change_that_is_offered_is_enough(found):
    over = [bound for bound in found.implied if bound.exceeds]
    assert over
    for bound in over:
        cap = against(bound.variable, bound.own)
        for change in adjustments(found.plan, bound.variable, bound.own, bound.names):
            assert adjustment_words(found.plan, change)
            if change.factor is None:
                kept = [
                    evolve(c, terms=dict(c.terms), lo=change.after)
                    if c.name == change.name
                    else c
                    for c in found.plan.system.constraints
                    if c.is_hard or c.name in bound.names
                ]
                assert solve(System((*kept, cap))).feasible


def told_of_gdp(found):
    gdp = next(b for b in found.implied if b.variable.indicator_id == "gdp")
    changes = adjustments(found.plan, gdp.variable, gdp.own, gdp.names)
    return [adjustment_words(found.plan, change) for change in changes]


def test_a_share_is_not_offered_where_a_level_asks_for_as_much(found):
    """30 % of 10000 is the 3000 that the plan asks of industry anyway."""
    assert told_of_gdp(found) == [
        "“服务业增加值突破6600亿元”调整到6073亿元（8.0%）",
        "假设2025年建筑业增加值不低于600亿元调整到73亿元（87.8%）",
    ]


def test_a_share_gives_way_as_a_share(kunming):
    plan = kunming.plan
    kept = tuple(s for s in plan.statements if "工业增加值超过" not in s.quote)
    made = check_plan(evolve(kunming, plan=evolve(plan, statements=kept)), DAY)
    assert "“工业增加值占GDP比重突破30%”调整到24.7%（17.6%）" in told_of_gdp(made)


def test_the_growth_is_held_against_that_of_the_plan(found):
    gdp = next(b for b in found.implied if b.variable.indicator_id == "gdp")
    assert gdp.base_year == 2022
    assert (round(gdp.growth, 1), round(gdp.own_growth, 1)) == (12.6, 9.9)


def test_nothing_is_told_that_an_assumption_says_itself(found):
    assert all(bound.own != bound.low for bound in found.implied)


def test_all_that_may_be_changed_can_be(kunming, found):
    for each in changeables(found.plan, kunming):
        assert changed(kunming, each.key, each.value) == kunming


@pytest.mark.parametrize("key", ["s-none", "assumption:9", "assumption:", ""])
def test_what_is_not_there_is_refused(kunming, key):
    with pytest.raises(UsageError):
        changed(kunming, key, kunming.assumptions[0].low)
