"""Who acts, a book and a minute → which of its pages they may open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

from attrs import frozen
from django.utils import timezone

from paitou.model import PageKind, Publicity
from paitou.office.books import Shelved
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.release.audience import audience_of, book_for, unpublished
from paitou.office.release.levels import Decision, in_force
from paitou.office.release.models import Kind, Release

#: Of what is internal, that which only those open who read all.
_CLOSED = frozenset(
    {
        PageKind.OFF_COURSE,
        PageKind.CONTEST_LISTS,
        PageKind.CONTEST_ANALYSIS,
        PageKind.PAPERS,
    }
)
_UNPUBLISHED = "含未公布的数据，注意保管"


@frozen(kw_only=True)
class Visit:
    """Somebody with a book at a minute.

    Attributes:
        is_shown_as_public: whether it is somebody of the office who looks as everybody.
    """

    actor: Actor
    shelved: Shelved
    now: dt.datetime
    is_shown_as_public: bool = False

    @cached_property
    def open_pages(self) -> frozenset[str]:
        """Return the kinds of pages that open, for links."""
        return frozenset(kind.value for kind in PageKind if self.opens(kind))

    def opens(self, kind: PageKind) -> bool:
        """Return whether a page opens: it is public, or the posts allow it."""
        return self.level(kind) is Publicity.PUBLIC or self.is_inside(kind)

    def level(self, kind: PageKind) -> Publicity:
        """Return who may be shown a page at this minute."""
        found = self.decision(kind)
        return found.level if found else self._usual(kind)

    def decision(self, kind: PageKind) -> Decision | None:
        """Return the decision on a page that holds, None where none does."""
        made = [one.decision for one in self._made.get(kind, ())]
        return in_force(made, self.now, self._today)

    def is_inside(self, kind: PageKind) -> bool:
        """Return whether the posts of somebody open a page that is internal."""
        actor = self.actor
        if actor.is_alone or actor.may(Right.READ_ALL):
            return True
        return kind not in _CLOSED and actor.may(Right.READ_OWN)

    def approved(self, kind: PageKind) -> Release | None:
        """Return the approval by which everybody sees a list that is usually internal."""
        if self._usual(kind) is Publicity.PUBLIC:
            return None
        found = self.made(kind)
        return found if found and found.level == Publicity.PUBLIC else None

    def made(self, kind: PageKind) -> Release | None:
        """Return the decision on a page that holds, as it was made."""
        found = self.decision(kind)
        rows = self._made.get(kind, ())
        return next((one for one in rows if found and one.pk == found.number), None)

    def expired(self, kind: PageKind) -> Release | None:
        """Return the last approval of a page whose last day has passed, if that is so."""
        begun = [one for one in self._made.get(kind, ()) if one.starts <= self.now]
        last = begun[-1] if begun else None
        is_over = last is not None and last.decision.is_over(self._today)
        return last if is_over else None

    def mark(self, kind: PageKind) -> str:
        """Return what must stand on the page; nothing where everybody may see it."""
        level = self.level(kind)
        if level is not Publicity.PUBLIC:
            return level.mark
        return _UNPUBLISHED if self.holds_unpublished else ""

    @cached_property
    def holds_unpublished(self) -> bool:
        """Return whether the book shows figures here that the public does not see."""
        audience = audience_of(self.actor)
        if audience.is_public:
            return False
        hidden = unpublished(self.shelved.name, self.now)
        if not audience.sees_all:
            hidden = hidden.filter(submission__org__in=audience.orgs)
        return hidden.exists()

    @cached_property
    def _today(self) -> dt.date:
        return timezone.localtime(self.now).date()

    @cached_property
    def _made(self) -> Mapping[PageKind, tuple[Release, ...]]:
        """Everything decided about the pages of the book, in the order decided."""
        found: dict[PageKind, tuple[Release, ...]] = {}
        rows = Release.objects.filter(
            book=self.shelved.name, kind=Kind.PAGE, is_cancelled=False
        )
        for row in rows.order_by("pk"):
            kind = PageKind(row.key)
            found[kind] = (*found.get(kind, ()), row)
        return found

    def _usual(self, kind: PageKind) -> Publicity:
        """Who may be shown a page where nothing was decided: book.toml, else as usual."""
        return dict(self.shelved.book.release).get(kind, kind.usual)


def visit(actor: Actor, name: str, now: dt.datetime | None = None) -> Visit | None:
    """Return somebody with a book, None where there is no such book."""
    minute = now or timezone.now()
    shelved = book_for(actor, name, minute)
    return None if shelved is None else Visit(actor=actor, shelved=shelved, now=minute)


def opens(actor: Actor, shelved: Shelved, kind: PageKind) -> bool:
    """Return whether somebody may open a page of a book now."""
    return Visit(actor=actor, shelved=shelved, now=timezone.now()).opens(kind)
