"""Who acts and a submission → whether they may do something with it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve

from paitou.office.files.models import Attachment, Purpose
from paitou.office.people.acting import Actor
from paitou.office.people.models import Post
from paitou.office.people.roles import Right, Role, may
from paitou.office.reporting.models import Cell, Reported, Review, Submission
from paitou.office.reporting.states import Move, Situation, Stage, right_for


def may_move(actor: Actor, submission: Submission, move: Move) -> bool:
    """Return whether the posts of somebody allow a move, whatever its conditions."""
    route = submission.round.steps
    right = right_for(submission.state, move, route)
    if right is Right.FILL or right is Right.ENDORSE:
        return actor.may(right, submission.org)
    return may_approve(actor, submission)


def may_approve(actor: Actor, submission: Submission) -> bool:
    """Return whether somebody may 核定: the office for all, a department its own data.

    A department never approves the form that it fills in itself.
    """
    if _approves_all(actor):
        return True
    is_theirs = submission.source in actor.orgs and submission.org not in actor.orgs
    return actor.may(Right.APPROVE) and is_theirs


def may_correct(actor: Actor, reported: Reported) -> bool:
    """Return whether somebody may correct a frozen figure."""
    return actor.may(Right.CORRECT) and may_approve(actor, reported.submission)


def may_wait_for(actor: Actor, submission: Submission) -> bool:
    """Return whether a submission waits for somebody: it is their turn to review it."""
    is_in_review = submission.stage == Stage.REVIEW
    return is_in_review and may_move(actor, submission, Move.PASS)


def situation_of(
    actor: Actor,
    submission: Submission,
    *,
    is_round_open: bool,
    errors: int = 0,
    reason: str = "",
) -> Situation:
    """Return what the guards of a move need to know."""
    known = situations_of(actor, (submission,))[submission.pk]
    return evolve(known, is_round_open=is_round_open, errors=errors, reason=reason)


def situations_of(
    actor: Actor, forms: Sequence[Submission], day: dt.date | None = None
) -> dict[int, Situation]:
    """Return what the guards need to know of each form, asked for all of them at once.

    Args:
        actor: who acts.
        forms: with their rounds.
        day: on which their rounds are open or not; without one they are taken as open.
    """
    fillers, reviewers = _fillers(forms), _reviewers(forms)
    unproved = _unproved(forms)
    return {
        one.pk: Situation(
            user=actor.user_id,
            fillers=frozenset(fillers[one.pk]),
            reviewers=frozenset(reviewers[one.pk]),
            is_round_open=day is None or one.round.is_open(day),
            lacks_evidence=one.pk in unproved,
            is_paper_step=one.round.on_paper and _own_step(one),
        )
        for one in forms
    }


def as_post(actor: Actor, submission: Submission, move: Move) -> Actor:
    """Return somebody with the post first by which they make a move, for the journal.

    Who is reporter here and acts for a head there acts as the one or as the other.
    """
    right = right_for(submission.state, move, submission.round.steps)

    def rank(post: Post) -> tuple[bool, bool]:
        return not may((Role(post.role),), right), post.org != submission.org

    posts = tuple(sorted(actor.posts, key=rank))
    if posts[:1] == actor.posts[:1]:
        return actor
    return evolve(actor.acting_for(posts[0].org), posts=posts)


def _fillers(forms: Sequence[Submission]) -> Mapping[int, set[int]]:
    """Return who filled in or submitted each form."""
    found: dict[int, set[int]] = defaultdict(set)
    for one in forms:
        if one.submitted_by_id is not None:
            found[one.pk].add(one.submitted_by_id)
    cells = Cell.objects.filter(submission__in=[one.pk for one in forms])
    filled = cells.exclude(filled_by=None).order_by().distinct()
    for form, user in filled.values_list("submission_id", "filled_by_id"):
        found[form].add(user)
    return found


def _reviewers(forms: Sequence[Submission]) -> Mapping[int, set[int]]:
    """Return who passed an earlier step of each form since it was submitted."""
    turns = {one.pk: one.turn for one in forms}
    found: dict[int, set[int]] = defaultdict(set)
    passed = Review.objects.filter(submission__in=turns, move=Move.PASS)
    rows = passed.exclude(user=None).values_list("submission_id", "turn", "user_id")
    for form, turn, user in rows:
        if turns[form] == turn:
            found[form].add(user)
    return found


def _unproved(forms: Sequence[Submission]) -> frozenset[int]:
    """Return the forms whose round wants 佐证材料, and that have none."""
    wanted = {one.pk for one in forms if one.round.needs_evidence}
    if not wanted:
        return frozenset()
    evidence = Attachment.objects.filter(purpose=Purpose.EVIDENCE, kind="submission")
    proved = evidence.filter(number__in=wanted).values_list("number", flat=True)
    return frozenset(wanted.difference(proved))


def _own_step(submission: Submission) -> bool:
    """Return whether the review that it waits for is one of its own organisation."""
    steps = submission.round.steps
    return steps[min(submission.step, len(steps) - 1)].is_own


def _approves_all(actor: Actor) -> bool:
    roles = [role for role in actor.roles if role is not Role.SOURCE]
    return may(roles, Right.APPROVE)
