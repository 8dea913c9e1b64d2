"""Points of an item → the value that people ask for first, and how they came about."""

from __future__ import annotations

from fractions import Fraction

from paitou.contest.formulas.wording import percent, rounded, said
from paitou.contest.readings import Reading
from paitou.contest.results import ItemPoints
from paitou.contest.scoring.noting import MISSING_WORDS
from paitou.model import Fact, Rulebook

_LEFT_OUT = "本组单位太少，这一项不计"


def main_reading(rulebook: Rulebook, points: ItemPoints) -> Reading | None:
    """Return the value itself where it was asked for, else what the formula looks at."""
    known = dict(points.readings)
    item = rulebook.item(points.item)
    on = item.formula.on if item and item.formula else Fact.VALUE
    return known.get(Fact.VALUE) or known.get(on)


def point_words(points: ItemPoints) -> str:
    """Return the arithmetic from the figure to the points in one line."""
    if points.working is None:
        why = [r.why for _, r in points.readings if r.value is None and r.why]
        told = f"（{'、'.join(dict.fromkeys(why))}）" if why else ""
        rule = MISSING_WORDS.get(points.missing, _LEFT_OUT)
        tail = "" if points.points is None else f"，得{rounded(points.points, 2)}分"
        return f"缺数{told}，{rule}{tail}" if points.missing in MISSING_WORDS else rule
    got = rounded(points.points or Fraction(0), 2)
    sums = f"{said(points.full)}分×{percent(points.working.share)}＝{got}分"
    return f"{points.working.words}；{sums}"
