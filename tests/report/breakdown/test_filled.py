from paitou.model import Period
from paitou.report.breakdown.fields import Field
from paitou.report.breakdown.filled import filled_rows
from paitou.report.breakdown.mapping import ColumnMapping, mapping_from_text
from paitou.tables import Merge, Sheet

HEAD = ("序号", "督查内容", "牵头责任单位", "2023年", "落实情况")


def _sheet(*rows, merges=()):
    return Sheet(file="老表.xlsx", rows=(("督查表",) * 5, HEAD, *rows), merges=merges)


def test_rows_by_column_with_their_place():
    rows, issues = filled_rows(_sheet(("1", "甲", "市工信局", "20", "好")), ColumnMapping())
    assert issues == ()
    assert dict(rows[0].cells) == {
        Field.NUMBER: "1",
        Field.WORDS: "甲",
        Field.LEAD: "市工信局",
        Period.of_year(2023): "20",
    }
    assert rows[0].where(Field.LEAD) == "老表.xlsx 第3行“牵头责任单位”"


def test_a_cell_merged_sideways_belongs_to_its_first_column():
    sheet = _sheet(
        ("一、工程",) * 5, ("1", "甲", None, None, None), merges=(Merge(2, 0, 2, 4),)
    )
    rows, _ = filled_rows(sheet, ColumnMapping())
    assert Field.WORDS not in rows[0].cells
    assert rows[1].get(Field.WORDS) == "甲"


def test_a_row_that_only_continues_merged_cells_is_no_row():
    tall = tuple(Merge(2, column, 3, column) for column in range(5))
    row = ("1", "甲", "乙", "20", "好")
    assert len(filled_rows(_sheet(row, row, merges=tall), ColumnMapping())[0]) == 1
    assert len(filled_rows(_sheet(row, row), ColumnMapping())[0]) == 2


def test_a_lead_merged_over_several_rows_counts_for_each():
    sheet = _sheet(
        ("1", "甲", "市工信局", None, None),
        ("2", "乙", "市工信局", None, None),
        merges=(Merge(2, 2, 3, 2),),
    )
    rows, _ = filled_rows(sheet, ColumnMapping())
    assert [row.get(Field.LEAD) for row in rows] == ["市工信局"] * 2


def test_a_sheet_without_a_head_is_told():
    rows, issues = filled_rows(Sheet(file="x.csv", rows=(("甲", "乙"),)), ColumnMapping())
    assert rows == ()
    assert issues[0].code == "table-without-columns"


def test_the_head_can_be_named_and_columns_mapped():
    sheet = Sheet(file="x.csv", rows=(("内容", "谁牵头"), ("甲", "市工信局")))
    mapping = mapping_from_text('header_row = 1\n内容 = "目标任务"\n谁牵头 = "牵头单位"')
    rows, _ = filled_rows(sheet, mapping)
    assert rows[0].get(Field.LEAD) == "市工信局"


def test_of_two_columns_for_one_thing_the_first_counts():
    sheet = Sheet(file="x.csv", rows=(("序号", "督查内容", "重点工作"), ("1", "甲", "乙")))
    rows, issues = filled_rows(sheet, ColumnMapping())
    assert rows[0].get(Field.WORDS) == "甲"
    assert (issues[0].code, issues[0].where) == (
        "breakdown-column-repeated",
        "x.csv 第1行“重点工作”",
    )
