"""Clause → the named things that are to be built or put into operation (推进…机场改扩建)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.facilities import FACILITY, PLACE
from paitou.compile.commitments.naming import before_etc, is_particular, members
from paitou.compile.commitments.lead import Leader, without_adverbs
from paitou.compile.commitments.words import (
    ASPIRED,
    BUILD_VERBS,
    DONE,
    FACILITIES,
    FATES,
    NOT_BUILT,
    PHYSICAL,
    PROJECT_VERBS,
    SINGULAR,
    UNNAMED_START,
    WISHED,
    WORKS_KEPT,
    WORKS_PLAIN,
)
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

TRIGGERS = tuple("建设 项目 工程 开工 投产 投用 投运 通车 建成 扩建 改造 竣工 新建 续建 运营 贯通 打通 前期 启用 开通 并网 落地".split())

_WANTED = re.compile(one_of(TRIGGERS))
_LEAD = Leader.of(PROJECT_VERBS)
_WORK = one_of(word[::-1] for word in (*WORKS_PLAIN, *WORKS_KEPT))
_FATE = one_of(word[::-1] for word in FATES)
#: 建设, 改扩建项目, 开工建设 at the end of a clause, read backwards.
_TAIL = re.compile(rf"(?P<fate>(?:{_FATE}[、和并]?)*)(?P<work>{_WORK}*)")
_KEPT = re.compile(rf"(?:{one_of(WORKS_KEPT)}|工程(?!建设))*")
_END = Ending.of((*FACILITIES, *WORKS_PLAIN, *WORKS_KEPT, "期"), after=PLACE)
_ASPIRED = Ending.of(ASPIRED)
_SINGULAR = re.compile(rf"国家.*{one_of(SINGULAR)}$")
_UNNAMED = re.compile(UNNAMED_START)
_PHYSICAL = re.compile(PHYSICAL)
_LISTED = ("项目", "工程", "重大项目")
#: 建设成, 基本建成: what something is to become, not what is to be built.
_TO_BECOME = re.compile("基本|初步|全面建成|成[“为]")
_WISHED = re.compile(WISHED)
_NOT_BUILT = Ending.of(NOT_BUILT)
_DONE = re.compile(DONE)
_BUILDS = Ending.of(BUILD_VERBS)
_COUNT = re.compile(r"\d[\d.,]*[万亿]?(?:个|座|条|家|项|所|处|公里|套|台|对|座|组|千米|亩)|[一二三四五六七八九十两]+(?:个|座|条|家|大|项|批)")


@frozen(kw_only=True)
class _Reading:
    """Names from `start` of the clause on, and what is done to all of them (`work`)."""

    start: int
    names: str
    shape: str
    kind: str | None
    work: str

    @property
    def is_list(self) -> bool:
        """甲、乙等项目: whatever is named there is a project."""
        return self.kind is not None and self.work.startswith(_LISTED)


def read(clause: Clause) -> Iterator[Promise]:
    """Yield the projects of the clause."""
    if not _WANTED.search(clause.shape) or _DONE.search(clause.shape):
        return
    reading = _parse(clause)
    if reading is None:
        return
    end = len(clause.text)
    for name in dict.fromkeys(_projects(reading)):
        yield Promise(
            kind=CommitmentKind.PROJECT, start=reading.start, end=end, object=name
        )


def _parse(clause: Clause) -> _Reading | None:
    lead = _LEAD.search(clause.shape)
    if lead and (reading := _from(clause, lead.start, lead.end, lead.text)):
        return reading
    adverbs = len(clause.text) - len(without_adverbs(clause.text))
    return _from(clause, adverbs, adverbs, "")


def _from(clause: Clause, start: int, first: int, lead: str) -> _Reading | None:
    """Read the names from `first` on; None where nothing is named or nothing is done."""
    last, work, fate = _tail(clause.text[first:])
    builds = bool(fate) or _BUILDS.ends(lead)
    if last == 0 or not (builds or (lead and work)) or _becomes(clause.shape, start, first):
        return None
    shape = clause.shape[first : first + last]
    etc = before_etc(shape)
    return _Reading(
        start=start,
        names=clause.text[first : first + (etc[0] if etc else last)],
        shape=shape[: etc[0]] if etc else shape,
        kind=clause.text[first + etc[1] : first + last] if etc else None,
        work=work,
    )


def _tail(text: str) -> tuple[int, str, str]:
    """Return where the words for what is done begin, the work and its fate."""
    found = _TAIL.match(text[::-1])
    if found is None:
        return len(text), "", ""
    return len(text) - found.end(), found["work"][::-1], found["fate"][::-1]


def _becomes(shape: str, start: int, first: int) -> bool:
    return bool(_TO_BECOME.search(shape, max(0, start - 2), first + 2))


def _projects(reading: _Reading) -> list[str]:
    if _ASPIRED.ends(reading.names):
        return []
    _, facility = FACILITY.cut(reading.names)
    parts = [
        _Part.of(reading.names[first:last], reading, facility)
        for first, last in members(reading.shape, _END)
    ]
    if not any(part.is_thing and part.is_particular for part in parts):
        return []
    return [part.name for part in parts if part.is_thing]


@frozen(kw_only=True)
class _Part:
    """One member of the list: its name, whether it is a thing built, and which one."""

    name: str
    is_thing: bool
    is_particular: bool

    @classmethod
    def of(cls, text: str, reading: _Reading, shared: str) -> _Part:
        """Read one member; `shared` is the facility that the whole list ends in."""
        last, work, _ = _tail(text)
        base = text[:last]
        if _UNNAMED.match(base) or _COUNT.match(base) or _WISHED.match(base):
            return cls(name=text, is_thing=False, is_particular=False)
        if _NOT_BUILT.ends(base) and not reading.is_list:
            return cls(name=text, is_thing=False, is_particular=False)
        modifier, own = FACILITY.cut(base)
        particular = is_particular(modifier) or bool(_SINGULAR.match(base))
        is_built = bool(own) or reading.is_list
        return cls(
            name=_name(base, work, reading, "" if own else shared),
            is_thing=len(modifier) >= 2
            and (is_built or (particular and _is_built(base, reading, shared))),
            is_particular=particular,
        )


def _is_built(base: str, reading: _Reading, shared: str) -> bool:
    """甲 of 甲、乙水库 and of 甲等片区; 甲 of 甲工程 where 甲 speaks of building."""
    if reading.kind is not None:
        return FACILITY.ends(reading.kind)
    return bool(shared) or (
        reading.work.endswith("工程") and bool(_PHYSICAL.search(base))
    )


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
