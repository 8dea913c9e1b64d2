"""Clause → the rules, systems and bodies that are to be set up (建立…机制、…清单)."""

from __future__ import annotations

import re

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.lead import Leader
from paitou.compile.commitments.mechanism_words import (
    BODY_HEADS,
    BODY_VERBS,
    MECHANISM_GENERIC,
    MECHANISM_HEADS,
    RULE_HEADS,
    RULE_VERBS,
    SETUP_VERBS,
)
from paitou.compile.commitments.naming import (
    are_of_kind,
    before_etc,
    members,
    shared_end,
    stands_alone,
)
from paitou.compile.commitments.words import listed
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

#: Words without one of which a clause sets nothing up.
TRIGGERS = listed(
    "建立 健全 构建 设立 组建 成立 制定 制订 出台 推行 实行 搭建 修订 印发 创设 增设"
)
_LEAD = Leader.of(SETUP_VERBS, SETUP_VERBS)
#: What may follow the verb before the name: 建立起, 建立和完善, 制定发布.
_AFTER_LEAD = re.compile(
    r"起?(?:[和并、或](?:逐步|认真|不断)?(?:完善|推广|实行|执行|健全|用好|改进|规范|优化|实施"
    r"|修订|废止|制定)|完善|实施|发布|落实|推行|细化|公布)?"
)
#: 落实 | 行政 holds no 实行.
_FALSE_LEAD = re.compile("[实推]行政")
_CLOSING = r"(?:\)[^()]*\()?”?"
_HEAD = Ending.of(MECHANISM_HEADS, after=_CLOSING)
#: Names that need no head from their list, wanted here or not.
_COMPLETE = Ending.of((*MECHANISM_HEADS, "体系", "馆", "资金", "标识"), after=_CLOSING)
_TAIL = re.compile(r"(?:建设|并[^、]*|的?(?:实施|落实|执行|运行))$")
_QUOTED = re.compile(r"“[^”]+”(?:[、和及与]“[^”]+”)*")
_IN_QUOTES = re.compile(r"“([^”]+)”")
_GENERIC = re.compile(rf"{one_of(MECHANISM_GENERIC)}*+")
_COUNTED = re.compile(
    r"(?:\d+|[一二三四五六七八九十]+)[个项套多余]|一系列|一批|系列|若干|相关|有关|[后前时内本该这]"
)
_FOUNDS = Ending.of(BODY_VERBS)
_LAYS_DOWN = Ending.of(RULE_VERBS)
#: 意见 is a document when it is one on doing something, not what somebody thinks.
_OPINION = re.compile(
    "关于|促进|支持|加快|推进|加强|深化|推动|做好|进一步|构建|完善|健全|规范"
)
_LONGEST = 40
_LONGEST_KIND = 6
_SHORTEST = 3


def read(clause: Clause) -> list[Promise]:
    """Return what the clause promises to set up."""
    lead = _LEAD.search(clause.shape)
    if lead is None or _FALSE_LEAD.search(clause.shape):
        return []
    after = _AFTER_LEAD.match(clause.shape, lead.end)
    first = after.end() if after else lead.end
    tail = _TAIL.search(clause.shape, first)
    end = tail.start() if tail else len(clause.shape)
    names = _names(clause.shape[first:end], clause.text[first:end], lead.text)
    return [
        Promise(kind=CommitmentKind.MECHANISM, start=lead.start, end=end, object=name)
        for name in names
    ]


def _names(shape: str, text: str, lead: str) -> list[str]:
    if _QUOTED.fullmatch(shape):
        return _IN_QUOTES.findall(text) if _FOUNDS.ends(lead) else []
    _, head = _HEAD.cut(text)
    if not head or not _may_be_set_up(head.rstrip("”"), lead):
        return []
    etc = before_etc(shape)
    kind = text[etc[1] :] if etc else ""
    ranges = members(shape[: etc[0]] if etc else shape, _COMPLETE)
    names = _completed([text[first:last] for first, last in ranges], kind, head)
    if not names:
        names = [text]
    return [name for name in names if _HEAD.ends(name) and _is_name(name)]


def _completed(parts: list[str], kind: str, head: str) -> list[str]:
    """Return the names with the head that they share; none where they modify one name."""
    lacking = [part for part in parts if not _COMPLETE.ends(part)]
    if lacking and len(parts) > 1 and not _are_names(lacking, parts[-1], kind, head):
        return []
    return [
        part + (kind or shared_end(part, parts[-1], head)) if part in lacking else part
        for part in parts
    ]


def _are_names(lacking: list[str], last: str, kind: str, head: str) -> bool:
    if kind:
        return len(kind) - len(head) <= _LONGEST_KIND and are_of_kind(lacking, kind)
    return stands_alone(lacking, _HEAD.cut(last)[0])


def _may_be_set_up(head: str, lead: str) -> bool:
    if head in BODY_HEADS:
        return _FOUNDS.ends(lead)
    return head not in RULE_HEADS or _LAYS_DOWN.ends(lead)


def _is_name(name: str) -> bool:
    core, head = _HEAD.cut(name)
    if head.endswith("长制"):
        return True
    if head == "意见" and not _OPINION.match(core):
        return False
    is_short = len(core) < _SHORTEST and "“" not in core
    if is_short or len(name) > _LONGEST or _COUNTED.match(name):
        return False
    return not _GENERIC.fullmatch(core)
