"""Scoreboards put together by hand, for what needs no formula."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from paitou.contest.readings import Event
from paitou.contest.results import ExtraPoints, ItemPoints, OrgScore, Scoreboard
from paitou.model import Item, Period, Rulebook, Unit

QUARTER = Period.parse("2023Q2")


def rulebook(*weights, **more):
    items = tuple(
        Item(id=f"i{n}", name=f"指标{n}", weight=Decimal(w), unit=Unit.parse("%"))
        for n, w in enumerate(weights)
    )
    return Rulebook(
        id="r", title="评比", source="", items=items, **{"full": sum(weights), **more}
    )


def points(item, share, full):
    """Points of an item; a share of None does not count."""
    if share is None:
        return ItemPoints(item=item, points=None, full=Fraction(0), missing="reweight")
    return ItemPoints(
        item=item, points=Fraction(share) * Fraction(full), full=Fraction(full)
    )


def extra(org, number):
    event = Event(org=org, kind="通报表扬", points=Decimal(1))
    return ExtraPoints(extra="bonus", points=Fraction(number), event=event)


def score(org, rows, extras=(), *, group="", rest=0, rank=None):
    """A score from (item, share, full marks) and bonuses."""
    found = tuple(points(*row) for row in rows)
    exact = sum((p.points or Fraction(0) for p in found), Fraction(0)) + sum(extras) + rest
    return OrgScore(
        org=org, group=group, exact=exact, score=round(Decimal(float(exact)), 2), rank=rank,
        points=found, extras=tuple(extra(org, e) for e in extras),
    )  # fmt: skip


def board(*scores, rules=None, period=QUARTER):
    """The scoreboard of these scores, ranked within their groups."""
    from attrs import evolve

    def rank(s):
        better = [o for o in scores if o.group == s.group and o.score > s.score]
        return len(better) + 1

    ranked = [evolve(s, rank=s.rank or rank(s)) for s in scores]
    ranked.sort(key=lambda s: (s.group, s.rank, s.org))
    return Scoreboard(
        rulebook=rules or rulebook(60, 40), period=period, scores=tuple(ranked)
    )


SHARES = st.none() | st.fractions(-1, 2, max_denominator=97)
FULLS = st.fractions(Fraction(1, 7), 60, max_denominator=7)


@st.composite
def boards(draw):
    """Up to six organisations with up to four items, some of them not counting."""
    items = draw(st.integers(1, 4))
    found = []
    for n in range(draw(st.integers(2, 6))):
        rows = [(f"i{i}", draw(SHARES), draw(FULLS)) for i in range(items)]
        extras = draw(st.lists(st.fractions(-3, 3, max_denominator=9), max_size=2))
        found.append(score(f"区{n}", rows, extras, rest=draw(st.sampled_from([0, -1]))))
    return board(*found)
