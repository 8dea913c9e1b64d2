import pytest

from paitou.indicators import Polarity
from paitou.indicators.polarity import polarity_of_words


@pytest.mark.parametrize(
    "name",
    [
        "青年失业率",
        "单位产值能耗",
        "臭氧污染天数",
        "溺水死亡人数",
        "电梯事故起数",
        "甲烷排放量",
        "平台公司负债率",
        "菜价涨幅",
        "出租房登记办理时间",
        "政府运行成本",
        "污水处理厂能耗",
        "不良贷款余额",
    ],
)
def test_less_is_better(name: str) -> None:
    assert polarity_of_words(name) is Polarity.LESS


@pytest.mark.parametrize(
    "name",
    [
        "信访积案化解率",
        "排放达标率",
        "污染地块治理面积",
        "事故隐患整改率",
        "贫困人口收入",
        "减少碳排放",
        "降低物流成本",
        "失业人员再就业",
        "社区阅览室",
        "",
    ],
)
def test_more_is_better(name: str) -> None:
    assert polarity_of_words(name) is Polarity.MORE
