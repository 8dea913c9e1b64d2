"""What was typed into the cells of a form → figures, and what is wrong with each cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from paitou.figures import Ledger, Places, same_kind
from paitou.figures.checks import check_figures
from paitou.figures.columns.units import GRADE, RANK, family
from paitou.figures.qualifiers import Said, bound_of, is_missing, read_cell
from paitou.figures.reading import figure_id
from paitou.figures.reading.making import unit_of
from paitou.figures.reading.refusal import Refusal
from paitou.indicators import Catalogue
from paitou.model import Book, Bound, Figure, FigureState, Issue, Level, Measure, Unit
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.wanted import catalogue_of

#: No text of a cell is longer, and no note.
LONGEST_TEXT, LONGEST_NOTE = 60, 200


@frozen(kw_only=True)
class Typed:
    """What stands in a cell and in the note beside it."""

    text: str = ""
    note: str = ""


@frozen(kw_only=True)
class Entries:
    """The cells of a form as they were understood, by key.

    Attributes:
        figures: of the cells that can be read.
        issues: what is wrong or odd; only an error keeps a form back.
    """

    figures: Mapping[str, Figure] = field(factory=dict)
    issues: Mapping[str, tuple[Issue, ...]] = field(factory=dict)

    def errors(self, key: str) -> tuple[Issue, ...]:
        """Return what keeps a cell from being submitted."""
        found = self.issues.get(key, ())
        return tuple(issue for issue in found if issue.level is Level.ERROR)

    @property
    def error_count(self) -> int:
        """Return how many cells keep the form back."""
        return sum(bool(self.errors(key)) for key in self.issues)


def read_entries(
    asks: Iterable[Ask], typed: Mapping[str, Typed], book: Book, source: str
) -> Entries:
    """Return what the cells say, held against each other and against the book.

    Args:
        asks: the cells, in the order of the form.
        typed: by key; a cell that is not there is empty.
        book: whose figures and indicators they are checked with.
        source: the name of the organisation that reports.
    """
    figures: dict[str, Figure] = {}
    issues: dict[str, list[Issue]] = {}
    for number, ask in enumerate(asks, 1):
        said = typed.get(ask.key, Typed())
        where = _where(number)
        try:
            figure = read_cell_of(ask, said, catalogue_of(book), source)
        except Refusal as refusal:
            issues.setdefault(ask.key, []).append(_error(refusal, where))
            continue
        figures[ask.key] = evolve(figure, where=where)
        if figure.bound is not Bound.EXACT and figure.state is not FigureState.ESTIMATED:
            issues.setdefault(ask.key, []).append(_bounded(figure, where))
    for key, odd in _contradictions(book, figures):
        issues.setdefault(key, []).append(odd)
    return Entries(
        figures=figures, issues={key: tuple(found) for key, found in issues.items()}
    )


def read_cell_of(ask: Ask, typed: Typed, catalogue: Catalogue, source: str) -> Figure:
    """Return the figure that a cell says; an estimate stays one.

    Raises:
        Refusal: it is empty, no number, in another sort of unit, or "/" without a note.
    """
    text = typed.text.strip()
    if is_missing(text):
        remedy = "填上数；确实没有的填“/”，并在备注里说明"
        raise Refusal("report-cell-empty", "还没有填", remedy)
    said = _said(ask, text)
    if said.value is None and not typed.note.strip():
        remedy = "在备注里写明为什么没有这个数"
        raise Refusal("report-none-unexplained", "填了“/”，没有说明", remedy)
    known = catalogue.get(ask.indicator_id)
    unit = unit_of(said, (ask.unit,), (), ask.measure, known, ask.name)
    if ask.unit and not same_kind(unit, Unit.parse(ask.unit)):
        words = f"计量单位写成“{unit.text}”，应是“{ask.unit}”一类"
        raise Refusal("figure-unit-differs", words, "按表上的计量单位填")
    is_guess = said.state is FigureState.ESTIMATED
    return Figure(
        id="",
        indicator=ask.name,
        indicator_id=ask.indicator_id,
        measure=ask.measure,
        prices=ask.prices,
        org=ask.org_name,
        period=ask.period,
        value=said.value,
        value_high=said.high,
        unit=unit,
        state=FigureState.ESTIMATED if is_guess else FigureState.SUBMITTED,
        qualifier=said.qualifier,
        bound=said.bound,
        definition=ask.definition,
        source=source,
        note=typed.note.strip(),
    )


def frozen_figure(figure: Figure, day: dt.date) -> Figure:
    """Return a figure as it stands once it is approved on a day, with its id."""
    is_guess = figure.state is FigureState.ESTIMATED
    state = FigureState.ESTIMATED if is_guess else FigureState.CONFIRMED
    known = evolve(figure, state=state, known_on=day)
    return evolve(known, id=figure_id(known))


def _said(ask: Ask, text: str) -> Said:
    remedy = "只写一个数，可带计量单位；没有的填“/”并在备注里说明"
    if len(text) > LONGEST_TEXT:
        words = f"“{text[:12]}……”太长，不是一个数"
        raise Refusal("figure-value-unreadable", words, remedy)
    sort = family(ask.unit)
    try:
        said = read_cell(text, placed=sort == RANK, graded=sort == GRADE)
        bound_of(said.qualifier)
    except ValueError as error:
        raise Refusal("figure-value-unreadable", str(error), remedy) from error
    if ask.measure is Measure.LEVEL and (said.way or said.is_flat):
        words = "这一格要填数值，写的却是增减"
        raise Refusal("figure-value-unreadable", words, "填累计到期末的数值")
    return said


def _contradictions(
    book: Book, figures: Mapping[str, Figure]
) -> Iterable[tuple[str, Issue]]:
    """Yield what the checks of figures say of the cells, as warnings at the most."""
    catalogue = catalogue_of(book)
    typed = [
        evolve(frozen_figure(figure, figure.period.last_day), where=figure.where)
        for figure in figures.values()
    ]
    wanted = {figure.indicator_id for figure in typed}
    for each in tuple(wanted):
        for relation in catalogue.relations_of(each):
            wanted |= {*relation.members, relation.whole}
    beside = [figure for figure in book.figures if figure.indicator_id in wanted]
    ledger = Ledger((*beside, *typed), Places.of(book.orgs, book.title))
    for issue in check_figures(ledger, catalogue):
        for key, figure in figures.items():
            if figure.where in issue.where or f"（{figure.where}）" in issue.message:
                yield key, issue


def _where(number: int) -> str:
    return f"填报表 第{number}行"


def _error(refusal: Refusal, where: str) -> Issue:
    return Issue(
        code=refusal.code,
        level=Level.ERROR,
        message=str(refusal),
        remedy=refusal.remedy,
        where=where,
    )


def _bounded(figure: Figure, where: str) -> Issue:
    return Issue(
        code="report-not-exact",
        level=Level.WARNING,
        message=f"带有“{figure.qualifier}”，不是准数" if figure.qualifier else "不是准数",
        remedy="有准数的填准数；只能估计的写“预计”",
        where=where,
    )
