import datetime as dt
from decimal import Decimal

import pytest

from paitou.figures import Places
from paitou.model import Period, Quota, WhenKind
from paitou.tracking import track
from paitou.tracking.quotas import quota_of, split_statement
from tracking.judged import ORGS, Written, book_of, plan_of, targets

TOTAL = targets(plan_of("三年筹集不少于6万套保障性租赁住房。"))[0]
LEVEL = targets(plan_of("到2025年,进出口总额达到3000亿元以上。"))[0]
GRADE = targets(plan_of("到2025年,阳宗海水质达到Ⅲ类。"))[0]
PLACES = Places.of(ORGS)


def quota(period, value, org="东城区", unit=None):
    number = None if value is None else Decimal(value)
    return Quota(
        statement="s", org=org, period=Period.parse(period), value=number, unit=unit
    )


def split(statement, *quotas):
    return {
        org: (told, shares)
        for org, told, shares in split_statement(statement, quotas, "5301", PLACES)
    }


def test_without_quotas_there_is_the_whole_alone():
    assert split(LEVEL) == {"5301": (LEVEL, ())}


def test_quotas_of_the_whole_split_nothing():
    told, shares = split(LEVEL, quota("2024", 2600, org=""))["5301"]
    assert told == LEVEL
    assert [q.value for q in shares] == [2600]


def test_the_share_of_a_total_is_the_sum_of_its_years():
    told, _ = split(TOTAL, quota("2024", 2), quota("2023", 1))["530101"]
    assert (told.value, told.when.start, told.when.end) == (3, 2023, 2024)


def test_the_share_of_a_level_is_that_of_its_last_year():
    told, shares = split(LEVEL, quota("2025", 900), quota("2023", 700))["530101"]
    assert (told.value, told.when.end, told.when.kind) == (900, 2025, WhenKind.BY)
    assert [q.value for q in shares] == [700, 900]


def test_a_quota_of_the_span_goes_before_those_of_its_years():
    told, _ = split(TOTAL, quota("2023-2025", 3), quota("2023", 2))["530101"]
    assert (told.value, told.when.start, told.when.end) == (3, 2023, 2025)


def test_who_carries_no_share_has_no_target():
    assert set(split(LEVEL, quota("2025", None))) == {"5301"}


def test_an_organisation_is_known_by_any_of_its_names():
    assert set(split(LEVEL, quota("2025", 9, org="530101"), quota("2024", 8))) == {
        "5301", "530101",
    }  # fmt: skip


def test_units_are_those_of_the_statement():
    told, _ = split(TOTAL, quota("2023-2025", 12_000, unit="套"))["530101"]
    assert told.value == Decimal("1.2")


def test_a_grade_is_not_split():
    assert set(split(GRADE, quota("2025", 3))) == {"5301"}


@pytest.mark.parametrize(("year", "found"), [(2023, 1), (2024, None), (2025, 0)])
def test_the_quota_of_a_year_is_found(year, found):
    assert quota_of((quota("2023", 1), quota("2025", 0)), year) == found


def test_every_organisation_with_a_quota_stands_for_itself():
    case = Written(
        file="", title="", plan="到2025年,进出口总额达到3000亿元以上。", rules={},
        day=None, expected={}, quotas=("东城区 2025 900亿元", "西城区 2025 /"),
    )  # fmt: skip
    found = track(book_of(case), dt.date(2026, 6, 30)).standings
    assert [standing.org for standing in found] == ["云泽市", "东城区"]


def test_years_go_before_their_parts():
    told, _ = split(LEVEL, quota("2024Q1", 200), quota("2024", 900))["530101"]
    assert (told.value, told.when.end) == (900, 2024)
