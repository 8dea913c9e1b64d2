"""A monitor's question → whether the site is up, and how many books it serves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from paitou.office.books import served_shelf
from paitou.office.config.faults import only_reading


@only_reading
def healthz(_request: HttpRequest) -> HttpResponse:
    """Return ok, with how many books are served and how many folders cannot be read."""
    books, faults = served_shelf().books()
    return JsonResponse({"status": "ok", "books": len(books), "unreadable": len(faults)})
