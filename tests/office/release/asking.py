"""Every address of the site, with something that is there in each of its places."""

from __future__ import annotations

import datetime as dt
import itertools
import re

from django.urls import URLPattern, get_resolver

from office.release.conftest import EAST, NAME
from paitou.office.people.acting import PUBLIC
from paitou.office.release.audience import book_for
from paitou.office.reporting.models import Reported

QUERIES = ("", "?as_of=2026-04-10")
MORE = {
    "living_plan": ("?mode=review", "?s={statement}&part=card", "?q=7654"),
    "balance": ("?try={statement}&to=900",),
    "contest": ("?rulebook=quarterly&period=2026Q1",),
}


def addresses(resolver, prefix="/"):
    for pattern in resolver.url_patterns:
        told = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield told, pattern.name
        else:
            yield from addresses(pattern, told)


def values():
    """What stands in each place of an address."""
    row = Reported.objects.first()
    shelved = book_for(PUBLIC, NAME)
    rulebook = shelved.book.rulebooks[0].id
    return {
        "name": [NAME], "book": [NAME], "head": [NAME],
        "statement": [*shelved.assessor.on(dt.date(2026, 4, 10)).wholes],
        "rulebook": [rulebook], "period": ["2025Q3", "2026Q1"], "org": ["东溪区", EAST],
        "key": [row.key, "briefing"], "ending": ["docx", "xlsx"],
        "number": [str(row.submission_id), str(row.submission.round_id)],
    }  # fmt: skip


def asked():
    known = values()
    for told, name in addresses(get_resolver()):
        parts = re.findall(r"<(?:\w+:)?(\w+)>", told)
        for chosen in itertools.product(*(known.get(part, ["x"]) for part in parts)):
            address = told
            for text in chosen:
                address = re.sub(r"<[^>]+>", text, address, count=1)
            statement = known["statement"][0]
            queries = QUERIES if told.startswith("/plans/") else QUERIES[:1]
            for query in (*queries, *MORE.get(name, ())):
                yield address + query.format(statement=statement)
