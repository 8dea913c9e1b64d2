import pytest

from paitou.cli.series import judge_series
from paitou.model import UnreadableFile, UsageError

TEXT = "case_id,series,direction,target\na,2015:14.5;2019:10.1,negative,7.25\nb,2015,,\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text(TEXT, "utf-8")
    return path


def test_one_answer_a_row(file):
    text, (issue,) = judge_series(file, "open-sdg")
    assert text.splitlines() == [
        "case_id,progress_value,status,score",
        "a,1.9140922217549072,substantial_progress,5.0",
        "b,,not_assessable,",
    ]
    assert issue.where == "cases.csv 第3行"


def test_an_unknown_method_is_told_with_those_there_are(file):
    with pytest.raises(UsageError, match=r"opensdg.*open-sdg、eurostat.*service-share"):
        judge_series(file, "opensdg")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableFile):
        judge_series(tmp_path / "none.csv", "aarr")
