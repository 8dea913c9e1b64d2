from decimal import Decimal

from paitou import reconcile
from paitou.indicators import standard
from paitou.tracking.reconcile import Evidence, Gap
from paitou.tracking.reconcile.measures import from_base, measure_of, read_as
from tracking.reconcile.reports import pair, report


def _first(sentence):
    return report(2024, wanted=sentence).statements[0]


def test_a_rise_that_is_controlled_is_a_growth():
    target = _first("居民消费价格涨幅控制在3%左右。")
    known = standard().get(target.indicator_id)
    assert measure_of(target, known) == "growth"
    assert measure_of(_first("城镇调查失业率控制在5%左右。"), None) == "level"


def test_a_total_of_the_year_is_no_stock():
    assert pair("新增高新技术企业30家。", "高新技术企业达到900家。").outcome is None


def test_a_multiple_is_a_rate_of_change():
    target = _first("到2024年，数据交易额比2020年翻一番。")
    told = report(2025, told="数据交易额比2020年增长120%。").statements[0]
    reading = read_as(target, told, None)
    assert reading is not None
    assert reading.value == Decimal("2.2")
    assert Evidence.MEASURE_CONVERTED in reading.how


def test_a_base_leads_from_growth_to_level():
    plan = report(2024, told="旅游总花费100.0亿元。", wanted="旅游总花费达到120亿元。")
    later = report(2025, told="旅游总花费增长20.5%。")
    (found,) = reconcile(plan, later).pairs
    assert (found.verdict, found.shortfall) == ("met", Decimal("-0.5"))
    assert "按上年基数测算为120.5亿元" in found.reason
    assert Evidence.BASE_USED in found.evidence


def test_levels_do_not_settle_a_growth():
    plan = report(2024, told="旅游总花费100.0亿元。", wanted="旅游总花费增长20%。")
    (found,) = reconcile(plan, report(2025, told="旅游总花费120.5亿元。")).pairs
    assert found.gap is Gap.INCOMPARABLE


def test_growth_at_constant_prices_says_nothing_of_levels():
    plan = report(2024, told="地区生产总值1000亿元。", wanted="地区生产总值达到1050亿元。")
    base, target = plan.statements
    outcome = report(2025, told="地区生产总值增长5.50%。").statements[0]
    assert from_base(target, outcome, base, standard().get("gdp")) is None
