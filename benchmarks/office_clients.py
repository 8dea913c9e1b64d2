"""A running office and a login → what a browser does there: signs in, fills in, reads."""

from __future__ import annotations

import http.client
import re
import time
from collections.abc import Mapping
from html import unescape
from urllib.parse import urlencode

from attrs import define, field

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_FIELD = re.compile(r'name="([vnwm])-(n[0-9a-f]{16})"(?:[^>]*? value="([^"]*)")?')
_FORM = re.compile(r"/desk/forms/(\d+)/")


class Unexpected(Exception):
    """The office answered something else."""


@define
class Browser:
    """One person's connection, cookies and the token of the last page."""

    host: str
    port: int
    seconds: list[tuple[str, float]] = field(factory=list)
    _cookies: dict[str, str] = field(factory=dict)
    _token: str = ""
    _connection: http.client.HTTPConnection | None = None

    def sign_in(self, login: str, password: str) -> None:
        """Sign in."""
        self.get("/sign-in/")
        self.post("/sign-in/", {"login": login, "password": password})

    def own_form(self) -> int:
        """Return the number of the form that waits for them."""
        found = _FORM.search(self.get("/desk/"))
        if not found:
            raise Unexpected("no form waits")
        return int(found[1])

    def keys(self, form: int) -> list[str]:
        """Return the keys of the cells of a form, in their order."""
        html = self.get(f"/desk/forms/{form}/")
        return list(dict.fromkeys(key for name, key, _ in _FIELD.findall(html)))

    def save(self, form: int, values: Mapping[str, str], *, submit: bool = False) -> None:
        """Save some cells that were empty, and hand the form in where that is said."""
        typed = {f"v-{key}": value for key, value in values.items()}
        typed |= {f"w-{key}": "" for key in values}
        self.post(f"/desk/forms/{form}/", {**typed, **({"submit": "1"} if submit else {})})

    def get(self, path: str) -> str:
        """Return a page that is there."""
        status, _, text = self._ask("GET", path)
        if status != 200:
            raise Unexpected(f"GET {path}: {status}")
        return text

    def post(self, path: str, fields: Mapping[str, str]) -> None:
        """Send a form that is accepted: the answer leads on to another page."""
        body = urlencode({**fields, "csrfmiddlewaretoken": self._token})
        status, _, text = self._ask("POST", path, body)
        if status != 302:
            raise Unexpected(f"POST {path}: {status} {_notice(text)}")

    def read(self, path: str) -> tuple[float, int]:
        """Return how long a page took, and how many bytes came."""
        began = time.perf_counter()
        try:
            status, size, _ = self._ask("GET", path)
        except http.client.RemoteDisconnected:
            # The server closes what was silent for half a minute; browsers ask again.
            self._connection = None
            status, size, _ = self._ask("GET", path)
        if status != 200:
            raise Unexpected(f"GET {path}: {status}")
        return time.perf_counter() - began, size

    def _ask(self, method: str, path: str, body: str = "") -> tuple[int, int, str]:
        connection = self._connection or http.client.HTTPConnection(
            self.host, self.port, timeout=120
        )
        self._connection = connection
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self._cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Referer"] = f"http://{self.host}:{self.port}{path}"
        began = time.perf_counter()
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        data = answer.read()
        self.seconds.append((f"{method} {path}", time.perf_counter() - began))
        for told in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = told.partition(";")[0].partition("=")
            self._cookies[name] = value
        text = data.decode("utf-8", "replace")
        if found := _TOKEN.search(text):
            self._token = unescape(found[1])
        return answer.status, len(data), text


def _notice(html: str) -> str:
    found = re.search(r'class="notice"[^>]*>(.{0,300})', html, re.DOTALL)
    return re.sub(r"<[^>]+>|\s+", " ", found[1]) if found else ""
