"""Databases of their own for tests whose programs run as processes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from own_database import own_database

#: Where the tests' database is, empty for files of SQLite.
URL = os.environ.get("PAITOU_DATABASE_URL") or os.environ.get("DATABASE_URL", "")
HAS_SERVER = URL.startswith("postgres")
NEEDS_SERVER = pytest.mark.skipif(
    not HAS_SERVER, reason="PAITOU_DATABASE_URL names no PostgreSQL server"
)
BOTH = ["sqlite", pytest.param("postgresql", marks=NEEDS_SERVER)]
#: The one that the tests of this run are about.
USUAL = "postgresql" if HAS_SERVER else "sqlite"


def environment_of(
    folder: Path, kind: str = USUAL
) -> AbstractContextManager[dict[str, str]]:
    """Return what makes an office with an empty database, and drops it afterwards."""
    return own_database(folder, "" if kind == "sqlite" else URL)


@contextmanager
def one_connection() -> Iterator[None]:
    """Let no request end the connection whose transaction a test is in."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)
