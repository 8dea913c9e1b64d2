import numpy as np
import pytest

from paitou.contest.methods import (
    Tree,
    aggregate,
    aggregate_tree,
    leave_one_indicator_out,
    leave_one_out,
)
from paitou.model import UsageError

NAN = float("nan")
POINTS = np.random.default_rng(7).random((8, 6))
WEIGHTS = np.array([0.3, 0.1, 0.2, 0.15, 0.05, 0.2])
PILLARS = ["乙", "乙", "甲", "甲", "甲", "丙"]


def test_each_group_is_left_out_in_sorted_order():
    found = leave_one_out(POINTS, WEIGHTS, PILLARS)
    for place, name in enumerate(sorted(set(PILLARS))):
        kept = [k for k, own in enumerate(PILLARS) if own != name]
        wanted = aggregate(POINTS[:, kept], WEIGHTS[kept], "arithmetic")
        np.testing.assert_allclose(found[:, place], wanted, rtol=1e-14)


def test_missing_cells_take_their_weight_with_them():
    found = leave_one_out([[1, NAN, 3], [NAN, NAN, 4]], [1, 1, 1], [0, 1, 2])
    np.testing.assert_array_equal(found, [[3, 2, 1], [4, 4, NAN]])


def test_the_closed_form_is_the_tree_without_the_indicator():
    found = leave_one_indicator_out(POINTS, WEIGHTS, PILLARS)
    for gone in range(6):
        parents = {f"{k}": own for k, own in enumerate(PILLARS) if k != gone}
        pillars = set(parents.values())
        tree = Tree(
            {**parents, **dict.fromkeys(pillars, "总分"), "总分": None},
            {str(k): w for k, w in enumerate(WEIGHTS)}
            | {
                one: sum(WEIGHTS[k] for k in range(6) if PILLARS[k] == one)
                for one in pillars
            },
        )
        wanted = aggregate_tree({key: POINTS[:, int(key)] for key in parents}, tree)["总分"]
        np.testing.assert_allclose(found[:, gone], wanted, rtol=1e-13)


def test_nothing_left_is_refused():
    with pytest.raises(UsageError, match="至少分成两组"):
        leave_one_out([[1, 2]], [1, 1], ["甲", "甲"])
    with pytest.raises(UsageError, match="全部权重"):
        leave_one_out([[1, 2]], [1, 0], ["甲", "乙"])
    with pytest.raises(UsageError, match="所属的组"):
        leave_one_out([[1, 2]], [1, 1], ["甲"])
    with pytest.raises(UsageError, match="缺数"):
        leave_one_indicator_out([[1, NAN]], [1, 1], ["甲", "甲"])
