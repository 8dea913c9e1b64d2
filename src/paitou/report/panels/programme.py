"""A programme of a plan on a day → its panel: every target, and how districts share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from paitou.model import Book, Standing, Statement
from paitou.render.charts import Medium, ShareBars, share_bars, target_chart
from paitou.render.poster import (
    Chart,
    Heading,
    ListColumn,
    Listing,
    ListRow,
    Part,
    Passage,
    Poster,
)
from paitou.render.signs import sign_of
from paitou.report.assessment import Assessment
from paitou.report.panels.bars import Pair, goal_told, share_bar, value_told, widest
from paitou.report.panels.counts import counts_of, counts_told
from paitou.report.panels.edges import METHOD, SIGNED, context_of, sources_of
from paitou.report.paper import frame_of, title_of
from paitou.report.programmes import Group
from paitou.report.progress import worst_first
from paitou.report.records import record_of
from paitou.report.target_pictures import stretch_of, target_picture

_COLUMNS = (
    ListColumn("指标", 29),
    ListColumn("目标", 26),
    ListColumn("最近值", 23),
    ListColumn("情况", 22),
)
#: How many rows and bars are tried: all rows with fewer bars before fewer rows.
_ROWS = (60, 30, 24, 18, 14, 11, 9, 7, 5, 3)
_BARS = (14, 11, 8, 6, 4, 0)
_CHARTS = 2


def programme_panels(book: Book, assessment: Assessment, group: Group) -> Iterator[Poster]:
    """Yield the panel of a programme, each time with less on it."""
    standings = [standing for _, standing in group.pairs]
    told = (Passage(told, 2) for told in counts_told(standings))
    head: tuple[Part, ...] = (counts_of(standings), *told)
    notes = (sources_of(book, standings), METHOD, SIGNED)
    for parts in _parts(book, assessment, group.pairs):
        yield Poster(
            title=title_of(group.section),
            context=context_of(book, assessment.as_of),
            parts=(*head, *parts),
            notes=notes,
            frame=frame_of(book),
        )


def _parts(
    book: Book, assessment: Assessment, pairs: Sequence[Pair]
) -> Iterator[tuple[Part, ...]]:
    """Yield what fits into each room; what several rooms share is made once."""
    split, total = _most_behind(assessment, pairs), len(pairs)
    rows = [min(total, most) for most in _ROWS if most <= total or most == _ROWS[0]]
    listed = cache(lambda most: tuple(_listed(book, pairs, most)))
    shared = cache(lambda most: tuple(_districts(book, *split, most) if split else ()))
    drawn = tuple(_drawn(book, assessment, pairs))
    for row, bars in product(rows, _BARS if split else (0,)):
        for charts in range(len(drawn), -1, -1):
            parts: tuple[Part, ...] = (*listed(row), *(shared(bars) if bars else ()))
            heading = (Heading("指标走势"),) if charts else ()
            yield (*parts, *heading, *drawn[:charts])


def _drawn(book: Book, assessment: Assessment, pairs: Sequence[Pair]) -> Iterator[Chart]:
    """Yield the charts of the targets' own pages, what needs somebody first."""
    found = 0
    for standing in worst_first([standing for _, standing in pairs]):
        cases = assessment.of(standing.statement)[0][1]
        stretch = stretch_of(cases[0].statement, book.plan.statements)
        chart = target_picture(record_of(cases[0], standing), standing, stretch)
        if len(cases) == 1 and chart is not None and found < _CHARTS:
            found += 1
            yield Chart(target_chart(chart, Medium.POSTER))


def _listed(book: Book, pairs: Sequence[Pair], most: int) -> Iterator[Part]:
    statements = {statement.id: statement for statement, _ in pairs}
    ordered = worst_first([standing for _, standing in pairs])
    left = len(ordered) - most
    yield Heading("目标进展", f"共{len(ordered)}项，{left}项没有列出" if left > 0 else "")
    rows = (_row(book, statements[one.statement], one) for one in ordered[:most])
    yield Listing(columns=_COLUMNS, rows=tuple(rows))


def _row(book: Book, statement: Statement, standing: Standing) -> ListRow:
    sign = sign_of(standing, book.assignment_of(statement).nature)
    return ListRow(
        cells=(
            statement.indicator,
            goal_told(statement, standing),
            value_told(standing) or "—",
            sign.word,
        ),
        standing=sign.verdict,
    )


def _most_behind(
    assessment: Assessment, pairs: Sequence[Pair]
) -> tuple[Statement, tuple[Standing, ...]] | None:
    """Return the split target with most organisations behind, and their standings."""
    found = []
    for statement, _ in pairs:
        parts = tuple(standing for standing, _ in assessment.of(statement.id)[1:])
        if len(parts) > 1:
            found.append((statement, parts))
    return max(
        found, key=lambda one: sum(p.verdict.is_adverse for p in one[1]), default=None
    )


def _districts(
    book: Book, statement: Statement, parts: Sequence[Standing], most: int
) -> Iterator[Part]:
    pairs = [(statement, part) for part in parts]
    behind = widest(pairs)
    rest = worst_first([part for _, part in pairs if not part.verdict.is_adverse])
    ordered = [*(part for _, part in behind), *rest]
    left = len(ordered) - most
    aside = f"{len(behind)}个需要加力" if behind else "没有滞后的"
    yield Heading(
        f"{statement.indicator}：各单位", aside + (f"，列出前{most}个" if left > 0 else "")
    )
    nature = book.assignment_of(statement).nature
    chart = ShareBars(
        title="",
        bars=tuple(
            share_bar(statement, part, nature, name=part.org, is_part=True)
            for part in ordered[:most]
        ),
        is_simulated=book.is_simulated,
    )
    yield Chart(share_bars(chart, Medium.POSTER))
