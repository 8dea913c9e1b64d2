"""A book → the sheets of its breakdown: the table, a matrix of areas a period, a guide."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.model import Book, Period, Plan, Quota, Role, Statement
from paitou.render.sheet_page import Joining, SheetColumn, SheetPage, SheetRow, Tone
from paitou.report.breakdown.fields import (
    AREA_GROUP,
    FORMS,
    WHOLE,
    Field,
    area_sheet_name,
)
from paitou.report.breakdown.guide import guide_page
from paitou.report.breakdown.rows import BreakdownRow, breakdown_rows, quota_value
from paitou.report.breakdown.target_words import target_words
from paitou.report.breakdown.wording import section_number
from paitou.tables import Value

_BEFORE: tuple[Field, ...] = (
    *(Field.NUMBER, Field.PROGRAMME, Field.TASK),
    *(Field.WORDS, Field.INDICATOR, Field.TARGET),
)
_AFTER = tuple(f for f in Field if f not in _BEFORE)
_FROZEN = 4
_AREA_BEFORE = (Field.NUMBER, Field.TASK, Field.INDICATOR, Field.TARGET, Field.WORDS)
_AREA_AFTER = (Field.BASIS, Field.ID)
_AREA_FROZEN = 4
_QUOTA_WIDTH = 9
_BLANK_AREAS = 8
_SIMULATED = "模拟数据"
_LEFT = (
    "填报单位(盖章)：                  填报人：            审核人：            联系电话："
)
_RIGHT = "计量单位：以“目标值”所列为准"
_JOINING = {Field.PROGRAMME: Joining.RUN, Field.TASK: Joining.BLOCK}
_CHOICES = {Field.NATURE: ("约束性", "预期性"), Field.RHYTHM: ("月报", "季报", "年报")}


def breakdown_pages(book: Book, *, is_simulated: bool = False) -> tuple[SheetPage, ...]:
    """Return the sheets in order; the first is the 任务分解表."""
    frame = _SIMULATED if is_simulated else ""
    return (_main_page(book, frame), *_area_pages(book, frame), guide_page(frame))


def _main_page(book: Book, frame: str) -> SheetPage:
    periods = quota_periods(book, (q for q in book.quotas if not q.org))
    rows = breakdown_rows(book)
    return SheetPage(
        name="任务分解表",
        title=f"{book.title}任务分解表{_years(book)}",
        left=_LEFT,
        right=_RIGHT,
        frame=frame,
        columns=(
            *map(_column, _BEFORE),
            *(_quota_column(p.label, "年度目标") for p in periods),
            *map(_column, _AFTER),
        ),
        rows=tuple(
            _row(row, number, periods)
            for row, number in zip(rows, _numbers(rows), strict=True)
        ),
        frozen_columns=_FROZEN,
    )


def _years(book: Book) -> str:
    period = book.plan.document.period
    if period is None or str(period.start) in book.title:
        return ""
    return f"({Period.of_years(period.start, period.end).label})"


def quota_periods(book: Book, quotas: Iterator[Quota]) -> tuple[Period, ...]:
    """Return the years of the plan and every other period that some quotas speak of."""
    document = book.plan.document
    years: set[Period] = set()
    if document.period is not None:
        span = range(document.period.start, document.period.end + 1)
        years = {Period.of_year(year) for year in span}
    elif document.year is not None:
        years = {Period.of_year(document.year)}
    return tuple(sorted(years | {quota.period for quota in quotas}))


def _column(field: Field) -> SheetColumn:
    form = FORMS[field]
    return SheetColumn(
        title=form.title,
        width=form.width,
        is_centred=form.is_centred,
        joining=_JOINING.get(field, Joining.NONE),
        is_quiet=field is Field.ID,
        choices=_CHOICES.get(field, ()),
    )


def _quota_column(title: str, group: str) -> SheetColumn:
    return SheetColumn(title=title, width=_QUOTA_WIDTH, group=group, is_centred=True)


def _numbers(rows: tuple[BreakdownRow, ...]) -> Iterator[str]:
    """Yield the number of what is to be done: each item, and a task that holds none."""
    number = 0
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        is_alone = following is None or (following.is_task and bool(following.id))
        counts = bool(row.id) and (not row.is_task or is_alone)
        number += counts
        yield str(number) if counts else ""


def _row(row: BreakdownRow, number: str, periods: tuple[Period, ...]) -> SheetRow:
    cells = {**row.cells, Field.NUMBER: number}
    values: tuple[Value, ...] = (
        *(cells.get(field) for field in _BEFORE),
        *(row.quotas.get(period) for period in periods),
        *(cells.get(field) for field in _AFTER),
    )
    if not row.is_task:
        return SheetRow(cells=values)
    words, basis = _BEFORE.index(Field.WORDS), len(_BEFORE) + len(periods)
    joined = (words, basis)
    return SheetRow(cells=values, tone=Tone.TASK, joined=joined, opens=bool(row.id))


def _area_pages(book: Book, frame: str) -> Iterator[SheetPage]:
    by_area = [quota for quota in book.quotas if quota.org]
    areas = _areas(book, by_area)
    statements = [s for s in book.plan.statements if s.role is Role.TARGET]
    if not statements:
        return
    for period in quota_periods(book, iter(by_area)):
        yield SheetPage(
            name=area_sheet_name(period),
            title=f"{book.title}{period.label}目标县(市)区分解表",
            left=_LEFT,
            right=_RIGHT,
            frame=frame,
            columns=_area_columns(areas),
            rows=tuple(_area_rows(book, statements, areas, period)),
            frozen_columns=_AREA_FROZEN,
        )


def _areas(book: Book, quotas: list[Quota]) -> tuple[str, ...]:
    """Return the names of the areas of the plan's city, then of others that have quotas."""
    known = (org.name for org in book.orgs if org.kind.is_area)
    named = (_org_name(book, quota.org) for quota in quotas)
    return tuple(dict.fromkeys((*known, *named))) or ("",) * _BLANK_AREAS


def _org_name(book: Book, written: str) -> str:
    org = book.org(written)
    return org.name if org else written


def _area_columns(areas: tuple[str, ...]) -> tuple[SheetColumn, ...]:
    return (
        *map(_column, _AREA_BEFORE),
        SheetColumn(title=WHOLE, width=_QUOTA_WIDTH, is_centred=True),
        *(_quota_column(area, AREA_GROUP) for area in areas),
        *map(_column, _AREA_AFTER),
    )


def _area_rows(
    book: Book, statements: list[Statement], areas: tuple[str, ...], period: Period
) -> Iterator[SheetRow]:
    index_of = {section.id: at for at, section in enumerate(book.plan.sections)}
    for number, statement in enumerate(statements, 1):
        quotas = [q for q in book.quotas_of(statement.id) if q.period == period]
        shares = {_org_name(book, q.org) if q.org else WHOLE: q for q in quotas}
        basis = dict.fromkeys(q.source for q in quotas if q.org and q.source)
        cells: dict[Field, Value] = {
            Field.NUMBER: str(number),
            Field.TASK: _task_number(book.plan, index_of.get(statement.section, -1)),
            Field.INDICATOR: statement.indicator,
            Field.TARGET: target_words(statement),
            Field.WORDS: statement.quote,
            Field.BASIS: "、".join(basis),
            Field.ID: statement.id,
        }
        values = (quota_value(shares[a]) if a in shares else None for a in (WHOLE, *areas))
        yield SheetRow(
            cells=(
                *(cells[field] for field in _AREA_BEFORE),
                *values,
                *(cells[field] for field in _AREA_AFTER),
            )
        )


def _task_number(plan: Plan, index: int) -> str:
    return section_number(plan, index) if index >= 0 else ""
