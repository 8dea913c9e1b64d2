"""An org, account, post or tenure → its state, to be held against the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from itertools import groupby

from paitou.office.journal.writing import Change
from paitou.office.people.models import Body, Post, Tenure, User

State = Mapping[str, object]


def org_states() -> Iterator[tuple[str, State]]:
    """Yield every organisation by its subject in the journal."""
    ordered = Body.objects.order_by("code", "begins").iterator()
    for code, versions in groupby(ordered, key=lambda body: body.code):
        yield f"org:{code}", {"versions": [_version(one) for one in versions]}


def user_states() -> Iterator[tuple[str, State]]:
    """Yield every account by its subject in the journal."""
    return ((subject_of(each), user_state(each)) for each in User.objects.all())


def post_states() -> Iterator[tuple[str, State]]:
    """Yield every post by its subject in the journal."""
    return ((subject_of(each), post_state(each)) for each in Post.objects.all())


def tenure_states() -> Iterator[tuple[str, State]]:
    """Yield every tenure by its subject in the journal."""
    return ((subject_of(each), tenure_state(each)) for each in Tenure.objects.all())


def subject_of(thing: User | Post | Tenure) -> str:
    """Return how the journal names it; an account by its number, never by a name."""
    return f"{thing._meta.model_name}:{thing.pk}"


def org_state(code: str) -> State | None:
    """Return every version of an organisation, None where there is none."""
    versions = [_version(one) for one in Body.objects.filter(code=code).order_by("begins")]
    return {"versions": versions} if versions else None


def org_change(action: str, code: str, before: State | None, reason: str) -> Change:
    """Return the change of an organisation from what it was to what it is now."""
    return Change(
        action=action,
        subject=f"org:{code}",
        reason=reason,
        before=before,
        after=org_state(code),
    )


def user_state(user: User) -> State:
    """Return an account without anything personal; secrets as a mark of their own.

    What somebody does not have is left out: entries of before there was such a thing hold.
    """
    state: dict[str, object] = {
        "is_active": user.is_active,
        "must_change": user.must_change,
        "password": _mark(user.password),
        "second_step": _mark(user.totp_key) if user.totp_key else "",
    }
    if user.recovery:
        state["recovery"] = _mark("".join(user.recovery))
    if user.single:
        state["single"] = _mark(user.single)
    return state


def post_state(post: Post) -> State:
    """Return a post."""
    return {
        "org": post.org,
        "title": post.title,
        "role": post.role,
        "closed_on": post.closed_on,
    }


def tenure_state(tenure: Tenure) -> State:
    """Return who holds which post from when."""
    return {
        "user": tenure.user_id,
        "post": tenure.post_id,
        "begins": tenure.begins,
        "ends": tenure.ends,
        "is_acting": tenure.is_acting,
    }


def _version(body: Body) -> State:
    return {
        "name": body.name,
        "kind": body.kind,
        "group": body.group,
        "parent": body.parent,
        "run_by": body.run_by,
        "is_summand": body.is_summand,
        "aliases": body.aliases,
        "begins": body.begins,
        "ends": body.ends,
        "turn": body.turn,
        "origins": body.origins,
        "ending": body.ending,
        "note": body.note,
    }


def _mark(secret: str) -> str:
    """A mark that changes with the secret and does not tell it."""
    return hashlib.sha256(secret.encode("utf-8")).hexdigest()[:16]
