import pytest

from paitou import reconcile
from paitou.tracking.reconcile import Evidence, Gap, PairVerdict
from tracking.reconcile.reports import pair, pairs, report

SETTLED = (
    # wanted, told, verdict
    ("地区生产总值增长5.5%左右。", "地区生产总值增长5.6%。", "met"),
    ("地区生产总值增长5.5%左右。", "地区生产总值增长5.3%。", "close"),
    ("地区生产总值增长5.5%左右。", "地区生产总值增长4.9%。", "missed"),
    ("城镇调查失业率控制在5.5%左右。", "城镇调查失业率平均为5.2%。", "met"),
    ("城镇调查失业率控制在5.5%左右。", "城镇调查失业率平均为5.9%。", "close"),
    ("居民消费价格涨幅控制在3%左右。", "居民消费价格上涨0.3%。", "met"),
    ("单位地区生产总值能耗下降3%以上。", "单位地区生产总值能耗下降3.2%。", "met"),
    ("单位地区生产总值能耗下降3%以上。", "单位地区生产总值能耗下降2%。", "missed"),
    ("常住人口城镇化率达到69%左右。", "城镇化率达69.1%。", "met"),
    ("城镇新增就业8万人以上。", "新增城镇就业8.55万人。", "met"),
    ("新建农村公路300公里。", "新建农村公路0.03万公里。", "met"),
    ("改造老旧小区50个。", "改造老旧小区45个。", "close"),
    ("改造老旧小区50个。", "改造老旧小区44个。", "missed"),
    ("PM2.5浓度控制在30微克/立方米以内。", "PM2.5平均浓度36微克/立方米。", "missed"),
    ("高速公路通车里程突破9500公里。", "高速公路通车里程突破9500公里。", "met"),
    ("高速公路通车里程突破9500公里。", "高速公路通车里程9500公里。", "close"),
    ("完成水利投资400亿元。", "完成水利投资近400亿元。", "close"),
    ("农村生活污水治理率达到40%。", "农村生活污水治理率全部达到40%。", "met"),
)


@pytest.mark.parametrize(("wanted", "told", "verdict"), SETTLED)
def test_what_was_told_settles_the_target(wanted, told, verdict):
    found = pair(wanted, told)
    assert (found.verdict, found.gap) == (verdict, None)
    assert found.reason.endswith("。")
    assert found.reason.count("。") == 1


OPEN = (
    (
        "一般公共预算收入增长3%。",
        "“十三五”以来一般公共预算收入年均增长5%。",
        "incomparable",
    ),
    ("一般公共预算收入增长3%。", "一般公共预算收入突破500亿元。", "incomparable"),
    ("到2026年，森林覆盖率达到45%。", "森林覆盖率达46%。", "not_due"),
    ("新建现代产业学院10个。", "粮食产量120万吨。", "silent"),
    ("居民消费价格涨幅控制在3%左右。", "居民消费价格总体稳定。", "mentioned"),
    ("农村居民人均可支配收入增长7%。", "城镇居民人均可支配收入增长7%。", "silent"),
    ("培育国家级产业集群3个。", "培育省级产业集群3个。", "silent"),
    ("新增公园30座。", "公园累计达到973座。", "incomparable"),
)


@pytest.mark.parametrize(("wanted", "told", "gap"), OPEN)
def test_what_does_not_settle_it_is_said(wanted, told, gap):
    found = pair(wanted, told)
    assert (found.verdict, found.gap, found.outcome) == ("unknown", gap, None)


def test_a_floor_and_a_stretch_share_an_outcome():
    floor, stretch = pairs("森林覆盖率达到45%以上、力争达到46%。", "森林覆盖率达45.8%。")
    assert (floor.verdict, stretch.verdict) == ("met", "close")
    assert Evidence.SHARED_OUTCOME in stretch.evidence


def test_each_outcome_answers_the_target_whose_words_it_repeats():
    wanted = "新增养老床位500张，改建认知障碍照护床位200张。"
    found = pairs(wanted, "改建认知障碍照护床位210张，新增养老床位510张。")
    assert [p.outcome.value for p in found] == [510, 210]


def test_a_vague_name_follows_its_neighbours():
    found = pairs(
        "实施项目290个，完成年度投资240亿元。", "实施重点项目280个，完成投资241亿元。"
    )
    assert [p.verdict for p in found] == ["close", "met"]
    assert Evidence.NEIGHBOURS in found[0].evidence


def test_an_amount_far_off_is_not_of_the_same_thing():
    found = pair("改造城镇老旧小区15个。", "改造城镇老旧小区2187个。")
    assert (found.gap, found.alternatives[0].value) == (Gap.INCOMPARABLE, 2187)


def test_every_target_is_counted_once():
    found = reconcile(
        report(2024, wanted="粮食产量120万吨，改造老旧小区50个。"),
        report(2025, told="粮食产量121万吨。"),
    )
    assert found.counts == {"met": 1, "close": 0, "missed": 0, "unknown": 1}
    assert [p.target.indicator for p in found.silent] == ["老旧小区"]


def test_texts_of_different_places_are_not_compared():
    found = reconcile(
        report(2024, wanted="粮食产量120万吨。"),
        report(2025, told="粮食产量121万吨。", place="云泽市"),
    )
    assert [i.code for i in found.issues] == ["reconcile-places-differ"]
    assert [(p.verdict, p.gap) for p in found.pairs] == [("unknown", "misplaced")]


def test_a_report_that_is_not_later_is_told():
    found = reconcile(
        report(2025, wanted="粮食产量120万吨。"), report(2025, told="粮食产量1万吨。")
    )
    assert [i.code for i in found.issues] == ["reconcile-later-is-earlier"]
    assert found.pairs[0].gap is Gap.NOT_DUE


def test_texts_without_numbers_are_told():
    found = reconcile(report(2024), report(2025))
    assert [i.code for i in found.issues] == [
        "reconcile-no-targets",
        "reconcile-no-outcomes",
    ]
    assert found.pairs == ()


@pytest.mark.corpus
def test_real_reports_reconcile(corpus):
    from paitou import compile_document, read_document

    named = {path.name[:2]: path for path in corpus}
    plans = [compile_document(read_document(named[n])) for n in ("39", "65") if n in named]
    if len(plans) < 2:
        pytest.skip("the two reports are not there")
    counts = reconcile(*plans).counts
    assert counts[PairVerdict.MET] >= 20
    assert counts[PairVerdict.CLOSE] >= 2
    assert counts[PairVerdict.MISSED] >= 2
