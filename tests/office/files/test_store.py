"""Tests of the store by hash: exact, once only, altered bytes are never given out."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import UsageError
from paitou.office.files.store import ContentStore, hash_of


@pytest.fixture
def store(tmp_path):
    return ContentStore(tmp_path / "kept")


def test_what_is_kept_comes_back_exactly(store):
    found = store.keep(b"\x00a\r\n")
    assert found == hashlib.sha256(b"\x00a\r\n").hexdigest()
    assert store.read(found) == b"\x00a\r\n"
    assert store.fault_of(found) == ""


def test_the_same_bytes_are_kept_once(store):
    assert store.keep(b"a") == store.keep(b"a")
    assert list(store.hashes()) == [hash_of(b"a")]


def test_altered_bytes_are_told_and_put_right_when_they_come_again(store):
    found = store.keep(b"a")
    store.place(found).chmod(0o644)
    store.place(found).write_bytes(b"b")
    with pytest.raises(UsageError, match="已被改动"):
        store.read(found)
    assert "已被改动" in store.fault_of(found)
    assert store.read(store.keep(b"a")) == b"a"


@given(name=st.text(max_size=80))
def test_no_name_leads_out_of_the_store(tmp_path_factory, name):
    store = ContentStore(tmp_path_factory.mktemp("kept"))
    assert store.find(name) is None
    assert store.find(f"../{name}") is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "kept").write_text("a file")
    with pytest.raises(UsageError, match="写不进去"):
        ContentStore(tmp_path / "kept").keep(b"a")


def test_nothing_half_written_is_left_beside(store):
    found = store.keep(b"a")
    assert [p.name for p in store.place(found).parent.iterdir()] == [found]
