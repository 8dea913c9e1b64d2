"""The whole published example, from raw data to ranks."""

import numpy as np
import pytest

from contest.methods.reference import by_code, columns, number, rows, table
from paitou.contest.methods import (
    Tree,
    aggregate_tree,
    denominate,
    effective_weights,
    impute_by_group,
    normalise,
    rank,
    rank_within,
    screen,
    treat,
)

CLOSE = {"rtol": 1e-9, "atol": 1e-12}


@pytest.fixture(scope="module")
def framework():
    return [row for row in rows("input_iMeta.csv") if row["Level"] != "NA"]


@pytest.fixture(scope="module")
def data():
    found = {row["uCode"]: row for row in rows("input_iData.csv")}
    return [found[code] for code in sorted(found)]


def _tree(framework, weights=None):
    return Tree(
        {
            row["iCode"]: None if row["Parent"] == "NA" else row["Parent"]
            for row in framework
        },
        weights or {row["iCode"]: float(row["Weight"]) for row in framework},
    )


def test_raw_figures_are_put_over_their_denominators(framework, data):
    codes, indicators, raw = table("step_raw.csv")
    assert codes == [row["uCode"] for row in data]
    np.testing.assert_allclose(columns(data, indicators), raw, **CLOSE)
    told = {row["iCode"]: row["Denominator"] for row in framework}
    under = np.column_stack(
        [
            np.ones(len(data)) if told[one] == "NA" else columns(data, [told[one]])[:, 0]
            for one in indicators
        ]
    )
    np.testing.assert_allclose(
        denominate(raw, under), table("step_denominated.csv")[2], **CLOSE
    )


def test_gaps_are_filled_with_the_mean_of_the_group(data):
    before = table("step_denominated.csv")[2]
    filled, which = impute_by_group(before, [row["EurAsia_group"] for row in data])
    np.testing.assert_allclose(filled, table("step_imputed.csv")[2], **CLOSE)
    assert which.sum() == np.isnan(before).sum() == 65


def test_units_with_enough_data_are_kept():
    codes, _, figures = table("step_imputed.csv")
    kept = screen(figures, 0.9)
    assert [code for code, own in zip(codes, kept, strict=True) if own] == table(
        "step_screened.csv"
    )[0]


def test_outliers_are_treated_cell_by_cell():
    _, indicators, screened = table("step_screened.csv")
    treated, done = treat(screened)
    np.testing.assert_allclose(treated, table("step_treated.csv")[2], **CLOSE)
    points = rows("step_treated_points.csv")
    details = {row["iCode"]: row for row in rows("step_treated_details.csv")}
    for name, one in zip(indicators, done, strict=True):
        told = details[name]
        words = np.where(one.high, "winhi", np.where(one.low, "winlo", ""))
        assert words.tolist() == [row[name] for row in points]
        assert one.before.skew == pytest.approx(number(told["check_SkewKurt0.Skew"]))
        assert one.before.kurtosis == pytest.approx(number(told["check_SkewKurt0.Kurt"]))
        if told["winsorise.nwin"] != "NA":
            assert one.moved == int(told["winsorise.nwin"])
            assert one.after.skew == pytest.approx(number(told["check_SkewKurt1.Skew"]))
            assert one.after.kurtosis == pytest.approx(number(told["check_SkewKurt1.Kurt"]))


def test_points_scores_and_ranks_follow(framework):
    codes, indicators, treated = table("step_treated.csv")
    direction = {row["iCode"]: int(row["Direction"]) for row in framework}
    points = normalise(
        treated, "minmax", [direction[one] for one in indicators], l=0, u=100
    )
    np.testing.assert_allclose(points, table("step_normalised.csv")[2], **CLOSE)
    found = aggregate_tree(dict(zip(indicators, points.T, strict=True)), _tree(framework))
    others, names, wanted = table("step_aggregated.csv")
    wanted = by_code(codes, others, wanted)
    for place, name in enumerate(names):
        np.testing.assert_allclose(found[name], wanted[:, place], **CLOSE)
    for file, places in (
        ("result_scores.csv", lambda scores: scores),
        ("result_ranks.csv", rank),
    ):
        others, names, wanted = table(file)
        wanted = by_code(codes, others, wanted)
        for place, name in enumerate(names):
            np.testing.assert_allclose(places(found[name]), wanted[:, place], **CLOSE)


def test_ranks_inside_a_group(data):
    scores = {row["uCode"]: row for row in rows("result_scores.csv")}
    codes = [row["uCode"] for row in data]
    groups = [row["GDP_group"] for row in data]
    for name in ("Index", "Conn", "Sust", "Physical", "Social", "SusEcFin"):
        own = rank_within([number(scores[code][name]) for code in codes], groups)
        wanted = {row["uCode"]: int(row[name]) for row in rows("result_groupranks.csv")}
        assert own.tolist() == [wanted[code] for code in codes]


def test_effective_weights(framework):
    found = effective_weights(_tree(framework))
    for row in rows("weights_effective.csv"):
        assert found[row["iCode"]] == pytest.approx(number(row["EffWeight"]), rel=1e-9)


def test_the_weights_of_a_tree_turn_it_into_one_mean(framework):
    _, indicators, points = table("step_normalised.csv")
    other = {row["iCode"]: number(row["Weight"]) for row in rows("input_weights_alt.csv")}
    tree = _tree(framework, other)
    scores = aggregate_tree(dict(zip(indicators, points.T, strict=True)), tree)["Index"]
    weights = effective_weights(tree)
    flat = points @ np.array([weights[one] for one in indicators])
    np.testing.assert_allclose(scores, flat, rtol=1e-13)
