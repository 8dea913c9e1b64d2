"""The vintages of one period → what is odd about when and how they were reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paitou.figures.checks.board import Board, told
from paitou.figures.derived import amount
from paitou.figures.intervals import Interval
from paitou.figures.measuring import same_kind
from paitou.figures.vintages import current, same_value
from paitou.model import Bound, Figure, FigureState, Issue

#: May become known before their period ends, or at any time after it.
_EARLY = (FigureState.UNVERIFIED, FigureState.ESTIMATED)


def vintage_issues(board: Board) -> Iterator[Issue]:
    """Yield where vintages disagree, go backwards, or were known too early."""
    for _, series in board.ledger:
        for vintages in series.by_period.values():
            for figure in vintages:
                if figure.known_on and figure.known_on < figure.period.last_day:
                    yield from _too_early(board, figure)
            if len(vintages) > 1:
                yield from _disagreements(board, vintages)
                yield from _backwards(board, vintages)


def _disagreements(board: Board, vintages: Sequence[Figure]) -> Iterator[Issue]:
    for prices in sorted({figure.prices for figure in vintages}):
        alike = [figure for figure in vintages if figure.prices == prices]
        held = current(alike)
        others = {f.value: f for f in sorted(alike, key=lambda f: f.id) if f is not held}
        for other in others.values():
            if held is not None and _clash(held, other):
                yield board.issue(
                    "figure-vintages-disagree",
                    (held, other),
                    f"{board.title(held)}有两个数：{told(held)}和{told(other)}",
                    "核对来源：口径不同的写明口径，有一个是更正的写明发布日期；"
                    f"现按{amount(held)}采用",
                )


def _clash(held: Figure, other: Figure) -> bool:
    """A later value is a revision, so is one of a higher state; currencies differ."""
    if held.state.rank != other.state.rank or None in (held.value, other.value):
        return False
    if held.known_on and other.known_on and held.known_on != other.known_on:
        return False
    if not same_kind(held.unit, other.unit):
        return False
    a, b = Interval.surely(held), Interval.surely(other)
    if a is None or b is None or (_is_point(held) and _is_point(other)):
        return not same_value(held, other)
    return not a.meets(b)


def _is_point(figure: Figure) -> bool:
    return figure.bound is Bound.EXACT and figure.value_high is None


def _backwards(board: Board, vintages: Sequence[Figure]) -> Iterator[Issue]:
    dated = [f for f in vintages if f.known_on and f.state is not FigureState.UNVERIFIED]
    ordered = sorted(dated, key=lambda f: (f.known_on, f.state.rank, f.id))
    for before, after in pairwise(ordered):
        if after.state.rank < before.state.rank and after.known_on != before.known_on:
            yield board.issue(
                "figure-state-backwards",
                (before, after),
                f"{board.title(after)}先有“{before.state.label}”{told(before)}，"
                f"{after.known_on}又报“{after.state.label}”{told(after)}",
                "核对两行的状态和发布日期；状态只能越来越确定",
            )


def _too_early(board: Board, figure: Figure) -> Iterator[Issue]:
    if figure.state not in _EARLY:
        yield board.issue(
            "figure-known-early",
            (figure,),
            f"{board.title(figure)}{told(figure)}的发布日期{figure.known_on}早于"
            f"{figure.period.label}结束，不会是“{figure.state.label}”",
            "改正发布日期，或把状态改为预计",
        )
