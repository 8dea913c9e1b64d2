"""A seed → numbers that scatter, and wholes shared out so that they still add up."""

from __future__ import annotations

import random
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def dice_of(seed: int, *about: object) -> random.Random:
    """Return dice of their own for one thing, so that a new thing changes no other."""
    name = "|".join(map(str, (seed, *about)))
    return random.Random(name)  # noqa: S311 (a made-up city needs no secrecy)


def stray(dice: random.Random, scatter: float) -> float:
    """Return a factor near 1."""
    return 1 + scatter * (2 * dice.random() - 1)


def rounded(value: float, digits: int) -> Decimal:
    """Return a number with so many digits after the point."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def shared_out(done: dict[str, float], digits: int) -> dict[str, Decimal]:
    """Return the parts rounded so that they add up to the rounded whole."""
    one = Decimal(1).scaleb(-digits)
    whole = rounded(sum(done.values()), digits)
    parts = {
        org: Decimal(str(v)).quantize(one, rounding=ROUND_FLOOR) for org, v in done.items()
    }
    left = int((whole - sum(parts.values(), Decimal(0))) / one)
    nearest = sorted(done, key=lambda org: (float(parts[org]) - done[org], org))
    for org in nearest[:left]:
        parts[org] += one
    return parts


def shared_by(
    whole: Decimal | float, weights: dict[str, float], digits: int
) -> dict[str, Decimal]:
    """Return a whole shared out by weights."""
    scale = float(whole) / sum(weights.values())
    return shared_out({name: weight * scale for name, weight in weights.items()}, digits)
