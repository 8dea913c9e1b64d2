"""Each request and its answer → a count, and a line of the access log that names nobody."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from paitou.office.config.counting import counters
from paitou.office.people.gate import actor_in
from paitou.office.people.limits import address_of

_LONGEST = 300
_log = logging.getLogger(__name__)


class Watch:
    """Counts every answer, and writes down which post got it where the settings say so."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer to the request."""
        begun = time.perf_counter()
        response = self._answer(request)
        passed = time.perf_counter() - begun
        counters().count(_view(request), response.status_code, passed)
        if settings.ACCESS_LOG:
            _access_log(settings.ACCESS_LOG).write(_record(request, response, passed))
        return response


class AccessLog:
    """Lines in a file of each day, or on standard error; several processes may write."""

    def __init__(self, place: str) -> None:
        self._folder = None if place == "-" else Path(place)
        self._lock = Lock()
        self._day = ""
        self._file = -1

    def write(self, record: dict[str, object]) -> None:
        """Write a line; a log that cannot be written keeps nobody from working."""
        line = json.dumps(record, ensure_ascii=False)
        try:
            if self._folder is None:
                print(line, file=sys.stderr, flush=True)  # noqa: T201 (where it belongs)
                return
            with self._lock:
                os.write(self._opened(self._folder), f"{line}\n".encode())
        except OSError:
            _log.exception("访问日志写不进去")

    def _opened(self, folder: Path) -> int:
        """Return the file of today; lines of several processes never mix in it."""
        today = f"{timezone.localtime():%Y-%m-%d}"
        if today != self._day:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"access-{today}.log"
            file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            if self._file >= 0:
                os.close(self._file)
            self._day, self._file = today, file
        return self._file


@lru_cache(maxsize=4)
def _access_log(place: str) -> AccessLog:
    return AccessLog(place)


def _view(request: HttpRequest) -> str:
    if request.resolver_match is not None:
        return request.resolver_match.view_name or "-"
    return "static" if request.path.startswith(settings.STATIC_URL) else "-"


def _record(
    request: HttpRequest, response: HttpResponse, seconds: float
) -> dict[str, object]:
    """What was asked for by which post; neither a name nor what was typed."""
    return {
        "at": timezone.localtime().isoformat(timespec="milliseconds"),
        "address": address_of(request),
        "post": _post(request),
        "method": request.method,
        "path": request.path[:_LONGEST],
        "status": response.status_code,
        "bytes": 0 if response.streaming else len(response.content),
        "ms": round(seconds * 1000),
    }


def _post(request: HttpRequest) -> int | None:
    """The number of the post that acts, None for the public."""
    try:
        posts = actor_in(request).posts
    except Exception:  # the page has told already why the database cannot be asked
        return None
    return posts[0].pk if posts else None
