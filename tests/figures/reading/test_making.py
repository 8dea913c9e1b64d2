import random
from decimal import Decimal

import pytest

from paitou.figures.reading import figure_id

HEAD = "指标|地区|期别|数值|计量单位|数据状态|公布日期|来源|备注\n"
ROWS = [
    "地区生产总值|甲区|2020|24521.90|亿元|初步核算|||",
    "地区生产总值|甲区|2020|25200|亿元|最终核实|||",
    "地区生产总值|甲区|2020|25200|亿元|最终核实|2022-01-01||",
    "地区生产总值|甲区|2020|25200|亿元|最终核实||年鉴|",
    "地区生产总值|乙区|2020|25200|亿元|最终核实|||",
    "地区生产总值|甲区|2020|2520|亿元|最终核实|||",
    "地区生产总值|甲区|2020|/|亿元|最终核实|||",
    "地区生产总值|甲区|2020|2520—2600|亿元|最终核实|||",
]


def test_every_vintage_has_an_id_of_its_own(read):
    figures, issues = read(HEAD + "\n".join(ROWS))
    assert issues == ()
    assert len({f.id for f in figures}) == len(ROWS)
    assert all(f.id == figure_id(f) for f in figures)


def test_ids_do_not_depend_on_the_order_of_rows(read):
    shuffled = random.Random(1).sample(ROWS, len(ROWS))  # noqa: S311
    first, second = (read(HEAD + "\n".join(rows))[0] for rows in (ROWS, shuffled))
    assert {f.id for f in first} == {f.id for f in second}


def test_an_id_is_the_same_on_every_machine(read):
    assert read(HEAD + ROWS[0])[0][0].id == "f4d2a80b3be"


def test_zeros_at_the_end_and_a_note_make_no_other_figure(read):
    rows = "常住人口|甲区|2020|10.50|万人||||甲\n常住人口|甲区|2020|10.5|万人||||乙\n"
    figures, issues = read(HEAD + rows)
    assert [f.value for f in figures] == [Decimal("10.5")]
    assert [(i.code, i.level) for i in issues] == [("figure-duplicate", "hint")]
    assert "第2行" in issues[0].message


@pytest.mark.parametrize("unit", ["万元", "亿元"])
def test_units_stay_as_written(read, unit):
    figure = read(HEAD + f"一般公共预算收入|甲区|2020|10|{unit}||||")[0][0]
    assert (figure.value, figure.unit.text) == (Decimal(10), unit)
