"""The head of the journal, kept where nobody who could rewrite the chain can reach."""

from __future__ import annotations

import datetime as dt
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import transaction

from paitou.model import UsageError
from paitou.office.journal.models import Head
from paitou.office.journal.verifying import verify
from paitou.office.journal.writing import Change, Who, record
from paitou.office.tasks.depositing import deposit_head, read_deposits

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def add_entry():
    with transaction.atomic():
        return record(Who(post="系统"), Change(action="x", subject="y:1"))


def deposits(folders):
    return [*read_deposits(folders / "deposits.txt")]


def test_nothing_is_deposited_of_an_empty_journal(folders):
    assert deposit_head(NOON).words == "还没有留痕。"
    assert not (folders / "deposits.txt").exists()


def test_once_a_day_and_held_against_the_journal(folders):
    first = add_entry()
    assert len(deposit_head(NOON).changes) == 1
    add_entry()
    assert deposit_head(NOON).changes == ()  # today is there
    deposit_head(NOON + dt.timedelta(days=1))
    found = deposits(folders)
    assert [one.number for one in found] == [1, 2]
    assert found[0].digest == first.digest
    assert verify(*((one.number, one.digest) for one in found)).breaks == ()
    assert verify((1, "0" * 64)).breaks != ()


def test_notes_are_passed_over_and_other_lines_told(folders):
    path = folders / "deposits.txt"
    path.write_text(f"# 存于档案室\n\n2026-03-01 7:{'a' * 64}\n", "utf-8")
    assert [one.number for one in read_deposits(path)] == [7]
    for line in ("2026-13-01 7:" + "a" * 64, "7:" + "a" * 64, "2026-03-01 7:abc"):
        path.write_text(f"\n{line}\n", "utf-8")
        with pytest.raises(UsageError, match="第2行"):
            deposits(folders)


@pytest.fixture
def receiver():
    """The address of a server that keeps what it is sent."""
    sent = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            sent.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()
    server.server_close()


def test_it_is_sent_where_an_address_is_set(settings, receiver):
    settings.DEPOSIT_URL, sent = receiver
    add_entry()
    deposit_head(NOON)
    head = Head.objects.get()
    assert sent == [{"date": "2026-03-01", "count": 1, "digest": head.digest}]


def test_what_could_not_be_sent_is_sent_later_and_written_once(settings, folders, receiver):
    settings.DEPOSIT_URL = "http://127.0.0.1:9/"
    add_entry()
    with pytest.raises(OSError, match="refused"):
        deposit_head(NOON)
    settings.DEPOSIT_URL, sent = receiver
    deposit_head(NOON)
    assert len(deposits(folders)) == len(sent) == 1


def test_a_file_that_cannot_be_written_is_told(settings, folders):
    (folders / "taken").write_text("x")
    settings.DEPOSIT_FILE = folders / "taken" / "deposits.txt"
    add_entry()
    with pytest.raises(UsageError, match="PAITOU_DEPOSIT_FILE"):
        deposit_head(NOON)
