"""What is checked by other means than the search: sums, points, eliminated variables."""

from fractions import Fraction
from itertools import combinations

from paitou.consistency import Constraint, System

F = Fraction


def row(name, terms, lo=None, hi=None, kind="target"):
    exact = (None if bound is None else F(str(bound)) for bound in (lo, hi))
    weights = {x: F(str(weight)) for x, weight in terms.items()}
    low, high = exact
    return Constraint(name=name, kind=kind, terms=weights, lo=low, hi=high)


def adds_up(system, proof):
    """Do the lines cancel every variable and leave 0 ≥ more than 0?"""
    by_name = {c.name: c for c in system.constraints}
    left, total = dict.fromkeys(system.variables, F(0)), F(0)
    for line in proof.lines:
        constraint = by_name[line.name]
        bound = constraint.lo if line.multiplier > 0 else constraint.hi
        assert bound == line.bound
        total += line.multiplier * bound
        for x, weight in constraint.terms:
            left[x] += line.multiplier * weight
    for x, multiplier in proof.signs:
        assert system.nonnegative
        assert multiplier > 0
        left[x] += multiplier
    return not any(left.values()) and total == proof.total > 0


def holds_at(system, point):
    signs = not system.nonnegative or all(value >= 0 for value in point.values())
    return signs and all(c.is_kept_at(point) for c in system.constraints)


def can_hold(system):
    """Fourier and Motzkin: eliminate one variable after the other."""
    rows = [({x: F(1)}, F(0)) for x in system.variables if system.nonnegative]
    for c in system.constraints:
        if c.lo is not None:
            rows.append((dict(c.terms), c.lo))
        if c.hi is not None:
            rows.append(({x: -w for x, w in c.terms}, -c.hi))
    for x in system.variables:
        rows = _without(x, rows)
    return all(bound <= 0 for _, bound in rows)


def _without(x, rows):
    up = [(terms, bound) for terms, bound in rows if terms.get(x, 0) > 0]
    down = [(terms, bound) for terms, bound in rows if terms.get(x, 0) < 0]
    kept = [(terms, bound) for terms, bound in rows if not terms.get(x, 0)]
    for first, low in up:
        for second, high in down:
            a, b = -second[x], first[x]
            names = (first.keys() | second.keys()) - {x}
            terms = {y: a * first.get(y, 0) + b * second.get(y, 0) for y in names}
            kept.append((terms, a * low + b * high))
    return list({(frozenset(t.items()), b): (t, b) for t, b in kept}.values())


def smallest_conflicts(system):
    """Every set of names that cannot hold though each smaller one can, by trying all."""
    names = sorted(system.soft)
    sets = [s for n in range(len(names) + 1) for s in combinations(names, n)]
    found = []
    for names in sets:
        if not any(set(known) <= set(names) for known in found) and not can_hold(
            system.only(names)
        ):
            found.append(names)
    return found


def scaled(system, factor):
    """The same system with every row written in another unit."""
    rows = [
        Constraint(
            name=c.name,
            kind=c.kind,
            terms={x: w * factor for x, w in c.terms},
            lo=None if c.lo is None else c.lo * factor,
            hi=None if c.hi is None else c.hi * factor,
        )
        for c in system.constraints
    ]
    return System(rows, system.nonnegative)
