"""Tests of pages with files, 催办 and the calendar: work, refusals and entries."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from paitou.office.files.models import Attachment
from paitou.office.journal.models import Entry
from paitou.office.people.models import User
from paitou.office.reporting.fingerprint import fingerprint
from paitou.office.reporting.models import CalendarChange, Reminder
from upload_samples import docx, pdf, photo


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"


@pytest.fixture
def enter(shelf):
    def browser(login=""):
        client = Client(REMOTE_ADDR="10.0.0.9")
        if login:
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(User.objects.get(login=login), backend)
        return client

    return browser


def page(response):
    return response.content.decode()


def upload(name="说明.pdf", data=None):
    return SimpleUploadedFile(name, pdf(text="ok") if data is None else data)


def send(client, desk, **fields):
    return client.post(reverse("form", args=(desk.form().pk,)), fields)


def test_a_file_is_sent_with_the_form_and_what_was_typed_is_kept(desk, enter):
    client, cell = enter("clerk"), desk.form().cells.first()
    typed = {f"v-{cell.key}": "0.12", "part": cell.key}
    answer = send(client, desk, attach="1", evidence=upload(), **typed)
    assert answer.status_code == 302
    shown = page(client.get(answer.url))
    assert "文件已上传。" in shown
    assert "说明.pdf" in shown
    assert 'value="0.12"' in shown
    row = Attachment.objects.get()
    removed = client.post(reverse("form", args=(desk.form().pk,)), {"detach": row.pk})
    assert "文件已删去" in page(client.get(removed.url))
    assert not Attachment.objects.exists()


def test_reviewers_see_what_proves_a_number(desk, enter):
    cell = desk.form().cells.first()
    send(enter("clerk"), desk, evidence=upload(), part=cell.key)
    desk.submit()
    for address in (reverse("queue"), reverse("form", args=(desk.form().pk,))):
        shown = page(enter("head").get(address))
        assert "说明.pdf" in shown
        assert "附：" in shown


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.exe", b"MZ", "不是可以上传的类型"),
        ("a.pdf", b"%PDF-1.7 broken", "PDF"),
        ("a.docx", b"PK\x03\x04", "a.docx"),
        ("a.txt", b"", "空文件"),
    ],
)
def test_a_bent_file_is_told_and_not_kept(desk, enter, name, data, words):
    answer = send(enter("clerk"), desk, attach="1", evidence=upload(name, data))
    assert answer.status_code == 400
    assert words in page(answer)
    assert not Attachment.objects.exists()


def test_no_file_chosen_is_told(desk, enter):
    answer = send(enter("clerk"), desk, attach="1")
    assert "请先选择文件" in page(answer)


def test_a_file_with_a_secrecy_mark_is_refused_and_the_journal_says_so(
    desk, enter, tmp_path
):
    marked = upload("报告.docx", docx("机密★1年", "关于"))
    answer = send(enter("clerk"), desk, attach="1", evidence=marked)
    assert answer.status_code == 400
    assert "非涉密系统不得存储" in page(answer)
    entry = Entry.objects.last()
    assert entry.words == "拒收带密级标志的文件"
    assert entry.after == {"mark": "机密★1年"}
    assert not [one for one in (tmp_path / "data").rglob("*") if one.is_file()]


def test_a_download_is_never_shown_as_a_page(desk, enter):
    send(enter("clerk"), desk, attach="1", evidence=upload("现场 照片.jpg", photo()))
    answer = enter("clerk").get(reverse("file", args=(Attachment.objects.get().pk,)))
    named = answer.headers["Content-Disposition"]
    assert named.startswith("attachment; filename*=utf-8''%E7%8E%B0")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert b"SecretPhone" not in answer.content


@pytest.mark.parametrize(
    ("login", "draft", "handed_in"),
    [
        ("clerk", 200, 200), ("head", 200, 200), ("other", 404, 404), ("office", 404, 200),
        ("leader", 404, 200), ("audit", 404, 404), ("", 404, 404),
    ],
)  # fmt: skip
def test_who_sees_the_form_gets_its_files_and_nobody_else(
    desk, enter, login, draft, handed_in
):
    send(enter("clerk"), desk, attach="1", evidence=upload())
    address = reverse("file", args=(Attachment.objects.get().pk,))
    assert enter(login).get(address).status_code == draft
    desk.submit()
    assert enter(login).get(address).status_code == handed_in
    assert enter(login).get(reverse("file", args=(999_999,))).status_code == 404


def test_a_released_file_is_for_everybody(desk, enter):
    send(enter("clerk"), desk, attach="1", evidence=upload())
    desk.submit()
    number = Attachment.objects.get().pk
    level = reverse("file_level", args=(number,))
    assert enter("clerk").post(level, {"level": "public"}).status_code == 403
    assert enter("office").post(level, {"level": "x", "reason": "y"}).status_code == 400
    done = enter("office").post(level, {"level": "public", "reason": "公开目录"})
    assert done.status_code == 302
    assert enter().get(reverse("file", args=(number,))).status_code == 200


def test_a_sheet_is_printed_signed_and_brought_back(desk, enter):
    desk.round.on_paper = True
    desk.round.save()
    desk.submit()
    client, code = enter("clerk"), fingerprint(desk.form())
    sheet = page(client.get(reverse("form_sheet", args=(desk.form().pk,))))
    assert sheet.count(code) == 2
    assert "单位负责人（签字）" in sheet
    form = page(client.get(reverse("form", args=(desk.form().pk,))))
    assert "凭纸质签批" in form
    address = reverse("form_paper", args=(desk.form().pk,))
    said = {"turn": 1, "signer": "李某某 局长", "code": "0000-0000-0000"}
    wrong = client.post(address, said | {"signed": upload()})
    assert wrong.status_code == 400
    assert "校验码" in page(wrong)
    done = client.post(address, said | {"code": code, "signed": upload()})
    assert done.status_code == 302
    assert "纸质签批" in page(client.get(done.url))


def test_without_a_head_on_paper_no_such_way_is_offered(desk, enter):
    desk.submit()
    shown = page(enter("clerk").get(reverse("form", args=(desk.form().pk,))))
    assert "凭纸质签批" not in shown


def test_a_round_is_opened_with_what_it_wants(desk, enter):
    fields = {"book": "yunze-2024", "period": "2026-04", "opens": "2026-05-01"}
    fields |= {"route": ["endorse", "approve"], "evidence": "on", "paper": "on"}
    answer = enter("office").post(reverse("rounds"), fields)
    shown = page(enter("office").get(answer.url))
    assert "本批次须附佐证材料" in shown
    assert "凭纸质签批" in shown


def test_reminding_from_the_page(desk, enter, on_day):
    on_day("2026-04-20")
    address = reverse("round", args=(desk.round.pk,))
    shown = page(enter("office").get(address))
    assert "已逾期5天（3个工作日）" in shown
    assert "没有设置消息网关" in shown
    assert "记为已催办" not in page(enter("leader").get(address))
    remind = reverse("round_remind", args=(desk.round.pk,))
    answer = enter("office").post(remind, {"way": "copied", "org": ["YZ01", "YZ02"]})
    assert answer.status_code == 302
    assert Reminder.objects.count() == 2
    assert enter("office").post(remind, {"way": "copied"}).status_code == 400


def test_a_gateway_that_is_not_there_is_told_with_a_way_to_try_again(desk, enter, settings):
    settings.WEBHOOK_URL = "http://127.0.0.1:9/hook"
    remind = reverse("round_remind", args=(desk.round.pk,))
    answer = enter("office").post(remind, {"way": "sent", "org": ["YZ01"]})
    assert answer.status_code == 502
    assert "没有发出去：网关连不上或中途断开" in page(answer)
    assert "重新发送" in page(answer)


def test_the_calendar_shows_notices_and_takes_entries(desk, enter):
    address = reverse("calendar")
    shown = page(enter("clerk").get(address + "?year=2026"))
    assert "国办发明电〔2025〕7号" in shown
    assert "10月1日—7日" in shown
    assert "录入年度通知" not in shown
    empty = page(enter("clerk").get(address + "?year=2031"))
    assert "还没有录入" in empty
    entry = {"sort": "local", "year": "2026", "off": "2026-04-08", "source": "通告"}
    assert enter("office").post(address, entry).status_code == 400
    done = enter("office").post(address, entry | {"reason": "本地节日"})
    assert done.status_code == 302
    row = CalendarChange.objects.get()
    cancel = reverse("calendar_cancel", args=(row.pk,))
    assert enter("planner").post(cancel, {"reason": ""}).status_code == 400
    assert enter("planner").post(cancel, {"reason": "录错"}).status_code == 302
    assert enter("clerk").post(address, entry | {"reason": "x"}).status_code == 403


@pytest.mark.parametrize("year", ["", "0", "99999", "abc", "1e4", "-1", "２０２６"])
def test_a_wrong_year_shows_this_one(desk, enter, year):
    assert enter("clerk").get(reverse("calendar"), {"year": year}).status_code == 200
