"""Rulebooks and fields put together by hand."""

import datetime as dt
from decimal import Decimal

from contest.formulas.made import parameter
from paitou.contest.readings import Contestant, Event, Field, Reading
from paitou.model import Contestants, Fact, Formula, Item, Period, Rulebook, Unit

QUARTER = Period.parse("2023Q2")


def number(value):
    return value if value is None else Decimal(str(value))


def item(id_, weight=50, formula="given", *, parent="", parts=(), on=Fact.VALUE, **more):
    """An item with a formula by name; what else is told that is a parameter goes there."""
    known = {"direction", "missing", "bounds", "fact_bounds", "is_on_top"}
    parameters = {k: v for k, v in more.items() if k not in known}
    exact = {name: parameter(value) for name, value in parameters.items()}
    return Item(
        id=id_,
        name=f"指标{id_}",
        parent=parent,
        weight=number(weight),
        unit=Unit.parse("%"),
        formula=Formula(name=formula, on=on, parameters=exact, parts=parts)
        if formula
        else None,
        **{k: v for k, v in more.items() if k in known},
    )


def rules(*items, **more):
    full = sum((i.weight for i in items if not i.is_on_top), Decimal(0))
    settings = {"id": "r", "title": "评比", "source": "某办法", "full": full, "small": 0}
    return Rulebook(items=items, **(settings | more))


def group(id_, **more):
    return Contestants(id=id_, name=f"{id_}组", **more)


def org(name, group="", events=(), marks=None, **values):
    """A contestant with values by item; a value may be a table by fact."""
    readings = {}
    for key, value in values.items():
        by_fact = value if isinstance(value, dict) else {"value": value}
        for fact, each in by_fact.items():
            readings[key, Fact(fact)] = Reading(value=number(each))
    return Contestant(
        org=name, group=group, readings=readings, marks=marks or {}, events=tuple(events)
    )


def event(org, kind, points=None, day="2023-05-01", **more):
    return Event(
        org=org, kind=kind, points=number(points), day=dt.date.fromisoformat(day), **more
    )


def field(*orgs, city=None):
    known = {(key, Fact.VALUE): Reading(value=number(v)) for key, v in (city or {}).items()}
    return Field(period=QUARTER, contestants=tuple(orgs), city=known)
