"""Small rounds that are really scored, and random ones for properties."""

from decimal import Decimal

from hypothesis import strategies as st

from contest.explaining.made import QUARTER
from paitou.contest.explaining.rounds import play
from paitou.contest.readings import Contestant, Event, Field, Reading
from paitou.model import (
    Contestants,
    Extra,
    Fact,
    Flat,
    Formula,
    Item,
    Missing,
    Rulebook,
    SmallGroup,
    Ties,
    Unit,
)

PERCENT = Unit.parse("%")
OWN = (Fact.VALUE, Fact.GROWTH, Fact.TARGET, Fact.PREVIOUS)


def formula(name, on=Fact.VALUE, parts=(), **parameters):
    told = {
        key: Decimal(v) if isinstance(v, int | str) and not isinstance(v, bool) else v
        for key, v in parameters.items()
        if key != "reverse"
    }
    if "reverse" in parameters:
        told["reverse"] = parameters["reverse"]
    parts = tuple((Decimal(share), part) for share, part in parts)
    return Formula(name=name, on=on, parameters=told, parts=parts)


def item(n, weight, scored_by, **more):
    told = {"unit": PERCENT, "formula": scored_by, **more}
    return Item(id=f"i{n}", name=f"指标{n}", weight=Decimal(weight), **told)


def rules(*items, **more):
    full = sum((i.weight for i in items if not i.is_on_top), Decimal(0))
    return Rulebook(id="r", title="评比", source="", items=items, **{"full": full, **more})


def field(values, *, city=None, marks=None, events=(), groups=None):
    """A field of {org: {item or (item, fact): value}}."""
    contestants = []
    for org, row in sorted(values.items()):
        readings = {_key(key): _reading(value) for key, value in row.items()}
        contestants.append(
            Contestant(
                org=org,
                group=(groups or {}).get(org, ""),
                readings=readings,
                marks={
                    i: tuple(map(Decimal, m)) for i, m in (marks or {}).get(org, {}).items()
                },
                events=tuple(e for e in events if e.org == org),
            )
        )
    whole = {_key(key): _reading(value) for key, value in (city or {}).items()}
    return Field(period=QUARTER, contestants=tuple(contestants), city=whole)


def _key(key):
    return (key, Fact.VALUE) if isinstance(key, str) else key


def _reading(value):
    return Reading(value=None if value is None else Decimal(value), where="成绩.csv 第2行")


RANGE = rules(item(0, 60, formula("efficacy")), item(1, 40, formula("minmax")))
VALUES = {
    "东溪区": {"i0": "8.2", "i1": "30"},
    "西溪区": {"i0": "9.4", "i1": "20"},
    "北溪区": {"i0": "3.1", "i1": "10"},
    "南溪区": {"i0": "7", "i1": "40"},
    "中溪区": {"i0": "6.5", "i1": "25"},
}


def round_of(rulebook=RANGE, values=None, **more):
    return play(rulebook, field(values or VALUES, **more))


NUMBERS = st.integers(1, 400).map(lambda n: Decimal(n) / 10)


@st.composite
def formulas(draw, *, deep=True):
    """Any formula with parameters that make sense for values from 0.1 to 40."""
    simple = [
        formula("done"), formula("done", base=20),
        formula("ratio", cap="1.2"), formula("ratio", cap=1, reverse="two_minus"),
        formula("ratio", base=10, cap=2, floor="0.3"),
        formula("rank"), formula("rank", step="0.3", least="0.4"),
        formula("efficacy"), formula("minmax"), formula("efficacy", on=Fact.GROWTH),
        formula("zscore"), formula("percentile"), formula("borda"),
        formula("borda", each=2),
        formula("versus_city", start=6, per_point="0.3", most=12, least=0),
        formula("over"), formula("over", start=5, most=4),
        formula("taper"), formula("taper", start=7, band=5),
        formula("control", each=1), formula("goalposts", low=5, high=25),
        formula("goalposts", low=5, high=25, clip=False),
        formula("distance", **{"from": 3}), formula("improvement", best=50),
        formula("count", each="0.2", most=6), formula("given"),
        Formula(name="steps", parameters={
            "from": (Decimal(5), Decimal(15)), "points": (Decimal(2), Decimal(9))}),
        Formula(name="rank", parameters={"steps": (Decimal(1), Decimal("0.8"))}),
        formula("jury"), formula("jury", drop_high=2, drop_low=2, of=40),
        formula("peer"), formula("satisfaction"),
    ]  # fmt: skip
    found = draw(st.sampled_from(simple))
    if deep and draw(st.booleans()):
        other = draw(formulas(deep=False))
        return formula("mix", parts=[("0.4", found), ("0.6", other)])
    return found


def _marks(draw, scored_by):
    names = {scored_by.name, *(part.name for _, part in scored_by.parts)}
    if "satisfaction" in names:
        count = 5
    else:
        count = 2 if "peer" in names else draw(st.integers(1, 6))
    return [draw(st.integers(1, 40)) for _ in range(count)]


RULES = st.fixed_dictionaries(
    {
        "missing": st.sampled_from(Missing),
        "flat": st.sampled_from(Flat),
        "small_group": st.sampled_from(SmallGroup),
        "small": st.integers(0, 4),
        "decimals": st.integers(0, 4),
        "extras_cap": st.none() | NUMBERS,
        "ties": st.sampled_from(
            [Ties(), Ties(tolerance=Decimal("0.5")), Ties(chain=("i0",))]
        ),
    }
)


@st.composite
def rounds(draw):
    """A random rulebook applied to a random field, with groups, gaps and bonuses."""
    weights = draw(st.lists(st.integers(5, 40), min_size=1, max_size=4))
    items = tuple(
        item(
            n, w, draw(formulas()), direction=draw(st.sampled_from([1, -1])),
            bounds=draw(st.sampled_from([{}, {"": (Decimal(4), Decimal(30))}])),
            is_on_top=n > 0 and draw(st.integers(0, 5)) == 0,
        )
        for n, w in enumerate(weights)
    )  # fmt: skip
    own = Contestants(id="园区", name="园区", weights={"i0": draw(NUMBERS)})
    bonus = (Extra(id="bonus", name="加分"),)
    rulebook = rules(*items, groups=(own,), extras=bonus, **draw(RULES))
    orgs = [f"区{n}" for n in range(draw(st.integers(2, 7)))]
    values, marks, events = {}, {}, []
    for org in orgs:
        values[org] = {}
        for each in items:
            if draw(st.integers(0, 9)):
                values[org] |= {(each.id, fact): draw(NUMBERS) for fact in OWN}
        marks[org] = {each.id: _marks(draw, each.formula) for each in items}
        if draw(st.booleans()):
            events.append(Event(org=org, kind="bonus", points=draw(NUMBERS)))
    city = {
        (each.id, fact): draw(NUMBERS)
        for each in items
        for fact in (Fact.VALUE, Fact.GROWTH)
    }
    groups = {org: draw(st.sampled_from(["", "园区"])) for org in orgs}
    taking_part = field(values, city=city, marks=marks, events=events, groups=groups)
    return play(rulebook, taking_part)
