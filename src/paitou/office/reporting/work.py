"""Who looks and the day → which forms wait for them, are due, late, or on their way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import frozen
from django.db.models import Count, Q

from paitou.office.books import served_shelf
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right, Role
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.form_page import Term, term_by
from paitou.office.reporting.models import (
    Extension,
    Review,
    Round,
    Submission,
    Submissions,
)
from paitou.office.reporting.policies import may_move, situations_of
from paitou.office.reporting.rounds import dues_of
from paitou.office.reporting.states import Move, Stage, why_not
from paitou.office.reporting.workdays import WorkCalendar

#: What is due within so many days is named beforehand.
_SOON = dt.timedelta(days=7)
#: Whose own work it is to fill in; heads may, where nobody else does.
_FILLERS = frozenset({Role.REPORTER, Role.OWNER, Role.SOURCE})
_TO_FILL = (Stage.DRAFT, Stage.RETURNED)
_REVIEWING = (Right.ENDORSE, Right.APPROVE)


@frozen(kw_only=True)
class Item:
    """One form in a list: how far it is, and how much time it has.

    Attributes:
        returned_for: why it was returned; empty where it was not.
    """

    submission: Submission
    term: Term
    filled: int = 0
    asked: int = 0
    returned_for: str = ""


@frozen
class Laggard:
    """An organisation that has not reported: how late or early in words, its last day."""

    name: str
    words: str
    due: dt.date


@frozen(kw_only=True)
class RoundState:
    """How far a round is: forms in all, handed in, approved; who is late, who soon due."""

    round: Round
    forms: int
    handed_in: int
    approved: int
    laggards: tuple[Laggard, ...] = ()
    soon: tuple[Laggard, ...] = ()

    @property
    def missing(self) -> int:
        """Return how many have not reported."""
        return self.forms - self.handed_in

    @property
    def book_title(self) -> str:
        """Return the title of its plan, the plan's name where it is not served."""
        shelved = served_shelf().find(self.round.book)
        return shelved.book.title if shelved else self.round.book

    @property
    def late(self) -> int:
        """Return how many of them are late."""
        return len(self.laggards)


@frozen(kw_only=True)
class Work:
    """The forms of somebody: to fill in, to review, on their way, done; and open rounds.

    Attributes:
        fills: whether to fill in is their own work, not that of others in their office.
    """

    to_fill: tuple[Item, ...] = ()
    to_endorse: tuple[Item, ...] = ()
    to_approve: tuple[Item, ...] = ()
    on_the_way: tuple[Item, ...] = ()
    done: tuple[Item, ...] = ()
    rounds: tuple[RoundState, ...] = ()
    fills: bool = True

    @property
    def count(self) -> int:
        """Return how many forms wait for them."""
        return len(self.to_fill) + len(self.to_endorse) + len(self.to_approve)

    @property
    def parts(self) -> tuple[str, ...]:
        """Return what needs them first, in words."""
        late = sum(item.term.is_late for item in self.to_fill)
        told = f"，其中{late}张已逾期" if late else ""
        missing = sum(state.missing for state in self.rounds)
        overdue = sum(state.late for state in self.rounds)
        said = (
            (self.to_fill, f"{self._unfilled}{told}"),
            (self.to_endorse, f"{len(self.to_endorse)}张表等您审核"),
            (self.to_approve, f"{len(self.to_approve)}张表等您核定"),
            (missing, f"还有{missing}个单位没有报" + f"，{overdue}个逾期" * bool(overdue)),
        )
        return tuple(words for there, words in said if there)

    @property
    def _unfilled(self) -> str:
        many = len(self.to_fill)
        return f"{many}张表等您填报" if self.fills else f"本单位{many}张表还没有报"


def work_of(actor: Actor, today: dt.date) -> Work:
    """Return the forms that somebody has to do with on a day."""
    own = _own(actor, today)
    waiting = waiting_for(actor, today)
    listed = _Listed.of((*own, *waiting), today)
    mine = [one for one in own if one.stage in _TO_FILL and _may_fill(actor, one)]
    to_fill = sorted(map(listed.item, mine), key=lambda item: item.term.due)
    is_waiting = {one.pk for one in waiting}
    return Work(
        to_fill=tuple(to_fill),
        to_endorse=tuple(listed.item(one) for one in waiting if _is_own_step(one)),
        to_approve=tuple(listed.item(one) for one in waiting if not _is_own_step(one)),
        on_the_way=tuple(
            listed.item(one)
            for one in own
            if one.stage == Stage.REVIEW and one.pk not in is_waiting
        ),
        done=tuple(listed.item(one) for one in own if one.stage == Stage.APPROVED),
        rounds=round_states(today) if actor.may(Right.READ_ALL) else (),
        fills=not to_fill or bool(_FILLERS.intersection(actor.roles)),
    )


def count_of(actor: Actor, today: dt.date) -> int:
    """Return how many forms wait for somebody, with as few queries as that takes."""
    mine = [o for o in _own(actor, today) if o.stage in _TO_FILL and _may_fill(actor, o)]
    return len(mine) + len(waiting_for(actor, today))


def waiting_for(actor: Actor, today: dt.date) -> tuple[Submission, ...]:
    """Return the forms that somebody may review now, the longest waiting first."""
    if not any(actor.may(right) for right in _REVIEWING):
        return ()
    seen = _counted(Submission.objects.for_actor(actor).filter(stage=Stage.REVIEW))
    found = [
        one
        for one in seen.order_by("submitted_on", "org")
        if may_move(actor, one, Move.PASS)
    ]
    situations = situations_of(actor, found, today)
    return tuple(
        one for one in found if not why_not(one.state, Move.PASS, situations[one.pk])
    )


def round_states(today: dt.date) -> tuple[RoundState, ...]:
    """Return how far every open round is."""
    rounds = Round.objects.filter(closed_on=None).prefetch_related("submissions")
    return tuple(round_state(one, today) for one in rounds)


def round_state(round_: Round, today: dt.date) -> RoundState:
    """Return how far a round is on a day."""
    forms = list(round_.submissions.all())
    dues, calendar = dues_of(round_), office_calendar()
    waiting, soon = [one for one in forms if one.stage in _TO_FILL], today + _SOON
    terms = [
        (one, term_by(one, dues.get(one.org, round_.due), today, calendar))
        for one in waiting
    ]
    return RoundState(
        round=round_,
        forms=len(forms),
        handed_in=len(forms) - len(waiting),
        approved=sum(one.stage == Stage.APPROVED for one in forms),
        laggards=tuple(Laggard(o.org_name, t.words, t.due) for o, t in terms if t.is_late),
        soon=tuple(
            Laggard(o.org_name, t.words, t.due) for o, t in terms if today <= t.due <= soon
        ),
    )


@frozen
class _Listed:
    """What the rows of all lists need to know, asked for once."""

    today: dt.date
    calendar: WorkCalendar
    dues: Mapping[tuple[int, str], dt.date]
    reasons: Mapping[int, str]

    @classmethod
    def of(cls, forms: Sequence[Submission], today: dt.date) -> _Listed:
        rounds = {one.round_id for one in forms}
        later = Extension.objects.filter(round__in=rounds) if rounds else ()
        returned = [one.pk for one in forms if one.stage == Stage.RETURNED]
        sent_back = Review.objects.filter(submission__in=returned, move=Move.RETURN)
        return cls(
            today=today,
            calendar=office_calendar(),
            dues={(one.round_id, one.org): one.due for one in later},
            reasons=dict(sent_back.values_list("submission_id", "reason"))
            if returned
            else {},
        )

    def item(self, one: Submission) -> Item:
        due = self.dues.get((one.round_id, one.org), one.round.due)
        filled, asked = (getattr(one, name) for name in ("filled", "asked"))
        return Item(
            submission=one,
            term=term_by(one, due, self.today, self.calendar),
            filled=filled,
            asked=asked,
            returned_for=self.reasons.get(one.pk, ""),
        )


def _own(actor: Actor, today: dt.date) -> list[Submission]:
    """Return the forms of somebody's organisations that still matter."""
    orgs = [org for org in actor.orgs if org and actor.may(Right.READ_OWN, org)]
    if not orgs:
        return []
    still = Q(round__closed_on=None) | Q(stage=Stage.REVIEW)
    seen = Submission.objects.for_actor(actor).filter(still, org__in=orgs)
    return list(_counted(seen.filter(round__opens__lte=today)))


def _counted(forms: Submissions) -> Submissions:
    filled = Count("cells", filter=~Q(cells__text=""))
    return forms.select_related("round").annotate(asked=Count("cells"), filled=filled)


def _may_fill(actor: Actor, submission: Submission) -> bool:
    is_open = submission.round.closed_on is None
    return is_open and may_move(actor, submission, Move.SAVE)


def _is_own_step(submission: Submission) -> bool:
    return submission.round.steps[submission.step].is_own
