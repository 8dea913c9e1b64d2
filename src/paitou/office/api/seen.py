"""Who acts and a name → the book, round or form of that name that they may see."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict

from paitou.model import PageKind
from paitou.office.api.answers import Stopped
from paitou.office.api.entrance import Asking
from paitou.office.books import Shelved
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.release.audience import book_for, books_for
from paitou.office.release.pages import Visit, opens, visit
from paitou.office.reporting.models import Round, Submission
from paitou.office.reporting.policies import may_move
from paitou.office.reporting.states import Move


def acting(request: HttpRequest) -> Actor:
    """Return who acts, as the entrance let them in."""
    actor = getattr(request, "auth", None)
    assert isinstance(actor, Actor)  # noqa: S101
    return actor


def seen_books(request: Asking) -> tuple[Shelved, ...]:
    """Return the books as whoever asks may see them."""
    actor = acting(request)
    known, _ = books_for(actor)
    return tuple(one for one in known if opens(actor, one, PageKind.PLAN))


def seen_book(request: Asking, name: str) -> Shelved:
    """Return a book as whoever asks may see it.

    Raises:
        Stopped: there is none.
    """
    found = book_for(acting(request), name)
    if found is None:
        raise Stopped(404)
    return found


def seen_page(request: Asking, name: str, kind: PageKind) -> Visit:
    """Return whoever asks with a book whose page of a kind opens for them.

    Raises:
        Stopped: there is no such book, or the page does not open: which, nobody can tell.
    """
    found = visit(acting(request), name)
    if found is None or not found.opens(kind):
        raise Stopped(404)
    return found


def asked_of(visit: Visit, kind: PageKind, asked: Mapping[str, str]) -> Mapping[str, str]:
    """Return what is asked of a page: of one that was approved, what was approved."""
    approval = visit.approved(kind)
    if approval is None or not approval.query or visit.is_inside(kind):
        return asked
    return QueryDict(approval.query).dict()


def seen_submission(request: Asking, number: int) -> Submission:
    """Return a form that whoever asks may see.

    Raises:
        Stopped: there is none, or it is not for them: which, nobody can tell.
    """
    forms = Submission.objects.for_actor(acting(request)).select_related("round")
    found = forms.filter(pk=number).first()
    if found is None:
        raise Stopped(404)
    return found


def own_submission(request: Asking, number: int) -> Submission:
    """Return a form that whoever asks may fill in: others do not learn what it says.

    Raises:
        Stopped: there is none, or it is not for them: which, nobody can tell.
    """
    submission = seen_submission(request, number)
    if not may_move(acting(request), submission, Move.SAVE):
        raise Stopped(404)
    return submission


def seen_round(number: int) -> Round:
    """Return a round; the rule of the operation says who sees rounds.

    Raises:
        Stopped: there is none.
    """
    found = Round.objects.filter(pk=number).first()
    if found is None:
        raise Stopped(404)
    return found


def is_inside(request: Asking) -> bool:
    """Return whether whoever asks reads what is internal."""
    actor = acting(request)
    return actor.may(Right.READ_ALL) or actor.may(Right.READ_OWN)
