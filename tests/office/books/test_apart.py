"""A process of its own works out the same as this one would."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.folder import load
from paitou.model import UsageError
from paitou.office.books.apart import outlooks_apart
from paitou.outlook.plan import outlooks

DAY = dt.date(2024, 3, 1)


@pytest.fixture
def served(monkeypatch, tmp_path, kunming_file):
    """The folder of the worked example, as a server's process knows it."""
    monkeypatch.setenv("PAITOU_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PAITOU_DATABASE_URL", f"sqlite:///{tmp_path}/office.sqlite3")
    monkeypatch.setenv("PAITOU_BOOKS", str(kunming_file.parent))
    return kunming_file.parent


@pytest.mark.parametrize("is_public", [True, False])
def test_it_is_the_same(served, is_public):
    found = outlooks_apart(served.name, DAY, is_public=is_public)
    assert found == outlooks(load(served), DAY)


def test_what_goes_wrong_there_is_said_here(served, monkeypatch):
    monkeypatch.setenv("PAITOU_DATABASE_URL", "mysql://nowhere/at-all")
    with pytest.raises(UsageError, match="测算没有做成"):
        outlooks_apart(served.name, DAY, is_public=False)
