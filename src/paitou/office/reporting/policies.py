"""Who acts and a submission → whether they may do something with it."""

from __future__ import annotations

from attrs import evolve

from paitou.office.files.models import Attachment, Purpose
from paitou.office.people.acting import Actor
from paitou.office.people.models import Post
from paitou.office.people.roles import Right, Role, may
from paitou.office.reporting.models import Reported, Submission
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
    fillers = set(
        submission.cells.exclude(filled_by=None).values_list("filled_by", flat=True)
    )
    reviews = submission.reviews.filter(turn=submission.turn)
    if submission.submitted_by_id is not None:
        fillers.add(submission.submitted_by_id)
    passed = reviews.filter(move=Move.PASS).exclude(user=None)
    return Situation(
        user=actor.user_id,
        fillers=frozenset(fillers),
        reviewers=frozenset(passed.values_list("user", flat=True)),
        errors=errors,
        is_round_open=is_round_open,
        reason=reason,
        lacks_evidence=submission.round.needs_evidence and not _is_proved(submission),
        is_paper_step=submission.round.on_paper and _own_step(submission),
    )


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


def _is_proved(submission: Submission) -> bool:
    evidence = Attachment.objects.filter(purpose=Purpose.EVIDENCE)
    return evidence.filter(kind="submission", number=submission.pk).exists()


def _own_step(submission: Submission) -> bool:
    """Return whether the review that it waits for is one of its own organisation."""
    steps = submission.round.steps
    return steps[min(submission.step, len(steps) - 1)].is_own


def _approves_all(actor: Actor) -> bool:
    roles = [role for role in actor.roles if role is not Role.SOURCE]
    return may(roles, Right.APPROVE)
