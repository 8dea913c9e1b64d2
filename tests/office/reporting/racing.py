"""Many people at once on a database of its own: run by test_concurrency.py."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

THREADS = 8


def main() -> None:
    """Race for the same form, and print what came of it."""
    from paitou.office.config.starting import open_database

    open_database()
    from paitou.folder import load

    examples = Path(__file__).parents[3] / "examples"
    print(json.dumps(race(load(examples / "yunze-2024"))))  # noqa: T201


def race(book: object) -> dict[str, object]:
    """Return what is in the database after many did the same thing at once."""
    from paitou.model import Period
    from paitou.office.journal.actions import perform
    from paitou.office.journal.models import Entry
    from paitou.office.journal.verifying import verify
    from paitou.office.people.acting import Actor
    from paitou.office.people.models import Post, User
    from paitou.office.reporting import actions
    from paitou.office.reporting.entry import Typed
    from paitou.office.reporting.models import Reported, Review
    from paitou.office.reporting.rounds import Plan, open_round

    def actor(login: str, org: str, role: str) -> Actor:
        user = User.objects.create_user(login, None)
        post = Post(org=org, title=login, role=role)
        return Actor(user_id=user.pk, posts=(post,), org_name=org)

    office = actor("office", "YZ00", "supervision")
    clerks = [actor(f"clerk{n}", "YZ01", "reporter") for n in range(THREADS)]
    heads = [actor(f"head{n}", "YZ01", "head") for n in range(THREADS)]
    officers = [actor(f"office{n}", "YZ00", "supervision") for n in range(THREADS)]
    plan = Plan(
        book_name="yunze-2024", period=Period.parse("2026Q1"), opens=dt.date(2026, 1, 1)
    )
    round_ = perform(office, open_round, office, plan, book)
    form = round_.submissions.get(org="YZ01")
    cells = list(form.cells.all())
    empty = {cell.key: Typed() for cell in cells}
    saved = at_once(
        lambda n: (
            perform(
                clerks[n],
                actions.save_cells,
                clerks[n],
                form.pk,
                {cell.key: Typed(text=str(n + 1)) for cell in cells},
                empty,
            ).saved
        )
    )
    handed_in = at_once(
        lambda n: bool(perform(clerks[n], actions.submit, clerks[n], form.pk, book))
    )
    endorsed = at_once(
        lambda n: bool(perform(heads[n], actions.pass_on, heads[n], form.pk, 1, book))
    )
    approved = at_once(
        lambda n: bool(perform(officers[n], actions.pass_on, officers[n], form.pk, 1, book))
    )
    kinds = Entry.objects.values_list("action", flat=True)
    return {
        "cells": len(cells),
        "saved": sum(one for one in saved if isinstance(one, int)),
        "typed": len(set(form.cells.values_list("text", flat=True))),
        "handed_in": handed_in.count(True),
        "endorsed": endorsed.count(True),
        "approved": approved.count(True),
        "refused": sum(
            one in ("Refused", "NotAllowed") for one in handed_in + endorsed + approved
        ),
        "figures": Reported.objects.count(),
        "reviews": Review.objects.count(),
        "frozen": list(kinds).count("reporting.freeze"),
        "breaks": len(verify().breaks),
    }


def at_once(do: Callable[[int], object]) -> list[object]:
    """Return what came of doing something in every thread, or the name of the fault."""
    from django.db import connection

    def one(number: int) -> object:
        try:
            return do(number)
        except Exception as fault:
            return type(fault).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


if __name__ == "__main__":
    main()
