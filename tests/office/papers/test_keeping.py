"""Tests of what is made once and kept within bounds."""

import threading
import time

from paitou.office.papers.keeping import Disk, Memory


def test_a_paper_is_made_once_whoever_asks():
    made = []
    kept = Memory(1000)

    def make():
        time.sleep(0.05)
        made.append(1)
        return b"paper"

    threads = [threading.Thread(target=kept.get, args=("a", make)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(made), kept.get("a", make)) == (1, b"paper")


def test_the_least_used_is_dropped_beyond_the_bound():
    kept = Memory(10)
    kept.get("a", lambda: b"aaaa")
    kept.get("b", lambda: b"bbbb")
    kept.get("a", lambda: b"no")
    kept.get("c", lambda: b"cccc")
    assert kept.size <= 10
    assert kept.get("a", lambda: b"new") == b"aaaa"
    assert kept.get("b", lambda: b"new") == b"new"
    assert kept.get("d", lambda: b"d" * 99) == b"d" * 99
    assert kept.size <= 10


def test_what_fails_is_tried_again():
    kept = Memory(10)

    def fail():
        raise ValueError

    for _ in range(2):
        try:
            kept.get("a", fail)
        except ValueError:
            continue
    assert kept.get("a", lambda: b"a") == b"a"


def test_files_are_kept_within_the_bound(tmp_path):
    disk = Disk(tmp_path / "cache", 10)
    assert disk.get("a", lambda: b"aaaaaa") == b"aaaaaa"
    assert disk.get("a", lambda: b"new") == b"aaaaaa"
    disk.get("b", lambda: b"bbbbbb")
    sizes = [one.stat().st_size for one in (tmp_path / "cache").iterdir()]
    assert sum(sizes) <= 10


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert Disk(tmp_path / "cache", 10).get("a", lambda: b"made") == b"made"
