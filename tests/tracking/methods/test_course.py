import pytest

from paitou.tracking.methods import Direction, Goal, Series
from paitou.tracking.methods.course import find_course, growth, target_fault


def course(points, **goal):
    return find_course(Series(tuple(points.items())), Goal(**goal))


def test_the_ends_of_a_series():
    found = course({2017: 3.0, 2015: 1.0, 2016: 2.0}, base_year=2016, target=9.0)
    assert (found.base_year, found.base, found.year, found.latest) == (2016, 2, 2017, 3)
    assert found.direction == 1


@pytest.mark.parametrize(
    ("points", "goal", "reason"),
    [
        ({}, {}, "没有数据"),
        ({2015: 1.0}, {}, "只有 2015 年一个年份"),
        ({2015: 1.0, 2016: 2.0}, {"base_year": 2017}, "2017 年及以后没有数据"),
        ({2015: 1.0, 2016: 2.0}, {"base_year": 0}, "基期 0"),
    ],
)
def test_why_there_is_no_course(points, goal, reason):
    assert reason in course(points, **goal)


def test_growth_below_zero_goes_by_the_sign():
    rising = course({2015: -4.0, 2016: -5.0}, direction=Direction.POSITIVE)
    assert (rising.growth, rising.wished_growth) == (0.25, -0.25)


@pytest.mark.parametrize(("value", "base", "years"), [(1, 0, 1), (1, -1, 1), (2, 1, 0)])
def test_growth_that_is_not_defined(value, base, years):
    assert growth(value, base, years) is None


def test_a_target_that_was_met_at_the_start_leaves_nothing_to_do():
    found = course({2015: 5.0, 2016: 4.0}, target=4.5, direction=Direction.POSITIVE)
    assert "已经达到目标" in target_fault(found, dated=False)
