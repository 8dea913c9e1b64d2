"""A set of names that suffices → one that suffices and of which none can be spared."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Names = frozenset[str]


def shrunk(
    core: Names, again: Callable[[Names], Names | None], last: Iterable[str] = ()
) -> Names:
    """Return the smaller set, by leaving out one name at a time (a deletion filter).

    Args:
        core: names that suffice.
        again: what of these names suffices, None where they do not.
        last: those to part with last; all else goes by the order of the names.
    """
    late = frozenset(last)
    for name in sorted(core, key=lambda name: (name in late, name)):
        if name in core and (smaller := again(core - {name})) is not None:
            core = smaller
    return core
