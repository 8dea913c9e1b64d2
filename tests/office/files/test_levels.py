"""Tests of who may be given a file: decided with a reason, at once or from a day on."""

import datetime as dt

import pytest
from django.utils import timezone

from paitou.model import Publicity
from paitou.office.files.levels import levels_of
from paitou.office.files.models import Attachment
from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.people.acting import Actor
from paitou.office.people.models import Post
from paitou.office.people.roles import Role
from paitou.office.release.deciding import About, Terms, call_off, decide_thing
from paitou.office.release.models import Kind

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + dt.timedelta(days=3)


def somebody(role):
    return Actor(posts=(Post(pk=1, org="YZ00", title="岗位", role=role.value),))


@pytest.fixture
def row():
    return Attachment.objects.create(
        sha256="0" * 64, size=1, name="a.pdf", media_type="application/pdf",
        purpose="evidence", kind="submission", number=1, added_at=NOW, added_post="x",
    )  # fmt: skip


def decided(row, level, reason="按公开目录", starts=None, role=Role.APPRAISAL):
    actor, about = somebody(role), About(kind=Kind.FILE, book="x", key=str(row.pk))
    terms = Terms(now=NOW, starts=starts, reason=reason)
    return perform(actor, decide_thing, actor, about, level, terms)


def level(row, now=NOW):
    return levels_of((row,), now)[row.pk]


def test_a_file_is_internal_until_somebody_decides(row):
    assert (level(row).level, level(row).opens) == (Publicity.INTERNAL, None)
    decided(row, Publicity.PUBLIC)
    assert (level(row).level, level(row).words) == (Publicity.PUBLIC, "主动公开")
    decided(row, Publicity.ON_REQUEST)
    assert level(row).words == "依申请公开"


def test_what_opens_later_says_when_and_can_be_called_off(row):
    made = decided(row, Publicity.PUBLIC, starts=LATER)
    day = timezone.localtime(LATER)
    assert level(row).level is Publicity.INTERNAL
    assert level(row).words == f"{day.year}年{day.month}月{day.day}日起主动公开"
    assert level(row, LATER).level is Publicity.PUBLIC
    actor = somebody(Role.SUPERVISION)
    perform(actor, call_off, actor, made.pk, NOW, "还没有审定")
    assert level(row, LATER).level is Publicity.INTERNAL


def test_a_level_that_it_came_with_counts_where_nothing_was_decided(row):
    row.level = Publicity.PUBLIC
    row.save()
    assert level(row).level is Publicity.PUBLIC
    decided(row, Publicity.INTERNAL)
    assert level(row).level is Publicity.INTERNAL


def test_without_a_reason_nothing_is_decided(row):
    with pytest.raises(Refused, match="依据"):
        decided(row, Publicity.PUBLIC, reason=" ")


@pytest.mark.parametrize("role", [r for r in Role if r not in ("supervision", "appraisal")])
def test_others_decide_nothing(row, role):
    with pytest.raises(NotAllowed):
        decided(row, Publicity.PUBLIC, role=role)


def test_the_levels_of_many_are_asked_for_at_once(row, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(levels_of((row, row), NOW)) == 1
    with django_assert_num_queries(0):
        assert levels_of((), NOW) == {}
