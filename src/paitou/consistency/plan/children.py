"""The child plans of a book → their targets beside the parent's, under their titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from paitou.consistency.plan.sources import Sourced, SourceKind
from paitou.consistency.plan.stating import Stating
from paitou.consistency.plan.variables import Naming
from paitou.figures import Places
from paitou.model import Book, OrgKind, Role, Statement

#: What a scope calls the place of the plan itself.
_OWN = frozenset({"", "全市", "全省", "全县", "全区", "全州", "全国"})


@frozen(kw_only=True)
class ChildTarget:
    """A target of a child plan, at the place that it speaks of (a key of the parent)."""

    child: Book
    statement: Statement
    org: str

    @property
    def id(self) -> str:
        """Return what names it beside the parent's statements."""
        return f"{self.child.name}/{self.statement.id}"

    @property
    def words(self) -> str:
        """Return it in words, with the title of its plan."""
        return f"《{self.child.title}》“{self.statement.quote}”"


def child_targets(books: Iterable[Book], places: Places) -> Iterator[ChildTarget]:
    """Yield the targets of all children, and of theirs."""
    for child in books:
        here = place_of(child, places)
        for statement in child.plan.statements:
            if statement.role is Role.TARGET:
                org = place_in(places, statement, here)
                yield ChildTarget(child=child, statement=statement, org=org)
        yield from child_targets(child.children, places)


def place_in(places: Places, statement: Statement, whole: str | None = None) -> str:
    """Return the key of the place that a target speaks of, by default the whole."""
    scope = statement.scope or ""
    if scope in _OWN:
        return places.whole if whole is None else whole
    return places.key(scope)


def place_of(child: Book, places: Places) -> str:
    """Return whose plan a child is: as its orgs.csv says, else as its title begins.

    A title that begins with no known place is that of a plan for the whole place.
    """
    city = next((org for org in child.orgs if org.kind is OrgKind.CITY), None)
    for name in (city.code, city.name) if city else ():
        if places.org(places.key(name)):
            return places.key(name)
    named = next((name for name in places.names if child.title.startswith(name)), "")
    return places.key(named) if named else places.whole


def child_constraints(
    targets: Iterable[ChildTarget], naming: Naming, years: tuple[int, int]
) -> Iterator[Sourced]:
    """Yield what the targets of children ask, as targets of their own."""
    for target in targets:
        period = target.child.plan.document.period
        own = (period.start, period.end) if period else years
        for made in Stating(naming, own).constraints(target.statement, target.org):
            place = made.constraint.name.removeprefix(target.statement.id)
            yield Sourced(
                constraint=evolve(
                    made.constraint,
                    name=f"child:{target.id}{place}",
                    terms=dict(made.constraint.terms),
                ),
                source=evolve(
                    made.source, kind=SourceKind.CHILD, id=target.id, words=target.words
                ),
            )
