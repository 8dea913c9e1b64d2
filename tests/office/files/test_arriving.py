"""Tests of uploads as they come in: in memory only, never more than is allowed."""

import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from paitou.office.files.arriving import most_bytes


@pytest.fixture(autouse=True)
def _small(settings):
    settings.UPLOAD_MB = 1


def posted(**files):
    given = {name: SimpleUploadedFile(f"{name}.txt", data) for name, data in files.items()}
    return RequestFactory().post("/", given).FILES


def test_a_file_comes_in_as_it_was():
    assert posted(a=b"x" * 300_000)["a"].read() == b"x" * 300_000


def test_of_too_much_just_enough_is_held_to_see_that_it_is():
    file = posted(a=b"x" * 3_000_000)["a"]
    assert file.size == len(file.read()) == most_bytes() + 1


def test_several_files_together_are_held_to_the_same():
    files = posted(a=b"x" * 900_000, b=b"y" * 900_000, c=b"z" * 900_000)
    assert sum(file.size for file in files.values()) == most_bytes() + 1


def test_nothing_is_written_to_a_disk(monkeypatch):
    def never(*_, **__):
        raise AssertionError("a temporary file")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, never)
    assert posted(a=b"x" * 5_000_000)["a"].size
