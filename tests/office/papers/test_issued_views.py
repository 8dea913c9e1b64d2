import datetime as dt
import hashlib
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from office.release.conftest import NAME
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.papers.kept import issued_store
from paitou.office.papers.models import Kept, Paper
from paitou.office.release.models import Release

LIST = f"/plans/{NAME}/issued/"
ISSUE = f"/plans/{NAME}/papers/breakdown/issue/"
OTHERS = ("clerk", "head", "planner", "leader", "source", "system", "security", "audit")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The data folder of the test."""
    settings.DATA_DIR = tmp_path / "var"


def told(**more):
    return {
        "number": "云督通〔2026〕3号",
        "issued_on": "2026-04-10",
        "ending": ".xlsx",
        "publicity": "public",
        **more,
    }


@pytest.fixture
def office(approved, signed_in):
    """A client of the supervision office."""
    return signed_in("office")


def test_a_paper_is_issued_listed_and_given_out_exactly(office):
    page = office.get(ISSUE).content.decode()
    assert "代拟稿" in page
    assert office.post(ISSUE, told()).url == LIST
    paper = Paper.objects.get()
    answer = Client().get(f"{LIST}{paper.pk}/")
    data = answer.content
    assert hashlib.sha256(data).hexdigest() == paper.sha256
    assert len(data) == paper.size
    listed = Client().get(LIST).content.decode()
    assert paper.sha256 in listed
    assert "云督通〔2026〕3号" in listed
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_journal_names_the_post_and_holds(office):
    office.post(ISSUE, told())
    entry = Entry.objects.get(action="papers.issue")
    assert entry.post.endswith("office")
    assert entry.after["sha256"] == Paper.objects.get().sha256
    assert not [one for one in verify().strays if one.startswith(("paper:", "release:"))]


def test_a_file_that_somebody_altered_is_found(office):
    office.post(ISSUE, told())
    paper = Paper.objects.get()
    place = issued_store().folder / "objects" / paper.sha256[:2] / paper.sha256
    place.chmod(0o644)
    place.write_bytes(b"altered")
    assert [one for one in verify().strays if one.startswith(f"paper:{paper.pk} ")]
    assert Client().get(f"{LIST}{paper.pk}/").status_code == 503


def test_what_was_issued_is_never_changed(office):
    office.post(ISSUE, told())
    paper = Paper.objects.get()
    with pytest.raises(Kept):
        paper.save()
    with pytest.raises(Kept):
        paper.delete()


@pytest.mark.parametrize("login", OTHERS)
def test_only_those_who_publish_issue(approved, signed_in, login):
    client = signed_in(login)
    assert client.get(ISSUE).status_code == 403
    assert client.post(ISSUE, told()).status_code == 403
    assert Paper.objects.count() == 0


def test_who_has_not_signed_in_is_led_there(approved):
    assert Client().post(ISSUE, told()).status_code == 302
    assert Paper.objects.count() == 0


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"number": ""}, "这个字段是必填项"),
        ({"number": "x" * 41}, "40"),
        ({"number": "一\u202e二"}, "写成一行"),
        ({"publicity": "internal"}, "请写明理由"),
        ({"publicity": "on_request"}, "请写明理由"),
        ({"publicity": "secret"}, "secret"),
        ({"issued_on": "2099-01-01"}, "不能晚于今天"),
        ({"issued_on": "2026-04-09"}, "不能早于数据截至"),
        ({"ending": ".exe"}, ".exe"),
        ({"day": "2020-01-01"}, "已经过去"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(office, more, why):
    answer = office.post(ISSUE, told(**more))
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert Paper.objects.count() == 0
    assert issued_store().entries() == ()


def test_a_number_is_given_once(office):
    office.post(ISSUE, told())
    assert "已经用过" in office.post(ISSUE, told()).content.decode()
    assert Paper.objects.count() == 1


def test_a_hostile_number_stays_text(office):
    number = '<script>"=1+1"/..\\x'
    office.post(ISSUE, told(number=number))
    listed = Client().get(LIST).content.decode()
    assert "<script>&quot;" not in listed
    assert "&lt;script&gt;" in listed
    named = Client().get(f"{LIST}{Paper.objects.get().pk}/").headers["Content-Disposition"]
    assert "/.." not in named
    assert "\n" not in named


def test_what_is_internal_is_not_even_named_to_others(office, signed_in):
    office.post(ISSUE, told(publicity="internal", reason="内部通报"))
    paper = Paper.objects.get()
    for client in (Client(), signed_in("clerk"), signed_in("system")):
        assert paper.number not in client.get(LIST).content.decode()
        assert client.get(f"{LIST}{paper.pk}/").status_code == 404
    assert signed_in("leader").get(f"{LIST}{paper.pk}/").status_code == 200


def test_on_request_names_it_only(office):
    office.post(ISSUE, told(publicity="on_request", reason="涉及企业"))
    paper = Paper.objects.get()
    listed = Client().get(LIST).content.decode()
    assert paper.number in listed
    assert "政府信息公开申请" in listed
    assert paper.sha256 not in listed
    assert Client().get(f"{LIST}{paper.pk}/").status_code == 404


def test_until_its_day_it_is_internal(office):
    day = timezone.localtime().date() + dt.timedelta(days=5)
    office.post(ISSUE, told(day=day))
    paper, client = Paper.objects.get(), Client()
    assert paper.number not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{paper.pk}/").status_code == 404
    Release.objects.update(starts=timezone.now() - dt.timedelta(minutes=1))
    assert client.get(f"{LIST}{paper.pk}/").status_code == 200


def test_a_signed_file_takes_the_place_of_what_was_made(office):
    text = "云泽市督查通报".encode()
    signed = SimpleUploadedFile("终稿.txt", text)
    answer = office.post(ISSUE, told(file=signed))
    assert "终稿只能是" in answer.content.decode()
    marked = SimpleUploadedFile("机密★一年.pdf", b"%PDF-1.4")
    assert office.post(ISSUE, told(file=marked)).status_code == 400
    assert Entry.objects.filter(action="files.refuse_marked").count() == 1
    assert Paper.objects.count() == 0
    assert issued_store().entries() == ()


def test_a_paper_of_another_book_is_not_there(office):
    office.post(ISSUE, told())
    assert Client().get("/plans/other/issued/1/").status_code == 404
    assert Client().get(f"{LIST}999999/").status_code == 404


def test_the_room_leads_to_issuing_only_for_those_who_may(office, signed_in):
    room = f"/plans/{NAME}/papers/"
    assert "/issue/" in office.get(room).content.decode()
    assert "/issue/" not in signed_in("leader").get(room).content.decode()


# ---- what stands on it, and who may be given it later ---------------------------------


LEADER = f"/plans/{NAME}/papers/leader/issue/"


def words_in(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def test_what_is_made_here_bears_its_number_and_its_office(office):
    office.post(LEADER, told(ending=".docx", office="云泽市政府督查室"))
    xml = words_in(Client().get(f"{LIST}{Paper.objects.get().pk}/").content)
    assert "云督通〔2026〕3号" in xml
    assert "云泽市政府督查室" in xml
    assert "代拟稿" not in xml


def test_without_an_office_it_is_that_of_the_post(office):
    usual = office.get(LEADER).context["form"].initial["office"]
    office.post(LEADER, told(ending=".docx"))
    assert usual in words_in(Client().get(f"{LIST}{Paper.objects.get().pk}/").content)


def test_a_look_issues_nothing(office):
    answer = office.post(LEADER, told(ending=".docx", look="1"))
    assert "云督通〔2026〕3号" in words_in(answer.content)
    assert Paper.objects.count() == 0
    assert office.post(LEADER, told(ending=".docx", look="1", number="")).status_code == 400


def test_the_level_changes_and_the_paper_does_not(office):
    office.post(ISSUE, told(publicity="internal", reason="过程资料"))
    paper = Paper.objects.get()
    path = f"{LIST}{paper.pk}/"
    assert Client().get(path).status_code == 404
    made = office.post(f"{path}level/", {"level": "public", "reason": "市政府常务会议"})
    assert made.url == LIST
    assert hashlib.sha256(Client().get(path).content).hexdigest() == paper.sha256
    entry = Entry.objects.order_by("-number").first()
    assert (entry.action, entry.reason) == ("release.decide", "市政府常务会议")
    office.post(f"{path}level/", {"level": "internal", "reason": "有误"})
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({"level": "public", "reason": " "}, "依据"),
        ({"level": "secret", "reason": "定"}, "请选择公开属性"),
        ({"level": "public", "reason": "定", "day": "昨天"}, "2026-04-15"),
        ({"level": "public", "reason": "定", "day": "2020-01-01"}, "已经过去"),
    ],
)
def test_a_level_that_cannot_be_is_told(office, wanted, why):
    office.post(ISSUE, told(publicity="internal", reason="过程资料"))
    path = f"{LIST}{Paper.objects.get().pk}/level/"
    answer = office.post(path, wanted)
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert Release.objects.count() == 1


@pytest.mark.parametrize("login", OTHERS)
def test_only_those_who_publish_change_the_level(office, signed_in, login):
    office.post(ISSUE, told())
    path = f"{LIST}{Paper.objects.get().pk}/level/"
    assert "改变公开属性" not in signed_in(login).get(LIST).content.decode()
    wanted = {"level": "internal", "reason": "定"}
    assert signed_in(login).post(path, wanted).status_code == 403
    assert office.post(f"{LIST}987654/level/", wanted).status_code == 404
