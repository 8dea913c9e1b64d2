"""Points and many sets of weights → how often each unit takes each place."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.aggregation import aggregate
from paitou.contest.methods.checks import Floats, Integers, Truths, draws_for, table
from paitou.contest.methods.exact import exact_sums
from paitou.contest.methods.ranking import rank
from paitou.model import UsageError

Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]

#: Draws that are worked on at once: large enough for the product, small enough for a cache.
_BLOCK = 128
#: Blocks that are counted together.
_GATHERED = 8
#: Adding this to a number below 2^52 leaves it, rounded, in the low bits of the float.
_MAGIC = 2.0**52
#: A key is a score in fixed point above and the number of the unit below.
_LEAST_UNIT_BITS = 12


def acceptability(points: npt.ArrayLike, weight_draws: npt.ArrayLike) -> Floats:
    """Return units × places: the share of draws in which the unit takes the place.

    Rows sum to 1. Columns do too unless units tie, who then share the better place. A
    missing cell takes its weight with it, as in `aggregate`. SMAA-2: Lahdelma, Salminen
    (2001).
    """
    contest = _Contest.of(points, weight_draws)
    shares = np.empty((len(contest.cells), len(contest.cells)))
    draws, counted = len(contest.draws), 0
    for batch in contest.batches():
        final = counted + batch.shape[1] == draws
        for row, places in zip(shares, batch, strict=True):
            found = np.bincount(places, minlength=row.size)
            total = np.add(row, found, out=row) if counted else found
            if final:
                np.divide(total, draws, out=row)
            elif not counted:
                row[:] = found
        counted += batch.shape[1]
    return shares


def drawn_ranks(points: npt.ArrayLike, weight_draws: npt.ArrayLike) -> Places:
    """Return draws × units: the places under each set of weights, ties "min"."""
    contest = _Contest.of(points, weight_draws)
    ranks = np.empty((len(contest.draws), len(contest.cells)), dtype=np.int32)
    start = 0
    for places in contest.blocks():
        np.add(places, 1, out=ranks[start : start + len(places)])
        start += len(places)
    return ranks


@attrs.frozen
class _Contest:
    """Points and weights of which every block of draws is sorted in one way."""

    cells: Floats
    draws: Floats

    @classmethod
    def of(cls, points: npt.ArrayLike, weight_draws: npt.ArrayLike) -> _Contest:
        cells = table(points)
        draws = draws_for(weight_draws, cells.shape[1])
        if (empty := np.isnan(cells).all(axis=1)).any():
            place = int(np.argmax(empty)) + 1
            raise UsageError(f"第{place}个单位的指标全部缺数，无法计分。")
        return cls(cells, draws)

    def blocks(self) -> Iterator[Places]:
        """Yield draws × units of places from 0, some draws at a time."""
        distinct, member, sizes = _merged(self.cells)
        scorer = _Scorer.of(distinct, sizes)
        for start in range(0, len(self.draws), _BLOCK):
            draws = self.draws[start : start + _BLOCK]
            places, doubtful = scorer.places(draws / draws.sum(axis=1, keepdims=True))
            if sizes is not None:
                places = places[:, member]
            for row in np.flatnonzero(doubtful):
                places[row] = rank(aggregate(self.cells, draws[row])) - 1
            yield places

    def batches(self) -> Iterator[Places]:
        """Yield units × draws of places from 0, many draws at a time in one place."""
        batch = np.empty((len(self.cells), _BLOCK * _GATHERED), dtype=np.int32)
        filled = 0
        for places in self.blocks():
            batch[:, filled : filled + len(places)] = places.T
            filled += len(places)
            if filled == batch.shape[1]:
                yield batch
                filled = 0
        if filled:
            yield batch[:, :filled]


def _merged(cells: Floats) -> tuple[Floats, Integers, Integers | None]:
    """Return units that differ, which of them each unit is, and how many are the same."""
    missing = np.isnan(cells)
    filled = np.where(missing, 0.0, cells) + 0.0
    # Only rows of equal sums can be the same; the factors make other equal sums unlikely.
    factors = np.sqrt(np.arange(2.0, filled.shape[1] + 2))
    sums = np.sort(exact_sums(filled, factors))
    if not (sums[1:] == sums[:-1]).any():
        return cells, np.arange(len(cells)), None
    _, first, member, sizes = np.unique(
        np.hstack([filled, missing]),
        axis=0,
        return_index=True,
        return_inverse=True,
        return_counts=True,
    )
    return cells[first], member.ravel(), sizes


@attrs.frozen(kw_only=True)
class _Scorer:
    """Scores by a matrix product, in fixed point, packed with the number of the unit."""

    columns: Floats  # indicators × units, 0 where missing, scaled and turned round
    present: Floats | None
    sizes: Integers | None  # units behind each row, if not one
    unit_bits: int
    doubtful: np.uint64

    @classmethod
    def of(cls, cells: Floats, sizes: Integers | None) -> _Scorer:
        units, indicators = cells.shape
        missing = np.isnan(cells)
        low, high = float(np.nanmin(cells)), float(np.nanmax(cells))
        bits = max(_LEAST_UNIT_BITS, units.bit_length())
        span = max(high - low, np.finfo(np.float64).tiny * 2.0**60)
        steps = 2.0 ** (62 - bits)
        # A score is turned into steps below the best possible one, so best sorts first.
        columns = np.where(missing, 0.0, (high - cells) / span) * steps
        # Rounding moves a score by no more than this many steps; closer ones are doubtful.
        noise = 4 + int(np.ceil(4 * indicators * np.finfo(np.float64).eps * steps))
        return cls(
            columns=np.ascontiguousarray(columns.T),
            present=(~missing).astype(np.float64).T if missing.any() else None,
            sizes=sizes,
            unit_bits=bits,
            doubtful=np.uint64(noise << bits),
        )

    def places(self, draws: Floats) -> tuple[Places, Truths]:
        """Return the places from 0, and the draws where rounding might have decided one."""
        keys = self._keys(draws)
        keys.sort(axis=1)
        close = (keys[:, 1:] - keys[:, :-1]) < self.doubtful
        doubtful = np.asarray(close.any(axis=1), dtype=np.bool_)
        keys &= np.uint64((1 << self.unit_bits) - 1)
        count, units = keys.shape
        taken = np.arange(units, dtype=np.int32)
        if self.sizes is not None:
            each = self.sizes[keys.view(np.int64)]
            taken = (each.cumsum(axis=1) - each).astype(np.int32)
        keys += (np.arange(count, dtype=np.uint64) * np.uint64(units))[:, None]
        places = np.empty(count * units, dtype=np.int32)
        places[keys.view(np.int64)] = taken
        return places.reshape(count, units), doubtful

    def _keys(self, draws: Floats) -> Keys:
        scores = draws @ self.columns
        if self.present is not None:
            there = draws @ self.present
            if not (there > 0).all():
                raise UsageError("有单位所有指标的权重之和为0，无法计分，请检查权重抽样。")
            scores /= there
        scores += _MAGIC
        keys = scores.view(np.uint64)
        keys <<= np.uint64(self.unit_bits)
        keys |= np.arange(scores.shape[1], dtype=np.uint64)
        return keys
