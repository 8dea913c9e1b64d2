"""Vintages of figures → values that were moved unusually far just before the deadline."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.findings import Finding
from paitou.model import Book, Figure, Item, Measure, Period, Rulebook, UsageError

#: Beyond this many robust standard deviations a revision stands out
#: (Iglewicz & Hoaglin 1993).
FAR = 3.5
#: Fewer organisations than this tell nothing about what is usual.
LEAST_ORGS = 5


@frozen(kw_only=True)
class Jump:
    """A figure that was revised shortly before the deadline.

    Attributes:
        change: last less first: of a level as a share of the first, else in its unit.
        usual: the median change of all organisations.
        z: robust; positive where it moved further up than is usual.
        is_favourable: whether it moved the way that gives more points.
    """

    item: str
    name: str
    org: str
    first: Figure
    last: Figure
    change: Fraction
    usual: Fraction
    z: float
    is_favourable: bool


def jumps(
    book: Book, rulebook: Rulebook, period: Period, deadline: dt.date, days: int = 15
) -> tuple[Jump, ...]:
    """Return revisions of the last days before the deadline that stand out, furthest first.

    Args:
        book: with all vintages; what became known after the deadline is not looked at.
        rulebook: whose items are looked at, by their indicator.
        period: that is scored.
        deadline: the last day on which figures could be handed in.
        days: how long before it counts as just before.

    Raises:
        UsageError: days is not positive.
    """
    if days < 1:
        raise UsageError(f"截止前的天数应为正数，现为{days}")
    since = deadline - dt.timedelta(days=days)
    known = [f for f in book.figures if f.period == period and f.visible_from <= deadline]
    found: list[Jump] = []
    for item in rulebook.scored:
        if item.indicator:
            found += _of_item(item, [f for f in known if _belongs(f, item, book)], since)
    return tuple(sorted(found, key=lambda jump: (-abs(jump.z), jump.item, jump.org)))


def jump_findings(
    book: Book, rulebook: Rulebook, period: Period, deadline: dt.date, days: int = 15
) -> tuple[Finding, ...]:
    """Return one finding for each revision that stands out."""
    found = jumps(book, rulebook, period, deadline, days)
    return tuple(_finding(jump, deadline, days) for jump in found)


def _belongs(figure: Figure, item: Item, book: Book) -> bool:
    wanted = {item.indicator, book.indicators.resolve(item.indicator)} - {""}
    is_it = figure.indicator_id in wanted or figure.indicator in wanted
    return is_it and figure.measure is item.measure


def _of_item(item: Item, figures: list[Figure], since: dt.date) -> list[Jump]:
    pairs = [(first, last, _change(first, last)) for first, last in _ends(figures)]
    changes = [change for _, _, change in pairs if change is not None]
    if len(changes) < LEAST_ORGS:
        return []
    usual, spread = _centre(changes)
    found = []
    for first, last, change in pairs:
        if change is None or not spread or last.visible_from <= since:
            continue
        z = float(change - usual) / spread
        if abs(z) > FAR:
            found.append(
                Jump(
                    item=item.id, name=item.name, org=last.org, first=first, last=last,
                    change=change, usual=usual, z=z,
                    is_favourable=(change > 0) == (item.direction > 0),
                )
            )  # fmt: skip
    return found


def _ends(figures: Iterable[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the first and the last known of each organisation that has a number."""
    orgs: dict[str, list[Figure]] = {}
    for figure in figures:
        if isinstance(figure.value, Decimal):
            orgs.setdefault(figure.org, []).append(figure)
    ordered = (
        sorted(found, key=lambda f: (f.visible_from, f.state.rank, f.id))
        for _, found in sorted(orgs.items())
    )
    return [(found[0], found[-1]) for found in ordered]


def _change(first: Figure, last: Figure) -> Fraction | None:
    assert isinstance(first.value, Decimal)  # noqa: S101 (asked by `_ends`)
    assert isinstance(last.value, Decimal)  # noqa: S101
    before = Fraction(first.value * first.unit.scale)
    after = Fraction(last.value * last.unit.scale)
    if first.measure is not Measure.LEVEL:
        return after - before
    return (after - before) / abs(before) if before else None


def _centre(changes: list[Fraction]) -> tuple[Fraction, float]:
    """Return the median and the robust spread, 1.4826 × MAD or 1.2533 × mean deviation.

    Most figures are seldom revised: more than half of the changes may be 0, and the median
    deviation with them.
    """
    middle = statistics.median(changes)
    away = [abs(change - middle) for change in changes]
    if median := float(statistics.median(away)):
        return middle, 1.4826 * median
    return middle, 1.2533 * float(sum(away) / len(away))


def _finding(jump: Jump, deadline: dt.date, days: int) -> Finding:
    unit = jump.last.unit.text
    way = "有利" if jump.is_favourable else "不利"
    return Finding(
        check="jump",
        sentence=(
            f"{jump.org}的{jump.name}在截止（{deadline:%Y-%m-%d}）前{days}天内由"
            f"{jump.first.value}{unit}改为{jump.last.value}{unit}，改动远大于其他单位，"
            f"对其得分{way}，请说明依据"
        ),
        numbers=(("改动", jump.change), ("通常改动", jump.usual), ("稳健标准分", jump.z)),
        how=(
            "首次与截止前最后一次报送之差（总量按比例），减去各单位中位数，除以稳健离差"
            f"（中位绝对离差×1.4826；为零时用平均绝对离差×1.2533），超过{FAR}才提示，"
            f"不足{LEAST_ORGS}家不作判断"
        ),
        orgs=(jump.org,),
        item=jump.item,
    )
