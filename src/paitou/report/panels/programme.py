"""A programme of a plan on a day → its panel: every target, and how districts share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paitou.model import Book, Standing, Statement
from paitou.render.charts import Medium, ShareBars, share_bars
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

_COLUMNS = (
    ListColumn("指标", 29),
    ListColumn("目标", 26),
    ListColumn("最近值", 23),
    ListColumn("情况", 22),
)
#: How many rows and bars are tried: all rows with fewer bars before fewer rows.
_ROWS = (60, 30, 24, 18, 14, 11, 9, 7, 5, 3)
_BARS = (14, 11, 8, 6, 4, 0)


def programme_panels(book: Book, assessment: Assessment, group: Group) -> Iterator[Poster]:
    """Yield the panel of a programme, each time with less on it."""
    standings = [standing for _, standing in group.pairs]
    split = _most_behind(assessment, group.pairs)
    total = len(group.pairs)
    for rows in (min(total, most) for most in _ROWS if most <= total or most == _ROWS[0]):
        for bars in _BARS if split else (0,):
            yield Poster(
                title=title_of(group.section),
                context=context_of(book, assessment.as_of),
                parts=(
                    counts_of(standings),
                    *(Passage(told, 2) for told in counts_told(standings)),
                    *_listed(book, group.pairs, rows),
                    *(_districts(book, *split, bars) if split and bars else ()),
                ),
                notes=(sources_of(book, standings), METHOD, SIGNED),
                frame=frame_of(book),
            )


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
