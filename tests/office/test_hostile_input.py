"""What somebody hostile sends: guesses, forged fields, bombs, formulas, endless text."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from officials import PASSWORD
from paitou.office.journal.models import Entry
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.people.roles import Role
from paitou.office.reporting.models import Cell, Reported, Round, Submission
from permissions import NO_POST
from whole_office import BOOK, body

pytestmark = pytest.mark.django_db
FORMULAS = (
    '=HYPERLINK("http://evil.example","看")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
)


@pytest.fixture
def known(office):
    """Somebody whose password is known."""
    # A copy: the office's own lives longer than what this test changes in the database.
    user = type(office.users[Role.REPORTER]).objects.get(pk=office.users[Role.REPORTER].pk)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(login, password, **more):
    typed = {"login": login, "password": password, **more}
    return Client(REMOTE_ADDR="10.1.1.2").post("/sign-in/", typed)


def test_who_has_an_account_is_not_told_and_takes_as_long(known, monkeypatch):
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *a, **k: hashed.append(1) or encode(*a, **k)
    )
    pages, work = [], []
    for login in ("reporter", "notthere"):
        hashed.clear()
        answer = sign_in(login, "wrong")
        pages.append(body(answer).replace(login.encode(), b""))
        work.append((answer.status_code, len(hashed)))
    assert pages[0] == pages[1]
    assert work[0] == work[1]


def test_a_lock_is_the_same_for_an_account_that_is_not_there(known):
    pages = []
    for login in ("reporter", "notthere"):
        answers = [sign_in(login, "wrong") for _ in range(7)]
        codes = [answer.status_code for answer in answers]
        pages.append((codes, body(answers[-1]).replace(login.encode(), b"")))
    assert pages[0] == pages[1]
    assert pages[0][0] == [400] * 5 + [429] * 2


def test_a_forged_address_buys_no_guesses(known, settings):
    settings.ADDRESS_FAILURES = 3
    codes = []
    for number in range(5):
        told = {"x-forwarded-for": f"192.0.2.{number}", "x-real-ip": f"192.0.2.{number}"}
        client = Client(REMOTE_ADDR="10.9.9.9", headers=told)
        typed = {"login": f"u{number}", "password": "x"}
        codes.append(client.post("/sign-in/", typed).status_code)
    assert codes == [400, 400, 400, 429, 429]


@pytest.mark.parametrize("planted", ["x" * 32, "../../etc", "\xa7", ""])
def test_a_session_that_was_planted_is_not_taken_over(known, planted):
    client = Client()
    client.cookies["paitou"] = planted
    client.post("/sign-in/", {"login": "reporter", "password": PASSWORD})
    assert client.cookies["paitou"].value not in ("", planted)


def test_signing_out_ends_the_session_itself(known):
    client = Client()
    client.post("/sign-in/", {"login": "reporter", "password": PASSWORD})
    stolen = client.cookies["paitou"].value
    client.post("/sign-out/")
    thief = Client()
    thief.cookies["paitou"] = stolen
    assert thief.get("/people/").status_code == 302


@pytest.mark.parametrize("ending", ["\r\nSet-Cookie: a=b", "%0d%0aSet-Cookie:a=b", "\n"])
def test_no_header_is_smuggled_in(known, ending):
    answer = sign_in("reporter", PASSWORD, next=f"/people/{ending}")
    assert "\n" not in answer["Location"]
    assert "\r" not in answer["Location"]
    assert "Set-Cookie" not in answer.headers
    assert "a" not in answer.cookies


#: What nobody may set by sending more than a page asks for.
FORGED = {
    "stage": "approved", "step": "9", "approved_on": "2026-01-01", "submitted_by": "1",
    "role": "supervision", "is_active": "", "totp_key": "A", "turn": "9", "org": "YZ02",
    "closed_on": "2026-01-01", "vintage": "7", "is_acting": "on", "ends": "2027-01-01",
    "password": "x", "single": "x", "recovery": "[]", "id": "1", "pk": "1",
}  # fmt: skip


def test_more_fields_than_asked_for_change_nothing_in_a_form(office):
    form, cell = office.draft, office.draft.cells.get()
    before = Submission.objects.filter(pk=form.pk).values().get()
    client = office.client(Role.REPORTER)
    typed = {f"v-{cell.key}": "2", f"w-{cell.key}": cell.text, f"filled_by-{cell.key}": "1"}
    client.post(f"/desk/forms/{form.pk}/", {**FORGED, **typed})
    assert Submission.objects.filter(pk=form.pk).values().get() == before
    cell.refresh_from_db()
    assert (cell.text, cell.filled_by) == ("2", office.users[Role.REPORTER])


def test_more_fields_than_asked_for_make_nobody_more(office):
    client = office.client(Role.SYSTEM)
    client.post("/people/users/", {**FORGED, "login": "neu", "name": ""})
    made = User.objects.get(login="neu")
    assert (made.is_active, made.totp_key, made.single, made.turn) == (True, "", "", 0)
    assert not made.check_password("x")
    assert not Tenure.objects.filter(user=made).exists()


def test_a_post_is_of_the_role_that_was_chosen_and_of_an_org_that_is_there(office):
    client = office.client(Role.SECURITY)
    for role, org in (("root", "YZ01"), ("supervision", "NO"), ("", "YZ01")):
        answer = client.post("/people/posts/", {"org": org, "title": "新", "role": role})
        assert answer.status_code == 400
    assert not Post.objects.filter(title="新").exists()


def test_a_round_is_opened_as_the_page_asks(office):
    client = office.client(Role.SUPERVISION)
    client.post("/desk/rounds/", {**FORGED, "book": BOOK, "period": "2024Q1"})
    assert not Round.objects.filter(closed_on__isnull=False).exists()


@pytest.mark.parametrize("fields", [5001, 20000])
def test_a_form_with_endless_fields_is_refused_in_words(office, fields):
    client = office.client(Role.REPORTER)
    sent = {f"x{number}": "1" for number in range(fields)}
    answer = client.post(f"/desk/forms/{office.draft.pk}/", sent)
    assert answer.status_code == 400
    assert "提交的内容太多" in answer.content.decode()


def test_a_form_of_a_thousand_cells_is_taken(office):
    client = office.client(Role.REPORTER)
    sent = {f"x{number}": "1" for number in range(4000)}
    assert client.post(f"/desk/forms/{office.draft.pk}/", sent).status_code == 302


def test_an_endless_body_is_refused_in_words(office):
    client = office.client(Role.REPORTER)
    sent = {"note": "x" * 3_000_000}
    answer = client.post(f"/desk/forms/{office.draft.pk}/", sent)
    assert answer.status_code == 400


#: What a careless expression takes for ever to see through.
SLOW = [
    "1" * 50_000, "1," * 40_000, " " * 100_000 + "x", "亿" * 50_000, "0." * 50_000,
    "（" * 50_000, "-" * 50_000 + "1", "1e" * 30_000, "～" * 30_000, "\t" * 100_000,
    "约" * 40_000 + "1", "２" * 60_000, "机密" * 40_000, "\n" * 150_000, "1%" * 40_000,
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(SLOW)))
def test_no_text_keeps_the_site_busy(office, number):
    client, text = office.client(Role.REPORTER), SLOW[number]
    form, key = office.draft, office.draft.cells.get().key
    for path, sent in (
        (f"/desk/forms/{form.pk}/paste/", {"pasted": text}),
        (f"/desk/forms/{form.pk}/", {f"v-{key}": text[:60], f"w-{key}": "1"}),
        (f"/desk/forms/{form.pk}/", {f"v-{key}": text, f"w-{key}": "1"}),
    ):
        assert client.post(path, sent).status_code in (200, 302, 400, 409)


def workbook(**parts):
    """Return a package that calls itself a workbook."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


LAUGHS = "".join(
    (
        '<!DOCTYPE a [<!ENTITY a0 "ha">',
        *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)),
        "]><a>&a9;</a>",
    )
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
BOMBS = {
    "much out of little": workbook(xl__workbook_xml=b"0" * 60_000_000),
    "entities": workbook(xl__workbook_xml=LAUGHS),
    "a file of the machine": workbook(xl__workbook_xml=OUTSIDE),
    "a path upwards": workbook(**{"..__..__evil_xml": "x"}),
    "no package": b"PK\x03\x04" + b"\x00" * 500,
    "nothing": b"",
    "a program": b"MZ" + b"\x90" * 400,
}


@pytest.mark.parametrize("how", BOMBS)
def test_a_bomb_is_no_template(office, how):
    client = office.client(Role.REPORTER)
    file = SimpleUploadedFile("填报表.xlsx", BOMBS[how])
    answer = client.post(f"/desk/forms/{office.draft.pk}/upload/", {"file": file})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert 'role="alert"' in page or "notice" in page
    assert "root:x:" not in page
    assert office.draft.cells.get().text == "1"


@pytest.mark.parametrize("name", ["../../x.xlsx", "x.xlsx\x00.exe", "a" * 400, "con"])
def test_the_name_of_a_file_leads_nowhere(office, name):
    client = office.client(Role.REPORTER)
    file = SimpleUploadedFile("x.xlsx", b"x")
    file.name = name
    answer = client.post(f"/desk/forms/{office.draft.pk}/upload/", {"file": file})
    assert answer.status_code in (302, 400)


@pytest.fixture
def formulas(office, request):
    """The office, where whatever people typed is a formula."""
    text = request.param
    Body.objects.update(name=text, note=text)
    Submission.objects.update(org_name=text)
    Cell.objects.update(note=text, name=text, org_name=text, text=text)
    Reported._base_manager.update(note=text, reason=text, approver=text, source=text)
    return text


def cells_of(text):
    """Return every cell of a CSV file."""
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


@pytest.mark.parametrize("formulas", FORMULAS, indirect=True)
def test_no_sheet_that_is_sent_holds_a_formula_that_was_typed(office, formulas):
    client, figure = office.client(Role.SUPERVISION), office.figure
    sheets = [f"/desk/forms/{office.draft.pk}/template.xlsx", "/desk/items.xlsx"]
    for address in (*sheets, f"/plans/{BOOK}/breakdown.xlsx"):
        data = b"".join(client.get(address))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            made = "".join(
                archive.read(name).decode()
                for name in archive.namelist()
                if "sheet" in name
            )
        typed = [one for one in re.findall(r"<f[ >].*?</f>", made) if "evil" in one]
        assert typed == []
        assert "calc" not in "".join(re.findall(r"<f[ >].*?</f>", made))
        assert "ddeLink" not in made
    text = client.get(f"/desk/rounds/{figure.submission.round_id}/figures.csv")
    for cell in cells_of(text.content.decode("utf-8-sig")):
        assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
        assert not cell.startswith("-") or re.fullmatch(r"-[\d.]+", cell), cell


def test_what_was_tried_left_no_trace_in_the_journal(office):
    before = Entry.objects.count()
    client = office.client(NO_POST)
    for path in ("users/1/stop/", "posts/", "orgs/YZ01/rename/"):
        client.post(f"/people/{path}", {"reason": "x", "day": "2026-01-01", "name": "x"})
    assert Entry.objects.count() == before
