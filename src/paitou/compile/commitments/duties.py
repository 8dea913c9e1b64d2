"""Clause → what is to be done again and again, and how often (按季度组织集中开工)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paitou.compile.commitments.clause import Clause, Promise
from paitou.compile.commitments.words import CADENCES, DONE, DUTY_VERBS, NOT_A_DUTY
from paitou.compile.patterns import one_of
from paitou.model import CommitmentKind

TRIGGERS = ("每", "按季", "按月", "按年", "逐月", "逐季", "适时", "定期", "视情", "年年")

_CADENCE = re.compile("|".join(f"(?P<c{i}>{words})" for i, (words, _) in enumerate(CADENCES)))
_GOES_ON = re.compile(NOT_A_DUTY)
_VERB = re.compile(one_of(DUTY_VERBS))
_AMOUNT = re.compile(r"\d|(?!一次)[一二三四五六七八九十百千万亿]+(?:多|余)?(?:个|次|场|家|名|人|项|元|批|户|吨|倍|成)(?!月|季|一次)")
_DONE = re.compile(DONE)
#: 定期通报等机制 is a rule to be set up, not the duty itself.
_NOUNS = ("机制", "制度", "体系", "办法")
_CONJUNCTIONS = "并还也且"
_LONGEST_SUBJECT = 24


def read(clause: Clause) -> Iterator[Promise]:
    """Yield the duty of the clause, if it is one; a number makes it a statement instead."""
    found = _CADENCE.search(clause.shape)
    if found is None or found.start() > _LONGEST_SUBJECT or _DONE.search(clause.shape):
        return
    if _GOES_ON.match(clause.shape, found.end()) or _is_inside_name(clause.shape, found.start()):
        return
    if clause.shape.endswith(_NOUNS):
        return
    if not _VERB.search(clause.shape, found.end()) or _AMOUNT.search(clause.shape):
        return
    start = len(clause.text) - len(clause.text.lstrip(_CONJUNCTIONS))
    cadence = CADENCES[int((found.lastgroup or "c0")[1:])][1]
    yield Promise(
        kind=CommitmentKind.DUTY,
        start=start,
        end=len(clause.text),
        object=clause.text[start:],
        cadence=cadence,
    )


def _is_inside_name(shape: str, index: int) -> bool:
    return shape.count("“", 0, index) > shape.count("”", 0, index)
