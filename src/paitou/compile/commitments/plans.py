"""Clause → the named action plans and programmes that it puts into effect (实施…三年行动)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.facilities import FACILITY
from paitou.compile.commitments.naming import (
    are_of_kind,
    before_etc,
    members,
    shared_end,
    stands_alone,
)
from paitou.compile.commitments.lead import Lead, Leader
from paitou.compile.commitments.words import (
    DONE,
    PHYSICAL,
    PLAN_GENERIC,
    PLAN_HEAD_GOES_ON,
    PLAN_HEADS,
    PLAN_RESTART,
    PLAN_STRONG,
    PLAN_VERBS,
    UNNAMED_START,
    WRITING,
    WRITTEN_HEADS,
)
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

_YEARS = r"[一二三四五六七八九十两\d]+年"


def _head() -> str:
    """A head of PLAN_HEADS, unless what follows makes it a part of another word."""
    heads = sorted(PLAN_HEADS, key=len, reverse=True)
    ends = (PLAN_HEAD_GOES_ON.get(head, "").split() for head in heads)
    goes_on = (f"(?!{one_of(words)})" if words else "" for words in ends)
    return "|".join(head + rest for head, rest in zip(heads, goes_on, strict=True))


TRIGGERS = (*(head for head in PLAN_HEADS if len(head) == 2), "攻坚战", "保卫战", "重大专项", "施“", "展“", "动“")
_HEAD = re.compile(_head())
_WANTED = re.compile(one_of(TRIGGERS))
_END = Ending(re.compile(rf"{one_of(head[::-1] for head in PLAN_HEADS)}(?:年[一二三四五六七八九十两\d]+)?"))
_LEAD = Leader.of(PLAN_VERBS, PLAN_STRONG)
_RESTART = re.compile(rf"{one_of(PLAN_RESTART)}(?!方案|意见|细则|办法|计划)好?")
_QUOTED = re.compile(rf"“[^”]+”(?:(?:、|和|及|与|以及)“[^”]+”)*(?P<head>(?:等)?{one_of(PLAN_HEADS)})?$")
_QUOTING = ("实施", "开展", "启动", "推行", "部署")
_IN_QUOTES = re.compile(r"“([^”]+)”")
#: What follows the head when it only modifies another noun.
_MODIFIES = tuple("的中上内下期时性化类型级为是有需所者以")
_GENERIC = re.compile(rf"{one_of(PLAN_GENERIC)}*")
#: What stands before the head in 等十大工程, 等重点工程 and is no part of a name.
_COUNTED = re.compile(r"“?(?:新?一批|系列|\d+|[一二三四五六七八九十]+)?[大项个]?(?:重点|重大|重要|标志性|一系列|一揽子)*")
#: 甲、乙“两大行动”: the same without 等.
_APPOSED = re.compile(rf"(?<=、).*(?P<all>“?[一二三四五六七八九十\d]+[大项](?P<head>{one_of(PLAN_HEADS)})”?)$")
#: Ends of what is no plan and needs no head from the list it stands in.
_OTHER = Ending.of(("战略", "政策", "体系", "项目", "制度"))
_COMPLETE = Ending(re.compile(f"(?:{_OTHER.pattern.pattern}|{_END.pattern.pattern})"))
_UNNAMED = re.compile(UNNAMED_START)
_HELD = re.compile(r"[”节月周日年赛等]$")
_PHYSICAL = re.compile(PHYSICAL)
_DONE = re.compile(DONE)
_WITH_PERIOD = re.compile(rf"{_YEARS}.{{0,8}}(?:行动|计划)|攻坚行动|行动计划|行动方案")


def read(clause: Clause, title: str) -> Iterator[Promise]:
    """Yield the named plans of the clause; a name that the document's title holds is itself."""
    if not _WANTED.search(clause.shape):
        return
    lead = _LEAD.search(clause.shape)
    if lead is None or _DONE.search(clause.shape) or clause.shape.startswith("者", lead.end):
        return
    if quoted := _QUOTED.fullmatch(clause.shape, lead.end):
        yield from _all_quoted(clause, lead, quoted, title)
        return
    end = _last_head(clause.shape, lead.end, lead.text)
    if end is None:
        return
    start, first = _restarted(clause.shape, lead, end)
    for name in _names(clause, first, end):
        if _is_name(name, title):
            yield _promise(name, start, end)


def _promise(name: str, start: int, end: int) -> Promise:
    is_plan = _WITH_PERIOD.search(name)
    kind = CommitmentKind.ACTION_PLAN if is_plan else CommitmentKind.PROGRAMME
    return Promise(kind=kind, start=start, end=end, object=name)


def _all_quoted(
    clause: Clause, lead: Lead, quoted: re.Match[str], title: str
) -> Iterator[Promise]:
    """实施“甲”、“乙”: each is a name, whatever it ends in."""
    if not (quoted["head"] or lead.verb.endswith(_QUOTING)):
        return
    head = (quoted["head"] or "").removeprefix("等")
    for found in _IN_QUOTES.finditer(clause.text, lead.end):
        name = found[0] + head if head else found[1]
        if _is_name(name, title):
            yield _promise(name, lead.start, quoted.end())


def _last_head(shape: str, begin: int, lead: str) -> int | None:
    """Return where the last head ends that closes a name, a closing quote included."""
    end = None
    for found in _HEAD.finditer(shape, begin):
        after = found.end() + shape.startswith("”", found.end())
        if found[0] in WRITTEN_HEADS and not any(verb in lead for verb in WRITING):
            continue
        if found[0] == "活动" and not _HELD.search(shape, begin, found.start()):
            continue
        if not shape.startswith(_MODIFIES, after):
            end = after
    return end


def _restarted(shape: str, lead: Lead, end: int) -> tuple[int, int]:
    """Return where the predicate and its name begin: 围绕推进甲实施乙行动 speaks of 乙行动."""
    start, first = lead.start, lead.end
    for found in _RESTART.finditer(shape, first, end):
        before = shape[first : found.start()]
        if before.count("“") == before.count("”"):
            start, first = found.span()
    return start, first


def _names(clause: Clause, start: int, end: int) -> list[str]:
    """Return the names that stand between `start` and `end`, shared heads restored."""
    shape, text = clause.shape[start:end], clause.text[start:end]
    etc = before_etc(shape)
    if etc is None and (counted := _APPOSED.search(shape)):
        etc = counted.start("all"), counted.start("head")
        text = text.removesuffix("”")
    ranges = members(shape[: etc[0]] if etc else shape, _COMPLETE)
    parts = [text[first:last] for first, last in ranges if not _OTHER.ends(text[first:last])]
    if not parts:
        return []
    if etc and "一批" in text[etc[1] :]:
        return []
    lacking = [part for part in parts if not _ends_in_head(part)]
    if lacking and len(parts) > 1 and not (
        are_of_kind(lacking, text[etc[1] :]) if etc
        else stands_alone(lacking, _END.cut(parts[-1])[0])
    ):
        return [text]
    if etc:
        return [_of_kind(part, text[etc[1] :]) for part in parts]
    _, head = _END.cut(text)
    return [
        part if part is parts[-1] or _ends_in_head(part)
        else part + shared_end(part, parts[-1], head)
        for part in parts
    ]


def _ends_in_head(part: str) -> bool:
    return _END.ends(part.rstrip("”"))


def _of_kind(part: str, kind: str) -> str:
    """A name of 甲、乙等提升行动 with the kind that it was said to be: 甲提升行动."""
    if _ends_in_head(part):
        return part
    counted = _COUNTED.match(kind)
    own = kind[counted.end() :] if counted and counted.end() > 1 else kind
    return part + (own if "“" in own else own.removesuffix("”"))


def _is_name(name: str, title: str) -> bool:
    core = _END.cut(name.strip("“”") if name.endswith("”") else name)[0]
    if len(core) < 2 or _UNNAMED.match(name) or _GENERIC.fullmatch(core):
        return False
    if name.endswith("工程") and (_PHYSICAL.search(core) or FACILITY.ends(core)):
        return False
    return not (title and core in title)
