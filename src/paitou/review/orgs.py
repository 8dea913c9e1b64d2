"""The table orgs.csv ↔ organisations; names in decisions and quotas held against it."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator

from paitou.model import Decision, Issue, Level, Org, OrgKind, Quota
from paitou.review.columns import Row, rows_of
from paitou.tables import Sheet

ORG_COLUMNS = ("code", "name", "kind", "group", "parent", "is_summand", "aliases")
_TITLES = {
    "code": ("代码", "编码"),
    "name": ("名称", "单位名称"),
    "kind": ("类别", "类型"),
    "group": ("分组", "组别"),
    "parent": ("上级", "隶属"),
    "is_summand": ("计入合计", "是否计入合计"),
    "aliases": ("别名", "简称"),
}
_KINDS = {
    OrgKind.CITY: "全市 市 市州",
    OrgKind.COUNTY: "县(市)区 县(市、区) 县市区 区县 县区 县 区",
    OrgKind.ZONE: "开发区 开发(度假)区 园区 功能区",
    OrgKind.DEPARTMENT: "部门 市级部门 市直部门",
    OrgKind.ENTERPRISE: "企业 国企 国有企业",
    OrgKind.OTHER: "其他",
}
_LISTED = re.compile(r"[、；;|]")
_WHOLE = frozenset({"", "全市", "全省", "全县", "全区", "合计", "总计"})


def read_orgs(sheet: Sheet) -> tuple[tuple[Org, ...], tuple[Issue, ...]]:
    """Return the organisations of the table; one without a code is called by its name."""
    rows, issues = rows_of(sheet, _TITLES, ("name",))
    found = list(issues)
    orgs: dict[str, Org] = {}
    for row in rows:
        org, trouble = _org(row)
        if org is None or org.code in orgs:
            message = trouble or f"代码“{row['code'] or row['name']}”与前面重复"
            found.append(_wrong(row, f"{message}，这一行没有采用"))
        else:
            orgs[org.code] = org
    found += _parents(tuple(orgs.values()), sheet.file)
    return tuple(orgs.values()), tuple(found)


def write_orgs(orgs: Iterable[Org]) -> str:
    """Return the organisations as CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ORG_COLUMNS)
    for org in orgs:
        named = (org.code, org.name, org.kind.label, org.group, org.parent)
        writer.writerow((*named, "是" if org.is_summand else "否", "、".join(org.aliases)))
    return out.getvalue()


def is_whole(name: str, orgs: tuple[Org, ...]) -> bool:
    """Return whether the name means the whole that the plan speaks of."""
    return name in _WHOLE or any(o.kind is OrgKind.CITY and o.is_called(name) for o in orgs)


def unknown_orgs(
    decisions: Iterable[Decision], quotas: Iterable[Quota], orgs: tuple[Org, ...]
) -> tuple[Issue, ...]:
    """Return an issue for every organisation that orgs.csv does not name, once each.

    Where there are no organisations at all, nothing is held against them.
    """
    if not orgs:
        return ()
    known = {name for org in orgs for name in (org.code, org.name, *org.aliases)}
    named = [(name, d.where) for d in decisions for name in d.assignment.orgs]
    named += [(q.org, q.where) for q in quotas if not is_whole(q.org, orgs)]
    first = {name: where for name, where in reversed(named) if name not in known}
    return tuple(_unknown(name, where, known) for name, where in first.items())


def _org(row: Row) -> tuple[Org | None, str]:
    name = row["name"]
    if not name:
        return None, "没有写单位名称(name)"
    kind = _kind(row["kind"])
    if kind is None:
        return (
            None,
            f"不认识类别“{row['kind']}”(可写 县(市)区、开发区、部门、企业、全市、其他)",
        )
    summand = _summand(row["is_summand"])
    if summand is None:
        return None, f"“计入合计”只能写 是 或 否，不能写“{row['is_summand']}”"
    org = Org(
        code=row["code"] or name,
        name=name,
        kind=kind,
        group=row["group"],
        parent=row["parent"],
        is_summand=summand,
        aliases=tuple(
            part.strip() for part in _LISTED.split(row["aliases"]) if part.strip()
        ),
    )
    return org, ""


def _kind(written: str) -> OrgKind | None:
    if not written:
        return OrgKind.OTHER
    named = (
        k for k, words in _KINDS.items() if written == k.value or written in words.split()
    )
    return next(named, None)


def _summand(written: str) -> bool | None:
    if written.lower() in ("", "是", "1", "true", "yes", "y", "√"):
        return True
    return False if written.lower() in ("否", "0", "false", "no", "n", "×") else None


def _parents(orgs: tuple[Org, ...], file: str) -> Iterator[Issue]:
    """Yield an issue for every parent that is not there, or that leads in a circle."""
    parents = {org.code: org.parent for org in orgs}
    for org in orgs:
        seen, at = {org.code}, org.parent
        while at and at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        if at:
            trouble = "隶属关系绕成了圈" if at in parents else f"上级“{at}”不在表中"
            if at in parents or at == org.parent:
                yield _parentless(org, trouble, file)


def _parentless(org: Org, trouble: str, file: str) -> Issue:
    return Issue(
        code="org-parent-wrong",
        level=Level.ERROR,
        message=f"“{org.name}”的{trouble}",
        remedy="上级一列写上级单位的代码；没有上级的留空",
        where=file,
    )


def _wrong(row: Row, message: str) -> Issue:
    return row.issue("org-unreadable", message, "改正这一行后重新装载", Level.ERROR)


def _unknown(name: str, where: str, known: set[str]) -> Issue:
    near = difflib.get_close_matches(name, known, n=1)
    return Issue(
        code="org-unknown",
        level=Level.WARNING,
        message=f"单位“{name}”不在 orgs.csv 中",
        remedy=f"是否为“{near[0]}”？" if near else "补进 orgs.csv，或照表中的名称改正",
        where=where,
    )
