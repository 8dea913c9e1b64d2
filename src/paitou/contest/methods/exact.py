"""Numbers and weights → sums in which rounding decides neither a tie nor an order."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor, lcm, ulp

import numpy as np

from paitou.contest.methods.checks import Floats

#: Integers up to here are floats too, so that sums of them are exact.
_WHOLE = 2**53
#: Beyond this the parts of a number could overflow; such figures are summed plainly.
_LARGE = 2.0**900
#: Cells that are worked on at once, so that their parts stay in the cache.
_CELLS = 15_360
#: A sum smaller than this beside the largest cell is taken again, row by row.
_SMALL = 2.0**-20


def exact_sums(cells: Floats, weights: Floats) -> Floats:
    """Return Σ w·x of each row as if computed with twice the digits, then rounded once.

    So neither the order of rows nor that of columns changes a bit, and rows whose sums are
    equal get equal floats. Cells and weights are cut into parts so short that products and
    sums of parts are exact: Ozaki, Ogita, Oishi, Rump (2012).
    """
    if max(-float(cells.min()), float(cells.max()), float(weights.max())) >= _LARGE:
        return np.asarray((cells * weights).sum(axis=1), dtype=np.float64)
    bits = (53 - len(weights).bit_length()) // 2
    parts = np.stack([*_parts(weights, weights.max(), bits), weights], axis=1)
    rows = max(1, _CELLS // len(weights))
    blocks = [
        _block_sums(cells[start : start + rows], parts, bits)
        for start in range(0, len(cells), rows)
    ]
    return np.concatenate(blocks)


def _block_sums(cells: Floats, parts: Floats, bits: int) -> Floats:
    largest = np.float64(max(-cells.min(), cells.max()))
    found = _sums(cells, largest, parts, bits)
    small = np.flatnonzero(np.abs(found) < largest * _SMALL)
    if small.size:
        own = np.abs(cells[small]).max(axis=1, keepdims=True)
        found[small] = _sums(cells[small], own, parts, bits)
    return found


def _sums(
    cells: Floats, largest: Floats | np.float64, weights: Floats, bits: int
) -> Floats:
    first, second, third = _parts(cells, largest, bits)
    high, middle, low = (first @ weights[:, :3]).T
    middle_too, low_too, least = (second @ weights[:, :3]).T
    total, lost = _added(high, middle)
    total, lost_too = _added(total, middle_too)
    rest = low + low_too + (least + third @ weights[:, 3])
    return np.asarray(total + (lost + lost_too + rest), dtype=np.float64)


def _parts(
    numbers: Floats, largest: Floats | np.float64, bits: int
) -> tuple[Floats, Floats, Floats]:
    """Return three parts: two of so many bits below the largest, and the rest."""
    _, exponent = np.frexp(largest)
    rounder = np.ldexp(1.5, exponent - bits + 52)
    first = numbers + rounder
    first -= rounder
    rest = numbers - first
    rounder = np.ldexp(rounder, -bits - 1)
    second = rest + rounder
    second -= rounder
    rest -= second
    return first, second, rest


def _added(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    """Return the rounded sum and what rounding lost (Knuth)."""
    total = one + other
    virtual = total - one
    return total, (one - (total - virtual)) + (other - virtual)


def whole_weights(weights: Floats) -> tuple[int, ...]:
    """Return integers in the proportions that the weights mean: 0.1, 0.2 → 1, 2.

    A float is read as the simplest fraction that rounds to it, 1/3 as a third.
    """
    return _whole(tuple(weights.tolist()))


def float_weights(weights: Floats) -> Floats:
    """Return whole weights as floats if sums of them stay exact, else the weights."""
    whole = _whole(tuple(weights.tolist()), limit=_WHOLE)
    return np.array(whole, dtype=np.float64) if whole else weights


@lru_cache(maxsize=256)
def _whole(weights: tuple[float, ...], limit: int | None = None) -> tuple[int, ...]:
    shared, read = 1, {}
    for weight in set(weights):
        read[weight] = simplest_fraction(weight)
        shared = lcm(shared, read[weight].denominator)
        if limit and shared > limit:
            return ()
    found = tuple(int(read[weight] * shared) for weight in weights)
    return found if limit is None or sum(found) < limit else ()


def simplest_fraction(number: float) -> Fraction:
    """Return the fraction of smallest denominator that rounds to a number from 0 up."""
    if number == 0:
        return Fraction(0)
    exact, reach = Fraction(number), Fraction(ulp(number)) / 2
    return _simplest(exact - reach, exact + reach)


def _simplest(low: Fraction, high: Fraction) -> Fraction:
    """Return the simplest fraction between two, by their continued fractions."""
    whole = floor(low)
    if whole == low:
        return Fraction(whole)
    if whole + 1 <= high:
        return Fraction(whole + 1)
    return whole + 1 / _simplest(1 / (high - whole), 1 / (low - whole))
