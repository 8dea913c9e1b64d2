"""An archive holds everything, gives it back, and nothing that was altered is taken."""

from __future__ import annotations

import io
import tarfile

import pytest

from paitou.model import UsageError
from paitou.office.config.whole import (
    is_archive,
    opened_archive,
    put_files_back,
    write_archive,
)
from paitou.office.files.store import ContentStore

ROWS, LIST = b"rows of the database", b'{"title": "1"}\n'


@pytest.fixture
def archive(settings, tmp_path):
    """An archive of a data folder with two stores, and the folder it is put back into."""
    settings.DATA_DIR = tmp_path / "old"
    ContentStore(settings.DATA_DIR / "files").keep(b"evidence")
    ContentStore(settings.DATA_DIR / "issued").keep(b"paper")
    (settings.DATA_DIR / "issued" / "index.jsonl").write_bytes(LIST)
    (settings.DATA_DIR / "secret-key").write_bytes(b"not for a backup")
    path = tmp_path / "whole.tar"
    write_archive(path, lambda rows: rows.write_bytes(ROWS) and None)
    settings.DATA_DIR = tmp_path / "new"
    return path


def names(path):
    with tarfile.open(path) as archive:
        return archive.getnames()


def altered(path, change):
    """Write the archive again, each part as `change` gives it: name and bytes, or none."""
    out = path.with_name("altered.tar")
    with tarfile.open(path) as old, tarfile.open(out, "w") as new:
        for member in old:
            found = change(member.name, old.extractfile(member).read())
            if found is not None:
                told = tarfile.TarInfo(found[0])
                told.size = len(found[1])
                new.addfile(told, io.BytesIO(found[1]))
    return out


def test_everything_is_in_it_and_comes_back(archive, settings):
    assert not any("secret" in name for name in names(archive))
    with opened_archive(archive) as rows:
        assert rows.read_bytes() == ROWS
    assert put_files_back(archive) == 2
    for store, content in (("files", b"evidence"), ("issued", b"paper")):
        (sha256,) = ContentStore(settings.DATA_DIR / store).hashes()
        assert ContentStore(settings.DATA_DIR / store).read(sha256) == content
    assert (settings.DATA_DIR / "issued" / "index.jsonl").read_bytes() == LIST


def test_put_back_twice_it_is_there_once(archive, settings):
    put_files_back(archive)
    put_files_back(archive)
    assert (settings.DATA_DIR / "issued" / "index.jsonl").read_bytes() == LIST


def test_the_same_folder_gives_the_same_bytes(archive, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "old"
    again = tmp_path / "again.tar"
    write_archive(again, lambda rows: rows.write_bytes(ROWS) and None)
    assert again.read_bytes() == archive.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda name, content: (name, content + b"x" if "objects" in name else content),
        lambda name, content: None if name.startswith("database") else (name, content),
        lambda name, content: (name.replace("files/", "../files/"), content),
        lambda name, content: (name.replace("files/", "/etc/"), content),
        lambda name, content: (name.replace("index.jsonl", "secret-key"), content),
    ],
)
def test_what_was_altered_is_not_taken(archive, settings, change):
    with (
        pytest.raises(UsageError, match="不完整或被改动过"),
        opened_archive(altered(archive, change)),
    ):
        pass
    assert not settings.DATA_DIR.exists()


def test_what_is_cut_off_is_not_taken(archive):
    archive.write_bytes(archive.read_bytes()[:2000])
    with pytest.raises(UsageError, match="不完整或被改动过"), opened_archive(archive):
        pass


def test_a_link_in_it_leads_nowhere(archive, settings):
    with tarfile.open(archive, "a") as more:
        told = tarfile.TarInfo("files/objects/aa/" + "a" * 64)
        told.type, told.linkname = tarfile.SYMTYPE, "/etc/passwd"
        more.addfile(told)
    with pytest.raises(UsageError), opened_archive(archive):
        pass


def test_what_is_no_archive_is_known(tmp_path, archive):
    other = tmp_path / "x.tar"
    other.write_bytes(b"PK\x03\x04")
    assert (is_archive(archive), is_archive(other)) == (True, False)
    assert not is_archive(tmp_path / "nothing")
