import pytest

from paitou.indicators import standard
from paitou.tracking.reconcile.names import catalogue_weights, conflict, likeness, named


@pytest.fixture(scope="module")
def weights():
    return catalogue_weights(standard())


ALIKE = (
    ("公共充电桩", "电动汽车公共充电桩"),
    ("外送能力", "外送电能力"),
    ("煤矿安全生产标准化二级以上水平比例", "煤矿安全生产标准化二级以上比例"),
    ("综合为老服务中心", "社区综合为老服务中心"),
)
UNLIKE = (
    ("农村居民人均可支配收入", "城镇居民人均可支配收入"),
    ("750千伏输变电工程", "330千伏输变电工程"),
    ("国家级产业集群", "省级产业集群"),
    ("企业", "高新技术企业"),
    ("农产品加工企业", "农产品加工转化率"),
    ("出口总额", "进口总额"),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_of_one_thing_are_alike(one, other, weights):
    assert likeness(named(one), named(other), weights) >= 0.72


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_names_of_two_things_are_not(one, other, weights):
    assert likeness(named(one), named(other), weights) < 0.72


def test_likeness_goes_both_ways(weights):
    for one, other in (*ALIKE, *UNLIKE):
        a, b = named(one), named(other)
        assert likeness(a, b, weights) == pytest.approx(likeness(b, a, weights))
        assert conflict(a, b) == conflict(b, a)
