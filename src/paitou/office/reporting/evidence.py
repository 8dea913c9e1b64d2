"""Files that prove what a form says: attached, taken away, and the signed sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from attrs import frozen
from django.urls import reverse

from paitou.office.files.actions import Belonging, attach, attachments_of, detach
from paitou.office.files.checking import Checked
from paitou.office.files.models import Attachment, Purpose
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.people.acting import Actor
from paitou.office.reporting.actions import (
    locked_form,
    move_on,
    must_be_allowed,
    must_be_same_turn,
)
from paitou.office.reporting.fingerprint import fingerprint, is_same
from paitou.office.reporting.models import Submission
from paitou.office.reporting.states import Move

#: How `Attachment.kind` names a form.
FORM = "submission"
_LONGEST_SIGNER = 60


@frozen(kw_only=True)
class Signed:
    """What was read off a signed sheet: the code that is printed on it, and who signed."""

    code: str
    signer: str


@frozen
class FormThing:
    """A form as the owner of files."""

    number: int

    @property
    def address(self) -> str:
        """Return the address of its page."""
        return reverse("form", args=(self.number,))

    @property
    def book(self) -> str:
        """Return the name of the book that its round is about."""
        return Submission.objects.select_related("round").get(pk=self.number).round.book

    def is_seen_by(self, actor: Actor) -> bool:
        """Return whether somebody may see the form, and so what proves it."""
        return Submission.objects.for_actor(actor).filter(pk=self.number).exists()


def form_of(attachment: Attachment) -> FormThing:
    """Return the form that a file belongs to."""
    return FormThing(attachment.number)


def files_of(submission: Submission) -> tuple[Attachment, ...]:
    """Return the files of a form, in the order in which they came."""
    return attachments_of(FORM, submission.pk)


def files_by_form(forms: Iterable[Submission]) -> Mapping[int, tuple[Attachment, ...]]:
    """Return the files of forms by their keys, in the order in which they came."""
    numbers = [one.pk for one in forms]
    found: dict[int, tuple[Attachment, ...]] = defaultdict(tuple)
    for row in Attachment.objects.filter(kind=FORM, number__in=numbers):
        found[row.number] += (row,)
    return found


def may_remove(submission: Submission, attachment: Attachment) -> bool:
    """Return whether a file was never handed in: what was, is kept for good."""
    is_evidence = attachment.purpose == Purpose.EVIDENCE
    return is_evidence and attachment.turn == submission.turn


def add_evidence(
    actor: Actor, submission_id: int, checked: Checked, part: str = ""
) -> Done[Attachment]:
    """Attach a checked file to a form that is being filled in, or to one of its cells."""
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.SAVE)
    if part and not submission.cells.filter(key=part).exists():
        raise Refused("表里没有这一格，请重新选择佐证的是哪一个数。")
    return attach(actor, checked, _belonging(submission, Purpose.EVIDENCE, part))


def remove_evidence(actor: Actor, submission_id: int, attachment_id: int) -> Done[None]:
    """Take a file away while it has not been handed in."""
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.SAVE)
    found = Attachment.objects.select_for_update().filter(
        pk=attachment_id, kind=FORM, number=submission.pk
    )
    attachment = found.first()
    if attachment is None:
        raise NotAllowed("这张表里没有这份文件")
    if not may_remove(submission, attachment):
        raise Refused("已经提交过的佐证材料长期保存，不能删去；可以再补充新的。")
    return detach(attachment)


def endorse_by_paper(
    actor: Actor, submission_id: int, turn: int, checked: Checked, signed: Signed
) -> Done[Submission]:
    """Pass 单位审核 by the scan of a sheet that the head signed.

    Raises:
        Refused: the sheet was printed before the values became what they are now.
    """
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.PAPER)
    must_be_same_turn(submission, turn)
    code, signer = fingerprint(submission), signed.signer.strip()[:_LONGEST_SIGNER]
    if not signer:
        raise Refused("请写明是谁签的字。")
    if not is_same(signed.code, code):
        raise Refused(
            "校验码与现在的数不符：签字的表是改数以前打印的，或者校验码抄错了。"
            "请重新打印、签字、扫描后再传。"
        )
    kept = attach(actor, checked, _belonging(submission, Purpose.SIGNED))
    words = f"{signer}签字，校验码{code}，扫描件“{kept.made.name}”"
    done = move_on(actor, submission, Move.PAPER, words)
    return Done(submission, (*kept.changes, *done.changes), submission.org)


def _belonging(submission: Submission, purpose: Purpose, part: str = "") -> Belonging:
    return Belonging(
        kind=FORM,
        number=submission.pk,
        part=part,
        turn=submission.turn,
        org=submission.org,
        purpose=purpose,
    )
