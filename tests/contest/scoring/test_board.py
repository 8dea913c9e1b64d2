"""A field and a rulebook → a scoreboard."""

from decimal import Decimal
from fractions import Fraction

import pytest

from contest.scoring.made import event, field, group, item, org, rules
from paitou.contest.scoring import printed, score
from paitou.model import (
    Extra,
    Fact,
    Flat,
    Formula,
    Gate,
    Missing,
    SmallGroup,
    Ties,
    UsageError,
    Veto,
    VetoEffect,
)

F = Fraction
TWO = (item("a", 60), item("b", 40))


def ranks(board):
    return {s.org: s.rank for s in board.scores}


def scores(board):
    return {s.org: s.score for s in board.scores}


def test_points_sum_to_the_score_and_are_rounded_once():
    board = score(rules(*TWO), field(org("甲", a="90.005", b=80), org("乙", a=70, b=80)))
    first = board.of("甲")
    assert first.exact == F("0.90005") * 60 + 32 == sum(p.points for p in first.points)
    assert first.score == Decimal("86.00")
    assert ranks(board) == {"甲": 1, "乙": 2}
    assert [p.rank for p in board.of("乙").points] == [2, 1]


def test_halves_are_printed_upwards():
    assert printed(F("0.005"), 2) == Decimal("0.01")
    assert printed(F("-0.005"), 2) == Decimal("-0.01")
    assert str(printed(F(100), 2)) == "100.00"


def test_the_bounds_of_each_group_are_its_own_and_kept():
    rulebook = rules(item("a", 100, "efficacy"), groups=(group("城"), group("乡")))
    taking_part = field(
        org("甲", "城", a=10),
        org("乙", "城", a=20),
        org("丙", "乡", a=1),
        org("丁", "乡", a=2),
    )
    board = score(rulebook, taking_part)
    assert board.bounds["a", "城", Fact.VALUE] == (10, 20)
    assert scores(board) == {"乙": 100, "甲": 60, "丁": 100, "丙": 60}
    assert [s.group for s in board.scores] == ["城", "城", "乡", "乡"]


def test_a_group_has_weights_of_its_own():
    groups = (group("城"), group("乡", weights={"a": Decimal(0), "b": Decimal(100)}))
    board = score(
        rules(*TWO, groups=groups),
        field(org("甲", "城", a=50, b=50), org("乙", "乡", b=50)),
    )
    assert [p.item for p in board.of("乙").points] == ["b"]
    assert board.of("乙").points[0].full == 100


def test_a_mix_of_static_and_moving_parts():
    parts = ((Decimal("0.4"), Formula(name="efficacy")),
             (Decimal("0.6"), Formula(name="efficacy", on=Fact.GROWTH)))  # fmt: skip
    rulebook = rules(item("gdp", 100, "mix", parts=parts))
    board = score(
        rulebook,
        field(
            org("甲", gdp={"value": 10, "growth": 8}),
            org("乙", gdp={"value": 20, "growth": 2}),
        ),
    )
    assert scores(board) == {"甲": 40 * Decimal("0.6") + 60, "乙": 40 + 36}
    assert {fact for _, _, fact in board.bounds} == {Fact.VALUE, Fact.GROWTH}


@pytest.mark.parametrize(
    ("rule", "points", "full"),
    [(Missing.ZERO, 0, 40), (Missing.REWEIGHT, None, 0),
     (Missing.GROUP_MEAN, 30, 40), (Missing.GROUP_LOWEST, 20, 40)],
)  # fmt: skip
def test_what_a_missing_figure_gives_is_a_rule_and_is_printed(rule, points, full):
    rulebook = rules(*TWO, missing=rule)
    board = score(
        rulebook,
        field(org("甲", a=90, b=50), org("乙", a=90, b=100), org("丙", a=90, b=None)),
    )
    cell = board.of("丙").of("b")
    assert (cell.points, cell.full, cell.missing) == (points, full, rule)
    assert any("丙的指标b（缺少实际值）缺数" in note for note in board.notes)


def test_reweighting_raises_the_others_in_proportion():
    board = score(
        rules(item("a", 50), item("b", 30), item("c", 20), missing=Missing.REWEIGHT),
        field(org("甲", a=80, b=50), org("乙", a=1, b=1, c=1)),
    )
    assert [p.full for p in board.of("甲").points] == [F(250, 4), F(150, 4), 0]
    assert board.of("甲").exact == F(250, 4) * F(4, 5) + F(150, 4) / 2


def test_last_takes_the_share_of_the_period_before_else_nothing():
    rulebook = rules(*TWO, missing=Missing.LAST)
    before = score(rulebook, field(org("甲", a=50, b=90)))
    board = score(rulebook, field(org("甲", a=50), org("乙", a=50)), before)
    assert board.of("甲").of("b").points == 36
    assert (board.of("乙").of("b").points, board.of("乙").of("b").missing) == (0, "zero")


def test_unranked_has_no_score_and_takes_no_place():
    rulebook = rules(item("a", 60), item("b", 40, missing=Missing.UNRANKED))
    board = score(rulebook, field(org("甲", a=100), org("乙", a=1, b=1)))
    assert ranks(board) == {"乙": 1, "甲": None}
    assert (board.of("甲").score, board.of("甲").why_unranked) == (
        None, "指标b缺数，按办法不参加排名",
    )  # fmt: skip


def test_a_whole_group_without_a_figure_does_not_count_the_item():
    board = score(
        rules(*TWO, missing=Missing.GROUP_MEAN), field(org("甲", a=50), org("乙", a=60))
    )
    assert board.of("甲").score == 50
    assert any("按比例提高" in note for note in board.notes)


def test_small_groups_are_pooled_or_leave_comparisons_out():
    items = (item("a", 50, "efficacy"), item("b", 50))
    groups = (group("城"), group("乡"))
    orgs = (
        org("甲", "城", a=10, b=80), org("乙", "城", a=20, b=80),
        org("丙", "城", a=30, b=80), org("丁", "乡", a=25, b=80),
    )  # fmt: skip
    pooled = rules(*items, groups=groups, small=2, small_group=SmallGroup.FIELD)
    board = score(pooled, field(*orgs))
    assert board.of("丁").of("a").points == F(60 + 40 * F(15, 20)) / 2
    out = rules(*items, groups=groups, small=2, small_group=SmallGroup.LEAVE_OUT)
    board = score(out, field(*orgs))
    assert (board.of("丁").of("a").points, board.of("丁").score) == (None, 80)
    assert board.of("丁").of("a").missing == "leave_out"
    assert any("少于2家" in note for note in board.notes)


def test_frozen_bounds_need_no_company():
    frozen = {"": (Decimal(0), Decimal(50))}
    rulebook = rules(
        item("a", 100, "efficacy", bounds=frozen), small=5, small_group=SmallGroup.LEAVE_OUT
    )
    board = score(rulebook, field(org("甲", a=25)))
    assert (board.of("甲").score, board.bounds["a", "", Fact.VALUE]) == (80, (0, 50))


def test_highest_equal_to_lowest_is_noted():
    board = score(
        rules(item("a", 100, "efficacy"), flat=Flat.HALF),
        field(org("甲", a=5), org("乙", a=5)),
    )
    assert scores(board) == {"甲": 50, "乙": 50}
    assert any("各单位相同" in note and "满分的一半" in note for note in board.notes)


def test_ties_share_a_rank_and_the_next_is_skipped():
    board = score(
        rules(item("a", 100)),
        field(org("甲", a=90), org("乙", a=80), org("丙", a=80), org("丁", a=70)),
    )
    assert ranks(board) == {"甲": 1, "丙": 2, "乙": 2, "丁": 4}


def test_the_chain_breaks_ties_and_tolerance_makes_them():
    orgs = (org("甲", a=50, b=85), org("乙", a=90, b=25), org("丙", a=60, b=70))
    plain = rules(*TWO)
    assert ranks(score(plain, field(*orgs))) == {"甲": 1, "乙": 1, "丙": 1}
    chained = rules(*TWO, ties=Ties(chain=("b",)))
    board = score(chained, field(*orgs))
    assert ranks(board) == {"甲": 1, "丙": 2, "乙": 3}
    assert any("依次比较指标b" in note for note in board.notes)
    near = rules(*TWO, ties=Ties(tolerance=Decimal(1)))
    board = score(near, field(org("甲", a=90), org("乙", a=89), org("丙", a=88)))
    assert ranks(board) == {"甲": 1, "乙": 1, "丙": 3}


BONUS = Extra(id="bonus", name="表彰", each=Decimal(2), cap=Decimal(3), gate="g")
MINUS = Extra(id="minus", name="通报")
GATE = Gate(id="g", name="增速不低于50", item="a", at_least=Decimal(50))


def test_extras_have_caps_and_gates_and_say_so():
    rulebook = rules(*TWO, extras=(BONUS, MINUS), extras_cap=Decimal(4), gates=(GATE,))
    events = [
        event("甲", "表彰"),
        event("甲", "bonus", day="2023-06-01"),
        event("甲", "通报", -5),
    ]
    board = score(
        rulebook,
        field(
            org("甲", events=events, a=50, b=50),
            org("乙", events=[event("乙", "表彰")], a=1, b=1),
        ),
    )
    assert [e.points for e in board.of("甲").extras] == [2, 1, -4]
    assert board.of("甲").score == 49
    assert "最多3分，只计1分" in board.of("甲").extras[1].words
    assert board.of("乙").extras[0].points == 0
    assert "没有过“增速不低于50”" in board.of("乙").extras[0].words


def test_an_event_that_no_rule_speaks_of_is_told_and_changes_nothing():
    board = score(
        rules(*TWO), field(org("甲", events=[event("甲", "别的", 5)], a=50, b=50))
    )
    assert board.of("甲").score == 50
    assert [i.code for i in board.issues] == ["event-unknown"]


def test_a_veto_never_touches_the_score():
    veto = Veto(id="v", name="事故", effect=VetoEffect.UNRANKED)
    told = event("甲", "事故", reason="起火")
    board = score(
        rules(*TWO, vetoes=(veto,)),
        field(org("甲", events=[told], a=90, b=90), org("乙", a=1, b=1)),
    )
    assert (board.of("甲").score, board.of("甲").rank) == (90, None)
    assert board.of("甲").vetoes == ("事故（起火）：不参加排名",)
    assert ranks(board)["乙"] == 1


def test_nobody_takes_part_twice():
    with pytest.raises(UsageError, match="“甲”在参评单位里出现了不止一次"):
        score(rules(*TWO), field(org("甲", a=1), org("甲", a=2)))


def test_an_item_on_top_adds_to_full_marks_and_is_never_raised():
    on_top = item("c", 1, "versus_city", start=0, per_point=1, is_on_top=True)
    rulebook = rules(*TWO, on := on_top, missing=Missing.REWEIGHT)
    board = score(rulebook, field(org("甲", a=50, c=9), org("乙", a=1, b=1), city={"c": 8}))
    assert (board.of("甲").of(on.id).full, board.of("甲").score) == (1, 51)


def test_nobody_scored_where_all_figures_lack():
    board = score(
        rules(*TWO, missing=Missing.REWEIGHT), field(org("甲"), org("乙", a=1, b=1))
    )
    assert (board.of("甲").exact, board.of("甲").why_unranked) == (
        None,
        "全部指标缺数，不计分",
    )


def test_an_empty_field_has_an_empty_board():
    assert score(rules(*TWO), field()).scores == ()
