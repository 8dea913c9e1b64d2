"""Tests of how results are written."""

from pathlib import Path

import pytest

from paitou.cli.output import write_file, write_lines
from paitou.model import UsageError


def test_lines_go_to_the_file_in_utf_8(tmp_path):
    out = tmp_path / "a.txt"
    write_lines(iter(["一", "二"]), out)
    assert out.read_bytes() == "一\n二\n".encode()


def test_lines_go_to_standard_output(capsysbinary):
    write_lines(["一"], None)
    assert capsysbinary.readouterr().out == "一\n".encode()


def test_a_fault_leaves_the_old_file_and_no_part_of_the_new(tmp_path):
    out = tmp_path / "a.txt"
    out.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError):
        write_lines((str(1 // n) for n in (1, 0)), out)
    assert out.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("name", ["", "missing/a.txt", "a.txt/b.txt"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path, name):
    (tmp_path / "a.txt").touch()
    with pytest.raises(UsageError, match="文件夹"):
        write_lines(["x"], tmp_path / name)


def test_a_device_is_written_to_directly():
    write_file(lambda path: path.write_text("x"), Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_the_file_is_readable_by_others(tmp_path):
    write_lines(["x"], tmp_path / "a.txt")
    (tmp_path / "b.txt").touch()
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
