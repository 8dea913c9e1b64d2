"""The JSON of `paitou check 文件夹`: numbers as the sentence would have to say them."""

import pytest

from consistency.plan.books import DAY, ORGS, book_of, figure_of, found_in, with_quotas
from paitou.cli.check_record import answers_record
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build


def repairs_of(*sentences, **rest):
    record = answers_record(found_in(*sentences, **rest), ())
    return {r["words"]: (r["from"], r["to"], r["unit"])
            for conflict in record["conflicts"] for r in conflict["repair"]}  # fmt: skip


@pytest.fixture(scope="module")
def shares():
    return repairs_of(
        "到2025年,地区生产总值控制在1万亿元以内。",
        "到2025年,服务业增加值突破7500亿元。",
        "到2025年,工业增加值占GDP比重达到30%以上。",
    )


def test_a_share_is_given_as_the_share(shares):
    """A quarter is what services leave, and not −500."""
    assert shares["“工业增加值占GDP比重达到30%以上”调整到25%（16.7%）"] == ("30", "25", "%")


def test_a_level_is_in_the_unit_of_its_sentence(shares):
    found = [value for words, value in shares.items() if "万亿元以内”调整" in words]
    assert found == [("1", "1.0715", "万亿元")]


def test_a_rate_is_a_rate():
    base = figure_of("进出口总额", "云泽市", 2022, "777.7", "亿元")
    found = repairs_of(
        "2023—2025年,进出口总额年均增长15%以上。",
        "到2025年,进出口总额控制在1000亿元以内。",
        figures=(base,),
    )
    assert ("15", "8.74", "%") in found.values()  # 1.0874³ = 1.28584 < 1000 ÷ 777.75


def test_quotas_are_told_apart_from_facts():
    book = book_of("到2025年,进出口总额达到3000亿元以上。", orgs=ORGS)
    values = (1000, 1000, 960)
    rows = [(o.name, "2025", v) for o, v in zip(ORGS[1:], values, strict=True)]
    found = answer(build(with_quotas(book, *rows), DAY))
    (conflict,) = answers_record(found, ())["conflicts"]
    assert (conflict["facts"], len(conflict["quotas"])) == ([], 3)
    assert "少40亿元" in conflict["told"]
    named = [repair["statement"] for repair in conflict["repair"]]
    assert named[1:] == ["quota:1", "quota:2", "quota:3"]
