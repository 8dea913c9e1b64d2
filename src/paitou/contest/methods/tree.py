"""Indicators under pillars under an index → what each weighs in all, and every score."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.aggregation import aggregate
from paitou.contest.methods.checks import Floats
from paitou.contest.methods.normalisation import Parameter
from paitou.model import UsageError


@attrs.frozen
class Tree:
    """Each node's parent (None for the root) and its weight among its siblings."""

    parents: Mapping[str, str | None]
    weights: Mapping[str, float]

    def children(self, parent: str | None) -> tuple[str, ...]:
        """Return the nodes right under one, in the order given."""
        return tuple(node for node, above in self.parents.items() if above == parent)

    def upwards(self) -> tuple[str, ...]:
        """Return all nodes, each after those under it; a tree with a ring is refused."""
        found = list(self.children(None))
        for node in found:
            found.extend(self.children(node))
        if len(found) != len(self.parents):
            raise UsageError("指标体系中有上级不存在或互为上级的指标，请检查上级关系。")
        return tuple(reversed(found))


def effective_weights(tree: Tree) -> dict[str, float]:
    """Return W = Π over a node and its ancestors of w/Σ siblings; the root's is 1."""
    found: dict[str, float] = {}
    for node in reversed(tree.upwards()):
        above = tree.parents[node]
        siblings = [_weight(tree, one) for one in tree.children(above)]
        total = sum(siblings)
        if not total > 0 or min(siblings) < 0:
            raise UsageError(f"指标“{above or '总分'}”下的权重须不小于0且之和大于0。")
        share = _weight(tree, node) / total
        found[node] = share * (found[above] if above is not None else 1.0)
    return found


def aggregate_tree(
    points: Mapping[str, npt.ArrayLike],
    tree: Tree,
    methods: Mapping[str, str] | str = "arithmetic",
    **parameters: Parameter,
) -> dict[str, Floats]:
    """Return the scores of every node, from the points of the indicators upwards.

    `methods` is one kind of mean for all nodes or a kind for each node that has children;
    parameters go to the nodes whose mean is "power".
    """
    found = {node: np.asarray(column, np.float64) for node, column in points.items()}
    for node in tree.upwards():
        below = tree.children(node)
        if not below:
            if node not in found:
                raise UsageError(f"指标“{node}”没有得分，请补上。")
            continue
        method = methods if isinstance(methods, str) else methods.get(node, "arithmetic")
        found[node] = aggregate(
            np.column_stack([found[one] for one in below]),
            [_weight(tree, one) for one in below],
            method,
            **(parameters if method == "power" else {}),
        )
    return found


def _weight(tree: Tree, node: str) -> float:
    if node not in tree.weights:
        raise UsageError(f"指标“{node}”没有权重，请补上。")
    return float(tree.weights[node])
