"""Databases of their own for tests whose programs run as processes of their own."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

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
