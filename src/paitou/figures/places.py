"""Names of organisations as figures write them → one key each, the whole and its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from paitou.model import Org, OrgKind

_WIDER = frozenset({"全省", "全国"})
_WHOLE = frozenset({"", "全市", "全县", "全区", "全州", "合计", "总计", "全市合计"})


@frozen(kw_only=True)
class Places:
    """The organisations of a book by key, which is their code, else their name.

    Attributes:
        whole: the key of what the plan speaks of as a whole; empty where nobody said.
    """

    whole: str = ""
    _keys: Mapping[str, str] = field(factory=dict, repr=False)
    _orgs: Mapping[str, Org] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, orgs: Iterable[Org], title: str = "") -> Places:
        """Return the places of a book; where no city is named, the title names the whole.

        The first organisation of kind 全市 is the whole, and what the words 全市 or 合计
        mean. Without one it is the place that the plan's title begins with.
        """
        by_code = {org.code: org for org in orgs}
        cities = [o for o in by_code.values() if o.kind is OrgKind.CITY]
        whole = cities[0].code if cities else ""
        keys: dict[str, str] = {}
        if not cities:
            keys |= {title[:end]: "" for end in range(2, len(title) + 1)}
            keys |= dict.fromkeys(_WIDER, "")
        keys |= dict.fromkeys(_WHOLE, whole)
        # What names an organisation outright goes before what only may mean it.
        keys |= {alias: o.code for o in by_code.values() for alias in o.aliases}
        keys |= {o.name: o.code for o in by_code.values()}
        keys |= {code: code for code in by_code}
        return cls(whole=whole, keys=keys, orgs=by_code)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names and aliases of the organisations, the longest first."""
        named = {n for o in self._orgs.values() for n in (o.name, *o.aliases) if len(n) > 1}
        return tuple(sorted(named, key=lambda name: (-len(name), name)))

    def key(self, name: str) -> str:
        """Return the key of an organisation: its code, or the name itself if unknown."""
        return self._keys.get(name, name)

    def name(self, key: str) -> str:
        """Return what an organisation is called; 全市 for a whole without a name."""
        org = self._orgs.get(key)
        return org.name if org else key or "全市"

    def org(self, key: str) -> Org | None:
        """Return the organisation, None where orgs.csv has none."""
        return self._orgs.get(key)

    def summands(self, key: str) -> tuple[str, ...]:
        """Return the keys of those that add up to this one: areas, else others.

        What lies above the whole has other parts that the book does not know: none.
        """
        if key in self.above(self.whole):
            return ()
        found = [
            org
            for org in self._orgs.values()
            if org.is_summand and org.code != key and self._parent(org) == key
        ]
        areas = [org for org in found if org.kind.is_area]
        return tuple(org.code for org in areas or found)

    def above(self, key: str) -> tuple[str, ...]:
        """Return the keys of those that it is a part of, the nearest first."""
        found: list[str] = []
        at = self._orgs.get(key)
        while at and at.is_summand and (parent := self._parent(at)) is not None:
            if parent == key or parent in found:
                break
            found.append(parent)
            at = self._orgs.get(parent)
        return tuple(found)

    def _parent(self, org: Org) -> str | None:
        """An area that names no parent belongs to the whole, as in the splits."""
        if org.parent:
            return self.key(org.parent)
        return self.whole if org.kind.is_area and org.code != self.whole else None
