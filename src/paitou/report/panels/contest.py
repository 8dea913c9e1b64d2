"""A scoreboard → the panel of a contest: a league table for each group."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from attrs import evolve, frozen

from paitou.contest.explaining.gaps import next_place
from paitou.contest.results import Scoreboard
from paitou.model import UsageError
from paitou.render.charts import Medium, league_bars
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
from paitou.report.league import apart, group_names
from paitou.report.panels.edges import RANKED, SIGNED
from paitou.report.panels.league import behind_told, league_of

_GAPS = (
    ListColumn("单位", 20),
    ListColumn("前一位", 26),
    ListColumn("差在哪里", 54),
)
_ROWS = (40, 20, 16, 12, 10, 8, 6, 5, 4, 3)


@frozen(kw_only=True)
class _Shown:
    """How much of each group is shown."""

    rows: int
    has_gaps: bool
    is_simulated: bool


def contest_panels(
    board: Scoreboard,
    before: Scoreboard | None = None,
    *,
    group: str = "",
    known: str = "",
    is_simulated: bool = False,
) -> Iterator[Poster]:
    """Yield the panel of a round, each time with fewer of each group on it.

    Args:
        board: the round.
        before: the round before, for who rose and fell.
        group: id or name of the only group to show; empty is all.
        known: by what was known when, in words.
        is_simulated: whether its figures are made up.

    Raises:
        UsageError: there is no such group.
    """
    names = _asked(group_names(board), group)
    period = board.period.label if board.period else ""
    rulebook = board.rulebook
    ours = f"{rulebook.ours}。" if rulebook.is_ours or rulebook.ours else ""
    most = max((len(board.group(one)) for one in names), default=1)
    sizes = (row for row in _ROWS if row <= most or row == _ROWS[0])
    for rows, has_gaps in product(sizes, (True, False)):
        shown = _Shown(rows=rows, has_gaps=has_gaps, is_simulated=is_simulated)
        yield Poster(
            title=f"{period}竞赛成绩",
            context=f"按《{rulebook.title}》计分" + (f"，{known}" if known else ""),
            parts=tuple(_parts(board, before, names, shown)),
            notes=(
                f"计分办法：{rulebook.source or '来源没有写明'}。{ours}",
                f"{RANKED}{SIGNED}",
            ),
            frame="模拟数据" if is_simulated else "",
        )


def _asked(names: dict[str, str], group: str) -> dict[str, str]:
    if not group:
        return names
    found = {one: name for one, name in names.items() if group in (one, name)}
    if not found:
        known = "、".join(names.values())
        raise UsageError(f"没有“{group}”这一组，现有：{known}")
    return found


def _parts(
    board: Scoreboard,
    before: Scoreboard | None,
    names: dict[str, str],
    shown: _Shown,
) -> Iterator[Part]:
    if not names:
        yield Passage("没有参评单位。", 1)
    for group, name in names.items():
        yield Heading(name, _first(board, group))
        league = league_of(board, group, before, most=shown.rows)
        yield Chart(
            league_bars(evolve(league, is_simulated=shown.is_simulated), Medium.POSTER)
        )
    if shown.has_gaps and len(names) == 1:
        yield from _gaps(board, next(iter(names)), shown.rows)


def _gaps(board: Scoreboard, group: str, most: int) -> Iterator[Part]:
    """What each organisation lacks to the place before it; the first lacks nothing."""
    rows = []
    for score in board.group(group)[:most]:
        found = next_place(board, score.org) if score.rank else None
        if found is not None:
            before = f"{found.other}，{apart(board, score)}"
            cells = (score.org, before, behind_told(board, found) or "加减分")
            rows.append(ListRow(cells=cells))
    if rows:
        yield Heading("晒差距", "与前一位相比")
        yield Listing(columns=_GAPS, rows=tuple(rows))


def _first(board: Scoreboard, group: str) -> str:
    """Who is first and by how much."""
    first = [score for score in board.group(group) if score.rank == 1]
    if len(first) != 1:
        return f"{'、'.join(score.org for score in first)}并列第一" if first else "没有排名"
    ahead = apart(board, first[0])
    told = f"，{ahead}分" if ahead.startswith("领先") else ""
    return f"{first[0].org}第一{told}"
