"""A page of reporting and who looks → the answer, with the ways on that open for them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.reporting.watch import ways_for

#: Who may open the queue, and who may see how far rounds are.
REVIEWING = (Right.ENDORSE, Right.APPROVE)
OVERSEEING = (Right.READ_ALL, Right.OPEN_ROUND)
#: Who may have anything to do with supervised items.
HANDLING = (Right.SUPERVISE, Right.READ_ALL, Right.READ_OWN)


def show(
    request: HttpRequest, template: str, here: str, status: int = 200, **context: object
) -> HttpResponse:
    """Return the page; `here` names the way on that it is itself."""
    given = {**ways_of(request, here), **context}
    return render(request, f"reporting/{template}", given, status=status)


def ways_of(request: HttpRequest, here: str) -> dict[str, object]:
    """Return which pages of the desk open for who looks, for the bar on top."""
    actor = actor_in(request)
    return {
        "here": here,
        "reviews": any(actor.may(right) for right in REVIEWING),
        "oversees": any(actor.may(right) for right in OVERSEEING),
        "publishes": actor.may(Right.PUBLISH),
        "handles_items": any(actor.may(right) for right in HANDLING),
        "administers": ways_for(actor),
    }
