"""Tests of the store of what was issued: exact, listed, told when it was altered."""

import datetime as dt

import pytest

from paitou.model import UsageError
from paitou.office.papers.issued import Issued, IssuedStore

TOLD = Issued(
    book="yunze", product="circular", title="关于…的通报", ending=".docx",
    as_of=dt.date(2025, 11, 5), period="2025Q3", number="第3期",
    issued_on=dt.date(2025, 11, 8),
)  # fmt: skip


@pytest.fixture
def store(tmp_path):
    return IssuedStore(tmp_path / "issued")


def test_what_is_kept_comes_back_exactly(store):
    entry = store.keep(b"PK\x00paper", TOLD)
    assert store.read(entry.sha256) == b"PK\x00paper"
    assert store.entries() == (entry,)
    assert (entry.size, entry.number) == (8, "第3期")
    assert store.faults() == ()


def test_the_same_bytes_are_kept_once_and_listed_twice(store, tmp_path):
    first, second = store.keep(b"a", TOLD), store.keep(b"a", TOLD)
    assert first == second
    assert len(store.entries()) == 2
    assert len([one for one in (tmp_path / "issued").rglob("*") if one.is_file()]) == 2


def test_what_was_altered_is_told_and_not_given(store, tmp_path):
    entry = store.keep(b"a", TOLD)
    (path,) = (tmp_path / "issued" / "objects").rglob(entry.sha256)
    path.chmod(0o644)
    path.write_bytes(b"b")
    with pytest.raises(UsageError, match="已被改动"):
        store.read(entry.sha256)
    assert store.faults() == ("第1行“关于…的通报”的文件已被改动",)
    path.unlink()
    assert "不在存档里" in store.faults()[0]


def test_a_line_cut_short_spoils_no_other(store, tmp_path):
    store.keep(b"a", TOLD)
    index = tmp_path / "issued" / "index.jsonl"
    index.write_bytes(index.read_bytes() + b'{"book": "yun')
    entry = store.keep(b"b", TOLD)
    assert len(store.entries()) == 2
    assert store.entries()[-1] == entry
    assert store.faults() == ("index.jsonl 第2行读不出来",)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 64])
def test_only_what_was_issued_can_be_read(store, name):
    with pytest.raises(UsageError, match="没有"):
        store.read(name)


def test_an_empty_store_and_a_broken_folder(store, tmp_path):
    assert store.entries() == store.faults() == ()
    (tmp_path / "issued").write_text("a file")
    with pytest.raises(UsageError, match="没有存档"):
        store.keep(b"a", TOLD)
