"""A chosen round and who looks → the record of its scores with what they may be shown."""

from __future__ import annotations

from paitou.cli.score_record import score_record
from paitou.cli.scoring import Scored
from paitou.compile.record import Record
from paitou.model import PageKind
from paitou.office.contests.rounds import Choice
from paitou.office.people.roles import Right
from paitou.office.release.pages import Visit

_NOTHING = {"rank_low": None, "rank_high": None, "tier": None}


def shown_record(choice: Choice, page: Visit) -> Record:
    """Return what `paitou score --format json` writes, without what is internal to others.

    Lists (红榜、黄榜) and how far ranks hold (测算，供内部参考) are pages of their own,
    each with its own publicity; what is wrong with figures is for those inside.
    """
    book, known = choice.shelved.book, choice.scored.issues if choice.scored else ()
    scored = Scored(
        board=choice.board,
        before=choice.before,
        issues=(*book.issues, *known, *choice.board.issues) if _is_inside(page) else (),
        is_simulated=book.is_simulated,
    )
    record = score_record(scored)
    if not page.opens(PageKind.CONTEST_LISTS):
        record["lists"] = []
    if not page.opens(PageKind.CONTEST_ANALYSIS):
        scores = record["scores"]
        assert isinstance(scores, list)  # noqa: S101
        record["scores"] = [{**each, "analysis": _NOTHING} for each in scores]
    return record


def _is_inside(page: Visit) -> bool:
    actor = page.actor
    return actor.is_alone or actor.may(Right.READ_ALL) or actor.may(Right.READ_OWN)
