"""A scoreboard → the league table of each group: rank, movement, score and its split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.gaps import extra_points, gap, peers
from paitou.contest.results import OrgScore, Scoreboard
from paitou.office.contests.numbers import (
    Movement,
    movement,
    points_words,
    signed_words,
)
from paitou.report.league import Branch, apart, branches, given, group_names

#: More parts than this stand in the table of items alone.
_MOST_PARTS = 8
_BAR = 100


@frozen(kw_only=True)
class Part:
    """What a part of the tree gives an organisation; `share` is of 100."""

    name: str
    points: str
    full: str
    share: str


@frozen(kw_only=True)
class LeagueRow:
    """One organisation on the league table.

    Attributes:
        rank: empty where it is not ranked; `why` then says why.
        change: of the score since the round before, with its sign.
        distance: to the place before, or how far the first is ahead.
        notes: class, vetoes.
    """

    org: str
    rank: str
    movement: Movement
    score: str
    change: str
    parts: tuple[Part, ...]
    extras: str
    distance: str
    notes: tuple[str, ...]
    why: str = ""


@frozen(kw_only=True)
class League:
    """The league table of one group.

    Attributes:
        anchor: of the group on the page.
        heads: name and full marks of each part, empty where there are too many.
        lead: who is ahead and by what, as a part of a sentence.
    """

    anchor: str
    name: str
    group: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[LeagueRow, ...]
    has_extras: bool
    lead: str


def leagues(board: Scoreboard, before: Scoreboard | None) -> tuple[League, ...]:
    """Return one league table a group, in the rulebook's order."""
    return tuple(
        _league(board, before, group, name, number)
        for number, (group, name) in enumerate(group_names(board).items(), start=1)
    )


def _league(
    board: Scoreboard, before: Scoreboard | None, group: str, name: str, number: int
) -> League:
    roots = branches(board.rulebook, group)
    decimals = board.rulebook.decimals
    shown = roots if len(roots) <= _MOST_PARTS else ()
    scores = board.group(group)
    return League(
        anchor=f"g-{number}",
        name=name,
        group=group,
        heads=tuple((root.name, points_words(root.full, 0)) for root in shown),
        rows=tuple(_row(board, before, score, shown, decimals) for score in scores),
        has_extras=any(score.extras for score in scores),
        lead=lead_words(board, group),
    )


def _row(
    board: Scoreboard,
    before: Scoreboard | None,
    score: OrgScore,
    roots: Iterable[Branch],
    decimals: int,
) -> LeagueRow:
    old = before.of(score.org) if before else None
    same = old if old and old.group == score.group else None
    change = ""
    if old and old.score is not None and score.score is not None:
        change = signed_words(score.score - old.score, decimals)
    extras = extra_points(score)
    return LeagueRow(
        org=score.org,
        rank=str(score.rank) if score.rank else "",
        movement=movement(same.rank if same else None, score.rank),
        score="" if score.score is None else points_words(score.score, decimals),
        change=change,
        parts=tuple(_part(score, root, decimals) for root in roots),
        extras=signed_words(extras, decimals) if score.extras else "",
        distance=apart(board, score),
        notes=tuple(_notes(score)),
        why="" if score.rank else score.why_unranked or "本期不计分",
    )


def _part(score: OrgScore, root: Branch, decimals: int) -> Part:
    points, full = given(score, root)
    got = points or Fraction(0)
    share = min(max(got / full, Fraction(0)), Fraction(1)) if full else Fraction(0)
    return Part(
        name=root.name,
        points="" if points is None else points_words(points, decimals),
        full=points_words(full, 1).removesuffix(".0"),
        share=f"{float(share) * _BAR:.1f}",
    )


def _notes(score: OrgScore) -> Iterator[str]:
    if score.class_name:
        why = f"（{score.class_reason}）" if score.class_reason else ""
        yield f"{score.class_name}{why}"
    for veto in score.vetoes:
        yield f"一票否决：{veto}"


def lead_words(board: Scoreboard, group: str) -> str:
    """Return who is first, by how much and by what; empty where nobody is ranked."""
    ranked = [s for s in peers(board, group) if s.rank]
    first = [s for s in ranked if s.rank == 1]
    if not first:
        return ""
    if len(first) > 1:
        return f"{'、'.join(s.org for s in first)}并列第一"
    rest = [s for s in ranked if s.rank != 1]
    if not rest:
        return f"只有{first[0].org}参加排名"
    second = min(rest, key=lambda s: (s.rank or 0, s.org))
    lead = (first[0].score or Decimal(0)) - (second.score or Decimal(0))
    if not lead:
        return f"{first[0].org}与{second.org}同分，按规则排前"
    told = f"比第二名{second.org}高{points_words(lead, board.rulebook.decimals)}分"
    parts = gap(board, second.org, first[0].org).behind
    strong = f"，优势主要在{parts[0].name}" if parts else ""
    return f"{first[0].org}领先，{told}{strong}"
