"""Arrays of points and weights → scores, places, explanations and how sure they are."""

from paitou.contest.methods.acceptability import acceptability, drawn_ranks
from paitou.contest.methods.aggregation import aggregate
from paitou.contest.methods.confidence import (
    possibly_top,
    rank_confidence,
    significant,
    surely_top,
    tiers,
)
from paitou.contest.methods.contributions import Change, contributions, gap, period_change
from paitou.contest.methods.draws import (
    any_weights,
    box_weights,
    concentrated_weights,
    ordered_weights,
)
from paitou.contest.methods.flips import (
    Transfer,
    fewest_moves,
    nearest_weights,
    needed_rises,
    smallest_transfer,
)
from paitou.contest.methods.leaving import leave_one_indicator_out, leave_one_out
from paitou.contest.methods.normalisation import normalise
from paitou.contest.methods.outranking import copeland, outrank
from paitou.contest.methods.paths import Path, path_to_rank, path_to_score
from paitou.contest.methods.possible import least_margin, possible_ranks
from paitou.contest.methods.preparation import denominate, impute_by_group, screen
from paitou.contest.methods.ranking import rank, rank_within
from paitou.contest.methods.reliability import (
    expected_agreement,
    reliability,
    reliability_of_quarters,
    shrunken,
)
from paitou.contest.methods.sensitivity import Sensitivity, alternative, sensitivity
from paitou.contest.methods.shapley import shapley
from paitou.contest.methods.smaa import central_weights, rank_entropy, win_shares
from paitou.contest.methods.treatment import (
    Limits,
    Shape,
    Treatment,
    shape,
    treat,
    treat_column,
)
from paitou.contest.methods.tree import Tree, aggregate_tree, effective_weights

__all__ = [
    "Change",
    "Limits",
    "Path",
    "Sensitivity",
    "Shape",
    "Transfer",
    "Treatment",
    "Tree",
    "acceptability",
    "aggregate",
    "aggregate_tree",
    "alternative",
    "any_weights",
    "box_weights",
    "central_weights",
    "concentrated_weights",
    "contributions",
    "copeland",
    "denominate",
    "drawn_ranks",
    "effective_weights",
    "expected_agreement",
    "fewest_moves",
    "gap",
    "impute_by_group",
    "least_margin",
    "leave_one_indicator_out",
    "leave_one_out",
    "nearest_weights",
    "needed_rises",
    "normalise",
    "ordered_weights",
    "outrank",
    "path_to_rank",
    "path_to_score",
    "period_change",
    "possible_ranks",
    "possibly_top",
    "rank",
    "rank_confidence",
    "rank_entropy",
    "rank_within",
    "reliability",
    "reliability_of_quarters",
    "screen",
    "sensitivity",
    "shape",
    "shapley",
    "shrunken",
    "significant",
    "smallest_transfer",
    "surely_top",
    "tiers",
    "treat",
    "treat_column",
    "win_shares",
]
