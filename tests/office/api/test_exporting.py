import contextlib
import datetime as dt
import io
import zipfile

import pytest
from attrs import evolve

from paitou.cli.archive import OFFICE_FIGURES, unpack_into
from paitou.folder import load
from paitou.office.api.exporting import export
from paitou.office.books import Shelf
from paitou.office.books.shelf import Reported as Added
from paitou.office.journal.actions import Refused, perform
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.figures import stamp_of, with_reported
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Reported

NAME = "yunze-2024"
SAME = (
    "plan", "compiled", "quotas", "orgs", "decisions", "milestones", "rulebooks",
    "contest", "outlooks", "tracking", "assumptions", "is_simulated", "title",
)  # fmt: skip


ODD = (("超过130", ""), ("约12.50", ""), ("/", "当年没有"), ("预计0.30", ""), ("=1", ""))


@pytest.fixture
def approved(office, monkeypatch):
    """Two forms approved; one of their figures corrected from day to day."""
    office.approve("YZ02")
    key = Reported.objects.filter(submission__org="YZ02").first().key
    actor = office.actor("supervision")
    for later, (text, note) in enumerate(ODD, 2):
        day = dt.date(2026, 4, later)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_, day=day: day)
        typed, why = Typed(text=text, note=note), "核对"
        with contextlib.suppress(Refused):
            perform(actor, correct, actor, NAME, key, typed, why, office.book)
    office.approve()
    return office


def served(folder):
    return Shelf([folder], load, Added(stamp=stamp_of, add=with_reported)).find(folder.name)


def bare(figures):
    return {evolve(figure, where="") for figure in figures}


def test_what_is_exported_loads_as_the_book_that_is_served(approved, tmp_path):
    shelved = served(approved.folder)
    unpack_into(export(shelved), tmp_path / NAME)
    loaded = load(tmp_path / NAME)
    for name in SAME:
        assert getattr(loaded, name) == getattr(shelved.book, name), name
    assert bare(loaded.figures) == bare(shelved.book.figures)
    said = {figure.qualifier for figure in loaded.figures}
    assert {"超过", "约"} <= said
    assert len(loaded.figures) == len(shelved.book.figures) > len(approved.book.figures)


def test_what_was_imported_is_exported_byte_for_byte(approved, tmp_path):
    first = export(served(approved.folder))
    unpack_into(first, tmp_path / NAME)
    assert export(served(tmp_path / NAME)) == first


def test_elsewhere_without_the_office_it_is_the_same_too(approved, tmp_path):
    first = export(served(approved.folder))
    unpack_into(first, tmp_path / NAME)
    alone = Shelf([tmp_path / NAME], load).find(NAME)
    assert export(alone) == first


def test_the_same_export_twice_is_the_same(approved):
    assert export(served(approved.folder)) == export(served(approved.folder))


def test_without_anything_approved_it_is_the_folder(office):
    with zipfile.ZipFile(io.BytesIO(export(served(office.folder)))) as archive:
        assert OFFICE_FIGURES not in archive.namelist()
        plan = archive.read("plan.txt")
    assert plan == (office.folder / "plan.txt").read_bytes()


def test_the_api_sends_it_to_those_who_read_all(call, approved):
    answer = call("leader").get(f"/books/{NAME}/export")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert OFFICE_FIGURES in archive.namelist()
    assert call("reporter").get(f"/books/{NAME}/export").status_code == 403
    assert call("leader").get("/books/none/export").status_code == 404
