import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from office.release.conftest import NAME
from paitou.model import PageKind
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.people.acting import PUBLIC
from paitou.office.release.audience import book_for
from paitou.office.release.deciding import Seen
from paitou.office.release.models import Release

HOME = "/desk/release/"
BOOK = f"{HOME}{NAME}/"
PUBLISHERS = ("office", "appraiser")
OTHERS = ("clerk", "head", "planner", "leader", "source", "system", "security", "audit")


def round_of(desk):
    return f"{BOOK}rounds/{desk.round.pk}/"


def keys(desk):
    return [*desk.form().figures.values_list("key", flat=True)]


def sent(desk, **more):
    return {"seen": str(Seen.of(desk.round)), "figure": keys(desk), **more}


def shown_to_all():
    figures = book_for(PUBLIC, NAME).book.figures
    return [f for f in figures if f.where.startswith("填报 ")]


@pytest.mark.parametrize("login", OTHERS)
def test_only_those_who_publish_come_in(approved, signed_in, login):
    client = signed_in(login)
    pages = (HOME, BOOK, round_of(approved), f"{BOOK}pages/outlook/")
    assert [client.get(page).status_code for page in pages] == [403] * 4
    assert client.post(round_of(approved), sent(approved)).status_code == 403
    assert client.post("/desk/as-public/", {"book": NAME}).status_code == 403
    assert Release.objects.count() == 0


def test_who_has_not_signed_in_is_led_there(approved):
    assert Client().get(BOOK).url.startswith("/sign-in/")


@pytest.mark.parametrize("login", PUBLISHERS)
def test_what_waits_is_told(approved, signed_in, login):
    text = signed_in(login).get(HOME, follow=True).content.decode()
    assert f"已核定的数有{len(keys(approved))}个还没有公布" in text
    assert "偏离与缺数" in text


def test_figures_are_published_at_once_and_the_journal_says_so(approved, signed_in):
    client = signed_in("office")
    assert "查看和公布" in client.get(BOOK).content.decode()
    assert client.post(round_of(approved), sent(approved)).url == BOOK
    assert len(shown_to_all()) == len(keys(approved))
    entry = Entry.objects.get(action="release.publish")
    assert entry.post.endswith("office")
    assert not [told for told in verify().strays if told.startswith("release:")]


def test_at_a_minute_to_come_they_wait(approved, signed_in):
    later = timezone.localtime() + dt.timedelta(days=3)
    told = {"day": later.date(), "time": "09:30"}
    client = signed_in("office")
    assert client.post(round_of(approved), sent(approved, **told)).status_code == 302
    assert shown_to_all() == []
    assert "09:30" in client.get(BOOK).content.decode()


def test_what_waits_can_be_called_off(approved, signed_in):
    later = timezone.localdate() + dt.timedelta(days=400)
    client = signed_in("office")
    client.post(round_of(approved), sent(approved, day=later))
    one = Release.objects.get()
    away = f"{BOOK}call-off/{one.pk}/"
    assert "撤回" in client.get(away).content.decode()
    assert client.post(away, {"reason": "数源部门要求"}).url == BOOK
    assert Release.objects.get().is_cancelled
    assert client.post(away, {"reason": "再来"}).status_code == 400
    assert not [told for told in verify().strays if told.startswith("release:")]


def test_what_is_published_cannot_be_called_off(approved, signed_in):
    client = signed_in("office")
    client.post(round_of(approved), sent(approved))
    answer = client.post(f"{BOOK}call-off/{Release.objects.get().pk}/", {"reason": "x"})
    assert "数只能更正" in answer.content.decode()


def test_a_minute_that_is_over_is_refused(approved, signed_in):
    answer = signed_in("office").post(round_of(approved), sent(approved, day="2020-01-01"))
    assert answer.status_code == 400
    assert "已经过去" in answer.content.decode()


def test_what_was_approved_meanwhile_is_not_published_unseen(approved, signed_in):
    old = sent(approved)
    approved.approve("YZ02")
    answer = signed_in("office").post(round_of(approved), old)
    assert "又有数核定或更正" in answer.content.decode()
    assert shown_to_all() == []


@pytest.mark.parametrize("seen", ["", "x", "1", "9" * 40 + "-1", "-1--1", "１-２"])
def test_a_form_that_was_tampered_with_publishes_nothing(approved, signed_in, seen):
    answer = signed_in("office").post(round_of(approved), sent(approved, seen=seen))
    assert answer.status_code == 400
    assert Release.objects.count() == 0


def test_what_is_not_chosen_stays_internal(approved, signed_in):
    chosen = keys(approved)[1:]
    signed_in("office").post(round_of(approved), sent(approved, figure=chosen))
    assert len(shown_to_all()) == len(chosen)


def test_choosing_nothing_is_told(approved, signed_in):
    answer = signed_in("office").post(round_of(approved), sent(approved, figure=[]))
    assert "没有选中任何一个数" in answer.content.decode()


def test_a_list_needs_its_approval_and_a_last_day(approved, signed_in):
    client, page = signed_in("office"), f"{BOOK}pages/off_course/"
    assert "个核定的数没有公布" in client.get(page).content.decode()
    answer = client.post(page, {"level": "public"})
    assert "审定依据" in answer.content.decode()
    answer = client.post(page, {"level": "public", "reason": "常务会"})
    assert "公开要有期限" in answer.content.decode()
    last = timezone.localdate() + dt.timedelta(days=900)
    told = {"level": "public", "reason": "常务会", "expires": last}
    assert client.post(page, told).status_code == 400


def test_each_kind_of_page_has_its_form(approved, signed_in):
    client = signed_in("office")
    for kind in PageKind:
        assert client.get(f"{BOOK}pages/{kind.value}/").status_code == 200
    assert client.get(f"{BOOK}pages/nothing/").status_code == 404


def test_a_reason_is_shown_as_text(approved, signed_in):
    client = signed_in("office")
    told = {"level": "public", "reason": "<b>会议</b>=1+1"}
    client.post(f"{BOOK}pages/outlook/", told)
    text = client.get(BOOK).content.decode()
    assert "&lt;b&gt;会议&lt;/b&gt;=1+1" in text
    assert "<b>会议" not in text


def test_somebody_of_the_office_looks_as_everybody(approved, signed_in):
    client, page = signed_in("office"), f"/plans/{NAME}/off-course/"
    assert client.get(page).status_code == 200
    shown = client.post("/desk/as-public/", {"book": NAME}, follow=True)
    assert "正在以公众身份查看" in shown.content.decode()
    assert "偏离与缺数" not in shown.content.decode()
    assert client.get(page).status_code == 403
    client.post("/desk/as-public/", {"end": "1"})
    assert client.get(page).status_code == 200


def test_a_book_that_is_not_there(approved, signed_in):
    client = signed_in("office")
    assert client.get(f"{HOME}nowhere/").status_code == 404
    assert client.get(f"{HOME}nowhere/rounds/{approved.round.pk}/").status_code == 404
    assert client.get(f"{BOOK}rounds/999/").status_code == 404
    assert client.get(f"{BOOK}call-off/999/").status_code == 404


def test_a_form_begins_with_what_holds(approved, signed_in):
    text = signed_in("office").get(f"{BOOK}pages/outlook/").content.decode()
    assert '<option value="internal" selected>' in text


def test_a_day_that_was_typed_stays_as_it_was(approved, signed_in):
    answer = signed_in("office").post(round_of(approved), sent(approved, day="2020-01-01"))
    assert 'value="2020-01-01"' in answer.content.decode()
