"""Files that prove a form: listed, brought, taken away, given out; and the signed sheet."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from django.http import HttpResponse
from django.utils import timezone
from pydantic import Field, StringConstraints

from paitou.compile.record import Record
from paitou.model import Publicity, UnreadableFile
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import EVERYBODY, SIGNED_IN, Desk, Files, use
from paitou.office.api.entrance import Asking
from paitou.office.api.routers.submissions import SubmissionLine, submission_line
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, own_submission, seen_submission
from paitou.office.api.values import WHOLE, DayIn, Given, Number, Reasoned, Short
from paitou.office.files.arriving import most_bytes
from paitou.office.files.checking import MEDIA_TYPES, Checked
from paitou.office.files.giving import file_for, sent_file, thing_of
from paitou.office.files.levels import levels_of
from paitou.office.files.models import Attachment
from paitou.office.journal.actions import perform
from paitou.office.people.roles import Right
from paitou.office.release.deciding import About, Terms, decide_thing, morning
from paitou.office.release.models import Kind
from paitou.office.reporting.evidence import (
    Signed,
    add_evidence,
    endorse_by_paper,
    files_of,
    may_remove,
    remove_evidence,
)
from paitou.office.reporting.fingerprint import fingerprint
from paitou.office.reporting.models import Submission
from paitou.office.reporting.policies import as_post
from paitou.office.reporting.posting import check_brought
from paitou.office.reporting.states import Move

desk = Desk("佐证材料")
_SEEN = use(Scope.READ, rule=SIGNED_IN)
_FILLING = use(Scope.REPORT, Right.FILL)
_TYPES = tuple(sorted(set(MEDIA_TYPES.values())))
_BROUGHT = Files(types=_TYPES, largest=most_bytes())
FileName = Annotated[
    str,
    StringConstraints(min_length=1, max_length=160, pattern=r"^[^\x00-\x1f\x7f]*$"),
    Field(description="文件名，带扩展名"),
]


class FileOut(Given):
    """A kept file; `part` is the key of the cell that it proves, empty for all of them."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str
    purpose: str
    part: str
    turn: int
    level: str
    added_at: dt.datetime
    added_post: str


class FileLine(FileOut):
    """A file of a form, and whether it can still be taken away."""

    is_removable: bool


class FileList(Given):
    """The files of a form, in the order in which they came."""

    files: list[FileLine]


class SheetOut(Given):
    """What the sheet to sign carries: the code of the values as they stand."""

    submission: int
    title: str
    org_name: str
    turn: int
    code: str


class LevelIn(Reasoned):
    """Who may be given a file, at once or from a day on, and on what ground."""

    level: Annotated[Publicity, Field(strict=False)]
    public_from: DayIn | None = None


@desk.reads(
    "/submissions/{int:number}/files", FileList, _SEEN, told="列出一张表的佐证材料。"
)
def list_files(request: Asking, number: int) -> Record:
    """Return the files of a form."""
    submission = seen_submission(request, number)
    return {"files": [_line(submission, one) for one in files_of(submission)]}


@desk.changes(
    "/submissions/{int:number}/files",
    FileLine,
    _FILLING,
    files=_BROUGHT,
    told="上传一份佐证材料，可以指明佐证哪一格（part）；检查类型、内容和密级标志。",
)
def add_file(request: Asking, number: int, name: FileName, part: Short = "") -> Record:
    """Attach a file to a form."""
    submission = own_submission(request, number)
    actor = as_post(acting(request), submission, Move.SAVE)
    checked = _checked(request, submission, name)
    made = perform(actor, add_evidence, actor, number, checked, part)
    return _line(submission, made)


@desk.changes(
    "/submissions/{int:number}/files/{int:file}",
    Number,
    _FILLING,
    method="DELETE",
    told="删去还没有提交过的佐证材料；留痕里保留名称和校验值。",
)
def remove_file(request: Asking, number: int, file: int) -> Record:
    """Take a file away."""
    submission = own_submission(request, number)
    if file not in {one.pk for one in files_of(submission)}:
        raise Stopped(404)
    actor = as_post(acting(request), submission, Move.SAVE)
    perform(actor, remove_evidence, actor, number, file)
    return {"id": file}


@desk.reads(
    "/submissions/{int:number}/sheet",
    SheetOut,
    _SEEN,
    told="查看签字表上的校验码；数一改，码就变。",
)
def get_sheet(request: Asking, number: int) -> Record:
    """Return what the sheet to sign carries."""
    submission = seen_submission(request, number)
    return {
        "submission": submission.pk,
        "title": submission.round.title,
        "org_name": submission.org_name,
        "turn": submission.turn,
        "code": fingerprint(submission),
    }


@desk.changes(
    "/submissions/{int:number}/signed-sheet",
    SubmissionLine,
    _FILLING,
    files=_BROUGHT,
    told="上传负责人签字的扫描件，代替在网上的单位审核；校验码与现在的数不符的不收。",
)
def endorse_on_paper(
    request: Asking,
    number: int,
    name: FileName,
    code: Short,
    signer: Short,
    turn: Annotated[int, Field(ge=0, le=30_000), WHOLE],
) -> Record:
    """Pass 单位审核 by the scan of a signed sheet."""
    submission = own_submission(request, number)
    actor = as_post(acting(request), submission, Move.PAPER)
    checked = _checked(request, submission, name)
    signed = Signed(code=code, signer=signer)
    made = perform(actor, endorse_by_paper, actor, number, turn, checked, signed)
    return submission_line(made)


@desk.sends(
    "/files/{int:number}",
    _TYPES,
    use(Scope.READ, rule=EVERYBODY),
    told="下载一份文件：公开的谁都可以，其他的只给能看它所属那张表的人。",
)
def get_file(request: Asking, number: int) -> HttpResponse:
    """Send a file."""
    return sent_file(file_for(acting(request), number))


@desk.changes(
    "/files/{int:number}/level",
    FileOut,
    use(Scope.PUBLISH, Right.PUBLISH),
    told="决定一份文件的公开属性，写明依据。",
)
def set_file_level(request: Asking, number: int, wanted: LevelIn) -> Record:
    """Say who may be given a file."""
    actor = acting(request)
    found = file_for(actor, number)
    about = About(kind=Kind.FILE, book=thing_of(found).book, key=str(found.pk))
    terms = Terms(
        now=timezone.now(), starts=morning(wanted.public_from), reason=wanted.reason
    )
    perform(actor, decide_thing, actor, about, wanted.level, terms)
    return _file(found)


def _checked(request: Asking, submission: Submission, name: str) -> Checked:
    """Return the file that the call brought, checked.

    Raises:
        Stopped: it may not be kept.
    """
    # Not `request.body`: Django holds back what is larger than a form usually is.
    data = request.read(most_bytes() + 1)
    try:
        return check_brought(acting(request), submission, name, data)
    except UnreadableFile as fault:
        raise Stopped(422, str(fault)) from fault


def _line(submission: Submission, one: Attachment) -> Record:
    return _file(one) | {"is_removable": may_remove(submission, one)}


def _file(one: Attachment) -> Record:
    names = (name for name in FileOut.model_fields if name not in ("id", "level"))
    said: Record = {name: getattr(one, name) for name in names}
    level = levels_of((one,), timezone.now())[one.pk]
    return said | {"id": one.pk, "level": level.level.value}
