import csv
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.indicators import Catalogue, Dimension, Indicator, Polarity, standard

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
SAME = [
    ("地区生产总值", "GDP", "经济总量", "全市生产总值", "国内生产总值"),
    ("规模以上工业增加值", "规上工业增加值", "规上工业增加值增速"),
    ("第一产业增加值", "一产增加值"),
    ("第三产业增加值", "三产增加值", "服务业增加值"),
    ("外贸进出口总额", "进出口总额", "货物进出口总额", "外贸进出口总值"),
    ("市场主体", "经营主体", "各类市场主体", "经营主体户数"),
    (
        "全社会研究与试验发展(R&D)经费投入",
        "全社会研发经费投入",
        "全社会R&D经费支出",
    ),
    ("PM2.5浓度", "PM_2.5浓度", "细颗粒物浓度", "细颗粒物(PM2.5)年均浓度"),
    ("城镇化率", "常住人口城镇化率"),
    ("全体居民人均可支配收入", "居民人均可支配收入"),
    ("上市公司", "上市公司数量", "上市企业"),
    ("国际专利申请量(PCT)", "PCT国际专利申请量"),
    ("高新技术企业", "国家高新技术企业", "高新技术企业数"),
    ("空气质量优良天数比例", "城市空气质量优良天数比率", "环境空气质量优良率"),
    ("单位GDP能耗", "万元地区生产总值能耗", "能耗强度"),
    ("居民消费价格", "居民消费价格涨幅", "CPI"),
]
DIFFERENT = [
    ("进出口总额", "服务贸易进出口总额", "跨境电商进出口额"),
    ("常住人口城镇化率", "户籍人口城镇化率"),
    ("农村居民人均可支配收入", "农民人均纯收入", "城镇居民人均可支配收入"),
    ("工业增加值", "规模以上工业增加值", "工业总产值", "工业增加值占GDP比重"),
    ("上市公司", "上市(挂牌)公司", "新三板挂牌企业"),
    ("固定资产投资", "全社会固定资产投资", "工业投资"),
    ("国际友好城市", "国际友好交流城市", "国际友好城市(国际友好交流城市)"),
    ("旅游总收入", "旅游花费", "国内旅游收入"),
    ("城镇调查失业率", "城镇登记失业率"),
    ("科技型中小企业", "省级科技型中小企业", "专精特新中小企业"),
    ("单位GDP能耗", "单位GDP能耗降低", "能源消费总量"),
    ("地表水国控断面水质优良比例", "地表水国考断面水质优良比例"),
    ("经营主体", "新增市场主体", "净增经营主体", "民营经营主体"),
    ("社会消费品零售总额", "限额以上社会消费品零售总额", "网上零售额"),
    ("地区生产总值", "海洋生产总值", "人均地区生产总值", "国民生产总值"),
    ("国家重点实验室", "全国重点实验室", "省级重点实验室"),
    ("储能装机", "新型储能装机", "抽水蓄能装机"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_wordings_of_one_indicator_have_one_id(names: tuple[str, ...]) -> None:
    found = {standard().resolve(name) for name in names}
    assert len(found) == 1
    assert standard().get(found.pop())


@pytest.mark.parametrize("names", DIFFERENT, ids=lambda names: names[0])
def test_different_indicators_have_different_ids(names: tuple[str, ...]) -> None:
    assert len({standard().resolve(name) for name in names}) == len(names)


def test_an_unknown_name_gets_an_id_of_its_words() -> None:
    made = standard().resolve("滇池外海水质")
    assert made == "x-" + made[2:]
    assert len(made) == 12
    assert standard().resolve("“滇池外海”的水质") == made
    assert standard().get(made) is None


@given(st.text())
def test_resolving_is_stable(name: str) -> None:
    assert standard().resolve(name) == standard().resolve(name)
    assert standard().polarity(name) in Polarity


def test_lone_surrogates_and_control_signs_resolve() -> None:
    assert standard().resolve("\ud800指标\0") == standard().resolve("\ud800指标\0")


def test_polarity_is_as_known_before_the_words() -> None:
    assert standard().polarity("城镇调查失业率") is Polarity.LESS
    assert standard().polarity("“三公”经费") is Polarity.LESS
    assert standard().polarity("居民消费价格涨幅") is Polarity.LESS
    assert standard().polarity("城市生活垃圾无害化处理率") is Polarity.MORE
    assert standard().polarity("群众等候时间") is Polarity.LESS


def test_a_plan_adds_its_own() -> None:
    lake = Indicator(
        id="dianchi", name="滇池水质", aliases=("滇池外海水质",), dimension=Dimension.GRADE
    )
    extended = standard().extended([lake])
    assert extended.resolve("滇池外海水质") == "dianchi"
    assert len(extended) == len(standard()) + 1
    assert standard().resolve("滇池外海水质").startswith("x-")


def test_what_a_plan_says_wins() -> None:
    gdp = standard().get("gdp")
    own = standard().extended([evolve(gdp, unit="万亿元", aliases=("三产合计",))])
    assert own.get("gdp").unit == "万亿元"
    assert own.resolve("三产合计") == own.resolve("经济总量") == "gdp"
    taken = standard().extended(
        [Indicator(id="own", name="GDP", dimension=Dimension.MONEY)]
    )
    assert taken.resolve("地区生产总值") == "own"


def test_an_empty_catalogue_resolves_too() -> None:
    assert Catalogue().resolve("地区生产总值") == Catalogue().resolve("GDP")
    assert list(Catalogue()) == []


def test_importing_reads_no_table() -> None:
    script = (
        "import sys, paitou.indicators as i; "
        "print('tomllib' in sys.modules, i.standard.cache_info().currsize)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "0"]


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not here")
@pytest.mark.parametrize(
    ("file", "share"),
    [
        ("kunming-2023.statements", 0.75),
        ("39_ningxia_2025", 0.5),
        ("65_ningxia_2026", 0.55),
        ("24_software_plan", 0.25),
    ],
)
def test_plans_speak_of_what_is_shipped(file: str, share: float) -> None:
    with (GOLD / f"{file}.tsv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ids = [standard().resolve(row["indicator"]) for row in rows]
    known = sum(standard().get(each) is not None for each in ids)
    assert known / len(ids) >= share
