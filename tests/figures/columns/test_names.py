import pytest

from paitou.figures.columns.names import Namer, split_unit, tidy
from paitou.indicators import standard
from paitou.model import Measure


def read(text, unit=""):
    return Namer(standard()).read(text, unit)


@pytest.mark.parametrize(
    "name",
    [
        "地区生产总值增速",
        "地区生产总值同比增长",
        "地区生产总值(亿元)增速",
        "一、地区生产总值增长率",
        "地区生产总值名义增速",
        "地区生产总值增速(可比价)",
        "地区生产总值增速①",
        "GDP增幅",
    ],
)
def test_growth_has_the_id_of_what_grows(name):
    named, indicator_id = read(name, "%")
    assert (named.measure, indicator_id) == (Measure.GROWTH, "gdp")


@pytest.mark.parametrize(
    ("name", "prices"),
    [
        ("地区生产总值名义增速", "nominal"),
        ("地区生产总值现价增速", "nominal"),
        ("地区生产总值增速(可比价)", "real"),
        ("城镇居民人均可支配收入实际增长", "real"),
        ("实际利用外资增速", ""),
        ("地区生产总值增速", ""),
    ],
)
def test_prices_are_kept_apart(name, prices):
    assert read(name, "%")[0].prices == prices


@pytest.mark.parametrize(
    "name",
    [
        "地区生产总值增速排名(全市)",
        "地区生产总值增速与全省之差",
        "净增企业完成全年任务比例",
        "对全省经济增长贡献率",
        "民营经济增加值占GDP比重",
        "高新技术企业净增数",
        "R&D强度",
        "民营工业增加值",
        "人口自然增长率",
        "新增市场主体",
        "规上工业增加值增速位次",
        "经济增长点",
    ],
)
def test_what_only_sounds_like_growth(name):
    assert read(name)[0].measure is None


def test_average_growth_and_change():
    assert read("地区生产总值年均增速")[0].measure is Measure.GROWTH_AVG
    assert read("规上工业增加值两年平均增速")[0].measure is Measure.GROWTH_AVG
    assert read("空气轻度污染天数同比变化", "天")[0].measure is Measure.CHANGE
    assert read("PM2.5浓度同比下降", "%")[0].measure is Measure.GROWTH
    assert read("PM2.5浓度同比下降", "%")[0].falls
    assert read("常住人口城镇化率同比提高", "%")[0].measure is Measure.CHANGE


@pytest.mark.parametrize(
    ("written", "name", "unit"),
    [
        ("1.地区生产总值（亿元）", "地区生产总值", "亿元"),
        ("其中：工业投资", "工业投资", ""),
        ("（三）常住人口 ( 万人 )", "常住人口", "万人"),
        ("#第一产业", "第一产业", ""),
        ("PM2.5浓度", "PM2.5浓度", ""),
        ("接待游客/万人次", "接待游客", "万人次"),
        ("国际友城(含友好交流城市)", "国际友城(含友好交流城市)", ""),
        ("固 定 资 产\n投资", "固定资产投资", ""),
        ("2.5产业产值", "2.5产业产值", ""),
    ],
)
def test_numbers_and_units_come_off(written, name, unit):
    named = read(written)[0]
    assert (named.text, named.unit) == (name, unit)


def test_a_word_in_brackets_is_not_a_unit():
    assert split_unit("水环境质量综合排名(19单位)") == ("水环境质量综合排名(19单位)", "")


def test_blanks_between_latin_words_stay():
    assert tidy(" R&D  经费 ") == "R&D经费"
    assert tidy("press text,\u3000昆明") == "press text,昆明"


@pytest.mark.parametrize("text", ["", "123", "。。。", "名" * 500])
def test_what_is_no_name(text):
    with pytest.raises(ValueError, match="不是指标名称"):
        read(text)
