import pytest

from paitou.model import UnreadableFile
from paitou.tables import read_table, sheet_names


def test_a_csv_has_one_sheet_without_a_name(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("序号,任务\n", encoding="utf-8")
    assert sheet_names(path) == ("",)
    assert read_table(path).file == "a.csv"


def test_a_secrecy_mark_at_the_head_is_turned_away(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("机密★5年,,\n重点任务分解表,,\n序号,任务,单位\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="密级"):
        read_table(path)


def test_secrets_of_trade_are_no_mark(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("序号,任务\n1,保护商业秘密\n", encoding="utf-8")
    assert read_table(path).height == 2
