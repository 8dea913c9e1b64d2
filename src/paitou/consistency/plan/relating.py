"""Variables and the relations between indicators → the identities that tie them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind
from paitou.figures import same_kind
from paitou.indicators import Catalogue
from paitou.indicators.relations import Relation, RelationKind

_ONE = Fraction(1)


def tie(
    variables: frozenset[Variable], catalogue: Catalogue, naming: Naming
) -> Iterator[Sourced]:
    """Yield the identities of every sum and part that ties two of the variables or more.

    A sum brings in the members that nothing was said of; they are only not negative.
    """
    ids = {variable.indicator_id for variable in variables}
    relations = {
        relation.id: relation for each in ids for relation in catalogue.relations_of(each)
    }
    places = sorted({(variable.org, variable.year) for variable in variables})
    for _, relation in sorted(relations.items()):
        if relation.kind is RelationKind.RATIO:
            continue
        for org, year in places:
            members = [Variable(member, org, year) for member in relation.members]
            if not _are_alike(relation, naming):
                continue
            if sum(member in variables for member in members) >= 2:
                yield _identity(relation, members, naming)


def _are_alike(relation: Relation, naming: Naming) -> bool:
    """Whether what is tied is measured alike: 亿美元 are not added to 亿元."""
    unit = naming.unit(relation.whole)
    return all(same_kind(naming.unit(part), unit) for part in relation.parts)


def _identity(relation: Relation, members: list[Variable], naming: Naming) -> Sourced:
    whole, *parts = members
    scale = naming.unit(whole.indicator_id).scale
    terms = {whole.name: _ONE}
    for part in parts:
        factor = naming.unit(part.indicator_id).scale / scale
        terms[part.name] = -Fraction(factor)
    is_sum = relation.kind is RelationKind.SUM
    names = "＋".join(naming.words(part) for part in parts)
    sign = "＝" if is_sum else "≥"
    return Sourced(
        constraint=Constraint(
            name=f"{relation.id}@{whole.org}@{whole.year}",
            kind=Kind.IDENTITY,
            terms=terms,
            lo=Fraction(0),
            hi=Fraction(0) if is_sum else None,
        ),
        source=Source(
            kind=SourceKind.RELATION,
            id=relation.id,
            words=f"{naming.words(whole)}{sign}{names}",
            quote=relation.note,
        ),
    )
