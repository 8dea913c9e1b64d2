"""The least that has to give way."""

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings

from consistency.made import systems
from consistency.oracle import can_hold, row, scaled
from paitou.consistency import System, repairs, solve
from paitou.model import UsageError


def _mended(system, changes):
    rows = {c.name: c for c in system.constraints}
    for change in changes:
        old = rows[change.name]
        rows[change.name] = evolve(
            old, terms=dict(old.terms), **{change.side: change.after}
        )
    return System(rows.values(), system.nonnegative)


def test_the_repairs_of_the_plan(plan):
    """Both conflicts go by the ceiling, the facts or the services alone."""
    found = repairs(plan)
    ceiling = found.single[0]
    assert (ceiling.name, ceiling.side, ceiling.after) == (
        "GDP≤10500", "hi", Fraction(75270, 7),
    )  # fmt: skip
    assert f"{float(ceiling.share):.2%}" == "2.41%"
    assert [change.name for change in found.single] == [
        "GDP≤10500", "服务业≥6600", "建筑业≥600", "一产≥327",
    ]  # fmt: skip
    assert found.together == (ceiling,)


def test_only_those_named_give_way(plan):
    assert [c.name for c in repairs(plan, ["建筑业≥600"]).single] == ["建筑业≥600"]
    with pytest.raises(UsageError, match="其余约束"):
        repairs(plan, ["工业≥3000"])
    with pytest.raises(UsageError, match="没有名为"):
        repairs(plan, ["构成"])


def test_what_holds_needs_no_repair(plan):
    found = repairs(plan.only(["工业≥3000"]))
    assert (found.single, found.together) == ((), ())


def test_a_proportion_gives_way_by_its_factor():
    """工业占比不低于30%, 工业不超过2900, GDP不低于10000: the share would have to be 29%."""
    share = row("占比", {"ind": 1, "gdp": "-0.3"}, lo=0)
    system = System(
        [share, row("工业", {"ind": 1}, hi=2900), row("GDP", {"gdp": 1}, lo=10000)]
    )
    change = next(c for c in repairs(system).single if c.name == "占比")
    assert change.factor * Fraction("0.3") == Fraction("0.29")
    assert change.share == 1 - Fraction(29, 30)


def test_a_proportion_from_above_gives_way_upwards():
    """研发占比不高于3%, 研发不低于400, GDP不超过10000: the share would have to be 4%."""
    share = row("占比", {"rd": 1, "gdp": "-0.03"}, hi=0)
    system = System(
        [share, row("研发", {"rd": 1}, lo=400), row("GDP", {"gdp": 1}, hi=10000)]
    )
    change = next(c for c in repairs(system).single if c.name == "占比")
    assert change.factor * Fraction("0.03") == Fraction("0.04")


def test_a_variable_of_its_own_is_no_hindrance():
    """Only the ceiling speaks of y."""
    ceiling, floor = row("和", {"x": 1, "y": 1}, hi=0), row("低", {"x": 1}, lo=1)
    changes = repairs(System([ceiling, floor])).single
    assert {(c.name, c.after, c.factor) for c in changes} == {
        ("和", 1, None),
        ("低", 0, None),
    }


@given(systems())
@settings(max_examples=50, deadline=None)
def test_repairs_mend_and_none_is_missed(system):
    if not can_hold(system.only([])):
        with pytest.raises(UsageError):
            repairs(system)
        return
    found = repairs(system)
    assert solve(_mended(system, found.together)).feasible
    alone = {change.name for change in found.single}
    for change in found.single:
        assert can_hold(_mended(system, [change]))
    for name in system.soft - alone:
        feasible = can_hold(system.only(system.soft - {name}))
        assert not feasible or can_hold(system)


@given(systems())
@settings(max_examples=50, deadline=None)
def test_shares_do_not_hang_on_the_unit(system):
    if can_hold(system.only([])):
        before, after = repairs(system), repairs(scaled(system, Fraction(1, 7)))
        assert [(c.name, c.share) for c in before.single] == [
            (c.name, c.share) for c in after.single
        ]
