"""Who works in the office of the invented city: organisations, posts and accounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from paitou.model import Org, OrgKind
from paitou.office.people.roles import Role

BOOK = "yunze-2024"
#: Whose forms tell the story of the newest round: returned, late, waiting for the head,
#: with more time, waiting for the office and for the department that owns the number.
RETURNED, LATE, UNENDORSED, EXTENDED = "YZ01", "YZ05", "YZ32", "YZ21"
UNAPPROVED, UNCERTIFIED, STATISTICS, INVESTMENT = "YZ02", "YZ22", "YZ44", "YZ45"
LATE_ONCE = "YZ07"
_CITY, _OFFICE, _APPRAISAL = "YZ90", "YZ91", "YZ92"
#: What the plan's own list of organisations does not have.
OFFICES = (
    Org(code=_CITY, name="市政府", kind=OrgKind.DEPARTMENT, is_summand=False),
    Org(code=_OFFICE, name="市政府督查室", kind=OrgKind.DEPARTMENT, is_summand=False),
    Org(code=_APPRAISAL, name="市考评办", kind=OrgKind.DEPARTMENT, is_summand=False),
)


@frozen(kw_only=True)
class Member:
    """Somebody with an account and a post; `does` is what a visitor may try as them."""

    login: str
    role: Role
    org: str
    title: str
    does: str = ""


OVERSEER, CHIEF = "ducha", "ducha-zr"
MEMBERS = (
    Member(
        login=OVERSEER,
        role=Role.SUPERVISION,
        org=_OFFICE,
        title="督查科科长",
        does="布置、催办、核定、更正",
    ),
    Member(
        login=CHIEF,
        role=Role.SUPERVISION,
        org=_OFFICE,
        title="督查室主任",
        does="批准交办、办结督办事项",
    ),
    Member(
        login="fagai",
        role=Role.PLANNING,
        org="YZ31",
        title="规划科科长",
        does="看进度，布置填报，维护单位",
    ),
    Member(
        login="kaoping",
        role=Role.APPRAISAL,
        org=_APPRAISAL,
        title="考评科科长",
        does="看各单位报送和竞赛评比",
    ),
    Member(
        login="tongji",
        role=Role.SOURCE,
        org=STATISTICS,
        title="综合科科长",
        does="数源部门：审核本局要报的数",
    ),
    Member(
        login="toucu",
        role=Role.SOURCE,
        org=INVESTMENT,
        title="项目科科长",
        does="数源部门：核定湖滨开发区的数",
    ),
    Member(
        login="lingdao",
        role=Role.LEADER,
        org=_CITY,
        title="分管工业的副市长",
        does="看本周要定的事",
    ),
    Member(
        login="dongxi",
        role=Role.REPORTER,
        org=RETURNED,
        title="填报员",
        does="改好被退回的表，重新提交",
    ),
    Member(
        login="dongxi-fz",
        role=Role.HEAD,
        org=RETURNED,
        title="负责人",
        does="审核本区重报的表",
    ),
    Member(
        login="shili",
        role=Role.REPORTER,
        org=LATE,
        title="填报员",
        does="填完已经逾期的表",
    ),
    Member(
        login="shili-fz",
        role=Role.HEAD,
        org=LATE,
        title="负责人",
        does="看本县逾期未报的表",
    ),
    Member(
        login="gongxin",
        role=Role.REPORTER,
        org=UNENDORSED,
        title="填报员",
        does="看已提交的表到了哪一步",
    ),
    Member(
        login="gongxin-fz",
        role=Role.HEAD,
        org=UNENDORSED,
        title="负责人",
        does="审核本局提交的表",
    ),
    Member(
        login="yezhu",
        role=Role.OWNER,
        org=EXTENDED,
        title="电池产业园项目业主",
        does="填同意延期的表",
    ),
)
_ADMINISTRATORS = (
    (Role.SYSTEM, "维护账号和单位"),
    (Role.SECURITY, "授予岗位"),
    (Role.AUDIT, "查看和核对留痕"),
)
ADMINISTRATORS = tuple(
    Member(login=role.value, role=role, org="", title=role.label, does=does)
    for role, does in _ADMINISTRATORS
)
_FILLS = (Role.REPORTER,)
_ENDORSES = (Role.HEAD, Role.SOURCE)


def colleagues(orgs: Iterable[str]) -> Iterator[Member]:
    """Yield who else it takes, so that every organisation has a reporter and a head.

    Nobody signs in as one of them.
    """
    for org in orgs:
        for roles, ending, role, title in (
            (_FILLS, "tb", Role.REPORTER, "填报员"),
            (_ENDORSES, "fz", Role.HEAD, "负责人"),
        ):
            if not any(each.org == org and each.role in roles for each in MEMBERS):
                login = f"{org.lower()}-{ending}"
                yield Member(login=login, role=role, org=org, title=title)


def filler_of(org: str, members: Iterable[Member]) -> Member:
    """Return who fills in the form of an organisation."""
    return next(each for each in members if each.org == org and each.role in _FILLS)


def endorser_of(org: str, members: Iterable[Member]) -> Member:
    """Return who passes the form of an organisation on."""
    return next(each for each in members if each.org == org and each.role in _ENDORSES)


def approver_of(org: str, source: str) -> str:
    """Return who approves a form: the department that owns its numbers, else the office."""
    owner = next(
        (m for m in MEMBERS if m.role is Role.SOURCE and m.org == source != org), None
    )
    return owner.login if owner else OVERSEER
