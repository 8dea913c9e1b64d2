"""The analysis, kept apart and marked."""

from __future__ import annotations

from paitou.office.contests.analysis import analysis_page


def test_it_is_marked_and_worked_out_once(third):
    page = analysis_page(third)
    assert page.mark == "测算，供内部参考"
    assert analysis_page(third).analysis is page.analysis


def test_ranks_have_their_reach(third):
    port, inland = analysis_page(third).analysis.groups
    assert [(one.org, one.best, one.worst) for one in inland.reaches] == [
        ("西岭县", 1, 2), ("云门县", 1, 2),
    ]  # fmt: skip
    assert port.sentence.startswith("3家的名次都稳")
    assert all(one.tier for one in port.reaches)


def test_neighbours_items_and_sources_are_told(third):
    port, _ = analysis_page(third).analysis.groups
    assert "移给货运量增速，两家即持平" in port.flips[0].moved
    assert [one.name for one in port.items] == ["货运量增速", "水质达标率"]
    assert port.steady == 1


def test_one_method_is_told_once(third):
    found = analysis_page(third).analysis
    hows = [one.how for one in found.findings]
    assert len(hows) == len(set(hows))
    assert found.count >= len(hows)


def test_its_sentence_comes_first(html):
    page = html("analysis/")
    assert page.index("测算，供内部参考") < page.index("港区组3家的名次都稳")
