"""A score → its arithmetic in at most sixty lines, the sum as an office would write it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from paitou.contest.explaining.digits import plain
from paitou.contest.explaining.gaps import exact, extra_points, item_names
from paitou.contest.results import ItemPoints, OrgScore, Scoreboard

MOST = 60
#: What is kept for the sum, and for items that share a line where there are too many.
_SUM, _SHARED = 4, 10


def arithmetic(board: Scoreboard, score: OrgScore) -> tuple[str, ...]:
    """Return the lines, in the order of the rulebook."""
    names = item_names(board)
    extras = [f"{e.words or e.event.kind}，计{plain(e.points)}分" for e in score.extras]
    extras = _shared(extras, _SHARED)
    room = MOST - _SUM - len(extras)
    listed = [_line(names, points) for points in score.points]
    if len(listed) > room:
        kept = room - _SHARED
        short = [_short(names, points) for points in score.points[kept:]]
        listed = listed[:kept] + _shared(short, _SHARED)
    return (*listed, *extras, *_sum(score))


def _line(names: dict[str, str], points: ItemPoints) -> str:
    name = names.get(points.item, points.item)
    if points.points is None:
        return f"{name}：不计分"
    if points.working is None:
        return (
            f"{name}：{_why(points)}，{plain(points.points)}分（满分{plain(points.full)}）"
        )
    return (
        f"{name}：{points.working.words}；得满分{plain(points.full)}的"
        f"{plain(points.working.share, 6)}，即{plain(points.points)}分"
    )


def _why(points: ItemPoints) -> str:
    return "缺数，按规则计" if points.missing else "按规则计"


def _short(names: dict[str, str], points: ItemPoints) -> str:
    name = names.get(points.item, points.item)
    return f"{name}{'不计分' if points.points is None else plain(points.points) + '分'}"


def _shared(lines: Sequence[str], most: int) -> list[str]:
    """Return the lines, several to one where there are more than may be."""
    if len(lines) <= most:
        return list(lines)
    size = -(-len(lines) // most)
    return ["；".join(lines[i : i + size]) for i in range(0, len(lines), size)]


def _sum(score: OrgScore) -> tuple[str, ...]:
    items = sum((p.points for p in score.points if p.points is not None), Fraction(0))
    extras, total = extra_points(score), exact(score)
    rest = total - items - extras
    lines = [f"各项合计{plain(items, 6)}分"]
    if extras:
        lines.append(f"加减分合计{plain(extras, 6)}分")
    if rest:
        lines.append(f"总分上限等调整{plain(rest, 6)}分")
    return (*lines, f"得分{plain(total, 6)}，四舍五入为{score.score}分")
