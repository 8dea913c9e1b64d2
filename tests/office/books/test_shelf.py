"""The shelf reads a folder again only when it changed."""

from __future__ import annotations

import os

import pytest

from paitou.model import UsageError
from paitou.office.books import Shelf


def test_a_book_is_read_once_until_a_file_changes(tmp_path, book):
    read = []
    shelf = Shelf([tmp_path], lambda folder: read.append(folder) or book)
    plan = tmp_path / "plan.txt"
    plan.write_text("一")
    shelf.books()
    shelf.find(tmp_path.name)
    assert len(read) == 1
    plan.write_text("二二")
    os.utime(plan, ns=(1, 1))
    shelf.books()
    assert len(read) == 2


def test_two_folders_of_one_name_are_refused(tmp_path, book):
    folders = [tmp_path / "a" / "plan", tmp_path / "b" / "plan"]
    with pytest.raises(UsageError, match="同名"):
        Shelf(folders, lambda _: book)


def test_the_same_folder_twice_is_one_book(tmp_path, book):
    books, _ = Shelf([tmp_path, tmp_path], lambda _: book).books()
    assert len(books) == 1


def test_an_unknown_name_finds_nothing(tmp_path, book):
    shelf = Shelf([tmp_path], lambda _: book)
    assert shelf.find("other") is None
    assert shelf.find(f"{tmp_path.name}~other") is None


def test_a_folder_that_cannot_be_read_hides_no_other(tmp_path, book):
    folders = [tmp_path / "good", tmp_path / "bad"]

    def load(folder):
        if folder.name == "bad":
            raise UsageError("读不出来")
        return book

    books, faults = Shelf(folders, load).books()
    assert [one.name for one in books] == ["good"]
    assert faults == ("读不出来",)
