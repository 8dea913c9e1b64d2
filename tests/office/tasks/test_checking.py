"""Whether the journal, what was deposited and the kept files hold."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction

from paitou.office.files.store import ContentStore
from paitou.office.journal.writing import Change, Who, record
from paitou.office.tasks.checking import check_everything
from paitou.office.tasks.depositing import deposit_head

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _journal():
    with transaction.atomic():
        record(Who(post="系统"), Change(action="x", subject="y:1"))
    deposit_head(NOON)


def test_all_is_well_and_nothing_changes():
    outcome = check_everything(NOON)
    assert outcome.is_well
    assert outcome.changes == ()
    assert outcome.words == "留痕1条、留存1次，核对无误。"


def test_a_deposit_that_disagrees_is_found(folders):
    (folders / "deposits.txt").write_text(f"2026-03-01 1:{'0' * 64}\n")
    outcome = check_everything(NOON)
    assert not outcome.is_well
    assert "与留存的校验值不符" in outcome.words
    assert outcome.changes[0].after["faults"] == 1


def test_a_file_that_was_changed_is_found(folders):
    store = ContentStore(folders / "var" / "files")
    place = store.place(store.keep(b"a scan"))
    place.chmod(0o644)
    place.write_bytes(b"another")
    outcome = check_everything(NOON)
    assert "files/" in outcome.words
    assert "已被改动" in outcome.words
