"""Questions to formulas, put together by hand."""

from decimal import Decimal
from fractions import Fraction

from paitou.contest.formulas import Case, Peers, work
from paitou.model import Fact, Formula


def number(text):
    return Fraction(str(text))


def peers(*values, bounds=None):
    exact = tuple(sorted(map(number, values)))
    low, high = map(number, bounds) if bounds else (exact[0], exact[-1])
    return Peers(values=exact, bounds=(low, high), is_fixed=bounds is not None)


def parameter(value):
    """Numbers may be written as texts, so that they are exact; other texts are words."""
    if isinstance(value, tuple):
        return tuple(Decimal(str(each)) for each in value)
    is_word = isinstance(value, str) and not value.replace(".", "").lstrip("-").isdigit()
    return value if isinstance(value, bool) or is_word else Decimal(str(value))


def formula(name, on=Fact.VALUE, parts=(), **parameters):
    known = {key.removesuffix("_"): parameter(v) for key, v in parameters.items()}
    return Formula(name=name, on=on, parameters=known, parts=tuple(parts))


def case(formula, value=None, *, full=10, direction=1, city=None, marks=(), **more):
    facts = {Fact(key): number(v) for key, v in more.items() if key in set(Fact)}
    if value is not None:
        facts[formula.on] = number(value)
    rest = {key: v for key, v in more.items() if key not in set(Fact)}
    return Case(
        formula=formula,
        direction=direction,
        full=number(full),
        facts=facts,
        city={} if city is None else {formula.on: number(city)},
        marks=tuple(map(number, marks)),
        **rest,
    )


def ask(name, value=None, *, on=Fact.VALUE, parameters=None, **more):
    """What a formula makes of a value."""
    return work(case(formula(name, on, **(parameters or {})), value, **more))
