"""Find a planted contradiction among 100 targets and 4 identities, and all of given cases.

    python benchmarks/bench_check.py [--systems 20]

Systems are made up from a printed seed. Beside Paitou, where SciPy is installed: the usual
way with its `linprog`, leaving out one target after the other while no point is found.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from fractions import Fraction
from importlib.util import find_spec

from material import CASES
from measuring import on_one_core
from paitou.consistency import (
    Constraint,
    Kind,
    System,
    all_conflicts,
    first_conflict,
    parse_system,
    solve,
)

SEED = 20230101
TARGETS, IDENTITIES, PARTS = 100, 4, 5
_FIRST_GOAL, _ALL_GOAL = 0.5, 2.0


def main() -> int:
    """Print times; 1 where one is beyond its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", type=int, default=20)
    count = parser.parse_args().systems
    print(f"{on_one_core()}, seed {SEED}: {TARGETS} targets, {IDENTITIES} identities")
    chance = random.Random(SEED)
    systems = [made_system(chance) for _ in range(count)]
    own = [_seconds(system) for system in systems]
    print(f"{_told('can it hold, and one conflict', own)}, goal {_FIRST_GOAL} s")
    if find_spec("scipy"):
        peer = [_peer_seconds(system) for system in systems]
        ratio = statistics.median(peer) / statistics.median(own)
        print(
            f"{_told('linprog, one left out at a time', peer)}, {ratio:.1f} times as long"
        )
    worst = _cases() if CASES.is_file() else 0.0
    return int(max(own) > _FIRST_GOAL or worst > _ALL_GOAL)


def made_system(chance: random.Random) -> System:
    """Return floors, shares and growth that can hold, but for one cap that cannot."""
    rows = []
    wholes = [f"w{number}" for number in range(IDENTITIES)]
    levels: dict[str, Fraction] = {}
    for whole in wholes:
        parts = [f"{whole}p{number}" for number in range(PARTS)]
        levels |= {part: Fraction(chance.randint(100, 9000)) for part in parts}
        levels[whole] = sum((levels[part] for part in parts), Fraction(0))
        terms = {whole: Fraction(1), **dict.fromkeys(parts, Fraction(-1))}
        rows.append(_row(f"identity {whole}", terms, (Fraction(0), Fraction(0)), True))
        rows += [_row(f"floor {p}", {p: Fraction(1)}, (levels[p], None)) for p in parts]
    bad = chance.choice(wholes)
    cap = levels[bad] * Fraction(99, 100)
    rows.append(_row(f"cap {bad}", {bad: Fraction(1)}, (None, cap)))
    while len(rows) < TARGETS + IDENTITIES:
        part, whole = chance.sample(sorted(levels), 2)
        share = levels[part] / levels[whole] * Fraction(chance.randint(5, 9), 10)
        terms = {part: Fraction(1), whole: -share}
        rows.append(_row(f"share {len(rows)}", terms, (Fraction(0), None)))
    chance.shuffle(rows)
    return System(rows)


def _row(
    name: str,
    terms: dict[str, Fraction],
    bounds: tuple[Fraction | None, Fraction | None],
    is_hard: bool = False,
) -> Constraint:
    kind = Kind.IDENTITY if is_hard else Kind.TARGET
    return Constraint(name=name, kind=kind, terms=terms, lo=bounds[0], hi=bounds[1])


def _seconds(system: System) -> float:
    began = time.perf_counter()
    assert not solve(system).feasible
    assert first_conflict(system)
    return time.perf_counter() - began


def _peer_seconds(system: System) -> float:
    began = time.perf_counter()
    kept = [c for c in system.constraints if not c.is_hard]
    assert not _has_point(system, kept)
    for constraint in list(kept):
        rest = [each for each in kept if each is not constraint]
        if not _has_point(system, rest):
            kept = rest
    return time.perf_counter() - began


def _has_point(system: System, kept: list[Constraint]) -> bool:
    from scipy.optimize import linprog

    places = {x: number for number, x in enumerate(system.variables)}
    above: list[list[float]] = []
    limits: list[float] = []
    for constraint in (*kept, *(c for c in system.constraints if c.is_hard)):
        line = [0.0] * len(places)
        for x, weight in constraint.terms:
            line[places[x]] = float(weight)
        if constraint.hi is not None:
            above.append(line)
            limits.append(float(constraint.hi))
        if constraint.lo is not None:
            above.append([-value for value in line])
            limits.append(-float(constraint.lo))
    return bool(linprog([0.0] * len(places), above, limits, method="highs").status == 0)


def _cases() -> float:
    """Print how long all conflicts of each case take, and return the worst."""
    took: dict[str, float] = {}
    for case in json.loads(CASES.read_text("utf-8"))["cases"]:
        system = parse_system(json.dumps(case))
        began = time.perf_counter()
        found = all_conflicts(system)
        took[case["id"]] = time.perf_counter() - began
        assert set(found.sets) == {tuple(sorted(names)) for names in case["all_mus"]}
    name = max(took, key=lambda each: took[each])
    told = _told(f"all conflicts of {len(took)} cases", list(took.values()))
    print(f"{told} ({name}), goal {_ALL_GOAL:g} s")
    return took[name]


def _told(what: str, seconds: list[float]) -> str:
    middle, worst = statistics.median(seconds), max(seconds)
    return f"{what}: median {middle:.3f} s, worst {worst:.3f} s"


if __name__ == "__main__":
    sys.exit(main())
