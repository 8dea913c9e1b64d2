"""Clause → an aim without a number: a rank, a benchmark, a title, a state to be reached."""

from __future__ import annotations

import re

from paitou.compile.commitments.aim_words import (
    AWARD_VERBS,
    DOWN,
    LEVEL_VERBS,
    LEVELS,
    MEASURABLE,
    NO_SUBJECTS,
    PREDICATE_FILLS,
    RANK_VERBS,
    SET_BY_OTHERS,
    STATES,
    STEADILY,
    SUBJECT_LEADS,
    TITLES,
    UP,
)
from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.endings import Ending
from paitou.compile.commitments.lead import Leader, without_adverbs
from paitou.compile.commitments.naming import is_collection, members
from paitou.compile.commitments.words import listed
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

#: Words without one of which a clause holds no aim.
TRIGGERS = (
    *STEADILY,
    *listed(
        "前列 方阵 梯队 首位 前茅 上游 榜首 居 位 水平 平均 同步 持平 创建 争创 申创 获批 "
        "申报 申建 创成 入选 申办 基本 初步 全面 总体 率先 建成 完成"
    ),
)
_NUMBER = r"[一二三四五六七八九十\d]+"
_COUNTED = r"[个家人户元亩吨套座条项件次倍名类所张台处公平立千米分天种]"
#: A clause with an amount is a statement; years, ordinals and ranks are no amounts.
_AMOUNT = re.compile(
    r"(?<![年“—\d第前])\d[\d.,]*+(?!年|月|日|号|期|\+|”|强|-|—)[万亿千百]*"
    rf"(?:[%‰PGT]|{_COUNTED})|百分之|[ⅠⅡⅢⅣⅤ]|翻[一两]?番"
)
#: Universals are statements; the nation's horizon is no promise of a plan.
_UNIVERSAL = re.compile(
    "社会主义现代化(?!.{0,4}[省市区州县])|民族伟大复兴|百年奋斗|全覆盖|全部|所有|100%|应.尽.|零增长"
)
_RANK = re.compile(
    rf"{one_of(RANK_VERBS)}[^,]{{0,14}}?(?:前列|第{_NUMBER}[位名]?(?!者)|前{_NUMBER}[位名强]?"
    r"|首位|方阵|梯队|上游|前茅|榜首)(?:水平)?"
)
_BENCHMARK = re.compile(
    rf"{one_of(LEVEL_VERBS)}[^,]{{0,14}}?{one_of(LEVELS)}(?:以上|左右)?$"
    r"|[与和同][^,]{2,16}?(?:基本)?(?:同步|持平)$"
)
_CLOSING = r"(?:\)[^()]*\()?”?"
_TITLE = Ending.of(TITLES, after=_CLOSING)
_STATE = Ending.of(STATES, after=_CLOSING)
_AWARD = Leader.of(AWARD_VERBS)
_BUILT = re.compile(
    r"(?P<how>基本|初步|全面|总体|率先)?(?P<verb>建成|形成|建立|实现|构建)(?P<object>.{3,50})$"
)
_EMERGED = re.compile(
    r"(?P<object>.{3,40}?)(?:(?:基本|初步)"
    r"(?:形成|建成|建立|确立|显现|实现|完成|成型|构建|具备|普及|消除|成熟|健全)"
    r"|(?:全面|总体)(?:形成|建成|建立|确立)).{0,12}$"
)
_MEASURED = one_of(MEASURABLE)
_MOVING = rf"{one_of(STEADILY)}+{one_of((*UP, *DOWN))}"
_MOVED = re.compile(rf"{_MOVING}(?P<object>.{{2,40}}{_MEASURED})$")
_MOVES = re.compile(rf"(?P<object>.{{2,30}}{_MEASURED}){_MOVING}$")
_EXTERNAL = re.compile(r"(?:完成|实现)(?P<object>.{4,60}?(?:目标|任务|指标)(?:任务)?)$")
_SET_BY_OTHERS = re.compile(one_of(SET_BY_OTHERS))
_SUBJECT_LEADS = re.compile(rf"^{one_of(SUBJECT_LEADS)}+")
_FILLS = Ending.of(PREDICATE_FILLS)
_NO_SUBJECT = re.compile(one_of(NO_SUBJECTS))
_GENERAL = re.compile(r"(?:各项|主要|全部)?(?:指标|工作)$")
#: 以甲为乙的丙 is 丙.
_RELATIVE = re.compile(r"^以[^的]{2,30}为[^的]{1,12}的")
_SHORTEST = 2


def read(clause: Clause) -> list[Promise]:
    """Return the aims of the clause.

    A rank or benchmark that is said without its subject has an empty object: it speaks of
    what the clause before it spoke of.
    """
    if _AMOUNT.search(clause.shape) or _UNIVERSAL.search(clause.shape):
        return []
    found = _compared(clause)
    for read_nature in (_external, _designation, _emerged, _built, _directional):
        found = found or read_nature(clause)
    return found


def what_of(aim: Promise) -> str:
    """Return what a clause without a subject speaks of after `aim`: 甲, not 甲各项指标."""
    return _GENERAL.sub("", aim.object)


def _compared(clause: Clause) -> list[Promise]:
    """Read 稳居前列, 接近平均水平."""
    for nature, pattern in (("rank", _RANK), ("benchmark", _BENCHMARK)):
        if found := pattern.search(clause.shape):
            before = _bare(clause.text[: found.start()])
            name = _subject(before)
            return [_aim(nature, name, 0, found.end())] if name or not before else []
    return []


def _external(clause: Clause) -> list[Promise]:
    found = _EXTERNAL.search(clause.shape)
    if found is None or not _SET_BY_OTHERS.search(found["object"]):
        return []
    name = clause.text[found.start("object") : found.end("object")]
    return [_aim("external", name, _adverbs_before(clause, found.start()), found.end())]


def _designation(clause: Clause) -> list[Promise]:
    lead = _AWARD.search(clause.shape)
    if lead is None:
        return []
    shape, text = clause.shape[lead.end :], clause.text[lead.end :]
    if not _TITLE.ends(shape) or is_collection(shape):
        return []
    parts = [text[first:last] for first, last in members(shape, _TITLE)]
    if not all(_TITLE.ends(part) and len(part) > _SHORTEST + 1 for part in parts):
        parts = [text]
    return [_aim("designation", part, lead.start, len(clause.text)) for part in parts]


def _emerged(clause: Clause) -> list[Promise]:
    found = _EMERGED.match(clause.shape)
    name = _subject(clause.text[: found.end("object")]) if found else ""
    is_named = len(name) > _SHORTEST
    return [_aim("milestone", name, 0, len(clause.text))] if is_named else []


def _built(clause: Clause) -> list[Promise]:
    """Read 基本建成…, and 建成… where it is a state, not a building."""
    found = _BUILT.search(clause.shape)
    if found is None or not (found["how"] or found["verb"] == "建成"):
        return []
    name = clause.text[found.start("object") :]
    if not _STATE.ends(found["object"]) or is_collection(name):
        return []
    start = _adverbs_before(clause, found.start())
    return [_aim("milestone", name, start, len(clause.text))]


def _directional(clause: Clause) -> list[Promise]:
    if found := _MOVED.search(clause.shape):
        name = clause.text[found.start("object") : found.end("object")]
        start = _adverbs_before(clause, found.start())
        return [_aim("directional", name, start, found.end())]
    found = _MOVES.match(clause.shape)
    name = _subject(clause.text[: found.end("object")]) if found else ""
    return [_aim("directional", name, 0, len(clause.text))] if name else []


def _aim(nature: str, name: str, start: int, end: int) -> Promise:
    return Promise(
        kind=CommitmentKind.QUALITATIVE, start=start, end=end, object=name, nature=nature
    )


def _subject(text: str) -> str:
    """The subject, from all that stands before the predicate; empty if there is none."""
    name = _RELATIVE.sub("", _bare(text))
    return "" if len(name) < _SHORTEST or _NO_SUBJECT.match(name) else name


def _bare(text: str) -> str:
    """The text without the adverbs and verbs that lead it and the fills that end it."""
    while (rest := _FILLS.cut(text)[0]) != text:
        text = rest
    while (rest := without_adverbs(_SUBJECT_LEADS.sub("", text))) != text:
        text = rest
    return text


def _adverbs_before(clause: Clause, index: int) -> int:
    """The place at which the adverbs begin that lead up to `index`; else `index` itself."""
    return index if without_adverbs(clause.text[:index]) else 0
