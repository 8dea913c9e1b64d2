from decimal import Decimal

from contest.explaining.played import VALUES, field, formula, item, round_of, rules
from paitou.contest.explaining.levers import levers
from paitou.contest.explaining.rounds import play
from paitou.model import Fact


def test_a_lever_moves_by_the_places_that_are_published():
    found = {lever.item: lever for lever in levers(round_of(), "东溪区")[0]}
    assert (found["i0"].step, found["i1"].step) == (Decimal("0.1"), 1)
    assert found["i0"].at(3) == Decimal("8.5")


def test_its_pace_is_the_spread_of_the_group_or_the_own_best_change():
    usual = {x.item: x.pace for x in levers(round_of(), "东溪区")[0]}
    own = {x.item: x.pace for x in levers(round_of(), "东溪区", {"i0": Decimal(2)})[0]}
    assert (usual["i0"], usual["i1"]) == (Decimal("6.3"), 30)
    assert (own["i0"], own["i1"]) == (2, 30)


def test_growth_and_level_are_two_levers():
    parts = [("0.4", formula("efficacy")), ("0.6", formula("efficacy", Fact.GROWTH))]
    values = {
        org: {("i0", Fact.VALUE): v, ("i0", Fact.GROWTH): g}
        for org, v, g in (("甲区", 5, 3), ("乙区", 9, 1))
    }
    round_ = play(rules(item(0, 100, formula("mix", parts=parts))), field(values))
    found, _ = levers(round_, "甲区")
    assert [(x.fact, x.name) for x in found] == [
        (Fact.VALUE, "指标0"), (Fact.GROWTH, "指标0增速"),
    ]  # fmt: skip


def test_what_judges_give_or_nobody_knows_is_no_lever():
    rulebook = rules(item(0, 50, formula("jury")), item(1, 50, formula("minmax")))
    marks = {org: {"i0": [80]} for org in VALUES}
    values = {org: {"i1": row["i1"]} for org, row in VALUES.items()}
    values["东溪区"] = {"i1": None}
    found, reasons = levers(play(rulebook, field(values, marks=marks)), "东溪区")
    assert found == ()
    assert set(reasons) == {"i0", "i1"}


def test_a_score_that_was_given_ends_at_its_full_marks():
    values = {
        org: {("i0", Fact.VALUE): v} for org, v in (("甲区", Decimal("84.6")), ("乙区", 90))
    }
    round_ = play(rules(item(0, 100, formula("given"))), field(values))
    (lever,), _ = levers(round_, "甲区")
    assert lever.at(lever.furthest) == 100
