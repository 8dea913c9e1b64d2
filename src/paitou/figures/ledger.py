"""All figures of a book → the series behind an indicator, an organisation and a measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from paitou.figures.places import Places
from paitou.figures.series import Series
from paitou.model import Figure, Measure

_EMPTY = Series()


@frozen(slots=False)
class Ledger:
    """Every figure, found by what it speaks of; the order in which they came is lost."""

    figures: tuple[Figure, ...] = field(default=(), repr=False)
    places: Places = field(factory=Places)

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

    def __iter__(self) -> Iterator[tuple[tuple[str, str, Measure, str], Series]]:
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

    @cached_property
    def _cells(self) -> dict[tuple[str, str, Measure, str], _Cell]:
        gathered: dict[tuple[str, str, Measure, str], list[Figure]] = {}
        key = self.places.key
        for f in self.figures:
            place = (f.indicator_id, key(f.org), f.measure, f.definition)
            gathered.setdefault(place, []).append(f)
        return {place: _Cell(figures) for place, figures in gathered.items()}


@frozen(slots=False)
class _Cell:
    """The figures of one key, made into series when they are first asked for."""

    figures: Iterable[Figure]

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
