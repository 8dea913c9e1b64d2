"""The figures of a book: those in force on a day or every vintage, one, and as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from paitou.compile.record import Record
from paitou.figures.vintages import current
from paitou.model import Book, Figure, PageKind
from paitou.office.api.answers import Stopped
from paitou.office.api.bulk import (
    CSV,
    MOST_IN_WORKBOOK,
    PARQUET,
    XLSX,
    csv_pieces,
    figure_row,
    parquet_of,
    workbook_of,
)
from paitou.office.api.desk import EVERYBODY, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import seen_page
from paitou.office.api.values import (
    AsOf,
    Given,
    Limit,
    Search,
    Start,
    Told,
    Vintages,
    day_of,
)
from paitou.office.books import Day, Shelved
from paitou.office.journal.actions import Refused

desk = Desk("数据")
_OPEN = use(Scope.READ, rule=EVERYBODY)


class FigureOut(Given):
    """A value in one vintage; numbers are decimal strings, `/` says that there is none."""

    id: str
    indicator: str
    indicator_id: str | None
    org: str
    period: str
    value: str
    value_high: str | None
    unit: str
    measure: str
    prices: str | None
    qualifier: str | None
    bound: str
    state: str
    definition: str | None
    source: str | None
    known_on: str | None
    confidence: str | None
    note: str | None
    where: str | None


class FigureList(Told):
    """Some of the figures: `total` is how many there are, `start` where these begin."""

    as_of: str
    simulated: bool
    total: int
    start: int
    figures: list[FigureOut]


class FigureVintages(Given):
    """A figure, and every vintage of the same value known on the day."""

    figure: FigureOut
    vintages: list[FigureOut]


@desk.reads(
    "/books/{book}/figures",
    FigureList,
    _OPEN,
    told="列出数据：某一天有效的，或者全部各版；可按指标、单位、时期筛选，分页取。",
)
def list_figures(  # noqa: PLR0913, PLR0917 (each is a part of the query)
    request: Asking,
    book: Search,
    as_of: AsOf = None,
    vintages: Vintages = "in_force",
    indicator: Search = "",
    org: Search = "",
    period: Search = "",
    limit: Limit = 200,
    start: Start = 0,
) -> Record:
    """Return some of the figures known on a day."""
    shelved, day = _shelved(request, book), day_of(as_of)
    found = [
        one
        for one in _chosen(shelved, day, vintages)
        if indicator in ("", one.indicator, one.indicator_id)
        and org in ("", one.org)
        and period in ("", str(one.period))
    ]
    return {
        "as_of": day.date.isoformat(),
        "simulated": shelved.book.is_simulated,
        "total": len(found),
        "start": start,
        "figures": [figure_row(one) for one in found[start : start + limit]],
    }


@desk.reads(
    "/books/{book}/figures/{figure}", FigureVintages, _OPEN, told="查看一个数和它的各版。"
)
def get_figure(request: Asking, book: Search, figure: Search, as_of: AsOf = None) -> Record:
    """Return a figure with its vintages."""
    shelved, day = _shelved(request, book), day_of(as_of)
    known = list(_known(shelved.book, day))
    found = next((one for one in known if one.id == figure), None)
    if found is None:
        raise Stopped(404)
    same = [one for one in known if _key(one) == _key(found)]
    return {
        "figure": figure_row(found),
        "vintages": [figure_row(one) for one in sorted(same, key=_order)],
    }


@desk.sends(
    "/books/{book}/figures.csv",
    (CSV,),
    _OPEN,
    told="成批取数据，CSV：小数原样写出，不会被电子表格当成公式。",
)
def figures_csv(
    request: Asking, book: Search, as_of: AsOf = None, vintages: Vintages = "in_force"
) -> HttpResponseBase:
    """Send the figures as CSV, some at a time."""
    shelved, day = _shelved(request, book), day_of(as_of)
    pieces = csv_pieces(_chosen(shelved, day, vintages))
    answer = StreamingHttpResponse(pieces, content_type=CSV)
    name = _name(shelved, day, "csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@desk.sends(
    "/books/{book}/figures.xlsx",
    (XLSX,),
    _OPEN,
    told="成批取数据，Excel：每格都是文本，一位不丢。",
)
def figures_xlsx(
    request: Asking, book: Search, as_of: AsOf = None, vintages: Vintages = "in_force"
) -> HttpResponseBase:
    """Send the figures as a workbook."""
    shelved, day = _shelved(request, book), day_of(as_of)
    title = f"{shelved.book.title}（截至{day.date.isoformat()}）"
    chosen = _chosen(shelved, day, vintages)
    if len(chosen) > MOST_IN_WORKBOOK:
        told = f"有{len(chosen)}个数，超过{MOST_IN_WORKBOOK}个，请取 CSV 或 Parquet。"
        raise Refused(told)
    made = workbook_of(chosen, title, is_simulated=shelved.book.is_simulated)
    return _file(made, XLSX, _name(shelved, day, "xlsx"))


@desk.sends(
    "/books/{book}/figures.parquet",
    (PARQUET,),
    _OPEN,
    told="成批取数据，Parquet：数值列是 decimal128(38, 10)，value_text 列是原样。",
)
def figures_parquet(
    request: Asking, book: Search, as_of: AsOf = None, vintages: Vintages = "in_force"
) -> HttpResponseBase:
    """Send the figures as Parquet."""
    shelved, day = _shelved(request, book), day_of(as_of)
    made = parquet_of(_chosen(shelved, day, vintages))
    return _file(made, PARQUET, _name(shelved, day, "parquet"))


def _shelved(request: Asking, book: str) -> Shelved:
    return seen_page(request, book, PageKind.TARGET).shelved


def _chosen(shelved: Shelved, day: Day, vintages: str) -> Sequence[Figure]:
    """The figures of a day in an order of their own; today's are kept for the next page."""

    def chosen() -> Sequence[Figure]:
        known = _known(shelved.book, day)
        return sorted(known if vintages == "all" else _in_force(known), key=_order)

    if day.asked:  # days are many, and what is remembered is kept from others
        return chosen()
    return shelved.scorekeeper.remember(("figures", day.date, vintages), chosen)


def _known(book: Book, day: Day) -> Iterable[Figure]:
    return (one for one in book.figures if one.visible_from <= day.date)


def _in_force(figures: Iterable[Figure]) -> Iterable[Figure]:
    """The vintage of each value that holds."""
    grouped: dict[tuple[str, ...], list[Figure]] = {}
    for one in figures:
        grouped.setdefault(_key(one), []).append(one)
    return filter(None, map(current, grouped.values()))


def _key(figure: Figure) -> tuple[str, ...]:
    """What a figure speaks of, whatever it says."""
    return (
        figure.indicator_id or figure.indicator,
        figure.org,
        figure.measure.value,
        figure.prices,
        figure.definition,
        str(figure.period),
    )


def _order(figure: Figure) -> tuple[str, ...]:
    return (
        figure.indicator,
        figure.org,
        str(figure.period),
        figure.visible_from.isoformat(),
        figure.id,
    )


def _file(made: bytes, kind: str, name: str) -> FileResponse:
    return FileResponse(BytesIO(made), as_attachment=True, filename=name, content_type=kind)


def _name(shelved: Shelved, day: Day, ending: str) -> str:
    kept = "".join(c for c in shelved.name if c.isalnum() or c in "-_~.")
    return f"{kept}-figures-{day.date.isoformat()}.{ending}"
