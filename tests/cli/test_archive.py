import io
import stat
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.cli import archive
from paitou.cli.archive import folder_files, pack, unpack, unpack_into
from paitou.folder import load
from paitou.model import UnreadableFile, UsageError

NAMES = st.from_regex(r"[a-z]{1,6}(/[a-z]{1,6}){0,2}\.csv", fullmatch=True)


def zipped(*entries, **told):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in told.items():
                setattr(info, key, value)
            made.writestr(info, content)
    return stream.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=50), max_size=5))
def test_what_is_packed_is_unpacked(files):
    folders = {name.rsplit("/", n)[0] for name in files for n in range(1, 3)}
    if not folders & set(files):
        assert unpack(pack(files)) == files


def test_the_order_of_files_makes_no_difference():
    assert pack({"a": b"1", "b": b"2"}) == pack({"b": b"2", "a": b"1"})


@pytest.mark.parametrize("city", ["kunming-2023", "yunze-2024"])
def test_a_folder_that_comes_back_is_the_same_book(kunming_file, tmp_path, city):
    folder = kunming_file.parents[1] / city
    packed = pack(folder_files(folder))
    unpack_into(packed, tmp_path / city)
    assert load(tmp_path / city) == load(folder)
    assert pack(folder_files(tmp_path / city)) == packed


@pytest.mark.parametrize(
    "name",
    [
        "../plan.txt", "/plan.txt", "a/../../b", "a//b", "./a", "a\\..\\b", "C:a", "c:/a",
        ".hidden", "a/.git/config", "a./b", "a ", "con", "nul.txt", "a/aux.csv", "a:b",
        "x" * 201, "a/" * 9 + "b", "a\nb", "..",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(UnreadableFile, match="没有读取"):
        unpack(zipped((name, b"x")))


@pytest.mark.parametrize(
    "names", [("a", "A"), ("a", "a/b"), ("a/b", "A"), ("caf\u00e9", "cafe\u0301")]
)
def test_two_files_in_one_place_are_refused(names):
    with pytest.raises(UnreadableFile, match="重名"):
        unpack(zipped(*((name, b"x") for name in names)))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(kind):
    data = zipped(("a", b"/etc/passwd"), external_attr=(kind | 0o777) << 16)
    with pytest.raises(UnreadableFile, match="不是普通文件"):
        unpack(data)


def test_a_bomb_is_refused_whatever_its_directory_says(monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 100_000)
    data = zipped(("a", b"\0" * 200_000))
    with pytest.raises(UnreadableFile, match="解压后超过"):
        unpack(data)


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILES", 3)
    with pytest.raises(UnreadableFile, match="个文件"):
        unpack(zipped(*((f"f{n}", b"") for n in range(4))))


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 10, b"x" * 99]
)
def test_a_damaged_archive_is_told(data):
    with pytest.raises(UnreadableFile, match="已损坏"):
        unpack(data)


def test_what_is_no_book_is_not_put_in_place(tmp_path):
    with pytest.raises(UsageError, match="方案原文"):
        unpack_into(pack({"book.toml": b""}), tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    with pytest.raises(UsageError, match="已经存在"):
        unpack_into(pack({"plan.txt": b"x"}), tmp_path)


def test_hidden_files_and_links_are_not_packed(tmp_path):
    (tmp_path / "plan.txt").write_text("x")
    (tmp_path / ".secret").write_text("x")
    (tmp_path / "link").symlink_to("/etc/passwd")
    assert list(folder_files(tmp_path)) == ["plan.txt"]
