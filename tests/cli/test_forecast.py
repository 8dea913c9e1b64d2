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
