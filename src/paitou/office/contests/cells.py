"""A group's scores → a table of items and organisations, every cell with its facts."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, frozen

from paitou.contest.explaining.digits import printed
from paitou.contest.readings import Reading
from paitou.contest.results import ItemPoints, OrgScore, Scoreboard
from paitou.contest.scoring.noting import MISSING_WORDS
from paitou.model import Fact, Item
from paitou.office.contests.numbers import (
    Movement,
    movement,
    points_words,
    signed_words,
    value_words,
)


@frozen(kw_only=True)
class Cell:
    """What an organisation has for an item.

    Attributes:
        head: what the column is called, for where heads are not seen.
        points: empty where the item does not count for it.
        target: empty where the item has none.
        change: of the points since the round before; empty where there is none.
        missing: the rule that stands in for a figure; empty where there is one.
    """

    org: str
    item: str
    head: str
    points: str
    value: str = ""
    target: str = ""
    rank: str = ""
    movement: Movement
    change: str = ""
    missing: str = ""


@frozen(kw_only=True)
class Head:
    """The head of a row or a column: an item with its marks, or an organisation.

    Attributes:
        org: empty where it is an item.
        note: full marks and unit of an item, rank of an organisation.
    """

    name: str
    org: str = ""
    note: str = ""


@frozen(kw_only=True)
class CellTable:
    """The table; the longer of its two sides goes down."""

    corner: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Head, tuple[Cell, ...]], ...]


def cell_table(board: Scoreboard, before: Scoreboard | None, group: str) -> CellTable:
    """Return the table of a group: items that count for it, and everybody in it."""
    scores = board.group(group)
    items = [i for i in board.rulebook.scored if any(_counts(s.of(i.id)) for s in scores)]
    by_item = [
        [_cell(board, before, score, item, "") for score in scores] for item in items
    ]
    orgs = tuple(_org_head(score) for score in scores)
    heads = tuple(_item_head(board, group, item) for item in items)
    if len(scores) > len(items):
        by_org = [list(row) for row in zip(*by_item, strict=True)]
        return _table("单位", heads, orgs, by_org)
    return _table("指标", orgs, heads, by_item)


def missing_words(points: ItemPoints) -> str:
    """Return what stands in for a figure: 缺数，记零分."""
    if not points.missing:
        return ""
    told = MISSING_WORDS.get(points.missing)
    return f"缺数，{told}" if told else "本组单位太少，本项不计"


def _table(
    corner: str, columns: tuple[Head, ...], rows: tuple[Head, ...], cells: list[list[Cell]]
) -> CellTable:
    named = [
        tuple(evolve(c, head=h.name) for c, h in zip(row, columns, strict=True))
        for row in cells
    ]
    return CellTable(
        corner=corner, columns=columns, rows=tuple(zip(rows, named, strict=True))
    )


def _counts(points: ItemPoints | None) -> bool:
    return points is not None and (bool(points.full) or bool(points.missing))


def _org_head(score: OrgScore) -> Head:
    return Head(
        name=score.org, org=score.org, note=f"第{score.rank}名" if score.rank else "不排名"
    )


def _item_head(board: Scoreboard, group: str, item: Item) -> Head:
    found = next((each for each in board.rulebook.groups if each.id == group), None)
    full = points_words(board.rulebook.weight(item, found), 1).removesuffix(".0")
    unit = f"，{item.unit.text}" if item.unit.text else ""
    return Head(name=item.name, note=f"满分{full}{unit}")


def _cell(
    board: Scoreboard, before: Scoreboard | None, score: OrgScore, item: Item, head: str
) -> Cell:
    points = score.of(item.id)
    if points is None or (points.points is None and not points.missing):
        return Cell(
            org=score.org, item=item.id, head=head, points="", movement=Movement(None)
        )
    old = before.of(score.org) if before else None
    past = old.of(item.id) if old and old.group == score.group else None
    readings = dict(points.readings)
    decimals = board.rulebook.decimals
    return Cell(
        org=score.org,
        item=item.id,
        head=head,
        points="不计" if points.points is None else points_words(points.points, decimals),
        value=_value(readings, item.formula.on if item.formula else Fact.VALUE),
        target=_value(readings, Fact.TARGET),
        rank=str(points.rank) if points.rank else "",
        movement=movement(past.rank if past else None, points.rank),
        change=_change(past.points if past else None, points.points, decimals),
        missing=missing_words(points).split("，其余")[0],
    )


def _value(readings: dict[Fact, Reading], fact: Fact) -> str:
    reading = readings.get(fact)
    if reading is None or reading.value is None:
        return ""
    return value_words(reading.value)


def _change(before: Fraction | None, now: Fraction | None, decimals: int) -> str:
    if before is None or now is None or not printed(now - before, decimals):
        return ""
    return signed_words(now - before, decimals)
