"""Small books from sentences, with organisations, quotas, figures and child plans."""

import datetime as dt
from decimal import Decimal

from attrs import evolve

from paitou import compile_document
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.indicators import standard
from paitou.model import Book, Figure, Org, Period, PlanPeriod, Quota, Unit
from paitou.text import document_from_text

DAY = dt.date(2026, 11, 23)
ORGS = (
    Org(code="YZ", name="云泽市", kind="city"),
    Org(code="YZ1", name="东溪区", kind="county", parent="YZ"),
    Org(code="YZ2", name="墨泉区", kind="county", parent="YZ"),
    Org(code="YZ3", name="石笠县", kind="county", parent="YZ"),
)


def book_of(*sentences, name="made", title="云泽市三年行动方案", **rest):
    text = f"{title}\n\n(2023—2025年)\n\n一、目标\n\n" + "".join(sentences)
    document = evolve(document_from_text(text), period=PlanPeriod(start=2023, end=2025))
    plan = compile_document(document)
    return Book(
        name=name, title=title, plan=plan, compiled=plan, indicators=standard(), **rest
    )


def found_in(*sentences, **rest):
    return answer(build(book_of(*sentences, **rest), DAY))


def with_quotas(book, *rows, at=0):
    """The book with rows (org, period, value) under the target at this place."""
    statement = book.plan.statements[at]
    quotas = tuple(
        Quota(
            statement=statement.id,
            org=org,
            period=Period.parse(period),
            value=None if value is None else Decimal(value),
            where=f"breakdown.csv 第{number}行",
        )
        for number, (org, period, value) in enumerate(rows, 2)
    )
    return evolve(book, quotas=(*book.quotas, *quotas))


def figure_of(indicator, org, year, value, unit, **rest):
    told = {"known_on": dt.date(year + 1, 3, 1), **rest}
    return Figure(
        id=f"{indicator}-{org}-{year}-{value}",
        indicator=indicator,
        indicator_id=standard().resolve(indicator),
        org=org,
        period=Period.of_year(year),
        value=Decimal(value),
        unit=Unit.parse(unit),
        **told,
    )
