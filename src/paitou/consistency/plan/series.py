"""Series of which only growth is known → the base that they are counted from, 100."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind

_BASE = Fraction(100)


def anchors(variables: Iterable[Variable], naming: Naming) -> Iterator[Sourced]:
    """Yield that the first year of each comparable series is 100.

    Growth in constant prices bounds no level in current ones; among itself it is exact,
    and without a base above nothing any two rates could hold at 0.
    """
    first: dict[Variable, Variable] = {}
    for variable in variables:
        if variable.is_comparable:
            known = first.setdefault(variable.in_year(0), variable)
            first[variable.in_year(0)] = min(known, variable)
    for variable in first.values():
        yield anchor((variable,), naming)


def anchor(variables: tuple[Variable, ...], naming: Naming) -> Sourced:
    """Return that variables come to 100 together, which gives a scale to what has none."""
    names = "＋".join(map(naming.words, variables))
    return Sourced(
        constraint=Constraint(
            name=f"anchor@{'+'.join(each.name for each in variables)}",
            kind=Kind.IDENTITY,
            terms=dict.fromkeys((each.name for each in variables), Fraction(1)),
            lo=_BASE,
            hi=_BASE,
        ),
        source=Source(kind=SourceKind.RELATION, id="anchor", words=f"{names}记为100"),
    )
