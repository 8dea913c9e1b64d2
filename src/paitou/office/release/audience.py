"""Who acts → the books as they may see them: the public only what was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable

from attrs import frozen
from django.db.models import Q, QuerySet
from django.utils import timezone

from paitou.model import Book
from paitou.office.books import Shelved, served_shelf
from paitou.office.books.shelf import Reported as Added
from paitou.office.people.acting import PUBLIC, Actor
from paitou.office.people.roles import Right
from paitou.office.release.models import publications
from paitou.office.release.seeing import with_own, with_published
from paitou.office.reporting.gathering import gathered
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
        found = publications(head, now)
        numbers = (one.number for each in found.values() for one in each)
        own = gathered().count(head, audience.orgs, audience.sources)
        return tuple(sorted(numbers)), own

    def published(book: Book, head: str) -> Book:
        return with_published(book, head, publications(head, now))

    if audience.is_public:
        return Added(stamp=stamp, add=published)
    everybody = seen_by(Audience(), now)

    def like(head: str) -> tuple[Shelved, ...]:
        return served_shelf().shown_to(Audience()).family(head, everybody)

    def own(book: Book, head: str) -> Book:
        return with_own(like(head)[0].book, book, head, audience)

    return Added(stamp=stamp, add=own, like=like)


def unpublished(book: str, now: dt.datetime) -> QuerySet[Reported]:
    """Return the figures of a book that were approved and that the public does not see."""
    found = Reported.objects.filter(book=book)
    for one in publications(book, now).get(book, ()):
        seen = Q(submission__round=one.round, pk__lte=one.upto)
        found = found.exclude(seen & ~Q(key__in=one.withheld))
    return found
