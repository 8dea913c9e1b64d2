"""A view of a book's page → one that opens only to whom the page may be shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from attrs import evolve
from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase

from paitou.model import PageKind, Publicity
from paitou.office.books import Shelved
from paitou.office.config.faults import fault_page
from paitou.office.people.acting import PUBLIC
from paitou.office.people.gate import actor_in, keep_private, to_sign_in
from paitou.office.people.roles import Right
from paitou.office.release.pages import Visit, visit

Parameters = ParamSpec("Parameters")
#: A view of a book as whoever asks may see it; its address names the book.
Shown = Callable[Concatenate[HttpRequest, Shelved, Parameters], HttpResponseBase]

#: In a session: whoever publishes looks at the pages as everybody.
AS_PUBLIC = "as_public"
_VISIT, _KIND, _MARK = "visit", "page_kind", "mark"


def shows(
    kind: PageKind,
) -> Callable[[Shown[Parameters]], Callable[..., HttpResponseBase]]:
    """Return what opens the page of a view only to those who may be shown it.

    The view is given the book as they may see it, in the place of its name.
    """

    def declared(view: Shown[Parameters]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def shown(
            request: HttpRequest,
            /,
            name: str,
            *args: Parameters.args,
            **kwargs: Parameters.kwargs,
        ) -> HttpResponseBase:
            found = enter(request, name)
            if not found.opens(kind):
                return _refused(request, found, kind)
            setattr(request, _MARK, found.mark(kind))
            _narrow(request, found, kind)
            return view(request, found.shelved, *args, **kwargs)

        setattr(shown, _KIND, kind)
        return shown

    return declared


def kind_of(view: Callable[..., object]) -> PageKind | None:
    """Return what page of a book a view shows, None where it shows none."""
    return getattr(view, _KIND, None)


def visit_in(request: HttpRequest) -> Visit:
    """Return who looks at which book, as the page's rule found it."""
    return cast("Visit", getattr(request, _VISIT))


def enter(request: HttpRequest, name: str) -> Visit:
    """Return who looks at a book, and remember it for the page.

    Raises:
        Http404: there is no such book.
    """
    actor = actor_in(request)
    as_public = is_as_public(request)
    found = visit(PUBLIC if as_public else actor, name)
    if found is None:
        raise Http404
    found = evolve(found, is_shown_as_public=as_public)
    setattr(request, _VISIT, found)
    if actor.is_signed_in:
        keep_private(request)
    return found


def is_as_public(request: HttpRequest) -> bool:
    """Return whether somebody of the office wants to see what everybody sees."""
    actor = actor_in(request)
    if not actor.is_signed_in or not request.session.get(AS_PUBLIC, False):
        return False
    return actor.may(Right.PUBLISH)


def _narrow(request: HttpRequest, found: Visit, kind: PageKind) -> None:
    """Show of a list that was approved what was approved, and no other day or round."""
    approval = found.approved(kind)
    if approval is not None and approval.query and not found.is_inside(kind):
        request.GET = QueryDict(approval.query)


def _refused(request: HttpRequest, found: Visit, kind: PageKind) -> HttpResponseBase:
    """Say why a page does not open; whoever has not signed in may do so first."""
    over = found.expired(kind)
    if over is not None and over.expires is not None:
        told = f"“{kind.label}”公开到{over.expires:%Y-%m-%d}为止，期限已过，不再公开显示。"
        return fault_page(410, told)
    if found.level(kind) is Publicity.ON_REQUEST:
        told = f"“{kind.label}”依申请公开，可以向本机关提出政府信息公开申请。"
        return fault_page(403, told)
    if found.is_shown_as_public:
        return fault_page(403, f"公众看不到“{kind.label}”：这一页是内部资料。")
    if not actor_in(request).is_signed_in:
        return to_sign_in(request)
    return fault_page(403, f"“{kind.label}”是内部资料，您的岗位不能查看。")
