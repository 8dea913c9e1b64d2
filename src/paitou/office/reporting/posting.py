"""What a browser sent → the cells that were typed, those seen before, and the files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen
from django.http import HttpRequest

from paitou.model import UnreadableFile
from paitou.office.files.actions import refuse_marked
from paitou.office.files.apart import check_apart
from paitou.office.files.arriving import most_bytes
from paitou.office.files.checking import Checked
from paitou.office.files.marks import BearsMark
from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.people.acting import Actor
from paitou.office.reporting.entry import LONGEST_NOTE, LONGEST_TEXT, Typed
from paitou.office.reporting.evidence import add_evidence, remove_evidence
from paitou.office.reporting.models import Cell, Submission
from paitou.office.reporting.policies import may_move
from paitou.office.reporting.states import Move

#: Names of fields: what is typed, its note, and what both were when the page was made.
TEXT, NOTE, TEXT_BEFORE, NOTE_BEFORE = "v", "n", "w", "m"
#: What the page says after a file came or went, by what stands in the address.
FILED = {"added": "文件已上传。", "removed": "文件已删去，留痕里保留它的名称和校验值。"}
_LONGEST_NUMBER = 12


@frozen(kw_only=True)
class Posted:
    """Cells by key; fields that no cell of the form has are not looked at."""

    typed: Mapping[str, Typed]
    seen: Mapping[str, Typed]
    faults: tuple[str, ...] = ()


def read_post(post: Mapping[str, str], cells: Iterable[Cell]) -> Posted:
    """Return what was typed into the cells of a form."""
    typed: dict[str, Typed] = {}
    seen: dict[str, Typed] = {}
    faults: list[str] = []
    for cell in cells:
        if f"{TEXT}-{cell.key}" not in post:
            continue
        text, note = (_plain(post, name, cell.key) for name in (TEXT, NOTE))
        if len(text) > LONGEST_TEXT or len(note) > LONGEST_NOTE:
            faults.append(f"“{cell.name}”太长，没有保存：数最多60字，备注最多200字。")
            continue
        typed[cell.key] = Typed(text=text, note=note)
        if f"{TEXT_BEFORE}-{cell.key}" in post:
            seen[cell.key] = Typed(
                text=_plain(post, TEXT_BEFORE, cell.key),
                note=_plain(post, NOTE_BEFORE, cell.key),
            )
    return Posted(typed=typed, seen=seen, faults=tuple(faults))


def take_files(request: HttpRequest, actor: Actor, submission: Submission) -> str:
    """Attach or take away what the form page was sent with; return which it was.

    Raises:
        Refused: it cannot be done now.
        UnreadableFile: the file may not be kept; nothing of it was.
    """
    number = request.POST.get("detach", "")
    if number.isdecimal() and len(number) < _LONGEST_NUMBER:
        perform(actor, remove_evidence, actor, submission.pk, int(number))
        return "removed"
    if "attach" not in request.POST and "evidence" not in request.FILES:
        return ""
    checked = must_read_file(request, actor, submission, "evidence")
    part = request.POST.get("part", "")
    perform(actor, add_evidence, actor, submission.pk, checked, part)
    return "added"


def read_file(
    request: HttpRequest, actor: Actor, submission: Submission, name: str
) -> Checked | None:
    """Return the file of a field, checked; None where none was chosen.

    Raises:
        NotAllowed, UnreadableFile: as `check_brought`.
    """
    file = request.FILES.get(name)
    if file is None:
        return None
    return check_brought(actor, submission, file.name or "", file.read())


def check_brought(actor: Actor, submission: Submission, name: str, data: bytes) -> Checked:
    """Return a file that somebody brought for a form, checked.

    Raises:
        NotAllowed: they do not fill in this form; the file is not even looked at.
        UnreadableFile: it may not be kept; that it bore a mark goes into the journal.
    """
    if not may_move(actor, submission, Move.SAVE):
        raise NotAllowed("您的岗位不能给这张表上传文件")
    try:
        return check_apart(name, data, most_bytes())
    except BearsMark as fault:
        subject = f"submission:{submission.pk}"
        perform(actor, refuse_marked, actor, subject, fault.mark, submission.org)
        raise


def must_read_file(
    request: HttpRequest, actor: Actor, submission: Submission, name: str
) -> Checked:
    """Return the file of a field, checked.

    Raises:
        Refused: none was chosen; otherwise as `read_file`.
    """
    checked = read_file(request, actor, submission, name)
    if checked is None:
        raise Refused("请先选择文件。")
    return checked


def told_once(refusal: Refused | UnreadableFile) -> str:
    """Return why something was refused as one sentence with its full stop."""
    return f"{str(refusal).rstrip('。')}。"


def turn_in(request: HttpRequest) -> int:
    """Return which turn of a form was looked at; none that there is where it is unsaid."""
    turn = request.POST.get("turn", "")
    return int(turn) if turn.isdecimal() and len(turn) < 6 else -1


def _plain(post: Mapping[str, str], name: str, key: str) -> str:
    """Return a field without control characters and blanks at its ends."""
    text = post.get(f"{name}-{key}", "")
    return "".join(each for each in text if each.isprintable()).strip()
