"""What administrators see of the background."""

from __future__ import annotations

import pytest
from django.db import transaction

from officials import make_user, signed_in
from paitou.office.journal.writing import Change, Who, record
from paitou.office.people.roles import Role
from paitou.office.tasks.models import Run, State

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.SYSTEM, Role.SECURITY, Role.AUDIT])
def test_each_administrator_sees_how_it_runs(role):
    page = signed_in(make_user("li", role)).get("/duties/")
    assert page.status_code == 200
    assert "后台任务还没有运行过" in page.content.decode()


@pytest.mark.parametrize("path", ["/duties/", "/duties/deposit/"])
def test_others_do_not(client, path):
    assert client.get(path).status_code == 302
    assert signed_in(make_user("li", Role.SUPERVISION)).get(path).status_code == 403


def test_only_who_reads_the_journal_gets_the_sheet():
    assert (
        signed_in(make_user("li", Role.SYSTEM)).get("/duties/deposit/").status_code == 403
    )


def test_nothing_is_done_by_looking():
    client = signed_in(make_user("li", Role.AUDIT))
    assert client.post("/duties/").status_code == 405
    assert client.post("/duties/deposit/").status_code == 405


def test_what_failed_stands_out():
    words = "备份目录写不了"
    Run.objects.create(duty="backup", slot="2026-03-01", state=State.FAILED, words=words)
    page = signed_in(make_user("li", Role.SYSTEM)).get("/duties/").content.decode()
    assert page.count(words) == 2
    assert "没有做成" in page


def test_the_sheet_has_the_head_and_lines_to_sign():
    client = signed_in(make_user("li", Role.AUDIT))
    assert "还没有留痕" in client.get("/duties/deposit/").content.decode()
    with transaction.atomic():
        entry = record(Who(post="系统"), Change(action="x", subject="y:1"))
    page = client.get("/duties/deposit/").content.decode()
    assert f"{entry.number}:{entry.digest}" in page
    assert "保管人" in page
