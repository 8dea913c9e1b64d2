"""The answer to “is it reached”, and the gap in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from paitou.figures import Ledger
from paitou.model import Attainment, Period, PeriodTest, Standing, WhyUnknown
from paitou.report.answers import answer, gap


def standing(verdict, **fields):
    return Standing(statement="s1", org="全市", verdict=verdict, **fields)


@pytest.mark.parametrize("verdict", [one for one in Attainment if one != "unknown"])
def test_every_verdict_makes_a_sentence(port, verdict):
    told = answer(port.statements[0], standing(verdict), Ledger())
    assert told.startswith("港口吞吐量")
    assert told.endswith("。")


@pytest.mark.parametrize("why", WhyUnknown)
def test_every_reason_makes_a_sentence(port, why):
    told = answer(port.statements[0], standing("unknown", why_unknown=why), Ledger())
    assert "无法评价：" in told


def test_since_when_it_is_reached(port, tracked):
    met = standing("met", figures=("42024" + "52",))
    told = answer(port.statements[4], met, Ledger(tracked.figures))
    assert told == "到2024年，航运企业已达到目标。"


def test_a_computed_answer_says_so(port):
    told = answer(port.statements[0], standing("met", inferred=True), Ledger())
    assert told == "港口吞吐量已达到目标（测算）。"


def test_the_gap_has_unit_and_period():
    short = standing(
        "missed", value=Decimal("2.7"), required=Decimal(3), unit="亿吨",
        period=Period.of_year(2025),
    )  # fmt: skip
    assert gap(short) == "2025年离目标还差0.3亿吨"


def test_a_gap_of_shares_is_in_points():
    behind = standing(
        "behind", value=Decimal("27.55"), required=Decimal(30), unit="%", pace_pp=-12.9
    )
    assert gap(behind) == "离目标还差2.5个百分点，欠序时进度12.9个百分点"


def test_the_gap_of_every_year_names_the_years():
    test = PeriodTest(period=Period.of_year(2024), held=False)
    assert gap(standing("broken", tests=(test,))) == "2024年未达到"


def test_without_values_there_is_no_gap():
    assert gap(standing("unlikely")) == ""


def test_a_part_of_a_year_is_not_set_against_a_whole_one():
    behind = standing(
        "behind", value=Decimal(1962), required=Decimal(3000), unit="亿元", pace_pp=-3.1,
        period=Period.to_date(2025, 9),
    )  # fmt: skip
    assert gap(behind) == "欠序时进度3.1个百分点"


def test_a_total_is_told_without_the_years_that_it_counts():
    behind = standing(
        "behind", value=Decimal(2670), required=Decimal(6000), unit="套", pace_pp=-26.4,
        period=Period.of_years(2024, 2025),
    )  # fmt: skip
    assert gap(behind) == "离目标还差3330套，欠序时进度26.4个百分点"


def test_a_growth_that_is_short_has_no_pace_beside_it():
    missed = standing(
        "missed", value=Decimal("5.3"), required=Decimal(6), unit="%", pace_pp=-0.7,
        period=Period.of_year(2024),
    )  # fmt: skip
    assert gap(missed) == "2024年离目标还差0.7个百分点"


def test_a_ratio_has_no_unit():
    behind = standing("behind", value=Decimal("2.2"), required=Decimal("2.1"), unit=":1")
    assert gap(behind) == "离目标还差0.1"
