"""Tests of the list of products and of what they may be asked."""

import datetime as dt
from pathlib import Path

import pytest

from paitou.model import Period, UsageError
from paitou.report.products import Wish, find_product, products

DAY = dt.date(2025, 11, 5)


def test_every_product_that_ships_is_told_in_a_sentence():
    for one in products():
        assert one.title != one.name, one.name
        assert one.told.endswith("。")
        assert one.endings


def test_what_a_product_takes_is_known():
    assert find_product("contest").settings == ("rulebook",)
    assert find_product("breakdown").taken == ()
    assert "template" in find_product("leader").taken


@pytest.mark.parametrize(
    ("name", "wish", "words"),
    [
        ("breakdown", Wish(as_of=DAY, period=Period.parse("2025Q3")), "用不上 --period"),
        ("leader", Wish(as_of=DAY, settings={"x": "1"}), "没有可以写的选项"),
        ("contest", Wish(as_of=DAY, settings={"x": "1"}), "可以写的有：rulebook"),
    ],
)
def test_what_it_does_not_take_is_told(name, wish, words):
    with pytest.raises(UsageError, match=words):
        find_product(name).check(wish)


def test_endings_are_checked():
    with pytest.raises(UsageError, match="只能写成"):
        find_product("leader").check_ending(Path("a.xlsx"))
    find_product("leader").check_ending(Path("a.PDF"))


def test_simulated_figures_are_marked_on_the_breakdown(yunze, tmp_path):
    from paitou.tables import read_table

    path = tmp_path / "a.xlsx"
    find_product("breakdown").write(yunze, path, Wish(as_of=DAY))
    assert "模拟数据" in "".join(cell.text for cell in read_table(path).cells(1))
