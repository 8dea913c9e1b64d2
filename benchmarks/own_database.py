"""A folder and a server → the environment of an office with a database of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlparse

_numbers = count(1)


@contextmanager
def own_database(folder: Path, server: str = "") -> Iterator[dict[str, str]]:
    """Yield the environment of an office with an empty database, dropped afterwards.

    Args:
        folder: where its data is kept, the file of SQLite too.
        server: URL of a PostgreSQL server to make the database on; none takes SQLite.
    """
    kept = {**os.environ, "PAITOU_DATA_DIR": str(folder)}
    if not server:
        yield {**kept, "PAITOU_DATABASE_URL": f"sqlite:///{folder}/office.sqlite3"}
        return
    name = f"paitou_made_{os.getpid()}_{next(_numbers)}"
    _on_server(server, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    try:
        url = urlparse(server)._replace(path=f"/{name}").geturl()
        yield {**kept, "PAITOU_DATABASE_URL": url}
    finally:
        _on_server(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _on_server(url: str, *statements: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        for statement in statements:
            server.execute(statement)
