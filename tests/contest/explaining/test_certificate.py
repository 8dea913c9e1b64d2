import json
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from contest.explaining.played import VALUES, field, formula, item, round_of, rounds, rules
from contest.explaining.recompute import recompute
from paitou.contest.explaining.certificate import certificate, digest
from paitou.contest.explaining.rounds import play
from paitou.model import Fact, Missing, UsageError


def told(round_, org):
    """The certificate as it is read from a file."""
    made = certificate(round_.board, org, round_.field)
    return json.loads(json.dumps(made, ensure_ascii=False))


def test_the_score_is_recomputed_from_the_certificate_alone():
    made = told(round_of(), "东溪区")
    share = (60 + 40 * Fraction("5.1") / Fraction("6.3")) / 100
    assert recompute(made) == (60 * share + 40 * Fraction(2, 3), made["score"])
    assert made["sum"] == str(recompute(made)[0])


def test_the_inputs_have_a_hash_that_changes_with_them():
    other = VALUES | {"西溪区": {"i0": "9.5", "i1": "20"}}
    first, second = told(round_of(), "东溪区"), told(round_of(values=other), "东溪区")
    assert first["inputs_sha256"] != second["inputs_sha256"]
    assert len(digest({})) == 64


def test_bounds_and_where_a_value_was_written_are_in_it():
    first = told(round_of(), "东溪区")["items"][0]
    assert first["bounds"] == {"value": ["31/10", "47/5"]}
    assert first["inputs"]["value"]["where"] == "成绩.csv 第2行"


def test_what_was_clipped_missing_or_stretched_is_listed():
    rulebook = rules(
        item(0, 60, formula("ratio", base=10, cap=1)), item(1, 40, formula("minmax")),
        missing=Missing.REWEIGHT,
    )  # fmt: skip
    values = {"东溪区": {"i0": "12", "i1": None}, "西溪区": {"i0": "8", "i1": "2"}}
    made = told(play(rulebook, field(values)), "东溪区")
    found = {(e["item"], e["kind"]) for e in made["exceptions"]}
    assert found == {("i0", "clipped"), ("i0", "stretched"), ("i1", "missing")}


def test_the_arithmetic_is_no_longer_than_sixty_lines():
    many = rules(*(item(n, 1, formula("minmax")) for n in range(100)))
    values = {
        org: {f"i{n}": v for n in range(100)} for org, v in (("甲区", 1), ("乙区", 2))
    }
    made = told(play(many, field(values)), "甲区")
    assert 20 < len(made["arithmetic"]) <= 60
    assert len(told(round_of(), "东溪区")["arithmetic"]) == 4


def test_who_takes_no_part_has_no_certificate():
    with pytest.raises(UsageError, match="没有参加"):
        certificate(round_of().board, "远溪区")


def test_marks_of_judges_need_the_field():
    judged = play(
        rules(item(0, 10, formula("jury"))),
        field(
            {"东溪区": {}, "西溪区": {}},
            marks={o: {"i0": [80, 90, 95]} for o in ("东溪区", "西溪区")},
        ),
    )
    assert recompute(told(judged, "东溪区"))[0] == 9
    with pytest.raises(UsageError, match="评分"):
        certificate(judged.board, "东溪区")


def test_growth_and_level_have_bounds_of_their_own():
    both = formula(
        "mix",
        parts=[("0.4", formula("efficacy")), ("0.6", formula("efficacy", Fact.GROWTH))],
    )
    values = {
        org: {("i0", Fact.VALUE): v, ("i0", Fact.GROWTH): g}
        for org, v, g in (("甲区", 5, 3), ("乙区", 9, 1), ("丙区", 7, 2))
    }
    made = told(play(rules(item(0, 100, both)), field(values)), "丙区")
    assert set(made["items"][0]["bounds"]) == {"value", "growth"}
    assert recompute(made)[0] == 80


@given(rounds())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_score_of_every_formula_is_recomputed_to_the_last_digit(round_):
    for score in round_.board.scores:
        if score.exact is not None:
            made = told(round_, score.org)
            assert recompute(made) == (score.exact, str(score.score))
