from fractions import Fraction

from attrs import evolve

from contest.explaining.made import board, rulebook, score
from paitou.contest.analysis.provenance import (
    self_reported,
    self_reported_findings,
    source_findings,
)

RULES = rulebook(60, 40)
ROWS = (
    score("东溪区", [("i0", "9/10", 60), ("i1", "1/2", 40)]),
    score("西溪区", [("i0", "4/5", 60), ("i1", 1, 40)]),
)


def made(*changes):
    items = tuple(
        evolve(item, **change) for item, change in zip(RULES.items, changes, strict=True)
    )
    return board(*ROWS, rules=evolve(RULES, items=items))


OWN = made({}, {"is_self_reported": True})


def test_the_share_of_marks_that_is_self_reported():
    found = self_reported(OWN)
    reports = {report.org: report for report in found.reports}
    assert reports["东溪区"].marks == Fraction(2, 5)
    assert reports["东溪区"].points == Fraction(20, 74)
    assert found.left.ranks == (2, 1)


def test_the_finding_names_who_falls_without_it():
    (found,) = self_reported_findings(OWN)
    assert found.sentence == "满分的40%来自被评单位自报的数据，去掉后西溪区名次下降"
    assert found.orgs == ("西溪区",)
    assert found.mark == "测算，供内部参考"


def test_where_nothing_is_self_reported_there_is_no_finding():
    assert self_reported_findings(made({}, {})) == ()


def test_where_everything_is_nothing_is_left_to_compare():
    own = {"is_self_reported": True}
    (found,) = self_reported_findings(made(own, own))
    assert "没有其他数据可以对照" in found.sentence


def test_a_source_that_decides_the_order_is_named():
    found = source_findings(made({"source": "统计局"}, {"source": "商务局"}))
    assert [f.check for f in found] == ["source"]
    assert found[0].sentence.startswith("去掉来自商务局的1项指标，2家名次变动")
