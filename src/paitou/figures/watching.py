"""A ledger → the same, and what of it was asked for.

What is worked out of a ledger stays as it is for as long as nothing that it asked for
differs. Asked for is what was found and what was looked for in vain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import field, frozen

from paitou.figures.ledger import Ledger, Place
from paitou.figures.series import Series
from paitou.model import Figure, Measure

#: An indicator and an organisation; in place of either, whichever there are.
Pair = tuple[str, str]
_ANY = "*"


@frozen(eq=False, slots=False)
class Watched(Ledger):
    """A ledger that writes down of which indicators and organisations it was asked."""

    source: Ledger = field(factory=Ledger, kw_only=True, repr=False)
    asked: set[Pair] = field(factory=set, kw_only=True, repr=False)

    @classmethod
    def of(cls, ledger: Ledger, asked: set[Pair] | None = None) -> Watched:
        """Return a ledger, watched from now on; `asked` is what it adds to."""
        asked = set() if asked is None else asked
        return cls(ledger.figures, ledger.places, source=ledger, asked=asked)

    def series(
        self,
        indicator_id: str,
        org: str,
        measure: Measure = Measure.LEVEL,
        *,
        prices: str = "",
        definition: str = "",
    ) -> Series:
        """Return the series of an organisation; an empty one where none is."""
        self.asked.add((indicator_id, org))
        return self.source.series(
            indicator_id, org, measure, prices=prices, definition=definition
        )

    def indicators(self, org: str) -> tuple[str, ...]:
        """Return the ids of the indicators that anything is known of, in order."""
        self.asked.add((_ANY, org))
        return self.source.indicators(org)

    def definitions(self, indicator_id: str, org: str) -> tuple[str, ...]:
        """Return the versions of the definition in which it was reported."""
        self.asked.add((indicator_id, org))
        return self.source.definitions(indicator_id, org)

    def orgs(self, indicator_id: str) -> tuple[str, ...]:
        """Return the keys of the organisations that reported it, in order."""
        self.asked.add((indicator_id, _ANY))
        return self.source.orgs(indicator_id)

    def get(self, figure_id: str) -> Figure | None:
        """Return the figure with this id."""
        found = self.source.get(figure_id)
        key = self.places.key
        asked = (found.indicator_id, key(found.org)) if found else (_ANY, _ANY)
        self.asked.add(asked)
        return found

    def __iter__(self) -> Iterator[tuple[Place, Series]]:
        self.asked.add((_ANY, _ANY))
        return iter(self.source)


def widened(pairs: Collection[Pair]) -> frozenset[Pair]:
    """Return pairs with every way in which a watched ledger is asked for one of them."""
    found = {*pairs}
    for indicator, org in pairs:
        found |= {(indicator, _ANY), (_ANY, org), (_ANY, _ANY)}
    return frozenset(found)
