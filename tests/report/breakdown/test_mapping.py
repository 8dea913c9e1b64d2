import pytest

from paitou.model import Period, UnreadableFile, UsageError
from paitou.report.breakdown.fields import Field
from paitou.report.breakdown.mapping import ColumnMapping, mapping_from_text, read_mapping

TEXT = """
# 我市督查室的老表
sheet = "Sheet1"
header_row = 3
牵头责任单位 = "牵头单位"
主要内容(含目标) = "目标任务"   # 键里有括号也行
"今年任务" = "2024年"
落实情况 = ""
"""


def test_columns_are_mapped_with_or_without_quotes():
    mapping = mapping_from_text(TEXT)
    assert (mapping.sheet, mapping.header_row) == ("Sheet1", 3)
    assert mapping.target_of("牵头 责任单位") is Field.LEAD
    assert mapping.target_of("主要内容（含目标）") is Field.WORDS
    assert mapping.target_of("任务/今年任务") == Period.of_year(2024)


def test_a_column_can_be_left_out():
    assert mapping_from_text('备注 = "忽略"').target_of("备注") is None
    assert ColumnMapping().target_of("备注") is Field.NOTE


def test_a_table_named_columns_is_read_too():
    assert (
        mapping_from_text('[columns]\n内容 = "目标任务"').target_of("内容") is Field.WORDS
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('甲 = "牵头单"', "是否为“牵头单位”"),
        ("甲 = 3", "加引号"),
        ('header_row = "三"', "行号"),
        ("sheet = 2", "工作表"),
        ("甲 = “牵头单位”", "第 1 行"),
    ],
)
def test_faults_are_told_in_one_sentence(text, words):
    with pytest.raises(UsageError, match=words):
        mapping_from_text(text)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(UnreadableFile, match="读不了"):
        read_mapping(tmp_path / "columns.toml")
    (tmp_path / "columns.toml").write_text('甲 = "备注"', encoding="utf-8-sig")
    assert read_mapping(tmp_path / "columns.toml").target_of("甲") is Field.NOTE
