"""The table of districts on the page of a target."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Figure, Org, Period, Quota, Unit
from paitou.office.books import Shelved, read_day
from paitou.office.plans.targets import target_page

ORGS = (
    Org(code="C", name="云汀市", kind="city"),
    Org(code="E", name="东区", kind="county"),
    Org(code="W", name="西区", kind="county"),
    Org(code="Z", name="临港区", kind="zone", parent="C", is_summand=False),
)


def figure(org, value, period="2025", unit="个"):
    return Figure(
        id=f"{org}{period}", indicator="泊位", indicator_id="泊位", org=org,
        period=Period.parse(period), value=Decimal(value), unit=Unit.parse(unit),
    )  # fmt: skip


def quota(org, value, year=2025):
    return Quota(statement="s3", org=org, period=Period.of_year(year), value=Decimal(value))


@pytest.fixture
def page_of(tracked, tmp_path):
    def made(*figures, quotas=(), statement="s3"):
        book = evolve(tracked, orgs=ORGS, figures=figures, quotas=quotas)
        shelved = Shelved(name="yunting", folder=tmp_path, book=book)
        return target_page(shelved, statement, read_day({}))

    return made


ALL = (figure("东区", 6), figure("西区", 3), figure("临港区", 2), figure("云汀市", 10))
DUTIES = (quota("东区", 8), quota("西区", 3), quota("云汀市", 12))


def test_those_furthest_behind_come_first(page_of):
    table = page_of(*ALL, quotas=DUTIES).districts
    assert [(row.name, row.done_words) for row in table.rows] == [
        ("东区", "75.0"), ("西区", "100.0"), ("临港区", ""),
    ]  # fmt: skip
    assert table.rows[0].sign.word == "低于目标"
    assert table.whole.done_words == "83.3"


def test_the_total_is_checked_against_the_whole(page_of):
    total = page_of(*ALL).districts.total
    assert total.value == "9"
    assert total.words == "各单位之和比云汀市的数少1个。"


def test_what_agrees_says_so(page_of):
    total = page_of(*ALL[:3], figure("云汀市", 9)).districts.total
    assert total.words == "各单位之和与云汀市的数一致。"


def test_what_is_missing_is_named_and_is_no_nought(page_of):
    table = page_of(ALL[0], ALL[3]).districts
    assert table.missing == ("西区",)
    assert not table.total.is_whole
    assert table.total.words == "缺西区，合计不全；云汀市为10个，相差4个。"


def test_without_the_whole_nothing_is_compared(page_of):
    total = page_of(*ALL[:2]).districts.total
    assert total.words == "云汀市同期的数没有公布，无从核对。"


def test_a_zone_that_is_no_summand_is_left_out_of_the_total(page_of):
    (zone,) = (row for row in page_of(*ALL).districts.rows if row.name == "临港区")
    assert not zone.is_summand


def test_all_values_are_of_one_period(page_of):
    early = (figure("东区", 4, "2024"), figure("西区", 2, "2024"))
    table = page_of(*early, figure("东区", 6), figure("西区", 3)).districts
    assert table.period == Period.of_year(2025)
    late = page_of(*early, figure("临港区", 1, "2024"), figure("东区", 6)).districts
    assert late.period == Period.of_year(2024)


def test_values_are_in_the_unit_of_the_target(page_of):
    table = page_of(figure("东区", 2, unit="十个"), *ALL[1:]).districts
    assert [row.value for row in table.rows if row.name == "东区"] == ["20"]


def test_figures_of_the_whole_alone_make_no_table(page_of):
    assert page_of(ALL[3]).districts is None


def test_shares_are_no_sum(page_of):
    rate = evolve(
        figure("东区", 91), indicator="近岸水质优良率", indicator_id="近岸水质优良率",
        unit=Unit.parse("%"),
    )  # fmt: skip
    table = page_of(rate, statement="s7").districts
    assert table.total is None
    assert not table.has_shares


@pytest.fixture
def city(serve, yunze):
    return serve(yunze)


def read(client, statement, day="2025-11-05"):
    path = f"/plans/yunze-2024/targets/{statement}/"
    answer = client.get(path, {"as_of": day})
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_number_of_the_table_opens(city, yunze):
    for statement in yunze.plan.statements:
        html = read(city, statement.id)
        anchors = re.findall(r' id="(f-[^"]+)"', html)
        assert len(anchors) == len(set(anchors))
        assert set(re.findall(r'href="#(f-[^"]+)"', html)) <= set(anchors)


def test_the_invented_city_has_all_cases(city, yunze):
    (fund,) = (s.id for s in yunze.plan.statements if s.indicator == "省外到位资金")
    html = read(city, fund)
    assert "湖滨开发区<small>不计入合计</small>" in html
    assert "缺石笠县，合计不全" in html
    assert "各单位之和与云泽市的数一致。" in read(city, fund, "2025-12-01")
