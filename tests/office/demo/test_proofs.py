"""Simulated evidence: real files, the same on every machine, that say what they are."""

import io

from PIL import Image

from paitou.office.demo.proofs import simulated_page, simulated_photo
from paitou.office.files.checking import check

MOST = 1_000_000


def test_both_pass_the_checks_of_what_is_brought():
    for made in (simulated_page("汇总表", ("工业总产值",)), simulated_photo("现场")):
        assert check(made.name, made.content, MOST).media_type == made.media_type


def test_the_same_words_give_the_same_bytes():
    lines = ("工业总产值", "东溪区")
    assert simulated_page("a", lines) == simulated_page("a", lines)
    assert simulated_photo("a").content == simulated_photo("b").content


def test_a_page_says_that_it_is_simulated():
    first = "模拟数据，不是统计数据".encode("utf-16-be").hex().encode()
    assert first in simulated_page("a", ()).content


def test_a_photo_shows_something():
    picture = Image.open(io.BytesIO(simulated_photo("a").content))
    picture.load()
    assert len(picture.getcolors()) == 2
