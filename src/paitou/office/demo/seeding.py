"""An empty database and a day → the office of the invented city, as of that day."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Mapping, Sequence
from operator import attrgetter

from attrs import frozen
from django.db import transaction

from paitou.model import Book, Period, UsageError
from paitou.office.demo.accounts import make_people
from paitou.office.demo.cast import ADMINISTRATORS, BOOK, MEMBERS, colleagues
from paitou.office.demo.clock import other_times
from paitou.office.demo.matters import Planned, matters_until
from paitou.office.demo.playing import play, play_opening
from paitou.office.demo.quarters import Quarter, quarters_until
from paitou.office.demo.scenario import at_work, finished_quarter, open_quarter
from paitou.office.demo.stage import Stage
from paitou.office.demo.values import Simulated
from paitou.office.reporting.figures import with_reported
from paitou.office.reporting.forms import derive_forms
from paitou.office.reporting.models import Round


@frozen(kw_only=True)
class Seeded:
    """What was made: the newest round."""

    newest: Round


def seed_office(book: Book, today: dt.date, chosen: Mapping[str, str]) -> Seeded:
    """Make people and three quarters of reports, all of it or nothing.

    Args:
        book: the invented city.
        today: the day on which it is looked at.
        chosen: the passwords by account.

    Raises:
        UsageError: by today's date the plan has no three quarters behind it.
    """
    quarters = quarters_until(today, _years(book))
    orgs = _asked(book, quarters)
    others = tuple(colleagues(orgs))
    with transaction.atomic(), other_times() as set_time:
        set_time(at_work(quarters[0].opens, 8))
        stage = Stage(
            book=book,
            members=(*MEMBERS, *ADMINISTRATORS, *others),
            actors=make_people(book, others, chosen),
            values=Simulated(book),
            set_time=set_time,
        )
        matters = matters_until(today)
        for place, quarter in enumerate(quarters):
            begun = at_work(quarter.opens, 9)
            ended = next((at_work(q.opens, 9) for q in quarters[place + 1 :]), None)
            beside = [m for m in matters if m.at > begun and (not ended or m.at < ended)]
            round_ = _quarter(stage, quarter, beside, len(quarters) - place)
    return Seeded(newest=round_)


def _quarter(stage: Stage, quarter: Quarter, beside: Sequence[Planned], left: int) -> Round:
    """Play a quarter of which, with it, so many are left, and what happens beside it."""
    book = stage.book
    known = with_reported(book, BOOK)
    round_ = play_opening(stage, quarter, known, at_work(quarter.opens, 9))
    orgs = tuple(round_.submissions.values_list("org", flat=True))
    if left == 1:
        steps = open_quarter(quarter, orgs)
    else:
        steps = finished_quarter(
            quarter, orgs, has_late=left == 3, has_correction=left == 2
        )
    play(stage, round_, heapq.merge(steps, beside, key=attrgetter("at")), known)
    return round_


def _asked(book: Book, quarters: tuple[Quarter, ...]) -> tuple[str, ...]:
    """Return everybody who must report in one of the quarters."""
    forms = (derive_forms(book, each.period, each.opens).forms for each in quarters)
    found = {form.org for each in forms for form in each if form.asks}
    return tuple(sorted(found))


def _years(book: Book) -> Period:
    period = book.plan.document.period
    if period is None or period.start is None or period.end is None:
        raise UsageError("演示的方案没有写起止年份。")
    return Period.of_years(period.start, period.end)
