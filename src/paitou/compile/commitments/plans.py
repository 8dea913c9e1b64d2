"""Clause → the named action plans and programmes that it puts into effect."""

from __future__ import annotations

import re

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.facilities import FACILITY
from paitou.compile.commitments.lead import Lead, Leader
from paitou.compile.commitments.naming import (
    are_of_kind,
    before_etc,
    is_collection,
    members,
    shared_end,
    stands_alone,
)
from paitou.compile.commitments.plan_words import (
    BUILT_WORKS,
    NO_PLANS,
    PLAN_GENERIC,
    PLAN_HEAD_GOES_ON,
    PLAN_HEADS,
    PLAN_RESTART,
    PLAN_STRONG,
    PLAN_VERBS,
    QUOTING_VERBS,
    WRITING_VERBS,
    WRITTEN_HEADS,
)
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind


def _head() -> str:
    """A head of PLAN_HEADS, unless what follows makes it a part of another word."""
    heads = sorted(PLAN_HEADS, key=len, reverse=True)
    ends = (PLAN_HEAD_GOES_ON.get(head, "").split() for head in heads)
    goes_on = (f"(?!{one_of(words)})" if words else "" for words in ends)
    return "|".join(head + rest for head, rest in zip(heads, goes_on, strict=True))


#: Words without one of which a clause names no plan.
TRIGGERS = (
    *(head for head in PLAN_HEADS if len(head) == 2),
    *("攻坚战", "保卫战", "重大专项", "施“", "展“", "动“"),
)
_NUMBER = r"[一二三四五六七八九十两\d]+"
_HEAD = re.compile(_head())
_END = Ending.of(PLAN_HEADS, before=f"(?:年{_NUMBER})?")
_WRITES = re.compile(one_of(WRITING_VERBS))
_NO_PLAN = Ending.of(NO_PLANS)
_COMPLETE = Ending.of((*PLAN_HEADS, *NO_PLANS))
_LEAD = Leader.of(PLAN_VERBS, PLAN_STRONG)
_RESTART = re.compile(rf"{one_of(PLAN_RESTART)}(?!方案|意见|细则|办法|计划)好?")
_QUOTED = re.compile(
    rf"“[^”]+”(?:(?:、|和|及|与|以及)“[^”]+”)*(?P<head>等?{one_of(PLAN_HEADS)})?"
)
_IN_QUOTES = re.compile(r"“([^”]+)”")
#: What follows a head that only modifies another noun.
_MODIFYING = tuple("的中上内下期时性化类型级为是有需所者以")
_GENERIC = re.compile(rf"{one_of(PLAN_GENERIC)}*+")
#: What stands before the head in 等十大工程, 等重点工程 and is no part of a name.
_COUNTED = re.compile(
    rf"“?(?:新?一批|系列|{_NUMBER})?[大项个]?(?:重点|重大|重要|标志性|一系列|一揽子)*"
)
#: 甲、乙“两大行动”: the same without 等.
_APPOSED = re.compile(
    rf"(?<=、).*(?P<all>“?{_NUMBER}[大项](?:重点|重大|专项)?(?P<head>{one_of(PLAN_HEADS)})”?)$"
)
_HELD = tuple("”节月周日年赛等")
_BUILT = re.compile(one_of(BUILT_WORKS))
_WITH_PERIOD = re.compile(rf"{_NUMBER}年.{{0,8}}(?:行动|计划)|攻坚行动|行动计划|行动方案")


def read(clause: Clause) -> list[Promise]:
    """Return the named plans of the clause."""
    lead = _LEAD.search(clause.shape)
    if lead is None or clause.shape.startswith("者", lead.end):
        return []
    if quoted := _QUOTED.fullmatch(clause.shape, lead.end):
        names, start, end = _all_quoted(clause, lead, quoted), lead.start, quoted.end()
        return [_promise(name, start, end) for name in names if _is_name(name)]
    end = _last_head(clause.shape, lead)
    if not end:
        return []
    start, first = _restarted(clause.shape, lead, end)
    names = _names(clause.shape[first:end], clause.text[first:end])
    return [_promise(name, start, end) for name in names if _is_name(name)]


def core_of(name: str) -> str:
    """Return the name of a plan without quotes and without what says that it is one."""
    return _END.cut(name.strip("“”") if name.endswith("”") else name)[0]


def _promise(name: str, start: int, end: int) -> Promise:
    is_plan = _WITH_PERIOD.search(name)
    kind = CommitmentKind.ACTION_PLAN if is_plan else CommitmentKind.PROGRAMME
    return Promise(kind=kind, start=start, end=end, object=name)


def _all_quoted(clause: Clause, lead: Lead, quoted: re.Match[str]) -> list[str]:
    """实施“甲”、“乙”: each is a name, whatever it ends in."""
    if not (quoted["head"] or lead.verb.endswith(QUOTING_VERBS)):
        return []
    head = (quoted["head"] or "").removeprefix("等")
    names = _IN_QUOTES.findall(clause.text, lead.end)
    return [f"“{name}”{head}" if head else name for name in names]


def _last_head(shape: str, lead: Lead) -> int:
    """Return where the last head ends that closes a name, its quote included; else 0."""
    end = 0
    for found in _HEAD.finditer(shape, lead.end):
        after = found.end() + shape.startswith("”", found.end())
        if found[0] in WRITTEN_HEADS and not _WRITES.search(lead.text):
            continue
        if found[0] == "活动" and not shape[: found.start()].endswith(_HELD):
            continue
        if not shape.startswith(_MODIFYING, after):
            end = after
    return end


def _restarted(shape: str, lead: Lead, end: int) -> tuple[int, int]:
    """Return where predicate and name begin: 围绕推进甲实施乙行动 speaks of 乙行动."""
    start, first = lead.start, lead.end
    for found in _RESTART.finditer(shape, first, end):
        before = shape[first : found.start()]
        if before.count("“") == before.count("”"):
            start, first = found.span()
    return start, first


def _names(shape: str, text: str) -> list[str]:
    """Return the names of a list of plans, with the heads that they share."""
    if etc := before_etc(shape):
        return _listed(shape[: etc[0]], text[: etc[0]], text[etc[1] :], text)
    if apposed := _APPOSED.search(shape):
        first, head = apposed.start("all"), apposed["head"]
        return _listed(shape[:first], text[:first], head, text)
    parts = _parts(shape, text)
    lacking = [part for part in parts if not _ends_in_head(part)]
    if lacking and not stands_alone(lacking, _END.cut(parts[-1])[0]):
        return [text]
    _, head = _END.cut(text)
    return [
        part if _ends_in_head(part) else part + shared_end(part, parts[-1], head)
        for part in parts
    ]


def _listed(shape: str, text: str, kind: str, whole: str) -> list[str]:
    """Return the names of 甲、乙等`kind`; of modifiers of one name, the `whole`."""
    parts = _parts(shape, text)
    if not parts or "一批" in kind:
        return []
    lacking = [part for part in parts if not _ends_in_head(part)]
    if len(parts) > 1 and lacking and not are_of_kind(lacking, kind):
        return [whole]
    return [part if _ends_in_head(part) else _of_kind(part, kind) for part in parts]


def _parts(shape: str, text: str) -> list[str]:
    parts = [text[first:last] for first, last in members(shape, _COMPLETE)]
    return [part for part in parts if not _NO_PLAN.ends(part)]


def _ends_in_head(part: str) -> bool:
    return _END.ends(part.rstrip("”"))


def _of_kind(part: str, kind: str) -> str:
    """A name of 甲、乙等提升行动 with the kind that it was said to be: 甲提升行动."""
    counted = _COUNTED.match(kind)
    own = kind[counted.end() :] if counted and counted.end() > 1 else kind
    return part + (own if "“" in own else own.removesuffix("”"))


def _is_name(name: str) -> bool:
    core = core_of(name)
    if len(core) < 2 or is_collection(name) or _GENERIC.fullmatch(core):
        return False
    is_built = _BUILT.search(core) or FACILITY.ends(core)
    return not (name.endswith("工程") and is_built)
