"""One table of a review.toml → the decision that it records."""

from __future__ import annotations

from paitou.model import Correction, Decision, Level, Subject, Verdict
from paitou.review import values as read
from paitou.review.entry import Entry
from paitou.review.fields import read_assignment, read_correction
from paitou.review.stable import addition_id


def read_decision(entry: Entry, subject: Subject) -> Decision:
    """Return what a [statement.…], [commitment.…] or [task.…] table decides."""
    verdict = entry.get("verdict", read.choice(Verdict))
    correction = read_correction(entry, subject)
    note = entry.text("note")
    verdict = _settle(entry, subject, verdict, correction)
    if verdict is Verdict.REJECT and not note:
        message = f"{entry.name} 已否决，但没有写理由(note)"
        entry.note(
            "decision-without-reason", message, "补上理由，便于复核", level=Level.WARNING
        )
    return Decision(
        subject=subject,
        id=entry.path[-1],
        verdict=verdict,
        quote=entry.text("quote"),
        correction=correction if verdict is Verdict.CORRECT else Correction(),
        assignment=read_assignment(entry),
        note=note,
        where=entry.where,
    )


def _settle(
    entry: Entry, subject: Subject, verdict: Verdict | None, correction: Correction
) -> Verdict | None:
    """Return the verdict that verdict and fields together mean; none where they quarrel."""
    if subject is Subject.TASK and verdict not in (None, Verdict.CONFIRM):
        quarrel = "任务只能确认或分工，不能更正、否决"
    elif verdict is Verdict.ADD:
        quarrel = "增补的句子要写在 [[add]] 里"
    elif correction.changed and verdict in (Verdict.CONFIRM, Verdict.REJECT):
        quarrel = f"写了 {verdict.value}，又改了 {'、'.join(correction.changed)}"
    elif verdict is Verdict.CORRECT and not correction.changed:
        quarrel = "写了 correct，却没有要改的字段"
    else:
        return Verdict.CORRECT if correction.changed else verdict
    message = f"{entry.name} {quarrel}，这一结论没有采用"
    entry.note("decision-contradicts", message, "改正 verdict 或要改的字段", "verdict")
    return None


def read_addition(entry: Entry) -> Decision | None:
    """Return the sentence that an [[add]] table adds; None where it lacks what it needs."""
    is_commitment = "kind" in entry.data
    wanted = (
        ("quote", "object") if is_commitment else ("quote", "indicator", "measure", "value")
    )
    if not entry.require(*wanted):
        return None
    subject = Subject.COMMITMENT if is_commitment else Subject.STATEMENT
    correction = read_correction(entry, subject)
    quote = entry.text("quote")
    if not quote or any(getattr(correction, key) is None for key in wanted[1:]):
        return None
    occurrence = entry.get("occurrence", read.count) or 0
    section = entry.text("section")
    return Decision(
        subject=subject,
        id=entry.text("id")
        or addition_id(subject, quote, correction, (occurrence, section)),
        verdict=Verdict.ADD,
        quote=quote,
        correction=correction,
        assignment=read_assignment(entry),
        note=entry.text("note"),
        occurrence=occurrence,
        section=section,
        where=entry.where,
    )
