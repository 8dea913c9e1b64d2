"""A small plan of our own writing, as a book, as a site, and in a browser."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from attrs import evolve
from django.test import Client, override_settings

from paitou.model import Book, Figure, Plan
from paitou.office.books import Shelf
from port_city import figure, port_book, port_figures, port_plan


@pytest.fixture(scope="session")
def plan() -> Plan:
    """The plan that the text makes, built by hand so that only the pages are tested."""
    return port_plan()


@pytest.fixture(scope="session")
def book(plan: Plan) -> Book:
    """The plan as a book."""
    return port_book(plan)


@pytest.fixture(autouse=True, scope="session")
def _data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let nothing that a test keeps stand in the folder of the project."""
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("var")):
        yield


TODAY = dt.date(2026, 3, 1)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the first of March 2026."""
    monkeypatch.setattr("paitou.office.books.days.timezone.localdate", lambda: TODAY)


@pytest.fixture(autouse=True)
def _quick_passwords(settings) -> None:
    """Hash passwords quickly: what takes long is meant for whoever guesses."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def make_figure() -> Callable[..., Figure]:
    """The function that makes a figure of the whole city."""
    return figure


@pytest.fixture(scope="session")
def yunze(kunming_file: Path) -> Book:
    """The invented city, which has districts, splits and milestones."""
    from paitou.folder import load

    return load(kunming_file.parents[1] / "yunze-2024")


@pytest.fixture(scope="session")
def tracked(book: Book) -> Book:
    """The book with figures: one target is reached, some are not, some are open."""
    return evolve(book, figures=port_figures())


Serve = Callable[..., Client]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, db: None) -> Serve:
    """Return a function that puts books on the shelf and gives a client."""

    def client_for(*books: Book) -> Client:
        named = {one.name: one for one in books}
        folders = [tmp_path / name for name in named]
        for folder in folders:
            folder.mkdir(exist_ok=True)
        shelf = Shelf(folders, lambda folder: named[folder.name])
        for module in ("plans.views", "config.health", "release.audience"):
            monkeypatch.setattr(f"paitou.office.{module}.served_shelf", lambda: shelf)
        return Client()

    return client_for


@pytest.fixture
def client(serve: Serve, book: Book) -> Client:
    """A client of a site that serves the one book."""
    return serve(book)


@pytest.fixture
def tracking_client(serve: Serve, tracked: Book) -> Client:
    """A client of a site that serves the book with figures."""
    return serve(tracked)


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tracking_client: Client) -> Iterator[str]:
    """The address of the running site that serves the one book, with figures."""
    from paitou.office.config.wsgi import application

    server = make_server("127.0.0.1", 0, application, _Server, _Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def office(django_db_setup, django_db_blocker, tmp_path_factory):
    """An office with everybody in it, made once; what a test changes is gone after it."""
    from django.db import transaction

    from whole_office import Office, shelf_of

    shelf = shelf_of(tmp_path_factory.mktemp("books"))
    patch = pytest.MonkeyPatch()
    for module in ("plans.views", "config.health", "release.audience"):
        name = f"paitou.office.{module}.served_shelf"
        patch.setattr(name, lambda: shelf, raising=False)
    with django_db_blocker.unblock(), transaction.atomic():
        yield Office()
        transaction.set_rollback(True)
    patch.undo()
