"""A scoreboard → the league table of a group as bars, and what lies before each place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from paitou.contest.explaining.digits import printed
from paitou.contest.explaining.gaps import Gap, next_place
from paitou.contest.results import OrgScore, Scoreboard
from paitou.model import Rulebook
from paitou.render.charts import LeagueBar, LeagueBars, LeagueHead
from paitou.report.league import Branch, apart, branches, given, group_names, leaves

#: More columns than this cannot be read from afar.
_MOST_COLUMNS = 6
_MOST_ITEMS = 3


def league_of(
    board: Scoreboard,
    group: str,
    before: Scoreboard | None = None,
    *,
    most: int | None = None,
    around: str = "",
) -> LeagueBars:
    """Return the league table of a group.

    Args:
        board: a round that was scored.
        group: its id.
        before: the round before, for who rose and fell.
        most: how many organisations are shown; None is all.
        around: an organisation that is shown with its neighbours alone.
    """
    scores = list(board.group(group))
    if around:
        at = next((n for n, score in enumerate(scores) if score.org == around), 0)
        shown: Sequence[OrgScore] = scores[max(at - 1, 0) : at + 2]
    else:
        shown = scores[:most]
    columns = _columns(board.rulebook, group)
    notes = ["总分含加减分"] if any(score.extras for score in shown) else []
    if len(shown) < len(scores):
        notes.append(f"本组共{len(scores)}个单位")
    bars = tuple(_bar(board, score, columns, before) for score in shown)
    heads = tuple(LeagueHead(c.name, printed(c.full, 2)) for c in columns)
    if any(_is_above(bar, heads) for bar in bars):
        notes.append("得分超过满分的，横条画满")
    if any(bar.fulls for bar in bars):
        notes.append("缺数的分项不计，满分按规则分给其余分项")
    return LeagueBars(
        title="",
        heads=heads,
        bars=bars,
        decimals=board.rulebook.decimals,
        note=f"{'；'.join(notes)}。" if notes else "",
    )


def _is_above(bar: LeagueBar, heads: Sequence[LeagueHead]) -> bool:
    fulls = bar.fulls or tuple(head.full for head in heads)
    pairs = zip(bar.points, fulls, strict=True)
    return any(points is not None and points > full for points, full in pairs)


def _columns(rulebook: Rulebook, group: str) -> tuple[Branch, ...]:
    """Return the tops of the tree; where there is one alone, what is scored under it."""
    tops = [item for item in rulebook.items if not item.parent]
    columns = branches(rulebook, group) if len(tops) > 1 else leaves(rulebook, group)
    if len(columns) <= _MOST_COLUMNS:
        return columns
    kept, rest = columns[: _MOST_COLUMNS - 1], columns[_MOST_COLUMNS - 1 :]
    items = frozenset(item for column in rest for item in column.items)
    full = sum((column.full for column in rest), Fraction(0))
    return (*kept, Branch(name=f"其余{len(rest)}项", items=items, full=full))


def _bar(
    board: Scoreboard,
    score: OrgScore,
    columns: Sequence[Branch],
    before: Scoreboard | None,
) -> LeagueBar:
    past = before.of(score.org) if before else None
    movement = None
    if past and past.group == score.group and past.rank and score.rank:
        movement = past.rank - score.rank
    parts = [_part(board, score, column) for column in columns]
    is_shared = any(
        points is not None and full != printed(column.full, 2)
        for (points, full), column in zip(parts, columns, strict=True)
    )
    return LeagueBar(
        org=score.org,
        rank=score.rank,
        score=score.score,
        movement=movement,
        points=tuple(points for points, _ in parts),
        fulls=tuple(full for _, full in parts) if is_shared else (),
        note=apart(board, score) or _unranked(score),
    )


def _part(
    board: Scoreboard, score: OrgScore, column: Branch
) -> tuple[Decimal | None, Decimal]:
    """What some items give an organisation, and their full marks for it, as printed."""
    points, full = given(score, column)
    told = None if points is None else printed(points, board.rulebook.decimals)
    return told, printed(full, 2)


def _unranked(score: OrgScore) -> str:
    return "" if score.rank else score.why_unranked or "不计分"


def gap_told(board: Scoreboard, org: str) -> str:
    """Return what lies between an organisation and the next better place, by item."""
    score = board.of(org)
    if score is None:
        return ""
    if score.rank is None:
        return f"没有排名：{_unranked(score)}。"
    found = next_place(board, org)
    told = f"{org}在{group_names(board)[score.group]}排第{score.rank}名"
    if found is None:
        return f"{told}。"
    told += f"，比前一位{found.other}差{_words(board, found.total)}分"
    parts = behind_told(board, found)
    return f"{told}；差在{parts}。" if parts else f"{told}。"


def behind_told(board: Scoreboard, found: Gap) -> str:
    """Return the items that a gap lies in, the widest first; empty where none does."""
    parts = found.behind[:_MOST_ITEMS]
    return "、".join(f"{part.name}{_words(board, part.total)}分" for part in parts)


def _words(board: Scoreboard, value: Fraction | Decimal) -> str:
    return f"{printed(Fraction(value), board.rulebook.decimals):f}".replace("-", "−")
