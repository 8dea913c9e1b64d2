"""Turns the name of an indicator, in any wording, into its id and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from paitou.indicators.indicator import Indicator, Polarity
from paitou.indicators.normalise import keys_of, normalise
from paitou.indicators.polarity import polarity_of_words
from paitou.indicators.shipped import read_shipped

if TYPE_CHECKING:  # read when first asked for: compiling needs no relations
    from paitou.indicators.relations import Relation


@frozen(slots=False)
class Catalogue:
    """Indicators by id, and the key of each of their names."""

    _by_id: Mapping[str, Indicator] = field(factory=dict, repr=False)
    _by_key: Mapping[str, str] = field(factory=dict, repr=False)
    _own_relations: tuple[Relation, ...] = field(default=(), repr=False)

    def resolve(self, name: str) -> str:
        """Return the id of the indicator that goes by `name`, else one made from its words.

        The made id is the same for every wording that has one key, on every machine.
        """
        key = normalise(name)
        return self._by_key.get(key) or _made_id(key)

    def get(self, indicator_id: str) -> Indicator | None:
        """Return the indicator with this id, None where the catalogue has none."""
        return self._by_id.get(indicator_id)

    def polarity(self, name: str) -> Polarity:
        """Return whether more or less is better: as known, else as the words say."""
        known = self._by_id.get(self.resolve(name))
        return known.polarity if known else polarity_of_words(name)

    def extended(self, more: Iterable[Indicator]) -> Catalogue:
        """Return this catalogue and `more`, which wins where ids or names clash."""
        added = {indicator.id: indicator for indicator in more}
        words = [word for indicator in added.values() for word in indicator.words]
        owners = (each.id for each in added.values() for _ in each.words)
        by_key = dict(zip(keys_of(words), owners, strict=True))
        return Catalogue(
            {**self._by_id, **added}, {**self._by_key, **by_key}, self._own_relations
        )

    def related(self, more: Iterable[Relation]) -> Catalogue:
        """Return this catalogue with relations of a plan, which replace those of one id."""
        return Catalogue(self._by_id, self._by_key, (*self._own_relations, *more))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Return the relations between its indicators, the standard ones first."""
        from paitou.indicators.relations import read_relations

        known = {relation.id: relation for relation in read_relations()}
        known |= {relation.id: relation for relation in self._own_relations}
        return tuple(r for r in known.values() if all(m in self._by_id for m in r.members))

    def relations_of(self, indicator_id: str) -> tuple[Relation, ...]:
        """Return the relations that tie an indicator to others, in their order."""
        return self._by_member.get(indicator_id, ())

    @cached_property
    def _by_member(self) -> Mapping[str, tuple[Relation, ...]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            for member in dict.fromkeys(relation.members):
                found.setdefault(member, []).append(relation)
        return {member: tuple(relations) for member, relations in found.items()}

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)


@lru_cache(maxsize=8192)
def _made_id(key: str) -> str:
    from hashlib import blake2b

    return f"x-{blake2b(key.encode(errors='surrogatepass'), digest_size=5).hexdigest()}"


@cache
def standard() -> Catalogue:
    """Return the catalogue that ships with Paitou."""
    return Catalogue().extended(read_shipped())
