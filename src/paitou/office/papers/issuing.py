"""A paper that is signed → issued: its bytes kept, its number and publicity journalled."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from django.db import IntegrityError, transaction
from django.utils import timezone

from paitou.model import Publicity
from paitou.office.files.store import hash_of
from paitou.office.journal.actions import Done, Refused
from paitou.office.journal.writing import Change
from paitou.office.papers.issued import Issued
from paitou.office.papers.kept import issued_store, paper_state, subject_of
from paitou.office.papers.models import Paper
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.release.kept import release_change
from paitou.office.release.models import Kind, Release

LONGEST_NUMBER, LONGEST_REASON = 40, 200


@frozen(kw_only=True)
class Wanted:
    """A paper as it is to be issued.

    Attributes:
        book, product: names in addresses.
        about: what of the book it speaks of, beside the period.
        number: 发文字号 or 期号.
        starts: when everybody may be given it; None at once.
        now: when it is issued.
        reason: why it is not 主动公开, else what there is to say.
    """

    book: str
    product: str
    title: str
    about: str = ""
    ending: str
    as_of: dt.date
    period: str = ""
    number: str
    publicity: Publicity
    reason: str = ""
    issued_on: dt.date
    starts: dt.datetime | None = None
    now: dt.datetime


def issue(actor: Actor, wanted: Wanted, content: bytes) -> Done[Paper]:
    """Issue a paper: from now on it is kept exactly as it is."""
    actor.must(Right.PUBLISH)
    _check(wanted)
    paper = Paper(
        book=wanted.book,
        product=wanted.product,
        title=wanted.title[:200],
        about=wanted.about[:200],
        ending=wanted.ending,
        as_of=wanted.as_of,
        period=wanted.period,
        number=wanted.number,
        issued_on=wanted.issued_on,
        issued_by=actor.who.post,
        reason=wanted.reason,
        sha256=hash_of(content),
        size=len(content),
    )
    try:
        with transaction.atomic():
            paper.save()
    except IntegrityError as fault:
        raise Refused(f"“{wanted.number}”已经用过（{wanted.ending}）。") from fault
    release = _released(actor, wanted, paper)
    issued_store().keep(content, _listed(wanted))
    issued = Change(
        action="papers.issue",
        subject=subject_of(paper),
        reason=wanted.reason,
        after=paper_state(paper),
    )
    return Done(paper, (issued, release_change("decide", release)))


def refuse_marked(actor: Actor, book: str, mark: str) -> Done[None]:
    """Say in the journal that a file with a secrecy mark was brought; nothing else."""
    actor.must(Right.PUBLISH)
    change = Change(
        action="files.refuse_marked", subject=f"upload:paper:{book}", after={"mark": mark}
    )
    return Done(None, (change,))


def _check(wanted: Wanted) -> None:
    number = wanted.number
    if not number or number != number.strip() or not number.isprintable():
        raise Refused("请写明发文字号或期号，写成一行。")
    if len(number) > LONGEST_NUMBER:
        raise Refused(f"发文字号或期号最长{LONGEST_NUMBER}个字。")
    if wanted.publicity is not Publicity.PUBLIC and not wanted.reason:
        raise Refused(f"{wanted.publicity.label}的，请写明理由。")
    if wanted.issued_on > timezone.localtime(wanted.now).date():
        raise Refused("印发日期不能晚于今天。")
    if wanted.issued_on < wanted.as_of:
        raise Refused("印发日期不能早于数据截至的那一天。")
    if wanted.starts is not None and wanted.starts < wanted.now:
        raise Refused("公布时间已经过去；要立即公布，请把时间空着。")
    taken = Paper.objects.filter(
        book=wanted.book, number=number, ending=wanted.ending
    ).exists()
    if taken:
        raise Refused(f"“{number}”已经用过（{wanted.ending}）。")


def _listed(wanted: Wanted) -> Issued:
    return Issued(
        book=wanted.book,
        product=wanted.product,
        title=wanted.title,
        ending=wanted.ending,
        as_of=wanted.as_of,
        period=wanted.period,
        number=wanted.number,
        publicity=wanted.publicity.label,
        issued_on=wanted.issued_on,
    )


def _released(actor: Actor, wanted: Wanted, paper: Paper) -> Release:
    return Release.objects.create(
        kind=Kind.PAPER,
        book=wanted.book,
        key=str(paper.pk),
        level=wanted.publicity,
        starts=wanted.starts or wanted.now,
        decided_at=wanted.now,
        decided_by=actor.who.post,
        reason=wanted.reason,
    )
