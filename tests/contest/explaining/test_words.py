from decimal import Decimal

from attrs import evolve

from contest.explaining.played import RANGE, VALUES, round_of
from paitou.contest.explaining.changes import change
from paitou.contest.explaining.gaps import gap, gap_to_leader
from paitou.contest.explaining.raising import raise_place, raise_to_score
from paitou.contest.explaining.words import (
    behind_words,
    catch_words,
    change_words,
    why_words,
)
from paitou.contest.readings import Event
from paitou.model import Extra, Missing


def test_why_this_score():
    assert why_words(round_of().board, "中溪区") == (
        "中溪区得68.95分，在参评单位5家中排第4名。",
        "指标0：6.5%，得48.95分（满分60分），组内第4名。",
        "指标1：25%，得20分（满分40分），组内第3名。",
    )


def test_bonuses_and_figures_that_are_missing_are_told():
    rulebook = evolve(
        RANGE, missing=Missing.REWEIGHT,
        extras=(Extra(id="praise", name="表扬", each=Decimal(1)),),
    )  # fmt: skip
    event = Event(org="中溪区", kind="表扬", reason="全省通报表扬")
    values = VALUES | {"中溪区": {"i0": "6.5", "i1": None}}
    board = round_of(rulebook, values, events=(event,)).board
    words = why_words(board, "中溪区")
    assert words[2] == "指标1：没有数据，不计分，其余指标的满分相应放大。"
    assert words[3].startswith("加1分：")


def test_where_the_gap_is():
    board = round_of().board
    assert behind_words(gap_to_leader(board, "北溪区")) == (
        "比南溪区少54.86分；差在：指标1少40分、指标0少14.86分。"
    )
    assert "强在：指标0多9.14分" in behind_words(gap(board, "西溪区", "南溪区"))
    assert behind_words(gap(board, "西溪区", "西溪区")) == "与西溪区得分相同。"


def test_why_the_score_changed():
    values = VALUES | {"中溪区": {"i0": "7.5", "i1": "25"}}
    words = change_words(change(round_of(), round_of(values=values), "中溪区"))
    assert words == "得分比上期多3.81分；本单位数据变化使得分增加3.81分。"


def test_how_to_catch_up():
    words = catch_words(raise_place(round_of(), "中溪区"))
    assert words[0].startswith(
        "要进到第3名，最省力的办法：指标1由25%提高到28%（多得4分），指标0由6.5%提高到6.6%"
    )
    assert words[1].startswith("只靠一项：指标1由25%提高到29%（多得5.33分）")


def test_what_cannot_be_reached_is_said():
    (words,) = catch_words(raise_to_score(round_of(), "北溪区", Decimal(101)))
    assert words == "要得分达到101分，只提高这些指标的数值做不到（他人数据不变时）。"
