"""The material of a 竞赛通报 → its tables: ranks by group, first and last of each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from paitou.contest.results import OrgScore
from paitou.model import Item
from paitou.render.document import Align, Column, Row, Table
from paitou.report.contest.material import Material
from paitou.report.contest.words import NONE, change, digits, listed, move, signed

_RANK_COLUMNS = (
    Column(title="名次", width=14, align=Align.CENTRE),
    Column(title="单位名称", width=38),
    Column(title="得分", width=20, align=Align.RIGHT),
    Column(title="距前一名", width=22, align=Align.RIGHT),
    Column(title="得分升降", width=22, align=Align.RIGHT),
    Column(title="名次升降", width=22, align=Align.CENTRE),
    Column(title="等次", width=18, align=Align.CENTRE),
)
_ITEM_COLUMNS = (
    Column(title="组别", width=20),
    Column(title="前列", width=68),
    Column(title="后列", width=68),
)
_EXTRA_COLUMNS = (
    Column(title="单位名称", width=26),
    Column(title="种类", width=22),
    Column(title="分值", width=16, align=Align.RIGHT),
    Column(title="事项", width=56),
    Column(title="依据", width=36),
)
_NAMED = 3
_SHOWN = 2


def rank_table(material: Material, scores: Sequence[OrgScore]) -> Table:
    """Return the league table of a group."""
    rows = tuple(
        Row(cells=_rank_cells(material, score, scores[:place]))
        for place, score in enumerate(scores)
    )
    return Table(columns=_RANK_COLUMNS, rows=rows, unit="计量单位：分")


def _rank_cells(
    material: Material, score: OrgScore, above: Sequence[OrgScore]
) -> tuple[str, ...]:
    decimals = material.rulebook.decimals
    ahead = [one.score for one in above if one.rank and one.score is not None]
    gap: Decimal | None = None
    if score.rank is not None and score.score is not None and ahead:
        gap = score.score - min(ahead)
    return (
        "不排名" if score.rank is None else str(score.rank),
        score.org,
        digits(score.score, decimals),
        signed(gap, decimals),
        change(material, score),
        move(material, score),
        score.class_name or NONE,
    )


def item_table(material: Material) -> Table:
    """Return the first and the last three of each item, group by group."""
    rows: list[Row] = []
    for item in material.rulebook.scored:
        rows.append(Row(cells=(_item_head(item),), is_band=True))
        rows.extend(_item_rows(material, item))
    return Table(columns=_ITEM_COLUMNS, rows=tuple(rows), unit="括号内为得分，单位：分")


def _item_head(item: Item) -> str:
    return f"{item.name}（满分{item.weight:f}分）" if item.weight else item.name


def _item_rows(material: Material, item: Item) -> Iterator[Row]:
    for _, name, scores in material.groups:
        ranked = _ranked(scores, item)
        if not ranked:
            yield Row(cells=(name, _why_none(material, scores, item), NONE))
        elif len({points for *_, points in ranked}) == 1:
            told = f"{len(ranked)}家得分相同（{digits(ranked[0][2], _SHOWN)}）"
            yield Row(cells=(name, told if len(ranked) > 1 else _words(ranked), NONE))
        else:
            first, last = _ends(ranked)
            yield Row(cells=(name, _words(first), _words(last)))


_Ranked = tuple[OrgScore, int, Fraction]


def _ranked(scores: Sequence[OrgScore], item: Item) -> list[_Ranked]:
    """Who has points by figures of their own, the best first."""
    found = []
    for score in scores:
        points = score.of(item.id)
        if points and points.points is not None and points.rank and not points.missing:
            found.append((score, points.rank, points.points))
    return sorted(found, key=lambda one: (one[1], one[0].org))


def _why_none(material: Material, scores: Sequence[OrgScore], item: Item) -> str:
    group = scores[0].group if scores else ""
    found = next((one for one in material.rulebook.groups if one.id == group), None)
    if not material.rulebook.weight(item, found):
        return "本组不考这一项"
    return "本组没有一家有数据"


def _ends(ranked: list[_Ranked]) -> tuple[list[_Ranked], list[_Ranked]]:
    """Return the first and the last three, nobody twice; equals stay together."""
    half = min(_NAMED, (len(ranked) + 1) // 2)
    edge = ranked[half - 1][2]
    first = [one for one in ranked if one[2] >= edge]
    rest = ranked[len(first) :]
    if not rest:
        best = ranked[0][2]
        first = [one for one in ranked if one[2] == best]
        rest = ranked[len(first) :]
    edge = rest[-min(_NAMED, len(rest))][2]
    return first, [one for one in reversed(rest) if one[2] <= edge]


def _words(ranked: list[_Ranked]) -> str:
    return listed(f"{score.org}（{digits(points, _SHOWN)}）" for score, _, points in ranked)


def extra_table(material: Material) -> Table | None:
    """Return every bonus and deduction, None where there is none."""
    rows = tuple(
        Row(
            cells=(
                score.org,
                _kind(material, extra.extra),
                signed(extra.points, _SHOWN),
                _reason(extra.event.reason, extra.words, is_counted=bool(extra.points)),
                extra.event.document or "没有写明",
            )
        )
        for score in material.board.scores
        for extra in score.extras
    )
    return Table(columns=_EXTRA_COLUMNS, rows=rows, unit="计量单位：分") if rows else None


def _kind(material: Material, name: str) -> str:
    return next((one.name for one in material.rulebook.extras if one.id == name), name)


def _reason(reason: str, words: str, *, is_counted: bool) -> str:
    """What happened; where it was cut or not counted, why."""
    head = reason or "事由没有写明"
    is_cut = "，" in words or not is_counted
    return f"{head}（{words}）" if is_cut and words else head
