"""What proves a form, brought and given out by programs."""

import datetime as dt
from urllib.parse import quote, urlencode

import pytest

from paitou.office.api.scopes import Scope
from paitou.office.files.models import Attachment
from paitou.office.journal.models import Entry

PLAIN, WORDS = "text/plain", "数出自统计月报。"


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def path(office):
    return f"/submissions/{office.form().pk}"


def bring(caller, path, name="说明.txt", data=None, **query):
    asked = urlencode({"name": name, **query})
    sent = WORDS.encode() if data is None else data
    return caller.file(f"{path}/files?{asked}", sent, PLAIN)


def test_a_file_is_brought_listed_given_out_and_taken_away(call, office, path):
    caller, key = call("reporter"), office.form().cells.first().key
    line = bring(caller, path, part=key).json()
    assert (line["name"], line["part"], line["is_removable"]) == ("说明.txt", key, True)
    assert caller.get(f"{path}/files").json()["files"] == [line]
    given = caller.get(f"/files/{line['id']}")
    assert given.content.decode() == WORDS
    assert quote("说明.txt") in given.headers["Content-Disposition"]
    assert caller.send(f"{path}/files/{line['id']}", method="DELETE").json() == {
        "id": line["id"]
    }
    assert Entry.objects.order_by("-number").first().action == "files.detach"
    assert caller.get(f"{path}/files").json()["files"] == []


def test_a_file_that_was_handed_in_stays(call, office, path):
    caller = call("reporter")
    line = bring(caller, path).json()
    office.approve()
    answer = caller.send(f"{path}/files/{line['id']}", method="DELETE")
    assert answer.status_code == 409
    assert Attachment.objects.filter(pk=line["id"]).exists()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("表.exe", b"MZ", "不是可以上传的类型"),
        ("表.pdf", b"no pdf", "内容却是"),
        ("表.txt", b"", "空文件"),
        ("说明.txt", "机密★5年".encode(), "密"),
        ("机密★说明.txt", b"a", "密"),
    ],
)
def test_what_may_not_be_kept_is_told_and_not_kept(call, path, name, data, told):
    answer = bring(call("reporter"), path, name, data)
    assert answer.status_code == 422
    assert told in answer.json()["message"]
    assert not Attachment.objects.exists()


def test_a_secrecy_mark_leaves_its_entry_alone(call, path):
    bring(call("reporter"), path, data="机密★5年".encode())
    last = Entry.objects.order_by("-number").first()
    assert (last.action, last.after) == ("files.refuse_marked", {"mark": "机密★"})


def test_a_file_that_is_too_large_is_not_read(call, path):
    answer = bring(call("reporter"), path, data=b"x" * 20_000_001)
    assert answer.status_code == 413


def test_a_file_needs_its_name_and_one_of_the_types(call, path):
    caller = call("reporter")
    assert caller.file(f"{path}/files", b"a", PLAIN).status_code == 422
    wrong = caller.file(f"{path}/files?name=a.txt", b"a", "application/zip")
    assert wrong.status_code == 415


def test_nobody_brings_or_sees_files_of_others(call, office, path):
    line = bring(call("reporter"), path).json()
    other = call("other")
    assert bring(other, path).status_code == 404
    assert other.get(f"{path}/files").status_code == 404
    assert other.send(f"{path}/files/{line['id']}", method="DELETE").status_code == 404
    for caller in (other, call(), call("supervision")):  # a draft
        assert caller.get(f"/files/{line['id']}").status_code == 404
    assert call().get(f"/files/{line['id']}").content == call().get("/files/987654").content
    theirs = f"/submissions/{office.form('YZ02').pk}"
    assert other.send(f"{theirs}/files/{line['id']}", method="DELETE").status_code == 404


def test_a_file_becomes_public_with_its_ground(call, office, path):
    number = bring(call("reporter"), path).json()["id"]
    office.approve()
    chief = call("supervision", Scope.PUBLISH)
    wanted = {"level": "public", "reason": "依申请公开后转主动公开"}
    assert chief.send(f"/files/{number}/level", wanted).json()["level"] == "public"
    assert call().get(f"/files/{number}").status_code == 200
    assert chief.send(f"/files/{number}/level", {"level": "public"}).status_code == 422


def test_a_file_opens_on_its_day(call, office, path):
    number = bring(call("reporter"), path).json()["id"]
    office.approve()
    chief, day = call("supervision"), dt.date.today() + dt.timedelta(days=3)  # noqa: DTZ011
    wanted = {"level": "public", "reason": "审定", "public_from": day.isoformat()}
    assert chief.send(f"/files/{number}/level", wanted).json()["level"] == "internal"
    assert call().get(f"/files/{number}").status_code == 404


# ---- the signed sheet ----------------------------------------------------------------


@pytest.fixture
def on_paper(office, path, call):
    office.round.on_paper = True
    office.round.save()
    cells = [{"key": c.key, "text": "12"} for c in office.form().cells.all()]
    caller = call("reporter")
    caller.send(f"{path}/cells", {"cells": cells}, "PATCH")
    caller.send(f"{path}/submit")
    return caller


def sign(caller, path, code, turn=1):
    asked = urlencode({"name": "签字.txt", "code": code, "signer": "李某", "turn": turn})
    return caller.file(f"{path}/signed-sheet?{asked}", "签字".encode(), PLAIN)


def test_a_signed_sheet_passes_the_review(on_paper, path):
    code = on_paper.get(f"{path}/sheet").json()["code"]
    assert sign(on_paper, path, code).json()["label"] == "待核定"
    (line,) = on_paper.get(f"{path}/files").json()["files"]
    assert (line["purpose"], line["is_removable"]) == ("signed", False)


def test_a_sheet_with_another_code_or_turn_is_refused(on_paper, path):
    code = on_paper.get(f"{path}/sheet").json()["code"]
    assert "校验码" in sign(on_paper, path, "AAAA-BBBB-CCCC").json()["message"]
    assert sign(on_paper, path, code, turn=7).status_code == 409
    assert on_paper.get(f"{path}/files").json()["files"] == []
