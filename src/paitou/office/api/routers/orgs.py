"""Organisations: their tree on a day, their history, and what becomes of them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from paitou.compile.record import Record
from paitou.model import Org, OrgKind
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_book
from paitou.office.api.values import (
    AsOf,
    Code,
    DayIn,
    Given,
    Reason,
    Search,
    Taken,
    day_of,
)
from paitou.office.journal.actions import Refused
from paitou.office.people import orgs
from paitou.office.people.models import Body
from paitou.office.people.orgs import Turned
from paitou.office.people.roles import Right

desk = Desk("单位")
_EDITING = use(Scope.MANAGE, Right.EDIT_ORGS)
_SEEN = use(Scope.READ, rule=SIGNED_IN)
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")
]
Group = Annotated[str, StringConstraints(max_length=30, pattern=r"^[^\x00-\x1f\x7f]*$")]
#: Empty where there is none above, or nobody runs it.
MaybeCode = Annotated[
    str, StringConstraints(max_length=30, pattern=r"^([0-9A-Za-z][0-9A-Za-z_-]{0,29})?$")
]


class OrgOut(Given):
    """An organisation from a day to before a day; `ends` empty where it still is."""

    code: str
    name: str
    kind: str
    group: str
    parent: str
    run_by: str
    is_summand: bool
    aliases: list[str]
    begins: dt.date
    ends: dt.date | None
    turn: str
    origins: list[str]
    note: str


class OrgList(Given):
    """Organisations, or the versions of one."""

    orgs: list[OrgOut]


class TurnIn(Taken):
    """From which day something changes, and on what ground."""

    day: DayIn
    reason: Reason


class FoundIn(TurnIn):
    """A new organisation."""

    code: Code
    name: Name
    kind: Annotated[OrgKind, Field(strict=False)] = OrgKind.OTHER
    parent: MaybeCode = ""
    group: Group = ""
    is_summand: bool = True


class RenameIn(TurnIn):
    """Another name."""

    name: Name


class MoveIn(TurnIn):
    """Below whom it stands now."""

    parent: MaybeCode


class EntrustIn(TurnIn):
    """Who runs it; empty takes it back."""

    run_by: MaybeCode


class ResortIn(TurnIn):
    """In which group it is compared, and whether it counts."""

    group: Group
    is_summand: bool


class PartIn(Taken):
    """A part of what is split."""

    code: Code
    name: Name


class SplitIn(TurnIn):
    """The parts."""

    parts: Annotated[list[PartIn], Field(min_length=2, max_length=50)]


class MergeIn(TurnIn):
    """With whom, and what becomes of them."""

    others: Annotated[list[Code], Field(min_length=1, max_length=50)]
    code: Code
    name: Name


class Imported(Given):
    """How many were founded."""

    founded: int


@desk.reads(
    "/orgs", OrgList, _SEEN, told="列出某一天的单位；没有管理或综合岗位的，只看到本单位。"
)
def list_orgs(request: Asking, as_of: AsOf = None) -> Record:
    """Return the organisations of a day."""
    seen = Body.objects.all().for_actor(acting(request))
    return {"orgs": list(map(_out, seen.on(day_of(as_of).date)))}


@desk.reads("/orgs/{code}", OrgList, _SEEN, told="查看一个单位的沿革。")
def get_org(request: Asking, code: Code) -> Record:
    """Return the versions of an organisation."""
    return {"orgs": _versions(request, code)}


@desk.changes("/orgs", OrgList, _EDITING, told="设立单位。")
def found_new_org(request: Asking, wanted: FoundIn) -> Record:
    """Found an organisation."""
    org = Org(
        code=wanted.code,
        name=wanted.name,
        kind=wanted.kind,
        group=wanted.group,
        parent=wanted.parent,
        is_summand=wanted.is_summand,
    )
    orgs.found(acting(request), org, _turned(wanted))
    return {"orgs": _versions(request, wanted.code)}


@desk.changes(
    "/books/{book}/orgs", Imported, _EDITING, told="从方案的工作文件夹导入还没有的单位。"
)
def import_book_orgs(request: Asking, book: Search, wanted: TurnIn) -> Record:
    """Found the organisations of a book that are not there yet."""
    shelved = seen_book(request, book)
    made = orgs.import_orgs(acting(request), shelved.book.orgs, _turned(wanted))
    return {"founded": made}


@desk.changes("/orgs/{code}/rename", OrgList, _EDITING, told="更名；原名自动成为别名。")
def rename_org(request: Asking, code: Code, wanted: RenameIn) -> Record:
    """Give an organisation another name."""
    _versions(request, code)
    orgs.rename(acting(request), code, wanted.name, _turned(wanted))
    return {"orgs": _versions(request, code)}


@desk.changes("/orgs/{code}/move", OrgList, _EDITING, told="调整隶属。")
def move_org(request: Asking, code: Code, wanted: MoveIn) -> Record:
    """Put an organisation below another."""
    _versions(request, code)
    orgs.move(acting(request), code, wanted.parent, _turned(wanted))
    return {"orgs": _versions(request, code)}


@desk.changes("/orgs/{code}/entrust", OrgList, _EDITING, told="托管，或收回。")
def entrust_org(request: Asking, code: Code, wanted: EntrustIn) -> Record:
    """Let another run an organisation, or no longer."""
    _versions(request, code)
    orgs.entrust(acting(request), code, wanted.run_by, _turned(wanted))
    return {"orgs": _versions(request, code)}


@desk.changes(
    "/orgs/{code}/resort", OrgList, _EDITING, told="调整比较分组，或是否计入上级。"
)
def resort_org(request: Asking, code: Code, wanted: ResortIn) -> Record:
    """Change how an organisation is compared and counted."""
    _versions(request, code)
    counts = wanted.is_summand
    turned = _turned(wanted)
    orgs.resort(acting(request), code, wanted.group, turned, is_summand=counts)
    return {"orgs": _versions(request, code)}


@desk.changes("/orgs/{code}/split", OrgList, _EDITING, told="拆分：原单位自这一天起撤销。")
def split_org(request: Asking, code: Code, wanted: SplitIn) -> Record:
    """Split an organisation."""
    _versions(request, code)
    parts = [(part.code, part.name) for part in wanted.parts]
    orgs.split(acting(request), code, parts, _turned(wanted))
    return {"orgs": _versions(request, code)}


@desk.changes(
    "/orgs/{code}/merge",
    OrgList,
    _EDITING,
    told="合并：各单位自这一天起撤销，新单位用新代码。",
)
def merge_org(request: Asking, code: Code, wanted: MergeIn) -> Record:
    """Merge organisations."""
    _versions(request, code)
    into = (wanted.code, wanted.name)
    orgs.merge(acting(request), [code, *wanted.others], into, _turned(wanted))
    return {"orgs": _versions(request, wanted.code)}


@desk.changes("/orgs/{code}/close", OrgList, _EDITING, told="撤销单位。")
def close_org(request: Asking, code: Code, wanted: TurnIn) -> Record:
    """Close an organisation."""
    _versions(request, code)
    orgs.close(acting(request), code, _turned(wanted))
    return {"orgs": _versions(request, code)}


def _turned(wanted: TurnIn) -> Turned:
    if wanted.day.year < 1949:
        raise Refused("日期太早，请核对。")
    return Turned(wanted.day, wanted.reason)


def _versions(request: Asking, code: str) -> list[Record]:
    seen = Body.objects.all().for_actor(acting(request)).filter(code=code)
    found = list(map(_out, seen.order_by("begins")))
    if not found:
        raise Stopped(404)
    return found


def _out(body: Body) -> Record:
    return {name: getattr(body, name) for name in OrgOut.model_fields}
