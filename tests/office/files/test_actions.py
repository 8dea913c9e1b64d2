"""Tests of what is done with kept files apart from forms: released, swept."""

import datetime as dt
import os

import pytest
from django.utils import timezone

from paitou.office.files.actions import Belonging, attach, sweep
from paitou.office.files.checking import Checked
from paitou.office.files.kept import file_store
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor
from paitou.office.people.models import Post
from paitou.office.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def somebody(role):
    return Actor(posts=(Post(pk=1, org="YZ00", title="岗位", role=role.value),))


def brought(content=b"1"):
    actor = somebody(Role.REPORTER)
    checked = Checked(name="a.pdf", media_type="application/pdf", content=content)
    to = Belonging(kind="submission", number=1, org="YZ01")
    return perform(actor, attach, actor, checked, to)


def test_bytes_that_nobody_names_are_swept_after_a_day():
    now = timezone.now()
    kept, lost, fresh = brought().sha256, file_store().keep(b"2"), file_store().keep(b"3")
    long_ago = (now - dt.timedelta(days=2)).timestamp()
    for one in (kept, lost):
        os.utime(file_store().place(one), (long_ago, long_ago))
    assert sweep(now) == 1
    assert set(file_store().hashes()) == {kept, fresh}


def test_bytes_that_came_again_meanwhile_are_not_swept():
    now, content = timezone.now(), b"4"
    found = file_store().keep(content)
    long_ago = (now - dt.timedelta(days=2)).timestamp()
    os.utime(file_store().place(found), (long_ago, long_ago))
    file_store().keep(content)
    assert sweep(now) == 0
