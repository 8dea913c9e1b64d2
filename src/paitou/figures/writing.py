"""Figures → the CSV text of the long form, which reads back as the same figures."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from paitou.figures.columns.roles import FIGURE_COLUMNS
from paitou.figures.states import MEASURE_WORDS
from paitou.model import Figure

#: A spreadsheet takes a text that begins so for a formula.
_FORMULA = re.compile(r"'*[=+@\t\r-]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def write_figures(figures: Iterable[Figure]) -> str:
    """Return the figures as CSV text, in an order that does not depend on theirs."""
    return head_line() + figure_lines(figures)


def head_line() -> str:
    """Return the titles of the long form as one line."""
    return ",".join(FIGURE_COLUMNS) + "\n"


def figure_lines(figures: Iterable[Figure], end: str = "\n") -> str:
    """Return the lines of the figures, without the head."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    lines = sorted(map(_cells, figures), key=_sort_key)
    writer.writerows(lines)
    return out.getvalue()


def _sort_key(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return what lines are ordered by: indicator, org, period, known on, then all else."""
    by_name = dict(zip(FIGURE_COLUMNS, cells, strict=True))
    first = tuple(by_name[name] for name in ("indicator", "org", "period", "known_on"))
    return (*first, *cells)


def _cells(figure: Figure) -> tuple[str, ...]:
    known_on = figure.known_on.isoformat() if figure.known_on else ""
    return (
        guarded(figure.indicator),
        guarded(figure.org),
        str(figure.period),
        _value(figure),
        guarded(figure.unit.text),
        MEASURE_WORDS[figure.measure],
        figure.prices,
        guarded(figure.qualifier),
        figure.state.label,
        guarded(figure.definition),
        guarded(figure.source),
        known_on,
        figure.confidence,
        guarded(figure.note),
    )


def _value(figure: Figure) -> str:
    if figure.value is None:
        return "/"
    if isinstance(figure.value, str):
        return figure.value
    low = format(figure.value, "f")
    return low if figure.value_high is None else f"{low}—{figure.value_high:f}"


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, without control characters."""
    clean = _CONTROL.sub("", text) if _CONTROL.search(text) else text
    return f"'{clean}" if _FORMULA.match(clean) else clean
