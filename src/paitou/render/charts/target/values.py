"""Reported figures and a target → what a target chart says, in values and in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from paitou.model import Period, UsageError
from paitou.render.charts.glyphs import STATES
from paitou.render.charts.numbers import Scale
from paitou.render.charts.timeline import place_of, step_of, words_of

UNPUBLISHED = "未发布"
REQUIRED = "所需进度（测算）"
DUTY = "序时要求"
LESS_IS_BETTER = "越低越好"


def _check(values: Iterable[Decimal | None]) -> None:
    for value in values:
        if value is not None and not value.is_finite():
            raise UsageError(f"图表里的数值必须是确定的数，不能是{value}。")


@frozen(kw_only=True)
class Point:
    """A figure of a period; `low` and `high` bound it where only a range is known."""

    period: Period
    value: Decimal
    state: str = "final"
    note: str = ""
    low: Decimal | None = None
    high: Decimal | None = None

    def __attrs_post_init__(self) -> None:
        _check((self.value, self.low, self.high))
        if self.state not in STATES:
            raise UsageError(f"数据状态“{self.state}”不存在，可用：{'、'.join(STATES)}。")


@frozen(kw_only=True)
class Band:
    """A year of a fan: the most likely value, and the bands round it."""

    period: Period
    value: Decimal
    lo80: Decimal
    hi80: Decimal
    lo95: Decimal
    hi95: Decimal

    def __attrs_post_init__(self) -> None:
        _check((self.value, self.lo80, self.hi80, self.lo95, self.hi95))


@frozen(kw_only=True)
class TargetChart:
    """One target, what was reported on it, and what was due.

    `fan` is where it will probably go, from the last known year on (测算).
    `labels` names the grades 1, 2, 3 … of an ordinal indicator, in the order of the values.
    """

    title: str
    unit: str
    reported: tuple[Point, ...]
    path: tuple[Point, ...] = ()
    path_is_duty: bool = False
    target: Decimal | None = None
    target_high: Decimal | None = None
    target_words: str = ""
    deadline: Period | None = None
    missing: tuple[Period, ...] = ()
    stretch: Decimal | None = None
    stretch_words: str = ""
    is_simulated: bool = False
    more_is_better: bool
    note: str = ""
    labels: tuple[str, ...] = ()
    fan: tuple[Band, ...] = ()

    def __attrs_post_init__(self) -> None:
        _check((self.target, self.target_high, self.stretch))

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Return every number that the chart has to hold."""
        points = (*self.reported, *self.path)
        ends = (end for point in points for end in (point.value, point.low, point.high))
        fan = (end for band in self.fan for end in (band.value, band.lo80, band.hi80))
        held = (*ends, *fan, self.target, self.target_high, self.stretch)
        return tuple(value for value in held if value is not None)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return every period that the chart has to hold."""
        points = (point.period for point in (*self.reported, *self.path))
        own = (*points, *(band.period for band in self.fan))
        return (*own, *self.missing, *((self.deadline,) if self.deadline else ()))

    def words(self, value: Decimal, scale: Scale) -> str:
        """Return a value as it is read: a grade by name, else a number."""
        if self.labels:
            grade = int(value)
            inside = grade == value and 1 <= grade <= len(self.labels)
            return self.labels[grade - 1] if inside else scale.words(value)
        return scale.words(value, self.target)


def ordered(points: Iterable[Point]) -> list[Point]:
    """Return the points in the order of time."""
    return sorted(points, key=lambda point: place_of(point.period))


def runs(points: Iterable[Point], missing: Iterable[Period]) -> list[list[Point]]:
    """Return the stretches without a gap: declared missing, or longer than usual."""
    held, gaps = ordered(points), sorted(place_of(period) for period in missing)
    places = [place_of(point.period) for point in held]
    steps = [end - start for start, end in pairwise(places)]
    usual = min((step for step in steps if step), default=step_of(p.period for p in held))
    found: list[list[Point]] = []
    for i, point in enumerate(held):
        is_broken = i and (
            steps[i - 1] > usual or any(places[i - 1] < gap <= places[i] for gap in gaps)
        )
        if is_broken or not found:
            found.append([])
        found[-1].append(point)
    return found


def describe(chart: TargetChart, scale: Scale) -> str:
    """Return the chart in words, for those who cannot see it."""
    unit = "" if chart.labels else scale.unit
    said = [f"折线图：{chart.title}"]
    if chart.is_simulated:
        said.append("模拟数据")
    said += [words for words in (chart.target_words, chart.stretch_words) if words]
    points = ordered(chart.reported)
    if not points:
        said.append("尚无数据")
    for point in points[-12:]:
        state = STATES[point.state].word
        number = chart.words(point.value, scale) + unit
        said.append(f"{words_of(point.period)}{number}" + (f"（{state}）" if state else ""))
    if chart.missing:
        periods = sorted(chart.missing, key=place_of)
        said.append("、".join(words_of(period) for period in periods) + UNPUBLISHED)
    if due := ordered(chart.path):
        number = chart.words(due[-1].value, scale) + unit
        name = DUTY if chart.path_is_duty else REQUIRED
        said.append(f"{name}至{words_of(due[-1].period)}{number}")
    if chart.fan:
        last = chart.fan[-1]
        middle, low, high = (
            chart.words(each, scale) for each in (last.value, last.lo80, last.hi80)
        )
        span = f"八成可能在{low}至{high}{unit}之间"
        said.append(f"测算{words_of(last.period)}约{middle}{unit}，{span}")
    if chart.note:
        said.append(chart.note)
    return "；".join(words.rstrip("。；") for words in said) + "。"
