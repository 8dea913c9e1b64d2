"""由18小时缩短到5小时 → the value that a change started from, as a fact of its own."""

from __future__ import annotations

import re

from attrs import evolve

from paitou.compile.construction import Found, Memory
from paitou.compile.drafting import add_draft
from paitou.compile.leaning import leaning
from paitou.compile.naming import name_in
from paitou.compile.predicate import Predicate
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting
from paitou.compile.tense import looks_back

_FROM = re.compile(
    r"(?<![自理经])(?:由|从)(?:(?:20|19)\d\d年(?:底|末|初)?的?|“?[十一二三四五]{1,3}五”?(?:末|初)的?"
    r"|[上去]年的?|[目当]前的?|现在的?|原来的?|过去的?|原有的?|最低|平均|每人(?:每[月年])?|每[月年]|不到|不足|约|近)*$"
)
_TOWARDS = re.compile(
    r"[^,、。;]{0,6}(?:提高|提升|增长|增加|增至|增到|扩大|上升|下降|降低|降到|降至|缩短|减少"
    r"|压缩|缩减|发展|到|至|跃升|调整)"
)


def is_origin(setting: Setting, start: int, amount: Amount, after: int) -> bool:
    """Return whether 由 or 从 stands before the amount and a change to another after it."""
    text = setting.text
    return bool(
        _FROM.search(text, start, amount.start) and _TOWARDS.match(text, after, setting.end)
    )


def follows_from(setting: Setting, amount: Amount) -> bool:
    """Return whether 由 or 从 stands right before the amount."""
    return _FROM.search(setting.text, setting.start, amount.start) is not None


def read_origin(setting: Setting, amount: Amount, start: int, memory: Memory) -> None:
    """Add the draft of the first value: a fact, whatever the sentence promises."""
    text = setting.text
    found = _FROM.search(text, start, amount.start)
    at = found.start() if found else amount.start
    name = name_in(text, start, at, keep_nominal=True)
    if not name.text:
        if memory.last is None:
            return
        name = evolve(name, text=memory.last.indicator)
    named = Found(leaning(name, memory), name.start)
    add_origin(setting, amount, named, at, memory)


def add_origin(
    setting: Setting, amount: Amount, found: Found, at: int, memory: Memory
) -> None:
    """Add the draft of a value that a change started from; its words begin at `at`."""
    predicate = Predicate(start=at, end=amount.start, verb="reach")
    past = tuple(
        evolve(said, begins=False)
        for said in setting.times
        if looks_back(setting.calendar, said)
    )
    calendar = evolve(setting.calendar, first=None, last=None, is_review=True)
    fact = evolve(setting, times=past, calendar=calendar)
    draft = add_draft(fact, memory, amount, found, predicate)
    draft.is_origin = True
    draft.origin_words = setting.text[at : amount.start]
