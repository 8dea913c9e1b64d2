import pytest
from django.db import transaction

from officials import EAST, WEST, make_actor, make_orgs, make_user, signed_in
from paitou.office.journal.models import Entry, Head
from paitou.office.journal.words import WORDS
from paitou.office.journal.writing import Change, Who, record
from paitou.office.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def audit():
    make_orgs()
    return signed_in(make_user("audit", Role.AUDIT))


def enter(count=1, org=EAST, action="people.sign_in", after=None):
    with transaction.atomic():
        for number in range(count):
            change = Change(action=action, subject=f"session:{number}", after=after)
            record(Who(post="东溪区·填报员", org=org), change)


def test_an_empty_journal(audit):
    html = audit.get("/journal/").content.decode()
    assert "共0条" in html
    assert "没有符合条件的留痕" in html


def test_the_newest_first_and_older_ones_on_the_next_page(audit):
    enter(130)
    html = audit.get("/journal/").content.decode()
    assert html.count("<tr>") == 101
    assert 'href="?before=31"' in html
    older = audit.get("/journal/?before=31").content.decode()
    assert older.count("<tr>") == 31
    assert "更早的" not in older


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (f"org={WEST}", 2),
        ("action=people.sign_out", 1),
        ("since=2020-01-01&until=2020-12-31", 0),
        ("since=2020-01-01", 6),
        ("before=3", 2),
    ],
)
def test_filtering(audit, query, rows):
    enter(3)
    enter(2, WEST)
    enter(1, action="people.sign_out")
    html = audit.get(f"/journal/?{query}").content.decode()
    assert html.count('<td class="num">') == rows


@pytest.mark.parametrize("query", ["since=yesterday", "action=x", "before=one"])
def test_a_wrong_filter(audit, query):
    assert audit.get(f"/journal/?{query}").status_code == 400


def test_figures_are_not_for_the_audit_administrator(audit):
    enter(action="reporting.approve", after={"value": "12345.67"})
    enter(action="people.grant_post", after={"role": "head-of-all"})
    html = audit.get("/journal/").content.decode()
    assert "12345.67" not in html
    assert "head-of-all" in html


def test_it_is_held_against_itself_and_a_deposit(audit):
    enter(3)
    head = Head.objects.get()
    assert f"3:{head.digest}" in audit.get("/journal/").content.decode()
    told = audit.post("/journal/", {"deposited": f"3:{head.digest}"}).content.decode()
    assert "核对了3条" in told
    wrong = audit.post("/journal/", {"deposited": f"2:{'0' * 64}"}).content.decode()
    assert "与留存的校验值不符" in wrong
    assert audit.post("/journal/", {"deposited": "x"}).status_code == 400


def test_what_was_added_past_the_journal_is_told(audit):
    assert "user:" in audit.post("/journal/").content.decode()


def test_others_see_the_entries_of_their_own_organisations():
    make_orgs()
    enter(1)
    enter(1, WEST)
    mine = Entry.objects.all().for_actor(make_actor("li", Role.REPORTER))
    assert [entry.org for entry in mine] == [EAST]
    assert not Entry.objects.all().for_actor(make_actor("sys", Role.SYSTEM)).exists()


def test_every_action_has_a_word():
    import ast
    from pathlib import Path

    from paitou.office import people

    used = {
        node.value
        for path in Path(people.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith("people.")
    }
    assert used - set(WORDS) == set()
