import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.methods.reference import columns, number, rows, table
from paitou.contest.methods import normalise
from paitou.model import UsageError

NAN = float("nan")
SAME = {
    "minmax_0_100": ("minmax", {"l": 0, "u": 100}),
    "minmax_1_100": ("minmax", {"l": 1, "u": 100}),
    "minmax_60_100": ("minmax", {"l": 60, "u": 100}),
    "zscore_0_1": ("zscore", {"m": 0, "s": 1}),
    "zscore_10_2": ("zscore", {"m": 10, "s": 2}),
    "zscore_50_10": ("zscore", {"m": 50, "s": 10}),
    "rank_min": ("rank", {"ties": "min"}),
    "rank_average": ("rank", {"ties": "average"}),
    "prank": ("percentile", {"ties": "min"}),
    "prank_average": ("percentile", {"ties": "average"}),
    "borda": ("borda", {"ties": "min"}),
    "borda_average": ("borda", {"ties": "average"}),
    "dist2max": ("distance_to_max", {}),
    "dist2ref_1": ("distance_to_reference", {"reference": 0, "cap": False}),
    "dist2ref_5cap": ("distance_to_reference", {"reference": 4, "cap": True}),
    "fracmax": ("fraction_of_max", {}),
    "goalposts_iMeta": ("goalposts", None),
    "scaled_iMeta": ("goalposts", None),
    "dist2targ_iMeta": ("distance_to_target", None),
}


@pytest.fixture(scope="module")
def published():
    wanted = {}
    for row in rows("normalise_variants.csv"):
        wanted.setdefault((row["norm"], row["dset"]), {})[row["uCode"]] = row
    return wanted


def _parameters(name, indicators):
    table = {row["iCode"]: row for row in rows("input_normparams.csv")}
    told = {
        key: np.array([number(table[one][key]) for one in indicators])
        for key in rows("input_normparams.csv")[0]
        if key not in {"iCode", "goalpost_trunc2posts", "dist2targ_cap_max"}
    }
    chosen = {
        "goalposts_iMeta": {
            "a": told["goalpost_lower"],
            "b": told["goalpost_upper"],
            "scale": told["goalpost_scale"],
            "clip": True,
        },
        "scaled_iMeta": {
            "a": told["scaled_lower"],
            "b": told["scaled_upper"],
            "scale": told["scale_factor"],
            "clip": False,
        },
        "dist2targ_iMeta": {"target": told["Target"], "cap": True},
    }
    return told["Direction"], chosen.get(name)


@pytest.mark.parametrize("name", SAME)
@pytest.mark.parametrize("dataset", ["Treated", "Raw"])
def test_the_published_normalisations_are_reproduced(published, name, dataset):
    codes, indicators, values = table(f"step_{dataset.lower()}.csv")
    found = published[name, dataset]
    wanted = columns([found[code] for code in codes], indicators)
    directions, own = _parameters(name, indicators)
    method, parameters = SAME[name]
    refused = []
    for k, indicator in enumerate(indicators):
        each = (
            parameters
            if own is None
            else {
                key: value if np.ndim(value) == 0 else value[k]
                for key, value in own.items()
            }
        )
        defined = np.isfinite(wanted[:, k]) | np.isnan(values[:, k])
        if not defined.all():
            with pytest.raises(UsageError):
                normalise(values[:, k], method, directions[k], **each)
            refused.append(indicator)
            continue
        points = normalise(values[:, k], method, directions[k], **each)
        np.testing.assert_allclose(points, wanted[:, k], rtol=1e-9, atol=1e-12)
    assert len(refused) <= 4


def test_columns_are_normalised_apart_with_a_parameter_for_each():
    x = np.array([[1.0, 30.0], [2.0, 10.0], [NAN, 20.0]])
    both = normalise(x, "goalposts", [1, -1], a=[0, 10], b=[4, 30], scale=[1, 10])
    np.testing.assert_array_equal(both, [[0.25, 0.0], [0.5, 10.0], [NAN, 5.0]])


def test_posts_turn_round_with_the_direction_and_clip_on_request():
    x = [5.0, 15.0, 25.0]
    assert normalise(x, "goalposts", -1, a=10, b=20, scale=1).tolist() == [1, 0.5, 0]
    free = normalise(x, "goalposts", -1, a=10, b=20, scale=1, clip=False)
    assert free.tolist() == [1.5, 0.5, -0.5]


def test_a_reference_is_a_row_or_a_value():
    x = [1.0, 3.0, 5.0, NAN]
    by_row = normalise(x, "distance_to_reference", reference=1, cap=False)
    by_value = normalise(x, "distance_to_reference", reference=3.0, cap=False)
    np.testing.assert_array_equal(by_row, [0, 1, 2, NAN])
    np.testing.assert_array_equal(by_row, by_value)
    assert np.nanmax(normalise(x, "distance_to_reference", reference=1, cap=True)) == 1


def test_less_is_better_turns_a_target_and_a_reference_round():
    x = [10.0, 6.0, 2.0]
    assert normalise(x, "distance_to_target", -1, target=4.0).tolist() == pytest.approx(
        [0, 2 / 3, 1]
    )
    assert normalise(x, "distance_to_reference", -1, reference=6.0).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("ties", "wanted"),
    [
        ("min", [1, 2, 2, 4]),
        ("max", [1, 3, 3, 4]),
        ("average", [1, 2.5, 2.5, 4]),
        ("dense", [1, 2, 2, 3]),
    ],
)
def test_ties_are_ranked_as_asked(ties, wanted):
    assert normalise([1, 2, 2, 9], "rank", ties=ties).tolist() == wanted


def test_percentiles_are_of_the_units_that_have_the_figure():
    np.testing.assert_array_equal(normalise([3, NAN, 1, 2], "percentile"), [1, NAN, 0, 0.5])


@pytest.mark.parametrize(
    "method", ["minmax", "zscore", "distance_to_max", "percentile", "fraction_of_max"]
)
def test_a_single_value_or_zero_is_refused_where_the_method_has_no_meaning(method):
    with pytest.raises(UsageError, match="第1个指标"):
        normalise([0.0, NAN], method)


@pytest.mark.parametrize("method", ["minmax", "zscore", "distance_to_max"])
def test_a_constant_indicator_is_refused_and_named(method):
    with pytest.raises(UsageError, match="第2个指标"):
        normalise([[1, 5], [2, 5], [3, NAN]], method)


@pytest.mark.parametrize(
    ("x", "method", "direction", "parameters"),
    [
        ([1, np.inf], "minmax", 1, {}),
        ([NAN, NAN], "rank", 1, {}),
        ([], "rank", 1, {}),
        ([[[1.0]]], "rank", 1, {}),
        (["一", "二"], "rank", 1, {}),
        ([1, 2], "没有", 1, {}),
        ([1, 2], "minmax", 2, {}),
        ([1, 2], "minmax", 0, {}),
        ([1, 2], "minmax", 1, {"low": 0}),
        ([1, 2], "minmax", 1, {"l": NAN}),
        ([1, 2], "goalposts", 1, {"a": 0}),
        ([1, 2], "goalposts", 1, {"a": 1, "b": 1}),
        ([1, 2], "rank", 1, {"ties": "first"}),
        ([1, 2], "zscore", 1, {"s": 0}),
        ([1, 2], "distance_to_reference", 1, {"reference": 0}),
        ([1, 2], "distance_to_reference", 1, {"reference": 2}),
        ([1, 2], "distance_to_target", 1, {"target": 1}),
        ([[1, 2], [3, 4]], "minmax", [1, 1, 1], {}),
        ([-1e308, 1e308], "minmax", 1, {}),
    ],
)
def test_what_has_no_answer_is_refused_in_one_sentence(x, method, direction, parameters):
    with pytest.raises(UsageError, match=r"。$"):
        normalise(x, method, direction, **parameters)


def test_what_comes_in_is_not_changed():
    x = np.array([3.0, 1.0, 2.0])
    normalise(x, "minmax", -1)
    assert x.tolist() == [3.0, 1.0, 2.0]


FIGURES = st.lists(
    st.integers(-1000, 1000).map(float), min_size=2, max_size=12, unique=True
)


@given(FIGURES, st.randoms(use_true_random=False))
def test_the_order_of_units_is_no_matter(figures, chance):
    order = list(range(len(figures)))
    chance.shuffle(order)
    for method in ("minmax", "zscore", "rank", "percentile", "borda", "distance_to_max"):
        once = normalise(figures, method)
        again = normalise([figures[place] for place in order], method)
        np.testing.assert_allclose(again, once[order], rtol=1e-12, atol=1e-12)


@given(FIGURES, st.floats(0.5, 20), st.floats(-50, 50))
def test_a_change_of_unit_with_its_posts_changes_no_points(figures, scale, shift):
    x = np.array(figures)
    posts = {"a": x.min() - 1, "b": x.max() + 1}
    moved = {key: value * scale + shift for key, value in posts.items()}
    np.testing.assert_allclose(
        normalise(x * scale + shift, "goalposts", **moved),
        normalise(x, "goalposts", **posts),
        atol=1e-9,
    )
