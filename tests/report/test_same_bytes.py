"""Equal books give equal bytes in every format, on any clock and in any process."""

import datetime as dt
import hashlib
import json
import os
import shutil
import subprocess
import sys

import pytest
from attrs import evolve

from paitou.report.products import Wish, find_product, products

DAY = dt.date(2025, 11, 5)
PAPERS = [one.name for one in products() if ".docx" in one.endings]
#: Writes every product, on a clock that is so many days ahead; prints their hashes.
SCRIPT = """
import datetime, hashlib, json, sys, time
from pathlib import Path

folder, later, out = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
days = int(sys.argv[4])
real = time.time
time.time = lambda: real() + days * 86400
class Day(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
datetime.datetime = Day

from paitou.folder import load
from paitou.report.products import Wish, products

book, made = load(folder), {}
for one in products():
    path = out / f"{one.name}{one.endings[0]}"
    settings = {"later": later} if "later" in one.settings else {}
    one.write(book, path, Wish(as_of=datetime.date(2025, 11, 5), settings=settings))
    made[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
print(json.dumps(made))
"""


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    path = tmp_path_factory.mktemp("later") / "later.txt"
    path.write_text("2026年政府工作报告\n\n2025年，旅游总收入达到90亿元。", "utf-8")
    return path


def _hashes(folder, later, out, seed, days):
    out.mkdir()
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder), str(later), str(out), str(days)],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{int(days > 0) * 9}"},
        check=True, capture_output=True, text=True, timeout=300,
    ).stdout  # fmt: skip
    return json.loads(told)


def test_no_clock_hash_seed_or_process_shows_in_a_product(kunming_file, later, tmp_path):
    pytest.importorskip("typst", reason="typst is not installed")
    pytest.importorskip("vl_convert", reason="vl-convert is not installed")
    folder = kunming_file.parents[1] / "yunze-2024"
    first = _hashes(folder, later, tmp_path / "a", "1", 0)
    assert len(first) == len(products())
    assert _hashes(folder, later, tmp_path / "b", "4711", 400) == first


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
@pytest.mark.parametrize("name", PAPERS)
def test_every_pdf_is_the_same_twice(yunze, tmp_path, name):
    hashes = set()
    for nth in "ab":
        path = tmp_path / f"{nth}.pdf"
        find_product(name).write(evolve(yunze), path, Wish(as_of=DAY))
        hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(hashes) == 1
