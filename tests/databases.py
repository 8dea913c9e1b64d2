"""Databases of their own for tests whose programs run as processes of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlparse

import pytest

#: Where the tests' database is, empty for files of SQLite.
URL = os.environ.get("PAITOU_DATABASE_URL") or os.environ.get("DATABASE_URL", "")
HAS_SERVER = URL.startswith("postgres")
NEEDS_SERVER = pytest.mark.skipif(
    not HAS_SERVER, reason="PAITOU_DATABASE_URL names no PostgreSQL server"
)
BOTH = ["sqlite", pytest.param("postgresql", marks=NEEDS_SERVER)]
#: The one that the tests of this run are about.
USUAL = "postgresql" if HAS_SERVER else "sqlite"
_numbers = count(1)


@contextmanager
def environment_of(folder: Path, kind: str = USUAL) -> Iterator[dict[str, str]]:
    """Yield the environment of an office with an empty database, dropped afterwards."""
    kept = {**os.environ, "PAITOU_DATA_DIR": str(folder)}
    if kind == "sqlite":
        yield {**kept, "PAITOU_DATABASE_URL": f"sqlite:///{folder}/office.sqlite3"}
        return
    name = f"paitou_made_{os.getpid()}_{next(_numbers)}"
    _on_server(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    try:
        url = urlparse(URL)._replace(path=f"/{name}").geturl()
        yield {**kept, "PAITOU_DATABASE_URL": url}
    finally:
        _on_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _on_server(*statements: str) -> None:
    import psycopg

    with psycopg.connect(URL, autocommit=True) as server:
        for statement in statements:
            server.execute(statement)
