"""Tests of `paitou check`."""

import json

import pytest


def _row(name, coef, lo=None, hi=None, kind="target"):
    return {"name": name, "kind": kind, "coef": coef, "lo": lo, "hi": hi}


_PLAN = [
    _row("GDP≤10500", {"gdp": 1}, hi=10500),
    _row("工业占比≥30%", {"ind": 1, "gdp": -0.3}, lo=0),
    _row("服务业≥7500", {"ser": 1}, lo=7500),
    _row("构成", {"gdp": -1, "ind": 1, "ser": 1}, lo=0, hi=0, kind="identity"),
]


@pytest.fixture
def file(tmp_path):
    def write(rows):
        path = tmp_path / "约束.json"
        record = {"variables_nonnegative": True, "constraints": rows}
        path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
        return path

    return write


def test_conflicts_as_json(run, file):
    result = run("check", "--system", file(_PLAN), "--format", "json")
    assert (result.status, result.err) == (0, "")
    conflict = ["GDP≤10500", "工业占比≥30%", "服务业≥7500"]
    assert json.loads(result.out) == {"feasible": False, "all_mus": [conflict]}


def test_the_order_of_the_file_changes_nothing(run, file):
    forwards = run("check", "--system", file(_PLAN))
    assert run("check", "--system", file(_PLAN[::-1])).out == forwards.out


def test_what_can_hold(run, file):
    result = run("check", "--system", file(_PLAN[1:]), "--format", "json")
    assert json.loads(result.out) == {"feasible": True, "all_mus": []}
    assert "可以同时成立" in run("check", "--system", file(_PLAN[1:])).out


def test_the_table_shows_the_sum_and_the_least_change(run, file):
    """0.7 × 10500 = 7350 is what is left for the services."""
    out = run("check", "--system", file(_PLAN)).out
    assert "1. GDP≤10500、工业占比≥30%、服务业≥7500" in out
    assert "GDP≤10500（≤ 10500）× 0.7" in out
    assert "得 0 ≥ 150" in out
    assert "服务业≥7500：下限由 7500 改为 7350，放宽 2.00%" in out
    assert "GDP≤10500：上限由 10500 改为 10714.3，放宽 2.04%" in out
    assert "工业占比≥30%：比例系数乘以 0.952380，放宽 4.76%" in out


def test_several_changes_where_one_is_not_enough(run, file):
    pairs = [
        _row(f"{x}{side}", {x: 1}, **{side: bound})
        for x in "ab"
        for side, bound in (("lo", 100), ("hi", 99))
    ]
    out = run("check", "--system", file(pairs)).out
    assert "矛盾有2组" in out
    assert "没有只改一条就能成立的办法" in out
    assert "alo：下限由 100 改为 99，放宽 1.00%" in out


def test_identities_that_contradict_are_an_error(run, file):
    rows = [
        _row("甲", {"x": 1}, lo=2, kind="identity"),
        _row("乙", {"x": 1}, hi=1, kind="identity"),
    ]
    result = run("check", "--system", file(rows), "--format", "json")
    assert result.status == 1
    assert json.loads(result.out) == {"feasible": False, "all_mus": []}
    assert "恒等关系本身就不能同时成立" in result.err
    assert "得 0 ≥ 1" in run("check", "--system", file(rows)).out


def test_a_list_that_is_cut_says_so(run, file, monkeypatch):
    from paitou.consistency import Conflicts

    cut = Conflicts(sets=(("a", "b"),), complete=False)
    monkeypatch.setattr("paitou.cli.check.all_conflicts", lambda *_, **__: cut)
    result = run("check", "--system", file(_PLAN), "--format", "json")
    assert json.loads(result.out)["complete"] is False
    assert "只找出1组" in result.err
    assert result.status == 0


@pytest.mark.parametrize("rows", [[{"name": "t"}], [*_PLAN, _PLAN[0]], 3])
def test_a_wrong_file_is_told_in_one_sentence(run, file, rows):
    result = run("check", "--system", file(rows), "--format", "json")
    assert (result.status, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1


def test_a_file_that_is_not_there(run, tmp_path):
    assert run("check", "--system", tmp_path / "无.json").status == 2
    assert run("check", "--system", tmp_path).status == 2


def test_a_system_or_a_folder_but_not_both(run, file, tmp_path):
    assert run("check").status == 2
    assert run("check", tmp_path).status == 2
    assert "只能给一个" in run("check", tmp_path, "--system", file(_PLAN)).err


def test_the_answer_goes_to_a_file(run, file, tmp_path):
    out = tmp_path / "矛盾.json"
    result = run("check", "--system", file(_PLAN), "--format", "json", "-o", out)
    assert (result.status, result.out) == (0, "")
    assert json.loads(out.read_text("utf-8"))["feasible"] is False
