"""Clause → what is to be done again and again, and how often (按季度组织集中开工)."""

from __future__ import annotations

import re

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.words import DUTY_VERBS
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

#: Words without one of which a clause holds no duty.
TRIGGERS = ("每", "按季", "按月", "按年", "逐月", "逐季", "适时", "定期", "视情", "年年")
#: The cadence of words that say how often; the model has no word for the last.
_CADENCES: tuple[tuple[str, str | None], ...] = (
    (r"每(?:个)?季度?|按季度?|逐季度?", "quarterly"),
    (r"每(?:个)?月|按月度?|逐月", "monthly"),
    (r"每半年|每周|每[两二三]年|每日|每天|每旬|(?<!不)定期", None),
    (r"每(?:一)?年度?|按年度?|年年", "yearly"),
    (r"适时|不定期|视情况?", "as_needed"),
)
_CADENCE = re.compile("|".join(f"(?P<c{i}>{p})" for i, (p, _) in enumerate(_CADENCES)))
#: What follows a word that says when or how much, or that belongs to a noun.
_GOES_ON = re.compile(
    r"增长|递增|增加|的(?!$)|以来|平均|新增|提高|提升|约|可|都|不少于|不低于|至少|减少|下降"
    r"|压减|保持|人均|初|末|底|\d|[一二三四五六七八九十]+月|计划|性"
)
_VERB = re.compile(one_of(DUTY_VERBS))
_AMOUNT = re.compile(
    r"\d|(?!一[次批])[一二三四五六七八九十百千万亿]+[多余]?[个次场家名人项元批户吨倍成件](?![月季])"
)
#: 定期通报等机制 is a rule to be set up, not the duty itself.
_NOUNS = ("机制", "制度", "体系", "办法")
_CONJUNCTIONS = "并还也且"
_LONGEST_SUBJECT = 24


def read(clause: Clause) -> list[Promise]:
    """Return the duty of the clause, if it is one; a number makes it a statement."""
    found = _CADENCE.search(clause.shape)
    if found is None or not _is_duty(clause.shape, *found.span()):
        return []
    text = clause.text.lstrip(_CONJUNCTIONS)
    cadence = _CADENCES[int((found.lastgroup or "c0")[1:])][1]
    return [
        Promise(
            kind=CommitmentKind.DUTY,
            start=len(clause.text) - len(text),
            end=len(clause.text),
            object=text,
            cadence=cadence,
        )
    ]


def _is_duty(shape: str, start: int, end: int) -> bool:
    if start > _LONGEST_SUBJECT or shape.endswith(_NOUNS):
        return False
    if shape.count("“", 0, start) > shape.count("”", 0, start):
        return False
    if _GOES_ON.match(shape, end) or _AMOUNT.search(shape):
        return False
    return _VERB.search(shape, end) is not None
