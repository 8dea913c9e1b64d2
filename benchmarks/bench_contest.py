"""Score, rank and explain many units, once and under many weights, beside other programs.

    python benchmarks/bench_contest.py [--units 2843] [--indicators 60] [--draws 1000]

All is measured in one run on one core, so that the ratios hold on any machine. Figures are
made up from a printed seed. Other libraries are measured if they are installed; a thousand
draws of theirs are reckoned from twenty.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import warnings
from collections.abc import Callable

from measuring import median_ms, on_one_core

HELD = on_one_core()  # before numpy starts its threads

import numpy as np  # noqa: E402, TID253

from paitou.contest.methods import (  # noqa: E402
    acceptability,
    aggregate,
    any_weights,
    contributions,
    drawn_ranks,
    normalise,
    possible_ranks,
    rank,
    rank_confidence,
)

SEED, ROUNDS, PEER_DRAWS, MEMORY_DRAWS = 20230101, 7, 20, 10_000
Table = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def main() -> int:
    """Print each time, and its ratio to bare numpy and to the best library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=2843)
    parser.add_argument("--indicators", type=int, default=60)
    parser.add_argument("--draws", type=int, default=1000)
    given = parser.parse_args()
    points = np.random.default_rng(SEED).random((given.units, given.indicators)) + 0.01
    weights = np.full(given.indicators, 1 / given.indicators)
    draws = any_weights(given.indicators, given.draws, SEED)
    print(
        f"seed {SEED}, {HELD}, {given.units} × {given.indicators}, numpy {np.__version__}"
    )
    memory(points)
    best = once(points, weights)
    many(points, draws, best)
    sure(given.indicators)
    return 0


def memory(points: Table) -> None:
    """Print how far memory rises above the input for many draws."""
    draws = any_weights(points.shape[1], MEMORY_DRAWS, SEED)
    before = _peak()
    acceptability(points, draws)
    risen = (_peak() - before) / 1024
    print(f"acceptability, {MEMORY_DRAWS:,} draws: {risen:.0f} MB above the input")


def once(points: Table, weights: Table) -> float | None:
    """Print one scoring; return the best library's time."""
    ours = median_ms(lambda: explained(points, weights), ROUNDS)
    bare = median_ms(lambda: np.argsort(-(_scaled(points) @ weights)), ROUNDS)
    print(f"\nonce: score, rank and explanation {ours:.2f} ms; bare numpy {bare:.2f} ms")
    times = dict(_peers(points, weights))
    for name, took in times.items():
        print(f"  {name}, bare score: {took:.1f} ms, {took / ours:.1f} × ours")
    return min(times.values(), default=None)


def many(points: Table, draws: Table, best: float | None) -> None:
    """Print many draws with ranks, against numpy's product and sort."""
    ranks = median_ms(lambda: drawn_ranks(points, draws), ROUNDS)
    shares = median_ms(lambda: acceptability(points, draws), ROUNDS)
    bare = median_ms(lambda: np.argsort(-(draws @ points.T), axis=1), ROUNDS)
    print(f"\n{len(draws):,} draws: bare numpy's product and argsort {bare:.1f} ms")
    for name, took in (("ranks", ranks), ("acceptability", shares)):
        told = f"  {name}: {took:.1f} ms, {took / bare:.2f} × bare numpy"
        if best is not None:
            told += f"; the best library takes {best * len(draws) / took:.0f} × as long"
        print(told)


def sure(indicators: int) -> None:
    """Print rank confidence sets and possible ranks for 333 units."""
    points = np.random.default_rng(SEED).random((333, indicators))
    weights = np.full(indicators, 1 / indicators)
    scores = points.mean(axis=1)
    sets = median_ms(lambda: rank_confidence(scores, np.full(333, 0.01)), 3)
    ranges = median_ms(lambda: possible_ranks(points, weights, 0.25), 3)
    print(f"\n333 units: rank confidence sets, 1,000 replications, {sets:.0f} ms")
    print(f"333 units: possible ranks, weights ± 25 %, {ranges:.0f} ms")


def explained(points: Table, weights: Table) -> tuple[Table, ...]:
    """Return points, scores, ranks, contributions and gaps to the leader."""
    scaled = normalise(points, "minmax", l=0, u=100)
    scores = aggregate(scaled, weights, "arithmetic")
    parts = contributions(scaled, weights)
    return scaled, scores, rank(scores), parts, parts[int(np.argmax(scores))] - parts


def _scaled(points: Table) -> Table:
    low = points.min(axis=0)
    return (points - low) / (points.max(axis=0) - low)


def _peers(points: Table, weights: Table) -> list[tuple[str, float]]:
    found = []
    for name, scorer in (
        ("pymcdm", _pymcdm),
        ("skcriteria", _skcriteria),
        ("pyDecision", _pydecision),
    ):
        try:
            importlib.import_module(name)
        except ImportError as fault:
            print(f"  {name} is not installed ({fault.name} is missing), so not measured")
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found.append((name, median_ms(scorer(points, weights), PEER_DRAWS)))
    return found


def _pymcdm(points: Table, weights: Table) -> Callable[[], object]:
    from pymcdm.methods import WSM
    from pymcdm.normalizations import minmax_normalization

    types = np.ones(len(weights))
    model = WSM(minmax_normalization)
    return lambda: model.rank(model(points, weights, types))


def _skcriteria(points: Table, weights: Table) -> Callable[[], object]:
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.preprocessing.scalers import MinMaxScaler

    model, scaler = WeightedSumModel(), MinMaxScaler(target="matrix")
    return lambda: (
        model.evaluate(
            scaler.transform(mkdm(points, [max] * len(weights), weights=weights))
        ).rank_
    )


def _pydecision(points: Table, weights: Table) -> Callable[[], object]:
    from pyDecision.algorithm import saw_method

    types = ["max"] * len(weights)
    # By default it prints every score as well, which takes ten times as long.
    return lambda: saw_method(points, types, weights, graph=False, verbose=False)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    raise SystemExit(main())
