"""A process that serves → its books judged and a first chart drawn before anybody asks.

Only a process that will not fork may do this: docs/decisions/0007.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from decimal import Decimal
from threading import Thread

from django.utils import timezone

from paitou.model import Period
from paitou.office.books import Day, served_shelf

_log = logging.getLogger("paitou.office")


def warm_up() -> Thread:
    """Start what the first visitor would wait for; nothing depends on its success."""
    thread = Thread(target=_run, args=(_draw, _show), name="warming", daemon=True)
    thread.start()
    return thread


def _run(*steps: Callable[[], None]) -> None:
    for step in steps:
        try:
            step()
        except Exception:  # the page that needs it tells what is wrong
            _log.info("预热没有成功，打开第一页会慢一些", exc_info=True)


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
    from django.template.loader import render_to_string

    from paitou.office.plans.targets import target_page

    day = Day(timezone.localdate())
    for shelved in served_shelf().books()[0]:
        judged = shelved.assessor.on(day.date).wholes
        for statement in (*judged,)[:1]:
            page = target_page(shelved, statement, day)
            render_to_string("plans/target.html", {"page": page})
