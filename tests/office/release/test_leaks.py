"""A secret in an unpublished figure, and every address that anybody may ask."""

import io
import re
import zipfile

import pytest
from django.test import Client

from office.release.asking import asked, values
from office.release.conftest import EAST, NAME, at
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.models import Reported

HIDDEN = "7654.321"
#: As pages write it: rounded, with separators, or as a share of a hundred million.
TRACES = re.compile(rb"7,?654\.[23]|765432|0?\.7654")


@pytest.fixture
def secret(desk, shelf, on_day, monkeypatch):
    """The desk with a form approved in which every number is the secret."""
    on_day("2026-04-10")
    monkeypatch.setattr(
        type(desk),
        "values",
        lambda self, org=EAST: {
            cell.key: Typed(text=HIDDEN, note=HIDDEN) for cell in self.form(org).cells.all()
        },
    )
    desk.approve()
    assert {row.value for row in Reported.objects.all()} == {HIDDEN}
    return desk


def content(answer):
    """Everything that an answer says, what a workbook or paper holds unpacked."""
    data = answer.getvalue() if answer.streaming else answer.content
    if data[:2] == b"PK":
        packed = zipfile.ZipFile(io.BytesIO(data))
        data = b"".join(packed.read(name) for name in packed.namelist())
    return data + repr(answer.headers).encode()


def leaks(client, wanted):
    found = []
    for address in wanted:
        answer = client.get(address)
        if TRACES.search(content(answer)):
            found.append(address)
    return found


def test_nothing_that_is_not_published_is_anywhere(secret):
    client = Client()
    wanted = [each for each in asked() if "7654" not in each]
    assert len(wanted) > 200
    assert leaks(client, wanted) == []


def test_searching_for_it_finds_what_is_found_for_any_other_number(secret):
    client = Client()
    for page in ("", "statements/", "commitments/", "overview/"):
        told = client.get(f"/plans/{NAME}/{page}?q=7654.321").content.decode()
        other = client.get(f"/plans/{NAME}/{page}?q=8765.432").content.decode()
        assert told.replace("7654.321", "8765.432") == other


def test_another_organisation_finds_it_nowhere_either(secret, signed_in_as):
    pages = ("", "overview/", "final/", "outlook/", "standings.json", "standings.xlsx")
    wanted = [f"/plans/{NAME}/{page}" for page in pages]
    wanted += [f"/plans/{NAME}/targets/{one}/" for one in values()["statement"][:5]]
    assert leaks(signed_in_as("other"), wanted) == []


@pytest.fixture
def signed_in_as(secret):
    """A function that gives a client of somebody who has signed in."""
    from paitou.office.people.models import User

    def client_of(login):
        client = Client()
        client.force_login(User.objects.get(login=login))
        return client

    return client_of


def test_the_office_does_see_it(secret, signed_in_as):
    """So that the test above looks where there is something to find."""
    pages = [each for each in asked() if each.startswith(f"/plans/{NAME}/targets/")]
    assert leaks(signed_in_as("leader"), pages)


def test_once_published_everybody_sees_it_from_that_day_on(secret, on_day):
    from paitou.office.release.models import Release

    noon = at("2026-04-12T12:00")
    Release.objects.create(
        kind="round", book=NAME, key=str(secret.round.pk), level="public", starts=noon,
        upto=Reported.objects.order_by("-pk")[0].pk, decided_at=noon, decided_by="督查室",
    )  # fmt: skip
    on_day("2026-04-20")
    pages = [f"/plans/{NAME}/targets/{one}/" for one in values()["statement"]]
    before = [f"{page}?as_of=2026-04-11" for page in pages]
    assert leaks(Client(), before) == []
    assert leaks(Client(), pages)
