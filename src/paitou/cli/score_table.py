"""A scoreboard → one screen for a terminal: a table a group, then lists and notes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from paitou.cli.columns import aligned, clip
from paitou.cli.scoring import Scored
from paitou.contest.formulas.wording import rounded
from paitou.contest.results import OrgScore, Scoreboard

_NAME, _ITEM, _MOST_ITEMS = 24, 14, 12


def score_table_text(scored: Scored) -> str:
    """Return the text: who is where with how many points, and what the rules say."""
    board = scored.board
    lines = ["模拟数据"] if scored.is_simulated else []
    period = board.period.label if board.period else ""
    lines += [f"{board.rulebook.title} {period}".rstrip(), f"依据：{board.rulebook.source}"]
    for group in dict.fromkeys(score.group for score in board.scores):
        lines += ["", *_group(board, group, scored.before)]
    lines += _lists(board)
    lines += ["", "说明", *(f"  {note}" for note in board.notes)]
    return "\n".join(lines)


def _group(board: Scoreboard, group: str, before: Scoreboard | None) -> list[str]:
    scores = board.group(group)
    names = {each.id: each.name for each in board.rulebook.groups}
    items = [i for i in board.rulebook.scored if any(s.of(i.id) for s in scores)]
    shown = items if len(items) <= _MOST_ITEMS else []
    head = ["名次", "单位", "得分"]
    columns = [bool(before), any(s.class_name for s in scores), _has_extras(scores)]
    titles = ["较上期", "等次", "加减分"]
    head += [title for title, is_there in zip(titles, columns, strict=True) if is_there]
    rows = [[*head, *(clip(item.name, _ITEM) for item in shown)]]
    for score in scores:
        cells = [_change(score, before), score.class_name or "—", _extras(score)]
        row = [_rank(score), clip(score.org, _NAME), _mark(score)]
        row += [cell for cell, is_there in zip(cells, columns, strict=True) if is_there]
        rows.append([*row, *(_points(score, item.id) for item in shown)])
    title = names.get(group, group)
    return [*([title] if title else []), *aligned(rows)]


def _rank(score: OrgScore) -> str:
    return "—" if score.rank is None else str(score.rank)


def _mark(score: OrgScore) -> str:
    return "不计分" if score.score is None else format(score.score, "f")


def _points(score: OrgScore, item: str) -> str:
    points = score.of(item)
    if points is None or points.points is None:
        return "—"
    return f"{rounded(points.points, 2)}{'*' if points.missing else ''}"


def _extras(score: OrgScore) -> str:
    return rounded(sum((extra.points for extra in score.extras), Fraction(0)), 2)


def _change(score: OrgScore, before: Scoreboard | None) -> str:
    past = before.of(score.org) if before else None
    if past is None or past.rank is None or score.rank is None:
        return "—"
    gained = past.rank - score.rank
    return f"↑{gained}" if gained > 0 else f"↓{-gained}" if gained < 0 else "→"


def _has_extras(scores: Sequence[OrgScore]) -> bool:
    return any(score.extras for score in scores)


def _lists(board: Scoreboard) -> list[str]:
    lines = []
    for honours in board.rulebook.lists:
        named = board.lists.get(honours.id, ())
        words = "；".join(f"{each.org}（{each.words}）" for each in named) or "无"
        lines.append(f"{honours.name}：{words}")
    return ["", *lines] if lines else []
