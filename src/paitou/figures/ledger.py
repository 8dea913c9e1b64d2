"""All figures of a book → the series behind an indicator, an organisation and a measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from paitou.figures.places import Places
from paitou.figures.series import Series
from paitou.model import Figure, Measure

_EMPTY = Series()
#: Where figures stand: indicator, organisation, what of it, version of the definition.
Place: TypeAlias = tuple[str, str, Measure, str]


@frozen(slots=False)
class Ledger:
    """Every figure, found by what it speaks of; the order in which they came is lost."""

    figures: tuple[Figure, ...] = field(default=(), repr=False)
    places: Places = field(factory=Places)
    _root: Ledger | None = field(default=None, repr=False, eq=False, kw_only=True)

    def following(self, figures: tuple[Figure, ...]) -> Ledger:
        """Return the ledger of other figures, of which most are the same values as here.

        Only what differs is gathered anew: three hundred of a hundred thousand take
        milliseconds.
        """
        return Ledger(figures, self.places, root=self)

    @cached_property
    def changed(self) -> frozenset[tuple[str, str]]:
        """Return of which indicators and organisations it holds other figures than before.

        Empty where it follows none.
        """
        return frozenset((cell[0], cell[1]) for cell in self._replaced)

    def series(
        self,
        indicator_id: str,
        org: str,
        measure: Measure = Measure.LEVEL,
        *,
        prices: str = "",
        definition: str = "",
    ) -> Series:
        """Return the series of an organisation (its key); an empty one where none is.

        Args:
            indicator_id: as the catalogue gives it.
            org: a key of `places`.
            measure: what of the indicator the values speak of.
            prices: "real" or "nominal"; of growth these are never mixed. Figures that do
                not say are taken with either.
            definition: the version of the definition, empty for the usual one.
        """
        found = self._cells.get((indicator_id, org, measure, definition))
        if found is None:
            return _EMPTY
        if not prices:
            return found.every
        return found.with_prices(prices)

    def indicators(self, org: str) -> tuple[str, ...]:
        """Return the ids of the indicators that anything is known of, in order."""
        return tuple(sorted({key[0] for key in self._cells if key[1] == org}))

    def definitions(self, indicator_id: str, org: str) -> tuple[str, ...]:
        """Return the versions of the definition in which it was reported."""
        return self._definitions.get((indicator_id, org), ())

    def orgs(self, indicator_id: str) -> tuple[str, ...]:
        """Return the keys of the organisations that reported it, in order."""
        return tuple(sorted({key[1] for key in self._cells if key[0] == indicator_id}))

    def get(self, figure_id: str) -> Figure | None:
        """Return the figure with this id."""
        return self._by_id.get(figure_id)

    def __iter__(self) -> Iterator[tuple[Place, Series]]:
        return ((key, cell.every) for key, cell in self._cells.items())

    @cached_property
    def _by_id(self) -> dict[str, Figure]:
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def _definitions(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], set[str]] = {}
        for indicator_id, org, _, definition in self._cells:
            found.setdefault((indicator_id, org), set()).add(definition)
        return {key: tuple(sorted(names)) for key, names in found.items()}

    def changed_since(self, other: Ledger) -> frozenset[tuple[str, str]]:
        """Return what differs from a ledger that follows the same one as this."""
        ours, theirs = self._replaced, other._replaced
        return frozenset(
            (place[0], place[1])
            for place in {*ours, *theirs}
            if not _is_same(ours.get(place), theirs.get(place))
        )

    @cached_property
    def _cells(self) -> dict[Place, _Cell]:
        if self._root is None:
            return {place: _Cell(each) for place, each in self._gathered(self.figures)}
        cells = {**self._root._cells, **self._replaced}
        return {place: cell for place, cell in cells.items() if cell.figures}

    @cached_property
    def _replaced(self) -> dict[Place, _Cell]:
        """Return the cells that differ from those before; one that is gone is empty."""
        if self._root is None:
            return {}
        there, here = set(map(id, self._root.figures)), set(map(id, self.figures))
        new = dict(self._gathered(f for f in self.figures if id(f) not in there))
        gone = self._gathered(f for f in self._root.figures if id(f) not in here)
        places = dict.fromkeys((*new, *(place for place, _ in gone)))
        cells = self._root._cells
        kept = {
            place: [f for f in cells[place].figures if id(f) in here]
            for place in places
            if place in cells
        }
        return {p: _Cell([*kept.get(p, ()), *new.get(p, ())]) for p in places}

    def _gathered(self, figures: Iterable[Figure]) -> list[tuple[Place, list[Figure]]]:
        gathered: dict[Place, list[Figure]] = {}
        key = self.places.key
        for f in figures:
            place = (f.indicator_id, key(f.org), f.measure, f.definition)
            gathered.setdefault(place, []).append(f)
        return [*gathered.items()]


@frozen(slots=False)
class _Cell:
    """The figures of one key, made into series when they are first asked for."""

    figures: Sequence[Figure]

    @cached_property
    def every(self) -> Series:
        return Series.of(self.figures)

    @cached_property
    def _by_prices(self) -> dict[str, Series]:
        return {}

    def with_prices(self, prices: str) -> Series:
        if prices not in self._by_prices:
            fitting = (f for f in self.figures if f.prices in ("", prices))
            self._by_prices[prices] = Series.of(fitting)
        return self._by_prices[prices]


def _is_same(one: _Cell | None, other: _Cell | None) -> bool:
    if one is None or other is None:
        return one is other
    return list(map(id, one.figures)) == list(map(id, other.figures))
