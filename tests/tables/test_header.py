from paitou.tables import Merge, Sheet, find_header, head_key

WANTED = ("序号", "目标任务", "牵头单位", "2023年", "2024年")


def _sheet(*rows, merges=()):
    return Sheet(file="表.xlsx", rows=tuple(rows), merges=tuple(merges))


def test_passes_title_and_unit_line():
    sheet = _sheet(
        ("重点任务分解表",) * 3,
        ("填报单位：", None, "单位：亿元"),
        ("序 号", "目标任务(原文)", "牵头\n单位"),
        ("1", "甲", "市发展改革委"),
        merges=[Merge(0, 0, 0, 2)],
    )
    head = find_header(sheet, WANTED)
    assert (head.first, head.last, head.body, head.unit) == (2, 2, 3, "亿元")
    assert head.titles == ("序号", "目标任务(原文)", "牵头单位")


def test_joins_a_head_of_two_rows():
    sheet = _sheet(
        ("序号", "目标任务", "年度目标", "年度目标", "牵头单位"),
        ("序号", "目标任务", "2023年", "2024年", "牵头单位"),
        ("1", "甲", "1", "2", "乙"),
        merges=[Merge(0, 2, 0, 3), Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 4, 1, 4)],
    )
    head = find_header(sheet, WANTED)
    assert (head.first, head.body) == (0, 2)
    assert head.titles[2:4] == ("年度目标/2023年", "年度目标/2024年")
    assert head.titles[0] == "序号"


def test_takes_group_titles_above_and_parts_below():
    above = _sheet(
        (None, None, "年度目标", "年度目标"),
        ("序号", "目标任务", "2023年", "2024年"),
        merges=[Merge(0, 2, 0, 3)],
    )
    assert find_header(above, WANTED).titles[2] == "年度目标/2023年"
    below = _sheet(
        ("序号", "目标任务", "年度目标", "年度目标", "牵头单位"),
        (None, None, "2023年", "2024年", None),
        ("1", "甲", "1", "2", "乙"),
        merges=[Merge(0, 2, 0, 3)],
    )
    assert find_header(below, ("序号", "目标任务", "牵头单位")).body == 2


def test_a_merged_title_is_not_drawn_into_the_head():
    sheet = _sheet(
        ("大标题",) * 4,
        ("序号", "目标任务", "牵头单位", "备注"),
        merges=[Merge(0, 0, 0, 3)],
    )
    assert find_header(sheet, WANTED).first == 1


def test_no_head_is_none():
    assert find_header(_sheet(("甲", "乙"), ("丙", "丁")), WANTED) is None
    assert find_header(_sheet(), WANTED) is None
    assert find_header(_sheet(("序号",)), WANTED, row=7) is None


def test_the_row_can_be_said():
    sheet = _sheet(("甲", "乙"), ("序号", "目标任务"), ("3", "4"))
    assert find_header(sheet, WANTED, row=0).titles == ("甲", "乙")


def test_titles_are_compared_without_brackets_and_blanks():
    assert head_key("目标值 （万元）") == head_key("目标值") == "目标值"
    assert head_key(" 牵头\n单位： ") == "牵头单位"
