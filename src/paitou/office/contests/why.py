"""An organisation's score → 为什么是这个分: each item from raw value to points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.gaps import NOTHING, extra_points
from paitou.contest.explaining.rounds import Round, contestant
from paitou.contest.formulas import describe
from paitou.contest.formulas.case import FACT_WORDS
from paitou.contest.readings import Reading
from paitou.contest.results import ItemPoints, OrgScore
from paitou.model import Fact, Formula, Item
from paitou.office.contests.cells import missing_words
from paitou.office.contests.numbers import points_words, signed_words, value_words

#: In which order facts are shown.
_ORDER = {fact: place for place, fact in enumerate(Fact)}


@frozen(kw_only=True)
class ReadingLine:
    """One number that went into the sum, with where it comes from."""

    name: str
    value: str
    source: str = ""
    state: str = ""
    known_on: str = ""
    where: str = ""
    why: str = ""


@frozen(kw_only=True)
class WhyRow:
    """One item: what is known, the sum, the points.

    Attributes:
        branch: name of the node above it, where another than in the row before.
        sums: the arithmetic in words; each part of a mix in a line of its own.
    """

    anchor: str
    branch: str
    name: str
    note: str
    readings: tuple[ReadingLine, ...]
    marks: str
    sums: tuple[str, ...]
    missing: str
    points: str
    full: str
    rank: str
    is_self_reported: bool


@frozen(kw_only=True)
class Why:
    """The whole score; `sums` are the lines under the table, the last is the score."""

    rows: tuple[WhyRow, ...]
    sums: tuple[tuple[str, str], ...]


def why(round_: Round, score: OrgScore) -> Why:
    """Return the score opened down to the figures."""
    rows: list[WhyRow] = []
    branch = ""
    for points in score.points:
        item = round_.board.rulebook.item(points.item)
        if item is None or not (points.full or points.missing):
            continue
        above = round_.board.rulebook.item(item.parent) if item.parent else None
        name = above.name if above else ""
        rows.append(_row(round_, score, item, points, name if name != branch else ""))
        branch = name
    return Why(rows=tuple(rows), sums=tuple(_sums(score, round_.board.rulebook.decimals)))


def _row(
    round_: Round, score: OrgScore, item: Item, points: ItemPoints, branch: str
) -> WhyRow:
    decimals = round_.board.rulebook.decimals
    marks = contestant(round_.field, score.org).marks.get(item.id, ())
    counted = points.points is not None
    used = looked_at(item.formula)
    return WhyRow(
        anchor=f"i-{item.id}",
        branch=branch,
        name=item.name,
        note=item.unit_note,
        readings=tuple(
            reading_line(fact, reading, item)
            for fact, reading in sorted(points.readings, key=lambda one: _ORDER[one[0]])
            if fact in used
        ),
        marks="、".join(value_words(mark) for mark in marks),
        sums=tuple(points.working.words.split("；")) if points.working else (),
        missing=missing_words(points),
        points=points_words(points.points or NOTHING, decimals) if counted else "不计",
        full=points_words(points.full, 2).rstrip("0").rstrip("."),
        rank=str(points.rank) if points.rank else "",
        is_self_reported=item.is_self_reported,
    )


def looked_at(formula: Formula | None) -> frozenset[Fact]:
    """Return the facts that a formula looks at; others would only distract."""
    if formula is None:
        return frozenset({Fact.VALUE})
    if formula.parts:
        return frozenset().union(*(looked_at(part) for _, part in formula.parts))
    described = describe(formula.name)
    needs = {need.value for need in described.needs} if described else set(_ORDER)
    return frozenset(fact for fact in Fact if fact is formula.on or fact.value in needs)


def reading_line(fact: Fact, reading: Reading, item: Item) -> ReadingLine:
    """Return a reading as it is shown: with its unit, or why there is none."""
    unit = "%" if fact is Fact.GROWTH else item.unit.text
    if fact is Fact.COUNT:
        unit = ""
    missing = reading.value is None
    return ReadingLine(
        name=FACT_WORDS[fact],
        value="" if reading.value is None else f"{value_words(reading.value)}{unit}",
        source=reading.source,
        state=reading.state,
        known_on=reading.known_on.isoformat() if reading.known_on else "",
        where=reading.where,
        why=reading.why or ("没有数据" if missing else ""),
    )


def _sums(score: OrgScore, decimals: int) -> Iterator[tuple[str, str]]:
    """Yield the lines under the table; their exact sum is the score before rounding."""
    items = sum((p.points for p in score.points if p.points is not None), NOTHING)
    exact = NOTHING if score.exact is None else score.exact
    rest = exact - items - extra_points(score)
    places = max(decimals, 4)
    yield "各项合计", points_words(items, places)
    for extra in score.extras:
        reason = extra.event.reason or extra.words or extra.event.kind
        yield f"加减分：{reason}", signed_words(extra.points, places)
    if rest:
        yield "封顶等调整", signed_words(rest, places)
    if score.score is not None:
        yield "得分，四舍五入", points_words(Fraction(score.score), decimals)
