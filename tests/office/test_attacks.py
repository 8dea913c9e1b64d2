"""What somebody hostile tries on every page: forged forms, scripts, methods, paths."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from paitou.office.people.models import Body, Post, User
from paitou.office.people.roles import Role
from paitou.office.people.rules import rule_of
from paitou.office.reporting.models import Cell, Reported, Review, Round, Submission
from permissions import PAGES, PUBLIC
from whole_office import GAP, PATTERNS, ask, body, opener

pytestmark = pytest.mark.django_db
NAMES = [name for name in PATTERNS if name in PAGES]
READ = [name for name in NAMES if "get" in PAGES[name][1]]
WRITTEN = [name for name in NAMES if "post" in PAGES[name][1]]
#: Scripts and rules in the page itself, which the content policy does not let run.
INLINE = {
    "a script": re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))", re.I),
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "an address of a script": re.compile(r"(?:href|src|action)=[\"']?\s*javascript:", re.I),
    "a style sheet": re.compile(r"<style\b", re.I),
    "a style": re.compile(r"<[^>]*\sstyle\s*=", re.I),
    "a frame": re.compile(r"<(?:iframe|object|embed|base|meta http-equiv)\b", re.I),
    "something from elsewhere": re.compile(
        r"<(?:script|link|img|source)[^>]*(?:src|href)=[\"']?(?:https?:)?//", re.I
    ),
}


@pytest.fixture(scope="module")
def clients(office):
    """Everybody's browser, each made once."""
    made = {}
    return lambda who: made.setdefault(who, office.client(who))


def is_html(answer):
    return answer.get("Content-Type", "").startswith("text/html")


@pytest.mark.parametrize("name", WRITTEN)
def test_a_form_of_another_site_is_refused(office, name):
    client = Client(enforce_csrf_checks=True, REMOTE_ADDR="10.1.1.1")
    user = office.users[opener(name)]
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    answer = ask(client, "post", office.path(PATTERNS[name][0]), {"reason": "x"})
    assert answer.status_code == 403
    assert "表单已失效" in answer.content.decode()


@pytest.mark.parametrize("name", READ)
def test_every_answer_carries_its_headers(office, clients, name):
    answer = ask(clients(opener(name)), "get", office.path(PATTERNS[name][0]))
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "Server" not in answer
    assert "X-Powered-By" not in answer
    if not rule_of(PATTERNS[name][1]).is_public:
        assert "no-store" in answer["Cache-Control"]
    if answer.status_code == 200:
        assert "public" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize("name", READ)
def test_no_page_holds_a_script_or_a_style_of_its_own(office, clients, name):
    answer = ask(clients(opener(name)), "get", office.path(PATTERNS[name][0]))
    if is_html(answer):
        page = body(answer).decode()
        assert [what for what, found in INLINE.items() if found.search(page)] == []


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_no_page_answers_to_another_method(office, clients, method):
    answered = {}
    for name in NAMES:
        answer = ask(clients(opener(name)), method, office.path(PATTERNS[name][0]))
        if answer.status_code != 405:
            answered[name] = answer.status_code
    assert answered == {} or set(answered.values()) <= {302, 403}


TRICKS = [
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "....//",
    "x%00.toml",
    "%2e%2e",
    "\\..\\x",
    "~root",
    "x" * 3000,
    "%f0%9f%92%a9",
    "' or 1=1--",
    "${7*7}{{7*7}}",
    "\u202etxt",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_a_path_leads_to_a_page_or_nowhere(office, clients, trick):
    for name in NAMES:
        route = PATTERNS[name][0]
        for gap in GAP.finditer(route):
            path = route.replace(gap[0], trick)
            answer = ask(clients(opener(name)), "get", office.path(path))
            assert answer.status_code in (200, 301, 302, 400, 403, 404, 405), (name, path)
            assert "root:x:" not in body(answer).decode("utf-8", "replace")


@pytest.mark.parametrize("number", ["0", "999999999999999999999999", "-1", "1e3", "0x10"])
def test_a_number_that_is_guessed_is_not_there(office, clients, number):
    for name in NAMES:
        route = PATTERNS[name][0]
        if "<int:number>" in route:
            path = route.replace("<int:number>", number)
            for method in PAGES[name][1]:
                answer = ask(clients(opener(name)), method, office.path(path))
                assert answer.status_code in (302, 403, 404), (name, method)


QUERIES = [
    "as_of=9999999-01-01",
    "as_of[]=x",
    "page=-1",
    "year=99999999999",
    "q=%00",
    "s=" + "x" * 5000,
    "period=2025Q9",
    "rulebook=../x",
    "next=//evil.example",
    "to=1e999999",
    "try=s1&to=" + "9" * 400,
]


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_breaks_no_page(office, clients, query):
    broken = {}
    for name in READ:
        path = f"{office.path(PATTERNS[name][0])}?{query}"
        answer = ask(clients(opener(name)), "get", path)
        if answer.status_code >= 500:
            broken[name] = answer.status_code
    assert broken == {}


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'--></style></script><svg/onload=alert(1)>",
)


@pytest.fixture
def hostile(office, request):
    """The office, where whatever people typed is hostile."""
    text = request.param
    Body.objects.update(name=text, note=text, group=text[:30], aliases=[text])
    User.objects.update(name=text[:40])
    Post.objects.filter(title="空岗").update(title=text)
    Round.objects.update(note=text)
    Submission.objects.update(org_name=text)
    Cell.objects.update(text=text, note=text, name=text, definition=text, org_name=text)
    Reported._base_manager.update(note=text, reason=text, approver=text, source=text)
    form = office.handed_in
    Review.objects.create(
        submission=form, turn=1, move="return", label="退回", at=timezone.now(),
        post=text, reason=text,
    )  # fmt: skip
    return text


@pytest.mark.parametrize("hostile", HOSTILE, indirect=True)
@pytest.mark.parametrize("who", [Role.SUPERVISION, Role.HEAD, Role.SYSTEM, Role.SECURITY])
def test_what_people_typed_is_never_markup(office, clients, hostile, who):
    told = {}
    for name in READ:
        answer = ask(clients(who), "get", office.path(PATTERNS[name][0]))
        if is_html(answer) and hostile in body(answer).decode():
            told[name] = answer.status_code
    assert told == {}


@pytest.mark.parametrize("hostile", HOSTILE, indirect=True)
def test_what_people_sent_back_is_never_markup(office, clients, hostile):
    fields = ("reason", "name", "title", "login", "text", "note", "day", "due", "code")
    sent = dict.fromkeys((*fields, "parts", "group", "pasted", "period", "book"), hostile)
    told = {}
    for name in WRITTEN:
        answer = ask(clients(opener(name)), "post", office.path(PATTERNS[name][0]), sent)
        if answer.status_code >= 500 or hostile in body(answer).decode():
            told[name] = answer.status_code
    assert told == {}


def test_another_host_is_refused_and_not_repeated(office):
    answer = Client(HTTP_HOST="evil.example").get("/sign-in/")
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    told = {"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}
    page = Client(headers=told).get("/sign-in/").content.decode()
    assert "evil.example" not in page


@pytest.mark.parametrize("name", READ)
def test_the_public_is_told_nothing_of_who_is_who(office, name):
    answer = ask(office.client(PUBLIC), "get", office.path(PATTERNS[name][0]))
    page = body(answer).decode("utf-8", "replace")
    assert "reporter2" not in page
    assert "10.1.1.1" not in page
