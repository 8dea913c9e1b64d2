import numpy as np
import pytest

from paitou.contest.methods import Tree, aggregate, aggregate_tree, effective_weights
from paitou.model import UsageError

PARENTS = {
    "税收": "经济",
    "投资": "经济",
    "空气": "环境",
    "经济": "总分",
    "环境": "总分",
    "总分": None,
}
WEIGHTS = {"税收": 3, "投资": 1, "空气": 2, "经济": 0.6, "环境": 0.4, "总分": 1}


def test_weights_multiply_down_the_tree():
    found = effective_weights(Tree(PARENTS, WEIGHTS))
    assert found["税收"] == pytest.approx(0.45)
    assert found["空气"] == pytest.approx(0.4)
    assert found["总分"] == 1


def test_kinds_of_mean_may_differ_by_node():
    points = {"税收": [4.0, 1], "投资": [16.0, 1], "空气": [8.0, 1]}
    tree = Tree(PARENTS, WEIGHTS)
    found = aggregate_tree(points, tree, {"经济": "geometric", "总分": "power"}, p=2)
    inner = aggregate([[4, 16], [1, 1]], [3, 1], "geometric")
    assert found["经济"].tolist() == inner.tolist()
    wanted = np.sqrt(0.6 * inner[0] ** 2 + 0.4 * 64)
    assert found["总分"][0] == pytest.approx(wanted)


def test_the_order_of_siblings_is_no_matter():
    points = {"税收": [0.1, 0.3], "投资": [0.7, 0.1], "空气": [0.2, 0.2]}
    once = aggregate_tree(points, Tree(PARENTS, WEIGHTS))["总分"]
    turned = Tree(dict(reversed(PARENTS.items())), WEIGHTS)
    assert aggregate_tree(points, turned)["总分"].tolist() == once.tolist()


def test_faulty_trees_are_refused():
    with pytest.raises(UsageError, match="上级"):
        effective_weights(Tree({"甲": "乙", "乙": "甲"}, {"甲": 1, "乙": 1}))
    with pytest.raises(UsageError, match="没有权重"):
        effective_weights(Tree(PARENTS, {}))
    with pytest.raises(UsageError, match="大于0"):
        effective_weights(Tree(PARENTS, {**WEIGHTS, "经济": 0, "环境": 0}))
    with pytest.raises(UsageError, match="没有得分"):
        aggregate_tree({"税收": [1.0]}, Tree(PARENTS, WEIGHTS))
