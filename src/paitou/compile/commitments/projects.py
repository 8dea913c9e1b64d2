"""Clause → the named things that are to be built or put into operation."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import frozen

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending, backwards
from paitou.compile.commitments.facilities import FACILITY, PLACE
from paitou.compile.commitments.lead import Leader, without_adverbs
from paitou.compile.commitments.naming import (
    before_etc,
    is_collection,
    is_particular,
    members,
)
from paitou.compile.commitments.plan_words import BUILT_WORKS
from paitou.compile.commitments.project_words import (
    ASPIRED,
    BUILD_VERBS,
    FACILITIES,
    FATES,
    NOT_BUILT,
    PROJECT_VERBS,
    SINGULAR,
    WORKS_KEPT,
    WORKS_PLAIN,
)
from paitou.compile.commitments.words import listed
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

#: Words without one of which a clause speaks of no project.
TRIGGERS = listed(
    "建设 项目 工程 开工 投产 投用 投运 通车 建成 扩建 改造 竣工 新建 续建 运营 贯通 前期 "
    "启用 开通 并网 落地 共建 获批"
)
_LEAD = Leader.of(PROJECT_VERBS)
#: 建设, 改扩建项目, 开工建设 at the end of a clause, read backwards.
_TAIL = re.compile(
    rf"(?P<fate>(?:{backwards(FATES)}[、和并]?)*)"
    rf"(?P<work>{backwards((*WORKS_PLAIN, *WORKS_KEPT))}*)"
)
_KEPT = re.compile(rf"(?:{one_of(WORKS_KEPT)}|工程(?!建设))*")
_END = Ending.of((*FACILITIES, *WORKS_PLAIN, *WORKS_KEPT, "期"), after=PLACE)
_BUILDS = Ending.of(BUILD_VERBS)
_ASPIRED = Ending.of(ASPIRED)
_NOT_BUILT = Ending.of(NOT_BUILT)
_SINGULAR = re.compile(rf"国家.*{one_of(SINGULAR)}$")
_BUILT = re.compile(one_of(BUILT_WORKS))
_LISTED = ("项目", "工程", "重大项目")
#: 建设成, 基本建成: what something is to become, not what is to be built.
_TO_BECOME = re.compile("基本|初步|全面建成|成[“为]")
#: A wish for a region, or no name at all: 全国最大, 二期, 更多.
_WISHED = re.compile(
    r"(?:全国|全球|亚洲|世界|国内|西部|东部|全省|我国|我省|国家)?(?:最大|重要|著名|一流|领先|知名)"
    r"|我国|面向|更多|[二三四五六七八九十]+期|.*(?:的|参与|加强|提高|建设|纳入|[一二三四五六七八九十]大[国重千])"
)
#: A kind that is no single one: 等设施和中心.
_MIXED = re.compile("[和及与]|纳入")
_COUNT = re.compile(
    r"\d[\d.,]*[万亿]?(?:公里|千米|[个座条家项所处套台对组亩])|[一二三四五六七八九十两]+[个座条家大项批]"
)


@frozen(kw_only=True)
class _Reading:
    """Names from `start` of the clause on, and what is done to all of them (`work`).

    `kind` is what follows 等, None where the list is complete.
    """

    start: int
    names: str
    shape: str
    kind: str | None
    work: str

    @property
    def is_list(self) -> bool:
        """甲、乙等项目: whatever is named there is a project."""
        return self.kind is not None and self.work.startswith(_LISTED)


def read(clause: Clause) -> list[Promise]:
    """Return the projects of the clause."""
    reading = _parse(clause)
    if reading is None:
        return []
    start, end = reading.start, len(clause.text)
    return [
        Promise(kind=CommitmentKind.PROJECT, start=start, end=end, object=name)
        for name in dict.fromkeys(_projects(reading))
    ]


def _parse(clause: Clause) -> _Reading | None:
    """Read 推进甲建设, 建成甲, and 甲建成投用, where the thing itself comes first."""
    last, work, fate = _tail(clause.text)
    if lead := _LEAD.search(clause.shape):
        builds = fate or _BUILDS.ends(lead.text)
        if lead.end < last and (work or builds):
            return _reading(clause, (lead.start, lead.end, last), work)
    if not fate:
        return None
    first = len(clause.text) - len(without_adverbs(clause.text))
    return _reading(clause, (first, first, last), work) if first < last else None


def _tail(text: str) -> tuple[int, str, str]:
    """Return where the words for what is done begin, the work and its fate."""
    found = _TAIL.match(text[::-1])
    if found is None:
        return len(text), "", ""
    return len(text) - found.end(), found["work"][::-1], found["fate"][::-1]


def _reading(clause: Clause, place: tuple[int, int, int], work: str) -> _Reading | None:
    start, first, last = place
    if _TO_BECOME.search(clause.shape, max(0, start - 2), first + 2):
        return None
    shape, text = clause.shape[first:last], clause.text[first:last]
    etc = before_etc(shape)
    end = etc[0] if etc else len(shape)
    kind = text[etc[1] :] if etc else None
    return _Reading(start=start, names=text[:end], shape=shape[:end], kind=kind, work=work)


def _projects(reading: _Reading) -> list[str]:
    _, facility = FACILITY.cut(reading.names)
    may_be_built = facility or reading.kind is not None or reading.work.endswith("工程")
    if not may_be_built or _ASPIRED.ends(reading.names):
        return []
    ranges = members(reading.shape, _END)
    names = [reading.names[first:last] for first, last in ranges]
    if names and not _may_be_built(names[-1], reading):
        facility = ""
    parts = [_Part.of(name, reading, facility) for name in names]
    if not any(part.is_thing and part.is_particular for part in parts):
        return []
    return [part.name for part in parts if part.is_thing]


class _Part(NamedTuple):
    """One member of the list: its name, whether it is a thing built, and which one."""

    name: str
    is_thing: bool
    is_particular: bool

    @classmethod
    def of(cls, text: str, reading: _Reading, shared: str) -> _Part:
        """Read one member; `shared` is the facility that the whole list ends in."""
        last, work, _ = _tail(text)
        base = text[:last]
        if not _may_be_built(base, reading):
            return cls(text, False, False)
        modifier, own = FACILITY.cut(base)
        particular = is_particular(modifier) or bool(_SINGULAR.match(base))
        is_thing = (
            own or reading.is_list or (particular and _is_built(base, reading, shared))
        )
        name = _name(base, work, reading, "" if own else shared)
        return cls(name, len(modifier) >= 2 and bool(is_thing), particular)


def _may_be_built(base: str, reading: _Reading) -> bool:
    if is_collection(base) or _COUNT.match(base) or _WISHED.match(base):
        return False
    return reading.is_list or not _NOT_BUILT.ends(base)


def _is_built(base: str, reading: _Reading, shared: str) -> bool:
    """甲 of 甲等片区 and of 甲、乙水库; 甲 of 甲工程 where 甲 speaks of building."""
    if reading.kind is not None:
        return FACILITY.ends(reading.kind) and not _MIXED.search(reading.kind)
    is_works = reading.work.endswith("工程") and bool(_BUILT.search(base))
    return bool(shared) or is_works


def _name(base: str, work: str, reading: _Reading, shared: str) -> str:
    """The thing's name with what is done to it, where that makes it another project."""
    if own := _kept(work):
        return base + own
    if reading.kind is None:
        return base + shared + _kept(reading.work)
    if reading.is_list or FACILITY.ends(base):
        return base
    if "、" in reading.shape:
        return base + reading.kind.removeprefix("重点") + _kept(reading.work)
    return f"{base}等{reading.kind}{_kept(reading.work)}"


def _kept(work: str) -> str:
    found = _KEPT.match(work)
    return found[0] if found else ""
