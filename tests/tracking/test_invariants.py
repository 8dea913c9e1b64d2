"""What holds of every target, whatever was reported, and in whatever order."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from paitou.figures.qualifiers import bound_of
from paitou.indicators import standard
from paitou.model import Attainment, Figure, FigureState, Measure, Period, Unit
from paitou.tracking import track
from tracking.judged import book, plan_of, targets

#: Sentences of every measure, with the name of the figures and how large they may be.
SENTENCES = (
    ("到2025年,进出口总额达到3000亿元以上。", "进出口总额", "亿元", 4000),
    ("到2025年,进出口总额突破3000亿元。", "进出口总额", "亿元", 4000),
    ("到2025年,市场主体达到184万户以上。", "经营主体", "万户", 250),
    ("到2025年,常住人口城镇化率达到82%左右。", "常住人口城镇化率", "%", 100),
    ("到2025年,细颗粒物浓度降到25微克/立方米以下。", "细颗粒物浓度", "微克/立方米", 50),
    ("到2025年,总人口达到900万人左右。", "总人口", "万人", 1200),
    ("空气质量优良天数比例持续保持在98%以上。", "空气质量优良天数比例", "%", 100),
    ("城镇调查失业率控制在5.5%以内。", "城镇调查失业率", "%", 8),
    ("工业投资每年增长26%以上。", "工业投资", "亿元", 500),
    ("每年引进重大产业项目200个以上。", "重大产业项目", "个", 300),
    ("三年筹集不少于6万套保障性租赁住房。", "保障性租赁住房", "万套", 4),
    ("地区生产总值年均增长6%以上。", "地区生产总值", "亿元", 2000),
    ("市场主体年均增长15%以上。", "经营主体", "万户", 250),
    ("到2025年,旅游总收入较2019年翻一番。", "旅游总收入", "亿元", 4000),
    ("到2025年,单位地区生产总值能耗比2020年降低13.5%以上。", "单位地区生产总值能耗",
     "吨标准煤/万元", 1),
    ("到2025年,常住人口城镇化率较2020年提高3个百分点。", "常住人口城镇化率", "%", 100),
)  # fmt: skip
FLOORS = (0, 1, 2, 3, 9, 10)
YEARS = range(2019, 2027)
PARTS = ("{}", "{}", "{}", "{}H1", "{}Q1", "{}Q2", "{}Q3", "{}Q4", "{}M01-09", "{}-06",
         "{}-12")  # fmt: skip
QUALIFIERS = ("", "", "", "", "突破", "近", "不足", "约", "不超过")
DECIDED = {Attainment.MET, Attainment.NEARLY, Attainment.MISSED, Attainment.BROKEN}
ORDER = [Attainment.MISSED, Attainment.BROKEN, Attainment.NEARLY, Attainment.MET]
SETTLING = [state for state in FigureState if state.can_settle]
GUESSES = [state for state in FigureState if not state.can_settle]
DAYS = st.dates(dt.date(2022, 6, 1), dt.date(2028, 6, 1))


def reported(name, unit, period, value, **more):
    measure = more.pop("measure", Measure.LEVEL)
    return Figure(
        id=f"{abs(hash((name, period, str(value), str(more), measure))):x}"[:12],
        indicator=name,
        indicator_id=standard().resolve(name),
        measure=measure,
        org="云泽市",
        period=Period.parse(period),
        value=value,
        unit=Unit.parse("%" if measure is not Measure.LEVEL else unit),
        **more,
    )


@st.composite
def figures(draw, sentence, *, states=SETTLING, parts=PARTS, vintages=False):
    _, name, unit, most = sentence
    found = {}
    for _ in range(draw(st.integers(0, 9))):
        period = draw(st.sampled_from(parts)).format(draw(st.sampled_from(YEARS)))
        measure = draw(st.sampled_from([Measure.LEVEL] * 3 + [Measure.GROWTH]))
        top = 30 if measure is Measure.GROWTH else most
        value = Decimal(draw(st.integers(-top * 10 // 5, top * 100))) / 100
        qualifier = draw(st.sampled_from(QUALIFIERS))
        known = draw(st.none() | st.dates(dt.date(2022, 1, 1), dt.date(2027, 6, 1)))
        figure = reported(
            name, unit, period, value, measure=measure, qualifier=qualifier,
            bound=bound_of(qualifier), state=draw(st.sampled_from(states)), known_on=known,
        )  # fmt: skip
        found[(figure.period, measure, known if vintages else None)] = figure
    return tuple({figure.id: figure for figure in found.values()}.values())


@st.composite
def reports(draw, sentences=SENTENCES, **more):
    sentence = draw(st.sampled_from(sentences))
    return sentence, draw(figures(sentence, **more))


def stand(sentence, found, day, years=(2023, 2025)):
    plan = plan_of(sentence[0], *years)
    return track(book(plan, found), day).of(targets(plan)[0].id)[0]


@given(reports(vintages=True), DAYS, st.data())
def test_the_order_of_figures_does_not_matter(report, day, data):
    sentence, found = report
    shuffled = data.draw(st.permutations(found))
    assert stand(sentence, shuffled, day) == stand(sentence, found, day)


@given(reports(), DAYS, st.data())
def test_an_unverified_figure_decides_nothing(report, day, data):
    sentence, found = report
    guesses = data.draw(figures(sentence, states=GUESSES))
    taken = {(figure.period, figure.measure) for figure in found}
    guesses = tuple(g for g in guesses if (g.period, g.measure) not in taken)
    before, after = stand(sentence, found, day), stand(sentence, found + guesses, day)
    if before.verdict in DECIDED or after.verdict in DECIDED:
        assert after.verdict is before.verdict
        assert after.value == before.value


@given(reports(), DAYS, st.data())
def test_an_unverified_figure_beside_a_published_one_changes_nothing(report, day, data):
    sentence, found = report
    published = [figure for figure in found if figure.visible_from <= day]
    assume(published)
    beside = data.draw(st.sampled_from(published))
    state = data.draw(st.sampled_from(GUESSES))
    guess = evolve(beside, id="0", state=state, value=beside.value * 2 + 1)
    before, after = stand(sentence, found, day), stand(sentence, (*found, guess), day)
    assert after == before


@given(reports(parts=("{}",)), DAYS, st.data())
def test_what_is_missing_is_not_zero(report, day, data):
    sentence, found = report
    assume(found)
    gone = data.draw(st.sampled_from(found))
    before = stand(sentence, found, day)
    after = stand(sentence, [f for f in found if f is not gone], day)
    if before.verdict not in DECIDED:
        assert after.verdict not in (Attainment.MISSED, Attainment.BROKEN)


@given(reports([SENTENCES[i] for i in FLOORS], parts=("{}",)), st.data())
def test_more_of_what_is_to_be_more_never_worsens_the_verdict(report, data):
    sentence, found = report
    _, name, unit, most = sentence
    values = st.integers(0, most * 100).map(lambda n: Decimal(n) / 100)
    low, high = sorted((data.draw(values), data.draw(values)))
    rest = [f for f in found if str(f.period) != "2025"]
    day = dt.date(2026, 6, 1)
    worse = stand(sentence, [*rest, reported(name, unit, "2025", low)], day)
    better = stand(sentence, [*rest, reported(name, unit, "2025", high)], day)
    if worse.verdict in DECIDED and better.verdict in DECIDED:
        assert ORDER.index(better.verdict) >= ORDER.index(worse.verdict)


@given(reports(vintages=True), DAYS, st.data())
def test_what_became_known_later_does_not_count(report, day, data):
    sentence, found = report
    later = data.draw(figures(sentence))
    later = [evolve(f, known_on=day + dt.timedelta(days=1)) for f in later]
    later = [f for f in later if f.id not in {x.id for x in found}]
    assert stand(sentence, [*found, *later], day) == stand(sentence, found, day)


@given(reports([s for s in SENTENCES if s[2] in ("亿元", "万户", "万套", "万人")]), DAYS)
def test_the_unit_of_a_figure_does_not_matter(report, day):
    sentence, found = report
    smaller = {"亿元": ("万元", 10_000), "万户": ("户", 10_000), "万套": ("套", 10_000),
               "万人": ("人", 10_000)}  # fmt: skip
    unit, factor = smaller[sentence[2]]
    scaled = [
        evolve(f, unit=Unit.parse(unit), value=f.value * factor)
        if f.measure is Measure.LEVEL else f
        for f in found
    ]  # fmt: skip
    one, other = stand(sentence, found, day), stand(sentence, scaled, day)
    assert one.verdict is other.verdict
    assert (one.value, one.required, one.unit) == (other.value, other.required, other.unit)
    assert one.share == pytest.approx(other.share) if one.share else not other.share
    assert one.pace_pp == pytest.approx(other.pace_pp) if one.pace_pp else not other.pace_pp


@given(reports(vintages=True, states=list(FigureState)), DAYS)
def test_a_standing_says_what_it_rests_on(report, day):
    sentence, found = report
    standing = stand(sentence, found, day)
    assert (standing.why_unknown is not None) == (standing.verdict is Attainment.UNKNOWN)
    assert set(standing.figures) <= {figure.id for figure in found}
    assert standing.as_of == day
    if standing.verdict in DECIDED:
        assert standing.figures
        assert standing.value is not None
        assert standing.settles == "" or standing.inferred
    else:
        assert not standing.late
        assert standing.settles
    used = [figure for figure in found if figure.id in standing.figures]
    assert all(figure.visible_from <= day for figure in used)
    if standing.verdict in DECIDED:
        assert all(figure.is_published for figure in used)


@given(reports(vintages=True, states=list(FigureState)), DAYS)
def test_a_reason_is_a_sentence_for_people(report, day):
    sentence, found = report
    reason = stand(sentence, found, day).reason
    assert reason
    assert not re.search(
        r"None|Decimal|nan|E[+-]\d|\.0{3,}|\d{20}|[，；]{2}|[，；]$", reason
    )
    assert "-" not in reason or any(figure.value < 0 for figure in found)


@given(reports(parts=("{}",)), DAYS, st.integers(0, 900))
def test_broken_stays_broken(report, day, days):
    sentence, found = report
    found = [evolve(figure, known_on=None) for figure in found]
    if stand(sentence, found, day).verdict is Attainment.BROKEN:
        later = stand(sentence, found, day + dt.timedelta(days=days))
        assert later.verdict is Attainment.BROKEN


@given(reports(), st.dates(dt.date(2022, 6, 1), dt.date(2025, 12, 31)))
def test_nothing_is_missed_before_its_time_is_over(report, day):
    sentence, found = report
    found = [evolve(f, known_on=None) for f in found]
    standing = stand(sentence, found, day)
    if day < dt.date(2025, 12, 31):
        assert standing.verdict is not Attainment.MISSED
        assert standing.verdict is not Attainment.NEARLY


@given(reports(), DAYS)
def test_asking_twice_gives_the_same_answer(report, day):
    sentence, found = report
    assert stand(sentence, found, day) == stand(sentence, found, day)
