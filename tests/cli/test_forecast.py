"""Tests of `paitou forecast`."""


def test_a_table_of_series_gives_a_row_a_step(run, tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("unique_id,ds,y\na,2020,1\na,2021,2\nb,2021,5\n", "utf-8")
    result = run("forecast", "--series", path, "--horizon", "3", "--period", "1")
    lines = result.out.splitlines()
    assert result.status == 0
    assert lines[0] == "unique_id,step,mean,lo80,hi80,lo95,hi95"
    assert len(lines) == 7


def test_a_horizon_of_nothing_is_a_wrong_call(run, tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("unique_id,ds,y\na,2020,1\n", "utf-8")
    result = run("forecast", "--series", path, "--horizon", "0")
    assert result.status == 2


def test_what_is_kept_is_never_written_over(run, tmp_path):
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "plan.txt").write_text(
        "云汀市三年行动方案\n\n(2023—2025年)\n\n一、目标\n\n"
        "到2025年,全市地区生产总值达到1000亿元以上。\n",
        "utf-8",
    )
    (folder / "figures").mkdir()
    (folder / "figures" / "city.csv").write_text(
        "指标,地区,期别,数值,计量单位,数据状态\n地区生产总值,全市,2022,800,亿元,最终核实\n",
        "utf-8",
    )
    asked = ("forecast", folder, "--as-of", "2023-06-30", "--keep")
    assert run(*asked).status == 0
    kept = folder / "outlooks" / "2023-06-30.csv"
    assert "2025" in kept.read_text("utf-8-sig")
    assert run(*asked).status == 0
    kept.write_text("改过\n", "utf-8")
    result = run(*asked)
    assert result.status == 2
    assert "没有改动" in result.err
