"""The courses of a whole and of its parts → courses that add up."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from attrs import evolve

from paitou.outlook.arrays import Floats
from paitou.outlook.hierarchy import agree, has_enough
from paitou.outlook.plan.spreads import Course


def added_up(
    whole: Course, parts: Mapping[str, Course]
) -> tuple[Course, dict[str, Course]]:
    """Return the whole and its parts so moved that they add up at every step to come.

    The official difference between the whole and its parts is carried on as it was a year
    before. What cannot be added, because histories end at different times or go by
    different periods, stays as it is.
    """
    histories = [course.history for course in (whole, *parts.values())]
    if not parts or len({(h.last, h.period, h.open_share) for h in histories}) > 1:
        return whole, dict(parts)
    period = whole.history.period
    shortest = min(len(history.values) for history in histories)
    if shortest < period:
        return whole, dict(parts)
    known = [course.history.values[-period:] for course in parts.values()]
    lacking = whole.history.values[-period:] - np.sum(known, axis=0)
    difference = np.resize(lacking, len(whole.path.mean))
    found = agree(
        whole.path.mean - difference,
        {key: course.path.mean for key, course in parts.items()},
        difference,
        is_long=has_enough(shortest, period),
    )
    moved = {key: _moved(course, found.parts[key]) for key, course in parts.items()}
    return _moved(whole, found.whole, note="与各部分之和加官方差额一致"), moved


def _moved(course: Course, middle: Floats, note: str = "") -> Course:
    """Return the course with another middle, its bands moved along."""
    path = course.path
    shift = middle - path.mean
    moved = evolve(
        path,
        mean=middle,
        lo80=path.lo80 + shift,
        hi80=path.hi80 + shift,
        lo95=path.lo95 + shift,
        hi95=path.hi95 + shift,
        quantiles=path.quantiles + shift[:, None],
        basis=f"{path.basis}；{note}" if note else path.basis,
    )
    return evolve(course, path=moved)
