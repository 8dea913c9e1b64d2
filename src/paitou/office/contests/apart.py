"""Gaps of a score → 差在哪: sorted bars whose printed numbers sum to the printed gap."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.changes import change
from paitou.contest.explaining.digits import printed
from paitou.contest.explaining.gaps import (
    NOTHING,
    Gap,
    gap,
    gap_to_leader,
    gap_to_mean,
    gap_to_past,
    next_place,
    peers,
)
from paitou.contest.explaining.rounds import Round
from paitou.contest.explaining.words import behind_words, change_words
from paitou.contest.results import OrgScore
from paitou.office.contests.numbers import points_words, signed_words

#: Half the width of the bars' drawing, in its own units.
HALF = 100


@frozen(kw_only=True)
class Bar:
    """One part of a gap: where the organisation is ahead it points to the right.

    Attributes:
        item: empty where the part is no item.
        start, width: of the bar, in units of the drawing.
    """

    name: str
    item: str = ""
    mine: str = ""
    theirs: str = ""
    difference: str
    is_behind: bool
    start: str
    width: str


@frozen(kw_only=True)
class Apart:
    """A gap as it is shown.

    Attributes:
        other: what the score is held against, in words.
        told: why it changed, where it is held against its own past.
    """

    anchor: str
    other: str
    sentence: str
    bars: tuple[Bar, ...]
    total: str
    told: str = ""


def gaps_of(round_: Round, past: Round | None, score: OrgScore) -> tuple[Apart, ...]:
    """Return the gaps to the leader, the place before, the group and the own past."""
    if score.exact is None:
        return ()
    return tuple(_gaps(round_, past, score))


def _gaps(round_: Round, past: Round | None, score: OrgScore) -> Iterator[Apart]:
    board, org = round_.board, score.org
    decimals = board.rulebook.decimals
    first, nearest = gap_to_leader(board, org), next_place(board, org)
    if nearest is not None and first.other not in (org, nearest.other):
        yield _shown("leader", f"第一名{first.other}", first, decimals)
    if nearest is not None:
        yield _shown("next", f"前一名{nearest.other}", nearest, decimals)
    behind = _behind(round_, score) if nearest is None else None
    if behind is not None:
        yield _shown("second", f"后一名{behind}", gap(board, org, behind), decimals)
    if len(peers(board, score.group)) > 1:
        yield _shown("mean", "组平均", gap_to_mean(board, org), decimals)
    then = past.board.of(org) if past else None
    if past is not None and then is not None and then.exact is not None:
        found = gap_to_past(past.board, board, org)
        told = change_words(change(past, round_, org))
        yield _shown("past", f"本单位{found.other}", found, decimals, told)


def _behind(round_: Round, score: OrgScore) -> str | None:
    ranked = [s for s in peers(round_.board, score.group) if s.rank and s.org != score.org]
    return min(ranked, key=lambda s: (s.rank or 0, s.org)).org if ranked else None


def _shown(anchor: str, other: str, found: Gap, decimals: int, told: str = "") -> Apart:
    parts = [
        _Part(p.name, p.item, p.mine, p.theirs, -p.total) for p in found.parts if p.total
    ]
    if found.extras:
        parts.append(_Part("加减分", "", None, None, -found.extras))
    if found.rest:
        parts.append(_Part("封顶等调整", "", None, None, -found.rest))
    rows = [part for part in parts if printed(part.difference, decimals)]
    total = printed(-found.total, decimals)
    rounded = sum((printed(row.difference, decimals) for row in rows), start=0)
    left = Fraction(total) - Fraction(rounded)
    if left:
        rows.append(_Part("其余各项和尾差", "", None, None, left))
    most = max((abs(row.difference) for row in rows), default=NOTHING)
    return Apart(
        anchor=anchor,
        other=other,
        sentence=behind_words(found),
        bars=tuple(_bar(row, most, decimals) for row in rows),
        total=signed_words(-found.total, decimals),
        told=told,
    )


@frozen
class _Part:
    name: str
    item: str
    mine: Fraction | None
    theirs: Fraction | None
    difference: Fraction


def _bar(part: _Part, most: Fraction, decimals: int) -> Bar:
    width = float(abs(part.difference) / most) * HALF if most else 0.0
    is_behind = part.difference < 0
    return Bar(
        name=part.name,
        item=part.item,
        mine="" if part.mine is None else points_words(part.mine, decimals),
        theirs="" if part.theirs is None else points_words(part.theirs, decimals),
        difference=signed_words(part.difference, decimals),
        is_behind=is_behind,
        start=f"{HALF - width if is_behind else HALF:.1f}",
        width=f"{max(width, 0.5):.1f}",
    )
