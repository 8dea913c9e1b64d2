"""Clause → an aim without a number: a rank, a benchmark, a title, a state to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.naming import members
from paitou.compile.commitments.lead import Leader, without_adverbs
from paitou.compile.commitments.words import (
    AWARD_VERBS,
    BENCHMARKS,
    DONE,
    DOWN,
    FILLS_PREDICATE,
    LEADS_SUBJECT,
    MEASURABLE,
    NO_SUBJECT,
    OUTSIDE,
    RANKED,
    STATES,
    STEADILY,
    TITLES,
    UNNAMED_START,
    UNIVERSAL,
    UP,
)
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

TRIGGERS = tuple(
    "前列 方阵 梯队 首位 前茅 上游 榜首 居 位 平均水平 先进水平 领先水平 发达 同步 创建 争创 申创 获批 申报 申建 "
    "创成 入选 争取 基本 初步 全面 建成 形成 持续 进一步 不断 稳步 逐步 大幅 明显 显著 有效 完成".split()
)

_WANTED = re.compile(one_of(TRIGGERS))
_AMOUNT = re.compile(
    r"(?<![年“—\d第前])\d[\d.,]*(?!\d*(?:年|月|日|号|期|\+|”|强|[年—-]))[万亿千百]*(?:[%‰]|[个家人户元亩吨套座条项件次倍名类所张台处公平立千米分天种])|百分之|[ⅠⅡⅢⅣⅤ]|翻[一两]?番"
)
_DONE = re.compile(DONE)
_UNIVERSAL = re.compile(UNIVERSAL)
_RANK = re.compile(RANKED)
_BENCHMARK = re.compile(BENCHMARKS)
_TITLE = Ending.of(TITLES, after=r"(?:\)[^()]*\()?”?")
_AWARD = Leader.of(AWARD_VERBS)
_BUILT = re.compile(
    r"(?P<how>基本|初步|全面|总体|率先)?(?P<verb>建成|形成|建立|实现|构建|建立起)(?P<object>.{3,50})$"
)
_STATE = Ending.of(STATES, after=r"(?:\)[^()]*\()?”?")
_EMERGED = re.compile(
    r"^(?P<object>.{3,40}?)(?:(?:基本|初步)(?:形成|建成|建立|确立|显现|实现|完成|成型|构建|具备|普及|消除|成熟|健全)"
    r"|(?:全面|总体)(?:形成|建成|建立|确立))(?:.{0,12})$"
)
_MEASURED = one_of(MEASURABLE)
_MOVED = re.compile(rf"(?:{STEADILY})+(?:{UP}|{DOWN})(?P<object>.{{2,40}}{_MEASURED})$")
_MOVES = re.compile(rf"(?P<object>.{{2,30}}{_MEASURED})(?:{STEADILY})+(?:{UP}|{DOWN})$")
_EXTERNAL = re.compile(r"(?:完成|实现)(?P<object>.{4,60}?(?:目标|任务|指标)(?:任务)?)$")
_OUTSIDE = re.compile(OUTSIDE)
_LEADS = re.compile(rf"^(?:{LEADS_SUBJECT})+")
_FILLS = re.compile(rf"(?:{FILLS_PREDICATE})+$")
_GENERAL = re.compile(r"(?:各项|主要|全部)?(?:指标|工作)$")
_COLLECTION = re.compile(UNNAMED_START)

#: 以甲为乙的丙 is 丙.
_RELATIVE = re.compile(r"^以[^的]{2,30}为[^的]{1,12}的")
_NO_SUBJECT = re.compile(NO_SUBJECT)
_SHORTEST = 2


def read(clause: Clause, subject: str) -> Iterator[Promise]:
    """Yield the aims of the clause; `subject` is what the clause before it spoke of."""
    if not _WANTED.search(clause.shape):
        return
    if _AMOUNT.search(clause.shape) or _DONE.search(clause.shape):
        return
    if _UNIVERSAL.search(clause.shape):
        return
    aims = _compared(clause, subject)
    for read_nature in (_external, _designation, _emerged, _built, _directional):
        aims = aims or read_nature(clause)
    yield from aims


def what_of(aim: Promise) -> str:
    """Return what a next clause without a subject speaks of: 营商环境, not 营商环境各项指标."""
    return _GENERAL.sub("", aim.object)


def _compared(clause: Clause, subject: str) -> list[Promise]:
    """稳居前列, 接近平均水平; a clause of the predicate alone speaks of `subject`."""
    for nature, pattern in (("rank", _RANK), ("benchmark", _BENCHMARK)):
        if found := pattern.search(clause.shape):
            before = _without_leads(_FILLS.sub("", clause.text[: found.start()]))
            name = _subject(before) if before else subject
            return [_aim(nature, name, 0, found.end())] if name else []
    return []


def _external(clause: Clause) -> list[Promise]:
    found = _EXTERNAL.search(clause.shape)
    if found is None or not _OUTSIDE.search(found["object"]):
        return []
    name = clause.text[found.start("object") : found.end("object")]
    return [_aim("external", name, _adverbs_before(clause, found.start()), found.end())]


def _designation(clause: Clause) -> list[Promise]:
    lead = _AWARD.search(clause.shape)
    if lead is None:
        return []
    shape, text = clause.shape[lead.end :], clause.text[lead.end :]
    if not _TITLE.ends(shape) or _COLLECTION.match(shape):
        return []
    parts = [text[first:last] for first, last in members(shape, _TITLE)]
    if not all(_TITLE.ends(part) and len(part) > 3 for part in parts):
        parts = [text]
    return [_aim("designation", part, lead.start, len(clause.text)) for part in parts]


def _emerged(clause: Clause) -> list[Promise]:
    found = _EMERGED.match(clause.shape)
    name = _subject(clause.text[: found.end("object")]) if found else ""
    return [_aim("milestone", name, 0, len(clause.text))] if len(name) > 2 else []


def _built(clause: Clause) -> list[Promise]:
    """基本建成…, and 建成… where it is a state, not a building."""
    found = _BUILT.search(clause.shape)
    if found is None or not (found["how"] or found["verb"] == "建成"):
        return []
    name = clause.text[found.start("object") :]
    if not _STATE.ends(found["object"]) or _COLLECTION.match(name):
        return []
    start = _adverbs_before(clause, found.start())
    return [_aim("milestone", name, start, len(clause.text))]


def _directional(clause: Clause) -> list[Promise]:
    found = _MOVED.search(clause.shape)
    if found:
        name = clause.text[found.start("object") : found.end("object")]
    elif found := _MOVES.match(clause.shape):
        name = _subject(clause.text[: found.end("object")])
    else:
        return []
    start = _adverbs_before(clause, found.start())
    return [_aim("directional", name, start, found.end())] if name else []


def _aim(nature: str, name: str, start: int, end: int) -> Promise:
    return Promise(
        kind=CommitmentKind.QUALITATIVE, start=start, end=end, object=name, nature=nature
    )


def _subject(text: str) -> str:
    """The subject of a predicate: what stands before it, without adverbs and lead verbs."""
    name = _RELATIVE.sub("", _without_leads(_FILLS.sub("", text)))
    return "" if len(name) < _SHORTEST or _NO_SUBJECT.match(name) else name


def _without_leads(text: str) -> str:
    while (rest := _LEADS.sub("", without_adverbs(text), count=1)) != text:
        text = rest
    return text


def _adverbs_before(clause: Clause, index: int) -> int:
    """The place at which the adverbs begin that lead up to `index`; else `index` itself."""
    return 0 if without_adverbs(clause.text[:index]) == "" else index
