"""A process that serves → its books judged and a first chart drawn before anybody asks.

Only a process that will not fork may do this: docs/decisions/0007.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from decimal import Decimal
from threading import Thread

from django.db import connection
from django.utils import timezone

from paitou.model import Period
from paitou.office.books import Day, served_shelf
from paitou.office.people.acting import PUBLIC

_log = logging.getLogger("paitou.office")


def warm_up() -> Thread:
    """Start what the first visitor would wait for; nothing depends on its success."""
    thread = Thread(target=_run, args=(_draw, _show, _settle), name="warming", daemon=True)
    thread.start()
    return thread


def _run(*steps: Callable[[], None]) -> None:
    for step in steps:
        try:
            step()
        except Exception:  # the page that needs it tells what is wrong
            _log.info("预热没有成功，打开第一页会慢一些", exc_info=True)
    connection.close()


def _draw() -> None:
    from paitou.render.charts import Medium, Point, TargetChart, draw_svg, target_chart

    year = Period.of_year(2024)
    chart = TargetChart(
        title="",
        unit="",
        reported=(Point(period=year, value=Decimal(1)),),
        target=Decimal(2),
        target_words="",
        deadline=year,
        more_is_better=True,
    )
    for medium in (Medium.WEB, Medium.PHONE):
        draw_svg(target_chart(chart, medium))


def _show() -> None:
    """Judge every book as all see it and as the public does, and show a page of each."""
    from django.template.loader import render_to_string

    from paitou.office.boards.programmes import overview_page
    from paitou.office.plans.targets import target_page
    from paitou.office.release.audience import books_for

    day = Day(timezone.localdate())
    for shelved in (*served_shelf().books()[0], *books_for(PUBLIC)[0]):
        judged = shelved.assessor.on(day.date).wholes
        overview_page(shelved, day)
        for statement in (*judged,)[:1]:
            page = target_page(shelved, statement, day)
            render_to_string("plans/target.html", {"page": page})


def _settle() -> None:
    """Let the collector of garbage no longer look through what stays for good.

    A hundred thousand figures are a million objects, and looking through all of them stops
    every request for half a second.
    """
    gc.collect()
    gc.freeze()
