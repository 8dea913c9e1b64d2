"""Who acts → the books as they may see them: the public only what was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable, Iterable, Iterator

from attrs import evolve, frozen
from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from paitou.model import Book, Figure
from paitou.office.books import Shelved, served_shelf
from paitou.office.books.shelf import Reported as Added
from paitou.office.people.acting import PUBLIC, Actor
from paitou.office.people.roles import Right
from paitou.office.release.levels import Publication, published_at
from paitou.office.release.models import publications
from paitou.office.reporting.models import Reported


@frozen(kw_only=True)
class Audience:
    """Those to whom a book looks the same.

    Attributes:
        sees_all: every figure that was approved, published or not.
        orgs: the organisations whose own figures they see.
        sources: the departments for whose data they answer.
    """

    sees_all: bool = False
    orgs: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()

    @property
    def is_public(self) -> bool:
        """Return whether they see no more than everybody."""
        return not (self.sees_all or self.orgs or self.sources)


def audience_of(actor: Actor) -> Audience:
    """Return to whom somebody belongs."""
    if actor.is_alone or actor.may(Right.READ_ALL):
        return Audience(sees_all=True)
    own = frozenset(org for org in actor.orgs if org and actor.may(Right.READ_OWN, org))
    answers = actor.orgs if actor.may(Right.APPROVE) else frozenset()
    return Audience(orgs=own, sources=answers)


def book_for(actor: Actor, name: str, now: dt.datetime | None = None) -> Shelved | None:
    """Return a book as somebody may see it at a minute, None where there is none."""
    audience = audience_of(actor)
    if audience.sees_all:
        return served_shelf().find(name)
    shelf = served_shelf().shown_to(audience)
    return shelf.find(name, seen_by(audience, now or timezone.now()))


def books_for(
    actor: Actor, now: dt.datetime | None = None
) -> tuple[tuple[Shelved, ...], tuple[str, ...]]:
    """Return every book as somebody may see it, and why others cannot be read."""
    audience = audience_of(actor)
    if audience.sees_all:
        return served_shelf().books()
    shelf = served_shelf().shown_to(audience)
    return shelf.books(seen_by(audience, now or timezone.now()))


def public_book(name: str, now: dt.datetime | None = None) -> Shelved | None:
    """Return a book as everybody sees it."""
    return book_for(PUBLIC, name, now)


def seen_by(audience: Audience, now: dt.datetime) -> Added:
    """Return what is added to the books of folders for an audience at a minute."""

    def stamp(head: str) -> Hashable:
        own = _own(audience).filter(Q(book=head) | Q(book__startswith=f"{head}~"))
        counted = own.aggregate(n=Count("pk"), last=Max("pk"))
        found = publications(head, now)
        numbers = (one.number for each in found.values() for one in each)
        return tuple(sorted(numbers)), counted["n"], counted["last"]

    def add(book: Book, head: str) -> Book:
        return _with_seen(book, head, audience, publications(head, now))

    return Added(stamp=stamp, add=add)


def unpublished(book: str, now: dt.datetime) -> QuerySet[Reported]:
    """Return the figures of a book that were approved and that the public does not see."""
    found = Reported.objects.filter(book=book)
    for one in publications(book, now).get(book, ()):
        seen = Q(submission__round=one.round, pk__lte=one.upto)
        found = found.exclude(seen & ~Q(key__in=one.withheld))
    return found


def _with_seen(
    book: Book,
    name: str,
    audience: Audience,
    published: dict[str, tuple[Publication, ...]],
) -> Book:
    kept = tuple(each for each in book.figures if _is_open(each, book, audience))
    known = {figure.id for figure in kept}
    seen = _seen(name, audience, published.get(name, ()))
    added = [each for each in seen if each.id not in known]
    children = tuple(
        _with_seen(child, f"{name}~{child.name}", audience, published)
        for child in book.children
    )
    return evolve(book, figures=(*kept, *added), children=children)


def _is_open(figure: Figure, book: Book, audience: Audience) -> bool:
    """Whether a figure of the folder is shown: confirmed, or of their own organisation."""
    if figure.state.can_settle:
        return True
    org = book.org(figure.org) if audience.orgs else None
    return org is not None and org.code in audience.orgs


def _seen(
    name: str, audience: Audience, published: Collection[Publication]
) -> Iterable[Figure]:
    """The office's figures that the audience sees, the last of several of one day."""
    last: dict[tuple[str, dt.date], Figure] = {}
    for figure, key in _dated(name, audience, published):
        last[key, figure.visible_from] = figure
    return last.values()


def _dated(
    name: str, audience: Audience, published: Collection[Publication]
) -> Iterator[tuple[Figure, str]]:
    """Yield figures with the day from which the audience knows them, in their order.

    What was published counts as known from the day of its publication, so that a page as
    known on a day before stays as it was; of their own figures they knew before.
    """
    own = set(_own(audience).filter(book=name).values_list("pk", flat=True))
    rounds = {one.round for one in published}
    rows = Reported.objects.filter(book=name).order_by("pk").select_related("submission")
    for row in rows.filter(Q(submission__round__in=rounds) | Q(pk__in=own)):
        if row.pk in own:
            yield row.figure, row.key
            continue
        at = published_at(published, row.submission.round_id, row.pk, row.key)
        if at is not None:
            day = max(row.known_on, timezone.localtime(at).date())
            yield evolve(row.figure, known_on=day, note=""), row.key


def _own(audience: Audience) -> QuerySet[Reported]:
    theirs = Q(submission__org__in=audience.orgs)
    answered = Q(submission__source__in=audience.sources)
    return Reported.objects.filter(theirs | answered)
