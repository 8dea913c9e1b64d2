"""A plan's standings → 主要指标完成情况: every target from its base year to its end."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.model import Book, Figure, Period, Section, Standing, Statement, WhenKind
from paitou.render.signs import Sign, sign_of
from paitou.report.assessment import Assessment
from paitou.report.programmes import groups_of
from paitou.report.progress import Progress, progress_of
from paitou.report.records import Record, Reported, record_of
from paitou.report.sentences import brief
from paitou.tracking.cases import Case, Kind
from paitou.tracking.wording import number


@frozen(kw_only=True)
class ValueCell:
    """The value of a year; `note` says what is not plain about it.

    Attributes:
        figure: id of the figure.
        is_doubtful: whether nobody has confirmed it.
    """

    value: str
    note: str
    figure: str
    is_doubtful: bool


@frozen(kw_only=True)
class FinalRow:
    """One target, or one reading of its definition beneath it (`reading` names it)."""

    statement: Statement
    reading: str
    unit: str
    cells: tuple[tuple[int, ValueCell | None], ...]
    last: ValueCell | None
    goal: str
    level: str
    sign: Sign
    state: str
    reason: str


@frozen(kw_only=True)
class FinalGroup:
    """The rows of one programme, and how its targets stand."""

    section: Section | None
    progress: Progress
    rows: tuple[FinalRow, ...]


@frozen(kw_only=True)
class FinalTable:
    """All targets by programme; `years` are those of the plan before the last."""

    base: int
    years: tuple[int, ...]
    end: int
    progress: Progress
    groups: tuple[FinalGroup, ...]


def final_table(book: Book, assessment: Assessment) -> FinalTable:
    """Return every target with its values from the base year to the end."""
    first, end = _years(book, assessment)
    years = (first - 1, *range(first, end))
    groups = tuple(
        FinalGroup(
            section=group.section,
            progress=progress_of(tuple(standing for _, standing in group.pairs)),
            rows=tuple(
                row
                for statement, _ in group.pairs
                for row in _rows(statement, assessment, years, end)
            ),
        )
        for group in groups_of(book.plan, assessment)
    )
    return FinalTable(
        base=first - 1,
        years=tuple(range(first, end)),
        end=end,
        progress=progress_of(tuple(assessment.wholes.values())),
        groups=groups,
    )


def _years(book: Book, assessment: Assessment) -> tuple[int, int]:
    """The plan's own years, else those of its targets."""
    if period := book.plan.document.period:
        return period.start, period.end
    cases = [case for every in assessment.cases for case in every]
    today = assessment.as_of.year
    first = min((case.first for case in cases), default=today)
    return first, max((case.last for case in cases), default=today)


def _rows(
    statement: Statement, assessment: Assessment, years: tuple[int, ...], end: int
) -> Iterator[FinalRow]:
    standing, cases = assessment.of(statement.id)[0]
    if len(cases) == 1:
        yield _row(statement, standing, cases[0], years, end)
        return
    yield _row(statement, standing, None, years, end)
    for reading, case in zip(standing.readings, cases, strict=True):
        yield _row(statement, reading, case, years, end)


def _row(
    statement: Statement,
    standing: Standing,
    case: Case | None,
    years: tuple[int, ...],
    end: int,
) -> FinalRow:
    record = record_of(case, standing) if case else None
    reading = standing.reading if case and len(standing.readings) == 0 else ""
    return FinalRow(
        statement=statement,
        reading=reading,
        unit=standing.unit,
        cells=tuple((year, _cell(record, year) if record else None) for year in years),
        last=_cell(record, end) if record else None,
        goal=goal_words(statement),
        level=level_words(statement, standing),
        sign=sign_of(standing),
        state=_state(standing, record),
        reason=standing.reason,
    )


def goal_words(statement: Statement) -> str:
    """What is asked for, as the predicate of a sentence: 每年增长不低于26%."""
    told = brief(statement).replace(statement.indicator, "", 1).removeprefix("为")
    every = statement.when.kind is WhenKind.EACH and not told.startswith(("每年", "持续"))
    return f"每年{told}" if every else told


def _cell(record: Record, year: int) -> ValueCell | None:
    """The value of a year; of one whose own is not known what was done or there so far."""
    found = record.in_year(year)
    return _reported_cell(record, found, year) if found else _whole_cell(record, year)


def _whole_cell(record: Record, year: int) -> ValueCell | None:
    """The value of a whole year, of a stock that at its end; of a grade its words."""
    found = record.at(Period.of_year(year)) or record.at_end_of(year)
    if found is not None:
        return _reported_cell(record, found, year)
    figure = record.known.at(Period.of_year(year))
    if figure is None or not isinstance(figure.value, str):
        return None
    return _made(figure, f"{figure.value}{figure.unit.text}", year)


def _reported_cell(record: Record, found: Reported, year: int) -> ValueCell:
    high = "" if found.high is None else f"—{number(found.high)}"
    figure = found.figure
    end = "末" if record.case.kind is Kind.STOCK else ""
    return _made(figure, f"{figure.qualifier}{number(found.value)}{high}", year, end)


def _made(figure: Figure, value: str, year: int, end: str = "") -> ValueCell:
    part = figure.period.label.removeprefix(f"{year}年")
    part += end if part else ""
    doubtful = not figure.state.can_settle
    told = [part] if part else []
    told += [figure.state.label] if doubtful else []
    return ValueCell(
        value=value,
        note="，".join(told),
        figure=figure.id,
        is_doubtful=doubtful,
    )


def level_words(statement: Statement, standing: Standing) -> str:
    """The level that growth leads to, where the target is judged by one."""
    required = standing.required
    if required is None or isinstance(required, str):
        return ""
    if standing.unit in (statement.unit.text, statement.unit.base):
        return ""
    return f"即{number(required)}{standing.unit}（测算）"


def _state(standing: Standing, record: Record | None) -> str:
    """How far the figures have come that the judgement rests on."""
    if record is None:
        return "见各口径"
    ledger = record.case.ledger
    figures = (ledger.get(one) for one in standing.figures)
    labels = dict.fromkeys(figure.state.label for figure in figures if figure)
    told = "、".join(labels) or "无数据"
    return f"{told}，含测算" if standing.inferred else told
