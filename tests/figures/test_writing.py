import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.figures.columns.names import Namer
from paitou.figures.qualifiers import bound_of
from paitou.figures.reading import figure_id, read_figures
from paitou.figures.writing import write_figures
from paitou.indicators import standard
from paitou.model import Figure, FigureState, Measure, Period, Unit
from paitou.tables.delimited import read_delimited

NAMER = Namer(standard())
PLAIN = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="\x00"), max_size=12
)
NOTES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("\n\",;'=+-@\t"),
    max_size=30,
).map(str.strip)
WORDS = PLAIN.filter(lambda text: text not in {"/", "//", "-", "--", "—", "——", "无"})
PERIODS = st.sampled_from(
    ["2023", "2023Q3", "2022H1", "2025M01-11", "2022-04", "2021-2025", "2019M01-02"]
).map(Period.parse)
VALUES = st.one_of(
    st.none(),
    st.sampled_from(["Ⅲ", "劣Ⅴ"]),
    st.decimals(-(10**12), 10**12, places=4),
)
NAMES = st.sampled_from(
    [
        "常住人口",
        "某某中心数",
        "大竞赛总成绩排名(全市)",
        "水质",
        "地区生产总值名义增速",
        "甲同比减少",
    ]
)


@st.composite
def figures(draw):
    name = draw(NAMES)
    measure = draw(st.sampled_from([m for m in Measure if m is not Measure.LEVEL]))
    if name in ("常住人口", "某某中心数"):
        measure = Measure.LEVEL
    growth = measure in (Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH)
    value = draw(VALUES.filter(lambda v: not (growth and isinstance(v, str))))
    high = None
    if isinstance(value, Decimal) and draw(st.booleans()):
        high = value + draw(st.decimals(Decimal("0.5"), 100, places=2))
    qualifier = draw(st.sampled_from(["", "突破", "近", "以上", "预计", "预计超", "左右"]))
    unit = (
        "%"
        if growth
        else draw(st.sampled_from(["万人", "人"] if name == "常住人口" else ["户", "分"]))
    )
    figure = Figure(
        id="",
        indicator=name,
        indicator_id=NAMER.read(name)[1],
        measure=measure,
        prices=draw(st.sampled_from(["", "real", "nominal"])),
        org=draw(st.sampled_from(["", "昆明市", "五华区", "=甲区", "全市", "a b"])),
        period=draw(PERIODS),
        value=value,
        value_high=high,
        unit=Unit.parse(unit),
        state=draw(st.sampled_from(FigureState)),
        qualifier=qualifier,
        bound=bound_of(qualifier),
        definition=draw(WORDS),
        source=draw(NOTES),
        known_on=draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2099, 1, 1))),
        confidence=draw(st.sampled_from(["", "high", "medium", "low"])),
        note=draw(NOTES),
    )
    return evolve(figure, id=figure_id(figure))


def read_back(text):
    sheet = read_delimited(text.encode("utf-8-sig"), "数.csv")
    return read_figures(sheet, standard())


@settings(max_examples=200, deadline=None)
@given(st.lists(figures(), max_size=5, unique_by=figure_id))
def test_what_is_written_is_read(made):
    found, issues = read_back(write_figures(made))
    assert [i.code for i in issues] == []
    key = lambda figure: figure.id
    plain = [evolve(figure, where="") for figure in found]
    assert sorted(plain, key=key) == sorted(made, key=key)


@settings(max_examples=50, deadline=None)
@given(st.lists(figures(), max_size=6, unique_by=figure_id), st.randoms())
def test_the_order_does_not_matter(made, chance):
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert write_figures(made) == write_figures(shuffled)


def test_nothing_is_only_a_head():
    assert read_back(write_figures(())) == ((), ())
    assert write_figures(()).startswith("indicator,org,period,value,unit,")


@pytest.mark.parametrize("words", ["=1+1", "+86", "-甲", "@SUM(A1)", "'=1", "\t=1"])
def test_no_text_is_a_formula_for_a_spreadsheet(words):
    figure = Figure(
        id="",
        indicator="常住人口",
        indicator_id="resident-population",
        org="甲区",
        note=words,
        period=Period.of_year(2023),
        value=Decimal(1),
        unit=Unit.parse("万人"),
    )
    text = write_figures([figure])
    assert text.rstrip().rpartition(",")[2].lstrip('"').startswith("'")
    assert read_back(text)[0][0].note == words


def test_figures_of_a_wide_table_come_back(read_wide):
    figures, _ = read_wide
    found, issues = read_back(write_figures(figures))
    assert issues == ()
    assert {f.id for f in found} == {f.id for f in figures}


@pytest.fixture
def read_wide():
    text = (
        "昆明市各县区2023年1—9月主要指标,,,\n"
        "县区,地区生产总值(亿元),增速(可比),PM2.5浓度同比下降(%)\n"
        "五华区,约1000,-,3.5\n全市合计,/,下降2%,\n"
    )
    return read_figures(read_delimited(text.encode(), "宽.csv"), standard())
