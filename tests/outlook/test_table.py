import numpy as np
import pytest

from paitou.model import UnreadableFile, UsageError
from paitou.outlook.forecasting import forecast_panel
from paitou.outlook.table import read_histories, write_paths


def _file(tmp_path, text):
    path = tmp_path / "series.csv"
    path.write_text("unique_id,ds,y\n" + text, "utf-8")
    return path


def test_series_are_put_in_order_and_gaps_are_seen(tmp_path):
    found = read_histories(_file(tmp_path, "a,3,30\na,1,10\nb,2020Q1,5\nb,2020Q3,\n"), 4)
    assert np.array_equal(found["a"], [10, np.nan, 30], equal_nan=True)
    assert np.array_equal(found["b"], [5, np.nan, np.nan], equal_nan=True)


def test_days_that_name_no_period_are_sorted(tmp_path):
    found = read_histories(_file(tmp_path, "a,2020-03-31,2\na,2019-03-31,1\n"), 1)
    assert found["a"].tolist() == [1, 2]


def test_a_value_that_is_no_number_is_told_with_its_place(tmp_path):
    with pytest.raises(UsageError, match=r"第3行.*约五"):
        read_histories(_file(tmp_path, "a,1,5\na,2,约五\n"), 1)


def test_a_missing_column_is_told(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("id,y\na,1\n", "utf-8")
    with pytest.raises(UnreadableFile, match="unique_id、ds"):
        read_histories(path, 1)


def test_the_answer_has_a_row_a_step():
    rows = write_paths(forecast_panel({"a": [1.0, 2, 3]}, 2)).splitlines()
    assert rows[0] == "unique_id,step,mean,lo80,hi80,lo95,hi95"
    assert [row.split(",")[:2] for row in rows[1:]] == [["a", "1"], ["a", "2"]]
