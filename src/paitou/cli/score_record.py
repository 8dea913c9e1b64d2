"""A scoreboard → the JSON of `paitou score`."""

from __future__ import annotations

from fractions import Fraction

from paitou.cli.rank_ranges import FRACTION, RankRange, rank_ranges
from paitou.cli.score_words import main_reading, point_words
from paitou.cli.scoring import Scored
from paitou.compile.record import Record, issue_record
from paitou.contest.formulas.wording import half_up
from paitou.contest.results import ExtraPoints, ItemPoints, Named, OrgScore, Scoreboard

_PLACES = 6


def score_record(scored: Scored) -> Record:
    """Return the record of a scoreboard; scores and points are decimal strings."""
    board = scored.board
    ranges = rank_ranges(board)
    return {
        "scores": [_score(board, score, ranges.get(score.org)) for score in board.scores],
        "rulebook_sha256": board.rulebook.sha256,
        "rulebook": {
            "id": board.rulebook.id,
            "title": board.rulebook.title,
            "source": board.rulebook.source,
            "ours": board.rulebook.ours or None,
        },
        "period": str(board.period) if board.period else None,
        "simulated": scored.is_simulated,
        "lists": [
            {"id": each.id, "name": each.name, "tone": each.tone,
             "orgs": [_named(named) for named in board.lists.get(each.id, ())]}
            for each in board.rulebook.lists
        ],
        "notes": list(board.notes),
        "analysis_note": f"测算，供内部参考：各项权重都可增减{FRACTION:.0%}时名次的范围",
        "issues": [issue_record(issue) for issue in scored.issues],
    }  # fmt: skip


def decimal_text(value: Fraction) -> str:
    """Return a ratio as a decimal: exactly where six places do, else rounded half up."""
    units = half_up(value, _PLACES)
    whole, rest = divmod(abs(units), 10**_PLACES)
    digits = f"{rest:0{_PLACES}d}".rstrip("0")
    sign = "-" if units < 0 else ""
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def _score(board: Scoreboard, score: OrgScore, found: RankRange | None) -> Record:
    return {
        "org": score.org,
        "group": score.group,
        "score": None if score.score is None else format(score.score, "f"),
        "rank": score.rank,
        "class": score.class_name,
        "class_reason": score.class_reason or None,
        "points": [_points(board, points) for points in score.points],
        "extras": [_extra(extra) for extra in score.extras],
        "vetoes": list(score.vetoes),
        "why_unranked": score.why_unranked or None,
        "exact": None if score.exact is None else str(score.exact),
        "analysis": {
            "rank_low": found.low if found else None,
            "rank_high": found.high if found else None,
            "tier": found.tier if found else None,
        },
    }


def _points(board: Scoreboard, points: ItemPoints) -> Record:
    item = board.rulebook.item(points.item)
    reading = main_reading(board.rulebook, points)
    value = reading.value if reading else None
    return {
        "indicator": item.name if item else points.item,
        "id": points.item,
        "value": None if value is None else format(value, "f"),
        "unit": item.unit.text if item else "",
        "points": None if points.points is None else decimal_text(points.points),
        "max": decimal_text(points.full),
        "how": point_words(points),
        "rank": points.rank,
        "missing": points.missing or None,
        "clipped": bool(points.working and points.working.clipped),
        "exact": None if points.points is None else str(points.points),
        "figure": reading.figure if reading and reading.figure else None,
        "where": reading.where if reading and reading.where else None,
    }


def _extra(extra: ExtraPoints) -> Record:
    return {
        "extra": extra.extra,
        "points": decimal_text(extra.points),
        "reason": extra.event.reason or None,
        "document": extra.event.document or None,
        "words": extra.words,
    }


def _named(named: Named) -> Record:
    return {"org": named.org, "words": named.words}
