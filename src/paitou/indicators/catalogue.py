"""Turns the name of an indicator, in whatever wording, into one id and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from attrs import field, frozen

from paitou.indicators.indicator import Indicator, Polarity
from paitou.indicators.normalise import keys_of, normalise
from paitou.indicators.polarity import polarity_of_words
from paitou.indicators.shipped import read_shipped


@frozen
class Catalogue:
    """Indicators by id, and the key of each of their names."""

    _by_id: Mapping[str, Indicator] = field(factory=dict, repr=False)
    _by_key: Mapping[str, str] = field(factory=dict, repr=False)

    def resolve(self, name: str) -> str:
        """Return the id of the indicator that goes by `name`, else one made from its words.

        The made id is the same for every wording that has one key, on every machine.
        """
        key = normalise(name)
        return self._by_key.get(key) or _made_id(key)

    def get(self, id: str) -> Indicator | None:  # noqa: A002 - the field's name
        """Return the indicator with this id, None where the catalogue has none."""
        return self._by_id.get(id)

    def polarity(self, name: str) -> Polarity:
        """Return whether more or less is better: as known, else as the words say."""
        known = self._by_id.get(self.resolve(name))
        return known.polarity if known else polarity_of_words(name)

    def extended(self, more: Iterable[Indicator]) -> Catalogue:
        """Return this catalogue with `more` in it; on a clash of ids or names `more` wins."""
        added = {indicator.id: indicator for indicator in more}
        names = [(word, id) for id, indicator in added.items() for word in indicator.words]
        keys = keys_of([word for word, _ in names])
        by_key = dict(zip(keys, (id for _, id in names), strict=True))
        return Catalogue({**self._by_id, **added}, {**self._by_key, **by_key})

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
