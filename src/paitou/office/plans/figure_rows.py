"""Figures as they were known on a day → rows of a table, every vintage with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from paitou.figures import Known, Ledger
from paitou.model import Figure, Measure, Standing
from paitou.render.wording import MEASURE
from paitou.report.records import all_series
from paitou.report.sentences import plain
from paitou.tracking.cases import Case

_CONFIDENCE = {"high": "来源可靠", "medium": "转载或摘编", "low": "来源不可靠"}
_LINKS = ("https://", "http://")


@frozen(kw_only=True)
class FigureRow:
    """One vintage of one figure.

    Attributes:
        is_used: whether the standing rests on it.
        is_replaced: whether a later vintage holds instead.
    """

    figure: Figure
    value: str
    known_on: str
    confidence: str
    is_used: bool
    is_replaced: bool

    @property
    def anchor(self) -> str:
        """Return what a link to this row is called."""
        return anchor_of(self.figure.id)

    @property
    def link(self) -> str:
        """Return the address of the source, empty where it is none."""
        source = self.figure.source.strip()
        return source if source.startswith(_LINKS) else ""


@frozen(kw_only=True)
class FigureGroup:
    """The rows of one indicator, organisation, measure and definition.

    Attributes:
        org: the organisation where it is not the one that is judged.
    """

    name: str
    org: str
    measure: str
    rows: tuple[FigureRow, ...]


@frozen(kw_only=True)
class Reference:
    """A figure that is spoken of: its period and value in words, and its row."""

    words: str
    anchor: str


def anchor_of(figure_id: str) -> str:
    """Return what a link to the row of a figure is called."""
    return f"f-{figure_id}"


def figure_words(figure: Figure) -> str:
    """Return a value as reported: 突破800万吨, 12—15家, /."""
    if figure.value is None:
        return "/"
    high = "" if figure.value_high is None else f"—{plain(figure.value_high)}"
    return f"{figure.qualifier}{plain(figure.value)}{high}{figure.unit.text}"


def references(ids: Iterable[str], case: Case) -> tuple[Reference, ...]:
    """Return the figures with these ids as links to their rows."""
    found = ((one, case.ledger.get(one)) for one in ids)
    return tuple(
        Reference(words=_told(figure, case), anchor=anchor_of(one))
        for one, figure in found
        if figure is not None
    )


def _told(figure: Figure, case: Case) -> str:
    org = _other_org(figure, case)
    return f"{org}{figure.indicator} {figure.period.label}{figure_words(figure)}"


def _other_org(figure: Figure, case: Case) -> str:
    """The figure's organisation where it is not the one that is judged."""
    key = case.ledger.places.key(figure.org)
    return "" if key == case.org else case.ledger.places.name(key)


def figure_groups(standing: Standing, cases: tuple[Case, ...]) -> tuple[FigureGroup, ...]:
    """Return all figures behind a standing, those that it rests on in the first groups."""
    used = frozenset(_used(standing))
    gathered: dict[str, tuple[Figure, bool]] = {}
    for case in cases:
        for known in all_series(case, standing):
            gathered.update(_vintages(known, case.ledger))
        for one in _used(standing):
            figure = case.ledger.get(one)
            if figure is not None:
                gathered.setdefault(one, (figure, False))
    groups: dict[tuple[str, str, Measure, str], list[FigureRow]] = {}
    for figure, is_replaced in gathered.values():
        org = _other_org(figure, cases[0])
        key = (figure.indicator, org, figure.measure, figure.definition)
        row = row_of(figure, is_used=figure.id in used, is_replaced=is_replaced)
        groups.setdefault(key, []).append(row)
    made = [_group(*key, rows) for key, rows in groups.items()]
    return tuple(sorted(made, key=_foremost))


def _foremost(group: FigureGroup) -> tuple[bool, bool]:
    """What the standing rests on first, other organisations after its own."""
    return not any(row.is_used for row in group.rows), bool(group.org)


def _used(standing: Standing) -> Iterator[str]:
    for one in (standing, *standing.readings):
        yield from one.figures
        for test in one.tests:
            yield from test.figures
        for bound in one.bounds:
            yield from bound.figures


def _vintages(known: Known, ledger: Ledger) -> dict[str, tuple[Figure, bool]]:
    """What was written of a series, and what of it no longer holds; sums are left out."""
    found: dict[str, tuple[Figure, bool]] = {}
    for period in known.series.periods:
        holding = known.at(period)
        for figure in known.vintages(period):
            if ledger.get(figure.id) is not None:
                found[figure.id] = figure, figure is not holding
    return found


def row_of(
    figure: Figure, *, is_used: bool = False, is_replaced: bool = False
) -> FigureRow:
    """Return a figure as a row of a table."""
    day = figure.known_on
    return FigureRow(
        figure=figure,
        value=figure_words(figure),
        known_on=f"{day.year}年{day.month}月{day.day}日" if day else "",
        confidence=_CONFIDENCE.get(figure.confidence, ""),
        is_used=is_used,
        is_replaced=is_replaced,
    )


def _group(
    name: str, org: str, measure: Measure, definition: str, rows: list[FigureRow]
) -> FigureGroup:
    ordered = sorted(
        rows,
        key=lambda row: (
            row.figure.period.last_month, row.figure.period.months, row.figure.visible_from
        ),
        reverse=True,
    )  # fmt: skip
    return FigureGroup(
        name=f"{name}（{definition}）" if definition else name,
        org=org,
        measure=MEASURE[measure],
        rows=tuple(ordered),
    )
