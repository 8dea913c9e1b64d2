"""A book on a day → the panel of its city: 亮成绩, 晒差距, and who must act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from attrs import frozen

from paitou.model import Book
from paitou.render.charts import Medium, ShareBars, share_bars, standing_bars
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
from paitou.report.assessment import Assessment
from paitou.report.off_course import adverse_by_org
from paitou.report.panels.bars import Pair, programme_bars, share_bar, strongest, widest
from paitou.report.panels.counts import counts_of, counts_told
from paitou.report.panels.edges import METHOD, SIGNED, context_of, sources_of
from paitou.report.paper import day_words, frame_of, named
from paitou.report.programmes import groups_of

_MOST_NAMES = 4
_ACTING = (
    ListColumn("单位", 26),
    ListColumn("项数", 9, "right"),
    ListColumn("哪些指标需要加力", 65),
)


@frozen(kw_only=True)
class Room:
    """How much a panel tells: bars of each kind, organisations, bars by programme."""

    strong: int
    wide: int
    orgs: int
    is_split: bool


def _worth(room: Room) -> tuple[float, int]:
    """How much a panel tells: gaps first, neither side much more than the other."""
    uneven = abs(room.wide - room.strong)
    told = (
        12 * room.wide
        + 10 * room.strong
        + 5 * min(room.orgs, 3)
        + room.orgs
        + 18 * room.is_split
    )
    return told - 3 * uneven**2, room.wide


#: From the fullest to the leanest.
ROOMS = tuple(
    sorted(
        (
            Room(strong=strong, wide=wide, orgs=orgs, is_split=is_split)
            for strong in range(2, 7)
            for wide in range(2, 7)
            for orgs in range(1, 7)
            for is_split in (True, False)
        ),
        key=_worth,
        reverse=True,
    )
)


def city_panels(book: Book, assessment: Assessment) -> Iterator[Poster]:
    """Yield the panel of the whole, each time with less on it."""
    wholes = tuple(assessment.wholes.values())
    # a book without a table of organisations does not say whose plan it is
    city = next((one.org for one in wholes if book.org(one.org)), "")
    notes = (sources_of(book, wholes), METHOD, SIGNED)
    for parts in _parts(book, assessment):
        yield Poster(
            title=f"{city}　亮成绩、晒差距" if city else "亮成绩、晒差距",
            context=context_of(book, assessment.as_of),
            parts=parts,
            notes=notes,
            frame=frame_of(book),
        )


def _parts(book: Book, assessment: Assessment) -> Iterator[tuple[Part, ...]]:
    """Yield what fits into each room; what several rooms share is made once."""
    wholes = assessment.wholes
    pairs = [(one, wholes[one.id]) for one in book.plan.statements if one.id in wholes]
    standings = [standing for _, standing in pairs]
    told = (Passage(told, 2) for told in counts_told(standings))
    head: tuple[Part, ...] = (counts_of(standings), *told)
    strong = cache(lambda most: tuple(achievements(book, pairs, most)))
    wide = cache(lambda most: tuple(shortfalls(book, pairs, most)))
    acting = cache(lambda most: tuple(acting_parts(book, assessment, most)))
    split = cache(lambda: tuple(_split(book, assessment)))
    for room in ROOMS:
        parts: tuple[Part, ...] = (
            *strong(room.strong),
            *wide(room.wide),
            *acting(room.orgs),
        )
        yield (*head, *parts, *(split() if room.is_split else ()))


def _split(book: Book, assessment: Assessment) -> Iterator[Part]:
    groups = groups_of(book.plan, assessment)
    if len(groups) > 1:
        note = f"数据截至{day_words(assessment.as_of)}"
        bars = programme_bars(groups, is_simulated=book.is_simulated, note=note)
        yield Chart(standing_bars(bars, Medium.POSTER))


def achievements(
    book: Book, pairs: Sequence[Pair], most: int, *, is_part: bool = False
) -> Iterator[Part]:
    """Yield 亮成绩: what is reached, and what is furthest ahead of the time gone by."""
    found = strongest(pairs)
    yield Heading("亮成绩", _of(len(found), most, "项已达到或达到序时进度"))
    if not found:
        yield Passage("还没有可以确认达到的指标。", 1)
        return
    yield _bars(book, found[:most], is_part=is_part)


def shortfalls(
    book: Book, pairs: Sequence[Pair], most: int, *, is_part: bool = False
) -> Iterator[Part]:
    """Yield 晒差距: what somebody has to act on, the gravest first."""
    found = widest(pairs)
    yield Heading("晒差距", _of(len(found), most, "项需要加力"))
    if not found:
        yield Passage("能够评价的指标里，没有滞后或低于目标的。", 1)
        return
    yield _bars(book, found[:most], is_part=is_part)


def _of(total: int, most: int, words: str) -> str:
    if not total:
        return ""
    return f"{total}{words}" + (f"，列出前{most}项" if total > most else "")


def _bars(book: Book, pairs: Sequence[Pair], *, is_part: bool) -> Chart:
    bars = tuple(
        share_bar(
            statement, standing, book.assignment_of(statement).nature, is_part=is_part
        )
        for statement, standing in pairs
    )
    # The heading above it is its title.
    chart = ShareBars(title="", bars=bars, is_simulated=book.is_simulated)
    return Chart(share_bars(chart, Medium.POSTER))


def acting_parts(book: Book, assessment: Assessment, most: int) -> Iterator[Part]:
    """Yield who must act on what is off course; nothing where nothing is."""
    orgs = adverse_by_org(book, assessment)
    if not orgs:
        return
    yield Heading("谁来加力")
    rows = [
        ListRow(
            cells=(
                one.org,
                f"{len(one.lines)}项",
                named([line.statement.indicator for line in one.lines], _MOST_NAMES),
            )
        )
        for one in orgs[:most]
    ]
    if rest := orgs[most:]:
        count = sum(len(one.lines) for one in rest)
        rows.append(ListRow(cells=(f"其余{len(rest)}个单位", f"{count}项", "")))
    yield Listing(columns=_ACTING, rows=tuple(rows))
