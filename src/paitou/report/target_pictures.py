"""A standing and its record → the chart of a target, and the same as small as a word."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from paitou.figures.goal import Goal
from paitou.model import (
    Comparator,
    Measure,
    Period,
    PeriodKind,
    Standing,
    Statement,
    Strength,
)
from paitou.render.charts import Point, TargetChart, sparkline_svg
from paitou.report.records import Record, Reported
from paitou.tracking.by_deadline import Aim
from paitou.tracking.grades import grade_rank
from paitou.tracking.pacing import required_path
from paitou.tracking.quotas import quota_of
from paitou.tracking.wording import asked, number

_ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ")
_LEVELS = frozenset(
    {
        Measure.LEVEL,
        Measure.GROWTH_AVG,
        Measure.CHANGE,
        Measure.CHANGE_RATE,
        Measure.MULTIPLE,
    }
)
_SPARK = (220, 44)


def target_picture(
    record: Record, standing: Standing, stretch: Statement | None = None
) -> TargetChart | None:
    """Return the chart, None where there is no figure to be drawn."""
    if record.case.statement.measure is Measure.GRADE:
        return _graded(record)
    points = tuple(_points(record))
    required = _required(record, standing)
    if not points:
        return None
    path = tuple(_path(record, required))
    chart = TargetChart(
        title=record.case.statement.indicator,
        unit=record.unit.text,
        reported=points,
        path=path,
        path_is_duty=any(quota.value is not None for quota in record.case.quotas),
        target=required,
        target_words=_target_words(record),
        deadline=Period.of_year(record.case.last),
        missing=_missing(record, points),
        more_is_better=record.case.goal is None or record.case.goal.is_floor,
        is_simulated=record.case.is_simulated,
        note=_note(record, path),
    )
    return _stretched(chart, record, stretch) if stretch else chart


def _required(record: Record, standing: Standing) -> Decimal | None:
    """Return what the target asks for at its end.

    A standing may be judged by the quota of the year that is running; the line is drawn
    where the target's own words say.
    """
    statement, goal = record.case.statement, record.case.goal
    is_same = statement.unit.base == record.unit.base
    if statement.measure is Measure.LEVEL and goal is not None and is_same:
        return goal.aim / record.unit.scale
    return standing.required if isinstance(standing.required, Decimal) else None


def small_picture(chart: TargetChart) -> str:
    """Return the chart as small as a word."""
    told = f"{chart.title}：{len(chart.reported)}期数据，{chart.target_words}"
    return sparkline_svg(chart.reported, chart.path, chart.target, *_SPARK, told)


def stretch_of(statement: Statement, others: tuple[Statement, ...]) -> Statement | None:
    """Return what is striven for beyond a firm target, None where nothing is."""
    if statement.strength is Strength.STRETCH:
        return None
    return next((one for one in others if _stretches(one, statement)), None)


def _stretches(one: Statement, firm: Statement) -> bool:
    return (
        one.strength is Strength.STRETCH
        and one.indicator_id == firm.indicator_id
        and one.measure is firm.measure
        and one.section == firm.section
        and one.when.end == firm.when.end
        and one.unit.base == firm.unit.base
        and isinstance(one.value, Decimal)
    )


def _stretched(chart: TargetChart, record: Record, stretch: Statement) -> TargetChart:
    if not isinstance(stretch.value, Decimal) or stretch.unit.base != record.unit.base:
        return chart
    value = stretch.value * stretch.unit.scale / record.unit.scale
    words = f"力争{number(value)}{record.unit.text}"
    return evolve(chart, stretch=value, stretch_words=words)


def _points(record: Record) -> Iterator[Point]:
    if record.case.statement.measure is Measure.TOTAL:
        yield from _running_total(record)
        return
    yield from (_point(one) for one in record.comparable())


def _point(one: Reported) -> Point:
    figure = one.figure
    return Point(
        period=figure.period,
        value=one.value,
        state=figure.state.value,
        note=figure.qualifier,
        low=one.value if one.high is not None else None,
        high=one.high,
    )


def _running_total(record: Record) -> Iterator[Point]:
    """What was done since the first year, as far as every year is known."""
    first = record.case.first
    published = record.totals(first)
    if published:
        for one in published:
            yield evolve(_point(one), period=Period.of_year(one.figure.period.last))
        return
    total = Decimal(0)
    for year in range(first, record.case.last + 1):
        done = record.at(Period.of_year(year))
        if done is None:
            if part := record.in_year(year):
                yield _so_far(part, total)
            return
        total += done.value
        yield evolve(_point(done), value=total, low=None, high=None)


def _so_far(part: Reported, before: Decimal) -> Point:
    """What was done by the end of a part of a year, at the month in which it ends."""
    month = part.figure.period.last_month
    end = Period(month // 12, month % 12 + 1, month // 12, PeriodKind.MONTH)
    total = before + part.value
    return evolve(_point(part), period=end, value=total, low=None, high=None)


def _path(record: Record, required: Decimal | None) -> Iterator[Point]:
    """What is asked for at the end of each year: quotas, else straight from the base."""
    case, measure = record.case, record.case.statement.measure
    if required is None:
        return
    if measure is Measure.TOTAL:
        yield from _total_path(record, required)
        return
    if measure is Measure.PER_YEAR:
        for year in range(case.first, case.last + 1):
            quota = quota_of(case.quotas, year)
            if quota is not None:
                yield Point(period=Period.of_year(year), value=quota)
        return
    if measure not in _LEVELS:
        return
    scale = record.unit.scale
    aim = Aim(
        goal=Goal(low=required * scale), unit=record.unit, base=record.evidence.base()
    )
    for step in required_path(record.evidence, aim):
        yield Point(period=step.period, value=step.value / scale)


def _total_path(record: Record, required: Decimal) -> Iterator[Point]:
    case = record.case
    years = range(case.first, case.last + 1)
    shares = [quota_of(case.quotas, year) for year in years]
    known = [share for share in shares if share is not None]
    yield Point(period=Period.of_year(case.first - 1), value=Decimal(0))
    done = Decimal(0)
    for year in years:
        even = required / len(years)
        done += known[year - case.first] if len(known) == len(years) else even
        yield Point(period=Period.of_year(year), value=done)


def _missing(record: Record, points: tuple[Point, ...]) -> tuple[Period, ...]:
    """Years of the target that have gone by without a value."""
    held = {point.period.last for point in points}
    over = min(record.case.last, record.evidence.as_of.year - 1)
    years = range(record.case.first, over + 1)
    return tuple(Period.of_year(year) for year in years if year not in held)


def _target_words(record: Record) -> str:
    case, statement = record.case, record.case.statement
    if case.goal is None:
        return f"目标{statement.value}{statement.unit.text}"
    words = asked(case.goal, statement.unit)
    if statement.unit.base == record.unit.base:
        about = "（左右）" if statement.comparator is Comparator.APPROX else ""
        return f"目标{words}{about}"
    return f"目标{words}所对应的水平（测算）"


def _note(record: Record, path: tuple[Point, ...]) -> str:
    """Say what is not drawn, and what of the drawing was computed."""
    told = []
    if record.case.statement.measure is Measure.TOTAL and path:
        told.append("各年累计")
    drawn = {PeriodKind.YEAR, PeriodKind.SPAN}
    parts = [one for one in record.known if one.period.kind not in drawn]
    told += [
        f"{one.figure.period.label}为“{one.figure.qualifier}{number(one.value)}”"
        for one in record.comparable()
        if one.figure.qualifier
    ]
    is_total = record.case.statement.measure is Measure.TOTAL
    if (
        parts
        and not is_total
        and len(parts) > len([p for p in record.comparable() if p.figure in parts])
    ):
        told.append("年内各期的数不与全年相比，未画入")
    return "；".join(told) + ("。" if told else "")


def _graded(record: Record) -> TargetChart | None:
    statement = record.case.statement
    wanted = grade_rank(str(statement.value))
    ranked = [
        (figure, grade_rank(str(figure.value)))
        for figure in record.known
        if figure.period.kind is PeriodKind.YEAR
    ]
    known = [(figure, rank) for figure, rank in ranked if rank and rank == int(rank)]
    if wanted is None or wanted != int(wanted) or not known:
        return None
    points = tuple(
        Point(
            period=figure.period, value=Decimal(int(rank)), state=figure.state.value,
        )
        for figure, rank in known
    )  # fmt: skip
    highest = max(int(wanted), *(int(rank) for _, rank in known), 5)
    return TargetChart(
        title=statement.indicator,
        unit=statement.unit.text,
        reported=points,
        target=Decimal(int(wanted)),
        target_words=f"目标{statement.value}{statement.unit.text}",
        deadline=Period.of_year(record.case.last),
        missing=_missing(record, points),
        more_is_better=False,
        labels=_labels(str(statement.value), statement.unit.text, highest),
    )


def _labels(word: str, unit: str, highest: int) -> tuple[str, ...]:
    is_roman = any(letter in word for letter in _ROMAN) and highest <= len(_ROMAN)
    names = _ROMAN[:highest] if is_roman else tuple(map(str, range(1, highest + 1)))
    return tuple(f"{name}{unit}" for name in names)
