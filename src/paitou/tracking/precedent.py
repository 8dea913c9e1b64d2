"""The growth that a target still needs → whether anything like it ever happened here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from paitou.figures.goal import Goal
from paitou.model import Bound, Figure, Period, PeriodKind, Unit
from paitou.tracking.cases import Kind
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence
from paitou.tracking.wording import amount

#: With fewer changes on record than this, what is needed must be twice the best of them.
_ENOUGH = 4
_SHORT_FACTOR, _LONG_FACTOR = Decimal(2), Decimal("1.25")
#: And it must exceed the best by this much in any case, in percentage points a year.
_MARGIN = Decimal(3)
_REST_FACTOR, _PACE_FACTOR, _HALF = Decimal("1.5"), Decimal(2), 6
_HUNDRED = Decimal(100)
#: Units in which a change is told in points; of all others it is told in %.
_PERCENT = frozenset({"%", "‰", "个百分点"})


@frozen(kw_only=True)
class Precedent:
    """What a year would have to bring and the best that one ever brought, in % or pp.

    Attributes:
        count: how many like-for-like changes are on record.
        when: the period of the best of them, in words.
    """

    needed: Decimal
    best: Decimal
    count: int
    when: str
    figures: tuple[str, ...]
    in_points: bool

    @property
    def is_unheard_of(self) -> bool:
        """Return whether what is needed goes so far beyond the record that it will not do.

        A rule of ours, stated here: at least 3 points more than the best change on record,
        and 1.25 times it, or twice it where fewer than four changes are on record.
        """
        if self.count < 2 and self.best <= 0:
            return False  # one bad year says nothing of what a good one can bring
        factor = _LONG_FACTOR if self.count >= _ENOUGH else _SHORT_FACTOR
        best = max(self.best, Decimal(0))
        return self.needed - best >= _MARGIN and self.needed > factor * best


@frozen(kw_only=True)
class Rest:
    """What the rest of a year would have to bring, and the most that one ever brought."""

    needed: Decimal
    best: Decimal
    months: int
    when: str
    figures: tuple[str, ...]

    def words(self, unit: Unit) -> str:
        """Return both in words."""
        told = f"余下{self.months}个月须再完成{amount(self.needed, unit)}，而"
        if not self.when:
            return f"{told}按今年已有的速度只有{amount(self.best, unit)}"
        return f"{told}{self.when}最多为{amount(self.best, unit)}，没有先例"


def rest_of_year(evidence: Evidence, goal: Goal, running: Fact) -> Rest | None:
    """Return what the rest of the last year must bring, where that is beyond the record.

    Beyond is half as much again as the best same rest of earlier years and as the pace of
    the year so far; without earlier ones twice that pace, from the half-year on (a rule of
    ours).
    """
    done = running.period
    if evidence.case.kind is not Kind.FLOW or done.year != evidence.case.last:
        return None
    if not done.is_from_january or not goal.is_floor or running.value <= 0:
        return None
    if any(f.period.first_month > done.last_month for f in evidence.levels.figures):
        return None  # more is known of the year than its running value
    left = 12 - done.months
    needed = goal.aim - running.value
    same_rests = sorted(_rests(evidence, done), key=lambda rest: rest[0])
    pace = running.value / done.months * left
    if left <= 0 or (not same_rests and done.months < _HALF):
        return (
            None  # a slow first quarter is no sign where nothing is known of earlier ones
        )
    best, when, ids = same_rests[-1] if same_rests else (pace, "", ())
    factor = _REST_FACTOR if same_rests else _PACE_FACTOR
    if needed <= max(best, pace) * factor:
        return None
    return Rest(needed=needed, best=best, months=left, when=when, figures=ids)


def _rests(
    evidence: Evidence, done: Period
) -> Iterator[tuple[Decimal, str, tuple[str, ...]]]:
    """Yield what the same months brought in earlier years."""
    for year in {figure.period.year for figure in evidence.levels}:
        whole = evidence.level(Period.of_year(year))
        part = evidence.level(done.shifted(year - done.year))
        if whole and part and whole.bound is part.bound is Bound.EXACT:
            ids = (*whole.figures, *part.figures)
            yield whole.value - part.value, f"{year}年同期", ids


def precedent_of(evidence: Evidence, goal: Goal, latest: Fact) -> Precedent | None:
    """Return what the target still needs against the record; None where that is silent.

    A lower bound (突破800) is no ground for saying that more cannot be reached, and one
    that was computed or estimated is none either.
    """
    years = Decimal(evidence.case.last) - Decimal(latest.period.last_month + 1) / 12 + 1
    if latest.bound is not Bound.EXACT or latest.inferred or years <= 0:
        return None
    in_points = evidence.case.statement_unit.base in _PERCENT
    needed = _needed(latest.value, goal.aim, years, in_points=in_points)
    if needed is None:
        return None
    needed = needed if goal.is_floor else -needed
    changes = sorted(_changes(evidence, goal, in_points=in_points), key=lambda c: c[0])
    if not changes or needed <= 0:
        return None
    best, figure, before = changes[-1]
    return Precedent(
        needed=needed,
        best=best,
        count=len({c[1].period for c in changes}),
        when=figure.period.label,
        figures=(figure.id, before.id),
        in_points=in_points,
    )


def _needed(
    value: Decimal, aim: Decimal, years: Decimal, *, in_points: bool
) -> Decimal | None:
    """Return the change a year that leads from value to aim, in % or points."""
    if in_points:
        return (aim - value) / years
    if value <= 0 or aim <= 0:
        return None
    return Decimal((float(aim / value) ** (1 / float(years)) - 1) * 100)


def _changes(
    evidence: Evidence, goal: Goal, *, in_points: bool
) -> Iterator[tuple[Decimal, Figure, Figure]]:
    """Yield the changes between the same parts of neighbouring years; more is better."""
    for figure in evidence.levels:
        before = evidence.levels.at(figure.period.shifted(-1))
        if before is None or not _is_exact(figure) or not _is_exact(before):
            continue
        if figure.period.kind is PeriodKind.SPAN:
            continue
        now, then = _amount(figure), _amount(before)
        if in_points:
            change = now - then
        elif then > 0:
            change = (now / then - 1) * _HUNDRED
        else:
            continue
        yield (change if goal.is_floor else -change), figure, before


def _is_exact(figure: Figure) -> bool:
    return (
        figure.is_published
        and figure.bound is Bound.EXACT
        and isinstance(figure.value, Decimal)
        and figure.value_high is None
    )


def _amount(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)  # noqa: S101 (asked by `_is_exact`)
    return figure.value * figure.unit.scale
