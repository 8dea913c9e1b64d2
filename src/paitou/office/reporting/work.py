"""Who looks and the day → what waits for them, what is due and what is late."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.reporting.form_page import Term, term_of
from paitou.office.reporting.models import Round, Submission
from paitou.office.reporting.policies import may_move, situation_of
from paitou.office.reporting.rounds import dues_of
from paitou.office.reporting.states import Move, Stage, why_not

_TO_FILL = (Stage.DRAFT, Stage.RETURNED)


@frozen(kw_only=True)
class Item:
    """One form in a list: how far it is, and how much time it has."""

    submission: Submission
    term: Term
    filled: int = 0
    asked: int = 0


@frozen(kw_only=True)
class RoundState:
    """How far a round is: forms in all, handed in, approved, late."""

    round: Round
    forms: int
    handed_in: int
    approved: int
    late: int

    @property
    def missing(self) -> int:
        """Return how many have not reported."""
        return self.forms - self.handed_in


@frozen(kw_only=True)
class Work:
    """今日待办: to fill in, to review, on its way, and for the office the open rounds."""

    to_fill: tuple[Item, ...]
    to_review: tuple[Item, ...]
    on_the_way: tuple[Item, ...]
    rounds: tuple[RoundState, ...]

    @property
    def sentence(self) -> str:
        """Return what needs somebody first, as one sentence."""
        late = sum(item.term.is_late for item in self.to_fill)
        parts = []
        if self.to_fill:
            told = f"，其中{late}张已逾期" if late else ""
            parts.append(f"有{len(self.to_fill)}张表要填{told}")
        if self.to_review:
            parts.append(f"{len(self.to_review)}张表等您审核")
        missing = sum(state.missing for state in self.rounds)
        if missing:
            parts.append(f"还有{missing}张表没有报上来")
        return f"{'；'.join(parts)}。" if parts else "今天没有等您办的事。"


def work_of(actor: Actor, today: dt.date) -> Work:
    """Return what waits for somebody on a day."""
    seen = Submission.objects.for_actor(actor).select_related("round")
    own = seen.filter(org__in=actor.orgs, round__opens__lte=today)
    return Work(
        to_fill=tuple(
            _item(one, today)
            for one in own.filter(stage__in=_TO_FILL, round__closed_on=None)
            if may_move(actor, one, Move.SAVE)
        ),
        to_review=tuple(_item(one, today) for one in waiting_for(actor, today)),
        on_the_way=tuple(_item(one, today) for one in own.filter(stage=Stage.REVIEW)),
        rounds=round_states(today) if actor.may(Right.READ_ALL) else (),
    )


def waiting_for(actor: Actor, today: dt.date) -> tuple[Submission, ...]:
    """Return the forms that somebody may review now, the longest waiting first."""
    seen = Submission.objects.for_actor(actor).filter(stage=Stage.REVIEW)
    found = []
    for one in seen.select_related("round").order_by("submitted_on", "org"):
        situation = situation_of(actor, one, is_round_open=one.round.is_open(today))
        can = may_move(actor, one, Move.PASS)
        if can and not why_not(one.state, Move.PASS, situation):
            found.append(one)
    return tuple(found)


def round_states(today: dt.date) -> tuple[RoundState, ...]:
    """Return how far every open round is."""
    rounds = Round.objects.filter(closed_on=None).prefetch_related("submissions")
    return tuple(round_state(one, today) for one in rounds)


def round_state(round_: Round, today: dt.date) -> RoundState:
    """Return how far a round is on a day."""
    forms = list(round_.submissions.all())
    dues = dues_of(round_)
    waiting = [one for one in forms if one.stage in _TO_FILL]
    return RoundState(
        round=round_,
        forms=len(forms),
        handed_in=len(forms) - len(waiting),
        approved=sum(one.stage == Stage.APPROVED for one in forms),
        late=sum(dues.get(one.org, round_.due) < today for one in waiting),
    )


def _item(submission: Submission, today: dt.date) -> Item:
    cells = submission.cells
    return Item(
        submission=submission,
        term=term_of(submission, today),
        filled=cells.exclude(text="").count(),
        asked=cells.count(),
    )
