"""The Kunming plan judged on what was published: what the tool must say, and the traps."""

import csv
import datetime as dt
import io
from collections import Counter

import pytest
from attrs import evolve

from paitou import load
from paitou.figures.reading import read_figures
from paitou.indicators import standard
from paitou.model import Attainment, FigureState, WhyUnknown
from paitou.tables import read_table
from paitou.tracking import track

DAY = dt.date(2026, 11, 23)
#: Verdict and why by indicator and measure, as the README beside the data says.
SAID = {
    ("常住人口城镇化率", "level"): ("met", None),
    ("市场主体", "level"): ("met", None),
    ("各类市场主体", "growth_avg"): ("met", None),
    ("工业投资占投资比重", "level"): ("met", None),
    ("技术合同成交额", "level"): ("met", None),
    ("滇池外海水质", "grade"): ("met", None),
    ("阳宗海湖体水质", "grade"): ("met", None),
    ("经济总量", "level"): ("unlikely", None),
    ("常住人口", "level"): ("unlikely", None),
    ("服务业增加值", "level"): ("unlikely", None),
    ("城市空气质量优良天数比例", "maintain"): ("unknown", "not_published"),
    ("经济首位度", "level"): ("unknown", "not_published"),
    ("国际专利申请量(PCT)", "level"): ("unknown", "definition_open"),
    ("科技型中小企业", "level"): ("unknown", "definition_open"),
    ("国家级和省级创新平台数量", "level"): ("unknown", "definition_open"),
    ("旅游业总收入", "level"): ("unknown", "definition_open"),
    ("旅游业总收入", "multiple"): ("unknown", "definition_open"),
}


@pytest.fixture(scope="module")
def book(kunming_file):
    return load(kunming_file.parent)


@pytest.fixture(scope="module")
def standings(book):
    targets = {s.id: s for s in book.plan.statements}
    found = track(book, DAY).standings
    return {
        (targets[s.statement].indicator, targets[s.statement].measure): s for s in found
    }


@pytest.mark.parametrize("target", SAID, ids="-".join)
def test_what_the_tool_must_say(standings, target):
    standing = standings[target]
    assert (standing.verdict, standing.why_unknown) == SAID[target], standing.reason


def test_all_others_were_not_published(standings):
    others = [s for target, s in standings.items() if target not in SAID]
    assert {(s.verdict, s.why_unknown) for s in others} == {
        (Attainment.UNKNOWN, WhyUnknown.NOT_PUBLISHED)
    }
    assert all(s.settles for s in others)


def test_each_verdict_says_why_and_opens_to_figures(book, standings):
    known = {figure.id for figure in book.figures}
    for standing in standings.values():
        assert standing.reason
        assert set(standing.figures) <= known
        if standing.verdict is Attainment.MET:
            assert standing.figures


def test_what_was_computed_says_so(standings):
    growth = standings[("各类市场主体", "growth_avg")]
    assert growth.inferred
    assert "116.19万户 ÷" in growth.reason
    assert all(s.inferred for s in standings.values() if s.verdict is Attainment.UNLIKELY)


def test_reached_since_the_first_year_that_reaches_it(standings):
    urban = standings[("常住人口城镇化率", "level")]
    assert urban.reason.startswith("2023年82.32%")
    assert "左右”按下限看" in urban.reason


def test_one_good_year_is_not_every_year(standings):
    air = standings[("城市空气质量优良天数比例", "maintain")]
    assert [test.held for test in air.tests] == [None, True, None]
    assert "2023年、2025年未发布" in air.reason


def test_a_half_year_share_is_not_a_years(standings):
    assert "不能当作全年" in standings[("经济首位度", "level")].reason


def test_the_province_bounds_the_city(standings):
    bounds = standings[("国际专利申请量(PCT)", "level")].readings[0].bounds
    assert [str(bound.high) for bound in bounds] == ["183"]


def test_what_the_water_figure_measures_is_told(standings):
    assert "发布的是滇池全湖" in standings[("滇池外海水质", "grade")].reason


def test_both_readings_are_shown(standings):
    firms = standings[("科技型中小企业", "level")]
    assert [r.verdict for r in firms.readings] == ["met", "unknown"]


def test_unverified_figures_only_make_it_to_be_verified(book, standings, shared):
    sheet = read_table(shared / "data" / "kunming-figures-unverified.csv")
    more, _ = read_figures(sheet, standard())
    assert {figure.state for figure in more} == {FigureState.UNVERIFIED}
    doubtful = track(evolve(book, figures=(*book.figures, *more)), DAY)
    after = {s.statement: s for s in doubtful.standings}
    changed = Counter()
    for standing in standings.values():
        now = after[standing.statement]
        if (
            now.verdict is not standing.verdict
            or now.why_unknown is not standing.why_unknown
        ):
            changed[(standing.why_unknown, now.why_unknown)] += 1
    assert set(changed) == {(WhyUnknown.NOT_PUBLISHED, WhyUnknown.UNVERIFIED)}


def test_the_figures_are_those_that_were_published(kunming_file, shared):
    ours = kunming_file.parent / "figures" / "published.csv"
    assert ours.read_bytes() == (shared / "data" / "kunming-figures.csv").read_bytes()


def test_every_row_of_the_figures_was_read(book, kunming_file):
    text = (kunming_file.parent / "figures" / "published.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))[1:]
    again = [issue for issue in book.issues if issue.code == "figure-duplicate"]
    assert len(book.figures) == len(rows) - len(again)
    assert not [i for i in book.issues if i.level == "error"]


def test_the_districts_add_up_to_the_city(book):
    assert "figure-sum-differs" not in {issue.code for issue in book.issues}


def test_two_values_in_one_article_are_told(book):
    clashes = [i for i in book.issues if i.code == "figure-vintages-disagree"]
    assert any("磨憨" in i.message and "31.58" in i.message for i in clashes)
    assert any("24521.90" in i.message for i in clashes)


def test_preliminary_gives_way_to_final(book):
    district = next(f for f in book.figures if f.org == "官渡区" and str(f.value) == "1420")
    assert district.state is FigureState.ESTIMATED


def test_nothing_is_decided_before_the_first_year_has_ended(book):
    early = track(book, dt.date(2023, 6, 30))
    decided = {Attainment.MET, Attainment.NEARLY, Attainment.MISSED, Attainment.BROKEN}
    assert not decided & {s.verdict for s in early.standings}
