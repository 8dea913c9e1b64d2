"""Tests of which documents a command line names."""

import pytest

from paitou.cli.inputs import documents
from paitou.model import UsageError


def _touch(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_folder_gives_its_documents_in_order(tmp_path):
    _touch(
        tmp_path, "b.txt", "a.docx", "c/d.PDF", "c.csv", ".git/e.txt", "~$a.docx", ".f.txt"
    )
    found = [str(path.relative_to(tmp_path)) for path in documents([tmp_path])]
    assert found == ["a.docx", "b.txt", "c/d.PDF"]


def test_files_stay_in_the_order_of_the_call_each_once(tmp_path):
    _touch(tmp_path, "b.txt", "a.txt")
    named = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt"]
    assert documents(named) == named[:2]


def test_a_folder_without_documents_is_told(tmp_path):
    _touch(tmp_path, "a.csv")
    with pytest.raises(UsageError, match="没有可以读取的文件"):
        documents([tmp_path])


def test_a_missing_file_is_left_to_the_reader(tmp_path):
    assert documents([tmp_path / "no.txt"]) == [tmp_path / "no.txt"]
