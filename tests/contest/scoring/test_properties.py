"""What holds of every scoreboard, whatever the figures are."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.scoring.made import event, field, item, org, rules
from paitou.contest.readings import Reading
from paitou.contest.scoring import score
from paitou.model import Fact, Formula, Missing, Ties, Veto, VetoEffect

ITEMS = (
    item("eff", 20, "efficacy"),
    item("rank", 15, "rank", direction=-1),
    item("ratio", 15, "ratio", base=40, cap="1.2"),
    item("city", 10, "versus_city", start=5, per_point="0.5", most=10, least=0),
    item("posts", 20, "goalposts", low=-20, high=90),
    item("borda", 20, "borda"),
)
FROZEN = tuple(
    evolve(i, bounds={"": (Decimal(-10), Decimal(90))}) for i in ITEMS if i.id == "eff"
) + tuple(i for i in ITEMS if i.id in ("ratio", "city", "posts"))
RULES = rules(*ITEMS, ties=Ties(chain=("eff",)), missing=Missing.REWEIGHT)
VALUES = st.none() | st.decimals(-50, 150, places=2)
CITY = {"city": Decimal(30)}


@st.composite
def fields(draw, values=VALUES):
    size = draw(st.integers(1, 7))
    return field(
        *(org(f"区{n}", **{i.id: draw(values) for i in ITEMS}) for n in range(size)),
        city=CITY,
    )


def told(board):
    return [(s.org, s.exact, s.score, s.rank) for s in board.scores]


@given(fields(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_rows_never_matters(taking_part, random):
    rows = list(taking_part.contestants)
    random.shuffle(rows)
    other = evolve(taking_part, contestants=tuple(rows))
    assert score(RULES, other) == score(RULES, taking_part)


@given(fields())
@settings(max_examples=60, deadline=None)
def test_points_sum_exactly_to_the_score(taking_part):
    for each in score(RULES, taking_part).scores:
        points = [p.points for p in each.points if p.points is not None]
        assert each.exact is None if not points else each.exact == sum(points)


@given(fields())
@settings(max_examples=60, deadline=None)
def test_with_frozen_bounds_nobody_depends_on_who_takes_part(taking_part):
    rulebook = rules(*FROZEN)
    board = score(rulebook, taking_part)
    fewer = score(rulebook, evolve(taking_part, contestants=taking_part.contestants[1:]))
    assert all(board.of(s.org).exact == s.exact for s in fewer.scores)


@given(fields(), st.sampled_from(ITEMS), st.decimals(0, 80, places=1))
@settings(max_examples=100, deadline=None)
def test_a_better_value_never_lowers_the_score(taking_part, which, more):
    first, *others = taking_part.contestants
    key = (which.id, Fact.VALUE)
    value = first.readings[key].value
    if value is None:
        return
    better = evolve(first, readings={
        **first.readings, key: Reading(value=value + more * which.direction),
    })  # fmt: skip
    rulebook = evolve(RULES, missing=Missing.ZERO)
    raised = score(rulebook, evolve(taking_part, contestants=(better, *others)))
    assert raised.of(first.org).exact >= score(rulebook, taking_part).of(first.org).exact


@given(fields())
@settings(max_examples=40, deadline=None)
def test_a_double_ties(taking_part):
    double = evolve(taking_part.contestants[0], org="影")
    board = score(
        RULES, evolve(taking_part, contestants=(*taking_part.contestants, double))
    )
    one, other = board.of("区0"), board.of("影")
    assert (one.exact, one.rank) == (other.exact, other.rank)


@given(fields(), st.sampled_from([Decimal("0.001"), Decimal(10000)]))
@settings(max_examples=40, deadline=None)
def test_another_unit_changes_nothing_where_posts_change_with_it(taking_part, factor):
    scaled = []
    for each in FROZEN:
        times = dict.fromkeys(("base", "low", "high"), factor) | {"per_point": 1 / factor}
        known = {k: v * times.get(k, 1) for k, v in each.formula.parameters.items()}
        bounds = {
            g: (low * factor, high * factor) for g, (low, high) in each.bounds.items()
        }
        scaled.append(evolve(
            each, bounds=bounds, formula=Formula(name=each.formula.name, parameters=known)
        ))  # fmt: skip
    orgs = tuple(
        evolve(c, readings={
            k: Reading(value=None if r.value is None else r.value * factor)
            for k, r in c.readings.items()
        })
        for c in taking_part.contestants
    )  # fmt: skip
    city = {k: Reading(value=r.value * factor) for k, r in taking_part.city.items()}
    other = score(rules(*scaled), evolve(taking_part, contestants=orgs, city=city))
    assert told(other) == told(score(rules(*FROZEN), taking_part))


@given(fields(), st.sampled_from(VetoEffect))
@settings(max_examples=40, deadline=None)
def test_a_veto_never_touches_a_score(taking_part, effect):
    vetoed = rules(*ITEMS, vetoes=(Veto(id="v", name="事故", effect=effect),))
    first, *others = taking_part.contestants
    barred = evolve(first, events=(event(first.org, "事故"),))
    board = score(vetoed, evolve(taking_part, contestants=(barred, *others)))
    plain = score(vetoed, taking_part)
    assert all(board.of(s.org).exact == s.exact for s in plain.scores)


@given(fields(st.decimals(-50, 150, places=1)))
@settings(max_examples=40, deadline=None)
def test_ranks_follow_printed_scores(taking_part):
    scores = score(evolve(RULES, ties=Ties()), taking_part).scores
    for one in scores:
        better = sum(1 for other in scores if other.score > one.score)
        assert one.rank == better + 1
        assert abs(Fraction(one.score) - one.exact) <= Fraction(1, 200)
