"""What offices, the press and worse send: traps of sources, broken and hostile files."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.figures.currency import read_rates
from paitou.figures.reading import read_figures
from paitou.figures.writing import write_figures
from paitou.indicators import standard
from paitou.model import UnreadableFile
from paitou.tables import Sheet, read_table
from paitou.tables.delimited import read_delimited

HEAD = "indicator,org,period,value,unit,qualifier,source,confidence\n"


def load(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "数.csv"
    path.write_bytes(text.encode(encoding))
    return read_figures(read_table(path), standard())


@pytest.mark.parametrize("name", ["kunming-figures.csv", "kunming-figures-unverified.csv"])
def test_the_published_figures_read_without_an_error(shared, name):
    sheet = read_table(shared / "data" / name)
    figures, issues = read_figures(sheet, standard())
    repeated = [i for i in issues if i.code == "figure-duplicate"]
    assert {i.level.value for i in issues} == {"hint"}
    assert len(figures) + len(repeated) == sheet.height - 1
    assert {f.state.value for f in figures if f.confidence == "low"} <= {"unverified"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path, encoding):
    text = HEAD + "地区生产总值,昆明市,2023,7864.76,亿元,,报告,high\n"
    figures, issues = load(tmp_path, text, encoding)
    assert (len(figures), issues) == (1, ())


def test_preliminary_and_revised_are_both_kept(tmp_path):
    rows = "地区生产总值,云南省,2020,24521.90,亿元,,甲,high\n"
    rows += "地区生产总值,云南省,2020,25200,亿元,,乙,high\n"
    figures, issues = load(tmp_path, HEAD + rows)
    assert (len(figures), issues) == (2, ())


def test_two_values_of_one_article_are_both_kept(tmp_path):
    rows = "口岸进出口货运量,磨憨,2023,800,万吨,突破,甲,high\n"
    rows += "口岸进出口货运量,磨憨,2023,820,万吨,,甲,high\n"
    figures, _ = load(tmp_path, HEAD + rows)
    assert [(f.bound.value, f.value) for f in figures] == [
        ("at_least", 800),
        ("exact", 820),
    ]


def test_half_a_year_is_not_the_year(tmp_path):
    rows = (
        "经济首位度,昆明市,2022H1,28,%,,甲,high\n经济首位度,昆明市,2022,26.6,%,,甲,high\n"
    )
    figures, _ = load(tmp_path, HEAD + rows)
    assert [str(f.period) for f in figures] == ["2022H1", "2022"]


def test_what_only_sounds_the_same_has_another_id(tmp_path):
    names = ["滇池全湖水质类别", "滇池外海水质类别", "经营主体户数", "民营经济市场主体户数"]
    names += [
        "省级科技型中小企业数",
        "国家级科技型中小企业数",
        "地区生产总值增速与全省之差",
    ]
    rows = "".join(f"{name},昆明市,2023,4,,,甲,high\n" for name in names[:2])
    rows += "".join(f"{name},昆明市,2023,4,户,,甲,high\n" for name in names[2:6])
    figures, _ = load(
        tmp_path, HEAD + rows + f"{names[6]},昆明市,2023,-3.6,个百分点,,甲,high\n"
    )
    assert len({f.indicator_id for f in figures}) == len(names)


def test_one_growth_in_two_definitions(tmp_path):
    head = "指标,地区,期别,数值,计量单位,口径\n"
    rows = "一般公共预算收入增速,盘龙区,2022,-31.93,%,自然口径\n"
    rows += "一般公共预算收入增速,盘龙区,2022,-23.77,%,扣除留抵退税\n"
    figures, _ = load(tmp_path, head + rows)
    assert [f.definition for f in figures] == ["自然口径", "扣除留抵退税"]


def test_a_forecast_is_not_taken(tmp_path):
    head = "指标,地区,期别,数值,计量单位,数据状态\n"
    figures, issues = load(
        tmp_path, head + "地区生产总值,昆明市,2025H1,4244.99,亿元,预测\n"
    )
    assert (figures, [i.code for i in issues]) == ((), ["figure-state-unknown"])


def test_foreign_money_is_kept_and_converted_beside_it(read):
    head = "指标|地区|期别|数值|计量单位|汇率\n"
    figures, issues = read(head + "进出口总额|昆明市|2023|160.1|亿美元|1美元=7.05元\n")
    assert [(str(f.value), f.unit.text) for f in figures] == [
        ("160.1", "亿美元"),
        ("1128.705", "亿元"),
    ]
    assert figures[1].note == "按1美元=7.05元折算(表内汇率)"
    assert (figures[0].id == figures[1].id, issues) == (False, ())


def test_a_rate_of_the_folder(read):
    table = "currency,period,rate,source\n美元,2023,7.0467,国家外汇管理局\n"
    rows = tuple(tuple(line.split(",")) for line in table.split())
    rates, issues = read_rates(Sheet(file="rates.csv", rows=rows))
    head = "指标|地区|期别|数值|计量单位\n"
    figures, _ = read(head + "进出口总额|昆明市|2023|100|亿美元\n", rates=rates)
    assert (issues, figures[1].value) == ((), Decimal("704.67"))
    assert figures[1].note == "按1美元=7.0467元折算(国家外汇管理局)"
    assert len(read(head + "进出口总额|昆明市|2022|100|亿美元\n", rates=rates)[0]) == 1


def test_without_a_rate_there_is_a_hint_where_the_indicator_is_in_yuan(read):
    head = "指标|地区|期别|数值|计量单位\n"
    _, issues = read(head + "进出口总额|昆明市|2023|100|亿美元\n")
    assert [(i.code, i.level) for i in issues] == [("figure-rate-missing", "hint")]
    assert read(head + "实际利用外资|昆明市|2023|3|亿美元\n")[1] == ()
    both = "进出口总额|昆明市|2023|100|亿美元\n进出口总额|昆明市|2023|704|亿元\n"
    assert read(head + both)[1] == ()


def test_a_rate_that_is_none_spoils_nothing_else(read):
    head = "指标|地区|期别|数值|计量单位|汇率\n"
    figures, issues = read(head + "进出口总额|昆明市|2023|160.1|亿美元|随行就市\n")
    assert (len(figures), issues[0].code) == (1, "figure-rate-unreadable")
    assert issues[0].where == "表.xlsx 第2行“汇率”"


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "=HYPERLINK(1)",
        "<script>alert(1)</script>",
        "NaN",
        "-inf",
        "1e400",
        "9" * 401,
        "1" + "0" * 400,
        "x" * 1_000_000,
        "1\u202e2",
        "²",
        "0x10",
        "1_000",
    ],
)
def test_hostile_values_are_refused_in_few_words(value):
    rows = (
        ("指标", "地区", "期别", "数值", "计量单位"),
        ("常住人口", "甲", "2023", value, "万人"),
    )
    figures, issues = read_figures(Sheet(file="a.csv", rows=rows), standard())
    assert (figures, len(issues)) == ((), 1)
    assert len(issues[0].message) < 120


@pytest.mark.parametrize("column", range(7))
def test_a_cell_of_a_megabyte_harms_only_its_row(column):
    head = ("指标", "地区", "期别", "数值", "计量单位", "来源", "备注")
    row = ["常住人口", "甲", "2023", "10", "万人", "报告", ""]
    sound = tuple(row)
    row[column] = "超" * 1_000_000
    sheet = Sheet(file="a.xlsx", rows=(head, tuple(row), sound))
    figures, issues = read_figures(sheet, standard())
    assert len(figures) == 1
    assert [len(i.message) < 120 for i in issues] == [True]


def test_control_characters_do_not_stay():
    head = ("指标", "地区", "期别", "数值", "计量单位", "来源")
    row = ("常住\x07人口", "甲\u200b区", "2023", "10", "万人", "报\x00告\ud800")
    figures, _ = read_figures(Sheet(file="a.xlsx", rows=(head, row)), standard())
    assert (figures[0].indicator, figures[0].org, figures[0].source) == (
        "常住人口",
        "甲区",
        "报告",
    )


def test_a_broken_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "坏.csv"
    path.write_bytes(b"\x00\x01\x02")
    with pytest.raises(UnreadableFile):
        read_table(path)


def test_many_rows(tmp_path):
    rows = "".join(f"常住人口,县{n},2023,{n}.5,万人,,报告,high\n" for n in range(1, 3001))
    figures, issues = load(tmp_path, HEAD + rows)
    assert (len(figures), issues) == (3000, ())


WORDS = (
    "指标 单位 县区 期别 数值 2023年 1—9月 增速 增速(%) 上年同期 地区生产总值(亿元)"
    " 常住人口 五华区 全市合计 亿元 % 万人 3 -2.5 近800 / — 预计 备注 注：x 排名 目标 Ⅲ"
    " 持平 增长5% 2023-01 ±% 同比 项目 月份 计量单位 汇率 亿美元 单位：万元 其中："
    " 名义5%/可比4% #公式错误"
)
BITS = WORDS.split()
CELLS = st.one_of(
    st.none(), st.sampled_from(BITS), st.decimals(-9, 9, places=1), st.dates()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6).map(tuple), max_size=6).map(tuple))
def test_no_table_breaks_the_reader_and_what_was_read_comes_back(rows):
    figures, _ = read_figures(Sheet(file="乱.xlsx", rows=rows), standard())
    written = read_delimited(write_figures(figures).encode("utf-8-sig"), "数.csv")
    assert {f.id for f in read_figures(written, standard())[0]} == {f.id for f in figures}
