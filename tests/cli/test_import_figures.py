"""Tests of `paitou import-figures`."""

import pytest
import xlsxwriter

from paitou.figures.columns.roles import FIGURE_COLUMNS

WIDE = (
    "昆明市2023年主要指标,,\n县区,地区生产总值(亿元),增速(%)\n"
    "五华区,1414.74,4\n官渡区,1500,待定\n"
)
HEAD = ",".join(FIGURE_COLUMNS)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "book").mkdir()
    return tmp_path / "book"


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "主要指标.csv"
    path.write_text(WIDE, "utf-8")
    return path


def lines(folder, name="主要指标.csv"):
    return (folder / "figures" / name).read_text("utf-8-sig").splitlines()


def test_a_wide_sheet_becomes_rows(run, folder, sheet):
    result = run("import-figures", folder, sheet)
    assert (result.status, result.out) == (
        1,
        "figures/主要指标.csv：新增 3 个数，已有 0 个，没有采用 1 处\n",
    )
    assert "第4行“增速(%)”：“待定”不是数，这一格没有采用" in result.err
    assert lines(folder)[0] == HEAD
    assert lines(folder)[1].startswith("地区生产总值,五华区,2023,1414.74,亿元,水平值,")
    assert len(lines(folder)) == 4


def test_what_the_sheet_does_not_say_is_said_once(run, folder, sheet):
    said = ("--state", "快报", "--source", "昆统〔2024〕3号", "--known-on", "2024年1月20日")
    run("import-figures", folder, sheet, *said, "--definition", "五经普前")
    assert lines(folder)[1].endswith(",初步核算,五经普前,昆统〔2024〕3号,2024-01-20,,")


def test_the_same_figures_are_not_added_twice(run, folder, sheet, tmp_path):
    run("import-figures", folder, sheet)
    before = (folder / "figures" / "主要指标.csv").read_bytes()
    assert "新增 0 个数，已有 3 个" in run("import-figures", folder, sheet).out
    other = sheet.rename(tmp_path / "改名.csv")
    assert "新增 0 个数，已有 3 个" in run("import-figures", folder, other).out
    assert [p.read_bytes() for p in (folder / "figures").iterdir()] == [before]


def test_later_vintages_are_added_below(run, folder, sheet):
    run("import-figures", folder, sheet, "--state", "快报")
    before = (folder / "figures" / "主要指标.csv").read_bytes()
    result = run("import-figures", folder, sheet, "--state", "最终核实")
    assert "新增 3 个数，已有 0 个" in result.out
    after = (folder / "figures" / "主要指标.csv").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize(
    ("encoding", "end"), [("gb18030", "\r\n"), ("utf-8", "\n"), ("utf-8-sig", "\r\n")]
)
def test_existing_rows_stay_byte_for_byte(run, folder, sheet, encoding, end):
    (folder / "figures").mkdir()
    old = f"{HEAD}{end}地区生产总值,五华区,2022,1391.07,亿元,,,,确认,,甲,,高,手工记"
    target = folder / "figures" / "主要指标.csv"
    target.write_bytes(old.encode(encoding))
    assert run("import-figures", folder, sheet).status == 1
    assert target.read_bytes().startswith((old + end).encode(encoding))
    assert "新增 0 个数，已有 3 个" in run("import-figures", folder, sheet).out


def test_a_dry_run_writes_nothing(run, folder, sheet):
    assert "将新增 3 个数" in run("import-figures", folder, sheet, "--dry-run").out
    assert list(folder.iterdir()) == []


def test_every_worksheet_is_read(run, folder, tmp_path):
    with xlsxwriter.Workbook(tmp_path / "空气.xlsx") as book:
        for name in ("4月", "5月"):
            page = book.add_worksheet(name)
            page.write_row("A1", ["2023年环境空气质量"])
            page.write_row("A2", ["县区", "PM2.5浓度(微克/立方米)"])
            page.write_row("A3", ["五华区", 18])
            page.write_row("A4", ["盘龙区", "十八"])
    result = run("import-figures", folder, tmp_path / "空气.xlsx")
    assert "新增 2 个数，已有 0 个，没有采用 2 处" in result.out
    assert "空气.xlsx“5月” 第4行" in result.err
    assert [line.split(",")[2] for line in lines(folder, "空气.csv")[1:]] == [
        "2023-04",
        "2023-05",
    ]


def test_one_file_that_cannot_be_read_stops_all(run, folder, sheet, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"PK")
    result = run("import-figures", folder, sheet, tmp_path / "坏.xlsx")
    assert (result.status, list(folder.iterdir())) == (2, [])


@pytest.mark.parametrize(
    "old",
    [
        f"{HEAD}\n地区生产总值,五华区,某年,1,亿元,,,,,,,,,\n",
        "指标,地区,期别,数值,计量单位\n常住人口,五华区,2023,117.9,万人\n",
        "\x00\x01",
    ],
)
def test_a_file_that_cannot_take_rows_is_left_alone(run, folder, sheet, old):
    (folder / "figures").mkdir()
    target = folder / "figures" / "主要指标.csv"
    target.write_text(old, "utf-8")
    result = run("import-figures", folder, sheet)
    assert result.status == 2
    assert target.read_text("utf-8") == old


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--state", "大概"), "不认识数据状态“大概”"),
        (("--known-on", "2024-13-01"), "不是存在的日期"),
    ],
)
def test_options_that_mean_nothing(run, folder, sheet, words, said):
    result = run("import-figures", folder, sheet, *words)
    assert (result.status, list(folder.iterdir())) == (2, [])
    assert said in result.err


def test_there_must_be_a_folder(run, tmp_path, sheet):
    result = run("import-figures", tmp_path / "没有", sheet)
    assert result.status == 2
    assert "没有“" in result.err


def test_a_file_is_not_read_into_itself(run, folder):
    (folder / "figures").mkdir()
    target = folder / "figures" / "甲.csv"
    target.write_text(WIDE, "utf-8")
    assert run("import-figures", folder, target).status == 2


def test_many_faults_of_one_kind_are_counted(run, folder, tmp_path):
    path = tmp_path / "多.csv"
    rows = "".join(f"五华区{n},甲\n" for n in range(50))
    path.write_text(f"县区,2023年常住人口(万人)\n富民县,15\n{rows}", "utf-8")
    result = run("import-figures", folder, path)
    assert "另有 30 处同类问题（figure-value-unreadable）" in result.err
    assert "没有采用 50 处" in result.out


def test_the_indicators_of_the_folder_are_known(run, folder, tmp_path):
    (folder / "indicators.toml").write_text(
        '[[indicator]]\nid = "own"\nname = "某某指数"\ndimension = "count"\nunit = "个"\n',
        "utf-8",
    )
    path = tmp_path / "数.csv"
    path.write_text("指标,地区,期别,数值,计量单位\n某某指数,甲区,2023,5,亿元\n", "utf-8")
    assert "应是“个”一类" in run("import-figures", folder, path).err
