import pytest

from paitou.tracking.reconcile import shortfall_words, value_words
from tracking.reconcile.reports import pair, report


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("地区生产总值增长5.5%左右。", "增长5.5%左右"),
        ("单位地区生产总值能耗下降3%以上。", "下降3%以上"),
        ("规模以上工业用水重复利用率提高到92%。", "92%"),
        ("实施项目2900个。", "2900个"),
        ("高速公路通车里程突破9500公里。", "超过9500公里"),
        ("PM2.5浓度控制在30微克/立方米以内。", "30微克/立方米以内"),
    ],
)
def test_a_value_in_words(sentence, words):
    assert value_words(report(2024, wanted=sentence).statements[0]) == words


@pytest.mark.parametrize(
    ("wanted", "told", "words"),
    [
        ("粮食产量120万吨。", "粮食产量118.5万吨。", "低1.5万吨"),
        ("粮食产量120万吨。", "粮食产量120万吨。", "持平"),
        ("城镇调查失业率5.5%左右。", "城镇调查失业率5.2%。", "低0.3个百分点"),
        ("新建农村公路300公里。", "新建农村公路0.04万公里。", "高100公里"),
        (
            "单位地区生产总值能耗下降3%以上。",
            "单位地区生产总值能耗下降2.6%。",
            "降幅低0.4个百分点",
        ),
        ("完成水利投资400亿元。", "完成水利投资近400亿元。", "略有不足"),
        ("粮食产量120万吨。", "农业稳产。", ""),
    ],
)
def test_a_shortfall_in_words(wanted, told, words):
    assert shortfall_words(pair(wanted, told)) == words


def test_a_reader_is_told_what_to_check():
    begun = pair("完成城中村改造300户。", "开工城中村改造310户。")
    assert "后续报告说的是开工，不是完工" in begun.reason
    far = pair("新建农村公路300公里。", "新建农村公路1200公里。")
    assert "请核对口径和年份" in far.reason
