"""A noun left out or cut short → the noun that the sentence said before."""

from __future__ import annotations

import re

from attrs import evolve

from paitou.compile import words
from paitou.compile.construction import Construction, Found, Memory
from paitou.compile.draft import Draft
from paitou.compile.naming import Name, name_in
from paitou.compile.patterns import Words
from paitou.compile.predicate import first_verb
from paitou.compile.reach import clause_start

_SHARE_OF = re.compile("占.*")
_SHARE_NAMED = re.compile("比重|比例|份额|率$")
#: Names of what is measured without saying of what: they lean on the topic.
_HEADLESS = re.compile(
    r"(?:办复|化解|利用|覆盖|普及|达标|合格|回收|就业|装机|产能|规模|储量|投资|投入|产值"
    r"|面积|年产值|增加值|营业收入|利润|装机规模|吞吐|周转|产|销|整治|落实|完成|使用|满意"
    r"|参保|入库|转化|交付)(?:率|量|额)?$"
)
_SUMS = ("总数", "总量", "总额", "总投资")
_HEADS = Words(words.HEADS)
#: A topic longer than this is a sentence, not a noun.
_LONGEST_TOPIC = 14
_LONGEST_SUBJECT = 24
#: What a clause says of its noun without a number (再上新台阶) is no longer than this.
_LONGEST_REMARK = 8
_SUBJECT_CHANGED = re.compile(r"进一步|更加|持续|不断|稳步|显著|明显|大幅|加快|实现")


def leaning(name: Name, memory: Memory) -> Name:
    """Return the name with what it leans on: 占…比重, 总数, a bare 利用率 or 投资."""
    last, topic = memory.last, memory.topic
    if name.text.startswith("占") and last is not None:
        whole = _SHARE_OF.sub("", last.indicator)
        end = "" if _SHARE_NAMED.search(name.text) else "比重"
        return evolve(name, text=whole + name.text + end)
    if name.text in _SUMS and last is not None:
        return evolve(name, text=last.indicator + name.text)
    unfit = not topic or name.text in topic or "、" in topic or len(topic) > _LONGEST_TOPIC
    if not unfit and _HEADLESS.fullmatch(name.text) and len(name.text) <= 4:
        return evolve(name, text=_stem(topic) + name.text)
    return name


def _stem(topic: str) -> str:
    """新能源装机 of 新能源装机占比: the topic without what it measures."""
    end = len(topic)
    while (start := _HEADS.before(topic, end)) > 0:
        end = start
    return topic[:end]


def said_before(case: Construction) -> Found | None:
    """Return the noun of 、力争达到32% or ,增长5.4%: it was said before in the sentence."""
    start = min(case.predicate.start, case.amount.start)
    last = case.memory.last
    if last is None or _is_apart(case, last, start):
        return _subject_before(case, start)
    tied = case.predicate.verb or case.predicate.comparator
    if not (tied or _is_same_thing(case, last)):
        return None
    place = last.indicator_at[0] if last.indicator_at else (start, start)
    name = Name(start=place[0], end=place[1], text=last.indicator, scope=last.scope)
    follows = start - last.end <= 1 and not case.setting.text.startswith("、", last.end)
    return Found(name, start, leans_on=last if follows else None)


def _is_same_thing(case: Construction, last: Draft) -> bool:
    """老旧小区1343个52.54万户: the same thing once more, in another unit."""
    between = case.setting.text[last.end : case.amount.start]
    return between in ("", "、") and last.amount.base_unit != case.amount.base_unit != ""


def _is_apart(case: Construction, last: Draft, start: int) -> bool:
    """Whether a clause without an amount stands between the draft before and this one."""
    here, before = _clauses(case, start)
    if before <= last.end:
        return False
    return _SUBJECT_CHANGED.search(case.setting.text, before, here) is not None


def _clauses(case: Construction, start: int) -> tuple[int, int]:
    """Where the clause that holds `start` begins, and the one before it."""
    text, floor = case.setting.text, case.setting.start
    here = clause_start(text, floor, start)
    return here, clause_start(text, floor, max(floor, here - 1))


def _subject_before(case: Construction, start: int) -> Found | None:
    """社会物流总额保持稳定增长,2020年超过…: the subject of the clause before."""
    if not case.predicate.verb:
        return None
    here, before = _clauses(case, start)
    verb = first_verb(case.setting.text, before, max(before, here - 1))
    if verb < 0:
        verb = _after_measured(case.setting.text, before, max(before, here - 1))
    if verb < 0:
        return None
    name = name_in(case.setting.text, before, verb, keep_nominal=True)
    return Found(name, start) if 2 <= len(name.text) <= _LONGEST_SUBJECT else None


def _after_measured(text: str, start: int, end: int) -> int:
    """粮食总产量|再上新台阶,突破1600亿斤: where the measured noun of a clause ends."""
    for at in range(end - 2, max(start + 3, end - _LONGEST_REMARK) - 1, -1):
        if _HEADS.before(text, at) > start:
            return at
    return -1


def reaching(case: Construction) -> Found:
    """Return the noun of 实施育儿补贴制度,惠及23.6万婴幼儿: who reaches was said before."""
    left, right = case.left, case.right
    here, before = _clauses(case, left.verb_start)
    subject = ""
    if here > case.setting.start:
        who = name_in(case.setting.text, before, max(before, here - 1)).text
        subject = who if 2 <= len(who) <= _LONGEST_TOPIC else ""
    text = subject + left.verb + right.text
    name = evolve(left, text=text, start=right.start, end=right.end)
    return Found(name, left.verb_start, right.end)


def elliptic(case: Construction) -> Found:
    """Return the noun of 投入125亿元: the verb names what is measured."""
    left, topic = case.left, case.memory.topic
    verb = left.verb.rstrip("了")
    text = topic + verb if topic and verb in words.NOMINAL else verb
    name = evolve(left, text=text, start=left.verb_start, end=left.verb_start + len(verb))
    return Found(name, left.verb_start)
