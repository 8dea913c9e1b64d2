"""Decisions on what is shown to everybody: made, and called off while they still wait."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from django.db.models import Count, Max
from django.utils import timezone

from paitou.model import PageKind, Publicity
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.release.kept import release_change, release_state
from paitou.office.release.models import Kind, Release
from paitou.office.reporting.models import Reported, Round

LONGEST_REASON = 200
#: How far ahead something may be released, and how long a warning list may hang.
_YEARS = range(1949, 2201)
_MOST_AHEAD, _MOST_SHOWN = dt.timedelta(days=731), dt.timedelta(days=366)


@frozen(kw_only=True)
class Terms:
    """From when to when something holds, and on whose word.

    Attributes:
        now: when it is decided.
        starts: None at once.
        expires: the last day, None for good.
    """

    now: dt.datetime
    starts: dt.datetime | None = None
    expires: dt.date | None = None
    reason: str = ""

    @property
    def begins(self) -> dt.datetime:
        """Return the minute that it takes effect."""
        return self.starts or self.now


@frozen
class Seen:
    """How far the figures of a round went when somebody looked at them."""

    last: int
    count: int

    @classmethod
    def of(cls, round_: Round) -> Seen:
        """Return how far they go now."""
        figures = Reported.objects.filter(submission__round=round_)
        found = figures.aggregate(last=Max("pk"), count=Count("pk"))
        return cls(found["last"] or 0, found["count"])

    @classmethod
    def read(cls, text: str) -> Seen:
        """Return what a form brought back; what is none fits no round."""
        last, _, count = text.partition("-")
        if not (last.isascii() and last.isdigit() and count.isascii() and count.isdigit()):
            return cls(-1, -1)
        return cls(int(last[:18]), int(count[:18]))

    def __str__(self) -> str:
        return f"{self.last}-{self.count}"


def publish_round(
    actor: Actor, round_id: int, terms: Terms, seen: Seen, withheld: frozenset[str]
) -> Done[Release]:
    """Publish the approved figures of a round, at once or from a minute on.

    Args:
        actor: who publishes.
        round_id: whose figures.
        terms: from when.
        seen: the figures on the page from which they are published; what was approved or
            corrected since is not published unseen.
        withheld: keys of figures that stay internal.
    """
    actor.must(Right.PUBLISH)
    _check(terms)
    round_ = Round.objects.select_for_update().filter(pk=round_id).first()
    if round_ is None:
        raise NotAllowed("没有这一批次")
    figures = Reported.objects.filter(submission__round=round_)
    if not figures.exists():
        raise Refused("这一批次还没有核定的数，没有可以公布的。")
    if Seen.of(round_) != seen:
        raise Refused("打开本页以后又有数核定或更正，请看过以后再公布。")
    keys = frozenset(figures.values_list("key", flat=True))
    if keys <= withheld:
        raise Refused("没有选中任何一个数。")
    made = Release.objects.create(
        kind=Kind.ROUND,
        book=round_.book,
        key=str(round_.pk),
        level=Publicity.PUBLIC,
        upto=seen.last,
        withheld=sorted(withheld & keys),
        **_signed(actor, terms),
    )
    return Done(made, (release_change("publish", made),))


def decide_page(
    actor: Actor,
    book: str,
    kind: PageKind,
    level: Publicity,
    terms: Terms,
    query: str = "",
) -> Done[Release]:
    """Say who may be shown a page of a book; a list of those that lag is approved so."""
    actor.must(Right.PUBLISH)
    _check(terms)
    if kind.is_warning and level is Publicity.PUBLIC:
        _check_approval(terms)
    made = Release.objects.create(
        kind=Kind.PAGE,
        book=book,
        key=kind.value,
        level=level,
        query=query,
        **_signed(actor, terms),
    )
    return Done(made, (release_change("decide", made),))


@frozen(kw_only=True)
class About:
    """What is decided about, as `Release` names it: a file or an issued paper of a book."""

    kind: Kind
    book: str
    key: str


def decide_thing(
    actor: Actor, about: About, level: Publicity, terms: Terms
) -> Done[Release]:
    """Say who may be given a file or an issued paper from now on, on whose word."""
    actor.must(Right.PUBLISH)
    _check(terms)
    if not terms.reason.strip():
        raise Refused("改变公开属性要写明依据。")
    made = Release.objects.create(
        kind=about.kind,
        book=about.book,
        key=about.key,
        level=level,
        **_signed(actor, terms),
    )
    return Done(made, (release_change("decide", made),))


def morning(day: dt.date | None) -> dt.datetime | None:
    """Return when a day begins at the office, None for at once.

    Raises:
        Refused: it is so far away that it must be a slip of the pen.
    """
    if day is None:
        return None
    if day.year not in _YEARS:
        raise Refused("公布的日期不对，请核对。")
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def call_off(actor: Actor, number: int, now: dt.datetime, reason: str) -> Done[Release]:
    """Call off a decision that still waits; what was published stays published."""
    actor.must(Right.PUBLISH)
    one = Release.objects.select_for_update().filter(pk=number).first()
    if one is None:
        raise NotAllowed("没有这一项决定")
    if one.is_cancelled:
        raise Refused("这一项已经撤回。")
    if one.starts <= now:
        raise Refused("这一项已经生效，不能撤回；网页可以另作决定，数只能更正。")
    if not reason.strip():
        raise Refused("撤回要写明原因。")
    before = release_state(one)
    one.is_cancelled = True
    one.save(update_fields=["is_cancelled"])
    change = release_change("cancel", one, before, reason.strip()[:LONGEST_REASON])
    return Done(one, (change,))


def _check(terms: Terms) -> None:
    starts = terms.begins
    if starts < terms.now:
        raise Refused("公布时间已经过去；要立即公布，请把时间空着。")
    if starts - terms.now > _MOST_AHEAD:
        raise Refused("公布时间太远，最多提前两年决定。")
    if terms.expires and terms.expires < timezone.localtime(starts).date():
        raise Refused("公开的最后一天不能早于公布的那一天。")


def _check_approval(terms: Terms) -> None:
    if not terms.reason.strip():
        raise Refused("名单经审定才能公开，请写明审定依据（会议或批示）。")
    if terms.expires is None:
        raise Refused("名单公开要有期限，请写明公开到哪一天。")
    if terms.expires - timezone.localtime(terms.begins).date() > _MOST_SHOWN:
        raise Refused("名单公开的期限最长一年。")


def _signed(actor: Actor, terms: Terms) -> dict[str, object]:
    return {
        "starts": terms.begins,
        "expires": terms.expires,
        "decided_at": terms.now,
        "decided_by": actor.who.post,
        "reason": terms.reason.strip()[:LONGEST_REASON],
    }
