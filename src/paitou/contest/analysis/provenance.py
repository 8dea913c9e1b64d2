"""Who supplied the figures → the share of marks by it, and the ranks without it."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.findings import Finding, listed, percent
from paitou.contest.analysis.leaving import Left, leave_out, leave_sources_out
from paitou.contest.analysis.matrix import INTERNAL, group_weights, matrix, places
from paitou.contest.results import OrgScore, Scoreboard


@frozen(kw_only=True)
class SelfReport:
    """What of a score rests on figures that the organisation supplied itself.

    Attributes:
        marks: share of full marks, of what counts for it.
        points: share of the points that it got for items.
    """

    org: str
    marks: Fraction
    points: Fraction


@frozen(kw_only=True)
class SelfReported:
    """The self-reported part of a group; `left` is None where nothing else is scored."""

    group: str
    orgs: tuple[str, ...]
    reports: tuple[SelfReport, ...]
    left: Left | None
    how: str = "自报指标的满分（得分）除以全部指标的满分（得分）；另去掉自报指标重排"
    mark: str = INTERNAL


def self_reported(board: Scoreboard, group: str = "") -> SelfReported:
    """Return the share of self-reported marks of each, and the ranks without them."""
    found = matrix(board, group)
    own = _own(board, group)
    scores = [score for score in board.group(group) if score.exact is not None]
    return SelfReported(
        group=group,
        orgs=found.orgs,
        reports=tuple(_report(score, own) for score in scores),
        left=leave_out(found, places(found.scores), "自报指标", own),
    )


def self_reported_findings(board: Scoreboard, group: str = "") -> tuple[Finding, ...]:
    """Return one finding where part of the marks is self-reported, none otherwise."""
    own = _own(board, group)
    if not own:
        return ()
    found = self_reported(board, group)
    weights = group_weights(board.rulebook, group)
    share = sum((weights[i] for i in own), Fraction(0)) / sum(weights.values())
    words = f"满分的{percent(share)}来自被评单位自报的数据"
    if found.left is None:
        return (_finding(f"{words}，没有其他数据可以对照", found, share, 0),)
    moved = tuple(org for org, m in zip(found.orgs, found.left.moved, strict=True) if m < 0)
    tail = f"去掉后{listed(moved)}名次下降" if moved else "去掉后没有单位名次下降"
    return (_finding(f"{words}，{tail}", found, share, len(moved), moved),)


def source_findings(board: Scoreboard, group: str = "") -> tuple[Finding, ...]:
    """Return one finding for each source without which the order would be another."""
    found = leave_sources_out(board, group)
    return tuple(
        _source_finding(found.orgs, left, found.how)
        for left in found.left
        if any(left.moved)
    )


def _source_finding(orgs: tuple[str, ...], left: Left, how: str) -> Finding:
    moves = sorted(zip(orgs, left.moved, strict=True), key=lambda m: (-abs(m[1]), m[0]))
    moved = tuple(org for org, places in moves if places)
    org, most = moves[0]
    way = "上升" if most > 0 else "下降"
    return Finding(
        check="source",
        sentence=(
            f"去掉来自{left.name}的{len(left.items)}项指标，{len(moved)}家名次变动，"
            f"最大的是{org}{way}{abs(most)}位"
        ),
        numbers=(("变动家数", len(moved)), ("最大变动", most), ("指标数", len(left.items))),
        how=how,
        orgs=moved,
    )


def _own(board: Scoreboard, group: str) -> frozenset[str]:
    counted = group_weights(board.rulebook, group)
    own = (item.id for item in board.rulebook.scored if item.is_self_reported)
    return frozenset(own) & set(counted)


def _report(score: OrgScore, own: frozenset[str]) -> SelfReport:
    counted = [p for p in score.points if p.points is not None]
    full = sum((p.full for p in counted), Fraction(0))
    points = sum((p.points or Fraction(0) for p in counted), Fraction(0))
    own_full = sum((p.full for p in counted if p.item in own), Fraction(0))
    own_points = sum(
        (p.points or Fraction(0) for p in counted if p.item in own), Fraction()
    )
    return SelfReport(
        org=score.org,
        marks=own_full / full if full else Fraction(0),
        points=own_points / points if points else Fraction(0),
    )


def _finding(
    sentence: str,
    found: SelfReported,
    share: Fraction,
    falling: int,
    orgs: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        check="self_reported",
        sentence=sentence,
        numbers=(("自报满分占比", share), ("名次下降家数", falling)),
        how=found.how,
        orgs=orgs,
    )
