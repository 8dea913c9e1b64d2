import datetime as dt
from decimal import Decimal

from paitou.figures import Series
from paitou.model import Bound, FigureState, Period
from paitou.tracking.combining import combined
from tracking.judged import figures_of

YEAR = Period.of_year(2025)
NATIONAL = "国家重点实验室 2025 {} {}"
PROVINCE = "省级重点实验室 2025 {} {}"


def series(*lines):
    found = figures_of(lines)
    names = dict.fromkeys(figure.indicator_id for figure in found)
    return [Series.of(f for f in found if f.indicator_id == name) for name in names]


def sums(*lines):
    made, sources = combined(series(*lines))
    (total,) = made.by_period[YEAR]
    return total, sources


def test_parts_of_a_period_are_added_and_kept():
    total, sources = sums(NATIONAL.format("150个", ""), PROVINCE.format("400个", ""))
    assert (total.value, total.bound) == (550, Bound.EXACT)
    assert len(sources[total.id]) == 2


def test_units_of_one_kind_are_converted():
    total, _ = sums(NATIONAL.format("0.01万个", ""), PROVINCE.format("400个", ""))
    assert total.value * total.unit.scale == 500


def test_the_order_of_parts_does_not_matter():
    lines = (NATIONAL.format("150个", ""), PROVINCE.format("400个", ""))
    one, other = combined(series(*lines)), combined(series(*lines)[::-1])
    assert {f.value for fs in one[0].by_period.values() for f in fs} == {Decimal(550)}
    assert set(one[1]) == set(other[1])


def test_a_sum_with_a_part_missing_is_a_lower_bound():
    found = [*series(NATIONAL.format("150个", "")), Series()]
    made, _ = combined(found)
    assert made.by_period[YEAR][0].bound is Bound.AT_LEAST


def test_a_part_that_is_said_to_be_none_is_missing():
    total, _ = sums(NATIONAL.format("/", ""), PROVINCE.format("400个", ""))
    assert (total.value, total.bound) == (400, Bound.AT_LEAST)


def test_the_loosest_bound_is_that_of_the_sum():
    total, _ = sums(NATIONAL.format("突破150个", ""), PROVINCE.format("400个", ""))
    assert total.bound is Bound.AT_LEAST


def test_there_is_a_sum_for_every_day_on_which_a_part_became_known():
    lines = (
        NATIONAL.format("150个", "初步核算 @2026-01-20"),
        NATIONAL.format("100个", "最终核实 @2026-12-20"),
        PROVINCE.format("400个", "@2026-03-20"),
    )
    made = combined(series(*lines))[0]
    days = ("2026-01-31", "2026-03-31", "2026-12-31")
    found = [made.known(dt.date.fromisoformat(day)).at(YEAR) for day in days]
    assert [(f.value, f.bound.value) for f in found] == [
        (150, "at_least"), (550, "exact"), (500, "exact"),
    ]  # fmt: skip


def test_unverified_parts_stay_out_of_a_published_sum():
    total, sources = sums(NATIONAL.format("150个", "待核"), PROVINCE.format("400个", ""))
    assert (total.value, total.bound, total.is_published) == (400, Bound.AT_LEAST, True)
    assert len(sources[total.id]) == 1


def test_a_sum_of_unverified_parts_is_unverified():
    total, _ = sums(NATIONAL.format("150个", "待核"), PROVINCE.format("400个", "预计"))
    assert total.state is FigureState.UNVERIFIED


def test_what_is_not_of_one_kind_is_not_added():
    found = series(NATIONAL.format("150个", ""), "进出口总额 2025 3000亿元")
    assert combined(found)[0].by_period == {}
