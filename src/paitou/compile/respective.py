"""分别: several nouns, several values → which value belongs to which noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from attrs import evolve

from paitou.compile import words
from paitou.compile.construction import Found, Memory
from paitou.compile.lists import members
from paitou.compile.naming import Name, name_in
from paitou.compile.predicate import Predicate, comparator_after, predicate_before
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting, clause_start, left_start
from paitou.compile.when import Time

_BETWEEN = re.compile(
    r"(?:[、,和及与]|以及)?(?:不低于|不少于|不超过|超过|约|近|达到|达|增长|下降|提高)?"
)
_SIDE_BY_SIDE = frozenset("、和及与")
_PLAN_NOUN = re.compile(
    r"(?:梯次|梯度|双?倍增|培育|提升|壮大|引育|建设|发展|专项)*(?:计划|行动|工程)$"
)


class Share(NamedTuple):
    """An amount with the noun that is its own under 分别."""

    amount: Amount
    found: Found
    predicate: Predicate
    said: Time | None = None  # its own year, where each value has one


class _Nouns(NamedTuple):
    """The nouns of a group, and the words that they were read from."""

    names: list[str]
    name: Name
    is_mismatched: bool = False
    years: Sequence[Time] = ()


def respective(setting: Setting, amounts: Sequence[Amount], before: Amount | None) -> int:
    """Return how many of the amounts, from the first on, share one predicate (1: none)."""
    text, first = setting.text, amounts[0]
    count = 1
    for left, right in pairwise(amounts):
        between = text[comparator_after(text, left.end)[1] : right.start]
        if not _BETWEEN.fullmatch(between):
            break
        count += 1
    if count == 1:
        return 1
    start = left_start(setting, before, first.start)
    if "分别" in text[start : first.start]:
        return count
    shared = _are_rates(amounts[:count]) or _are_listed(text, start, amounts[:count])
    return count if shared else 1


def _are_listed(text: str, start: int, amounts: Sequence[Amount]) -> bool:
    """原煤、原油产量达到600万吨、120万吨: as many nouns side by side as values.

    There may be none: 分别从5家、6家增加到7家、8家.
    """
    if any(text[a.end : b.start] not in _SIDE_BY_SIDE for a, b in pairwise(amounts)):
        return False
    predicate = predicate_before(text, start, amounts[0].start)
    if not predicate.verb:
        return False
    name = name_in(text, start, predicate.start, keep_nominal=True)
    return not name.text or members(name.text, len(amounts)) is not None


def _are_rates(amounts: Sequence[Amount]) -> bool:
    """发送量、吞吐量增长5.6%、7.5%: rates side by side belong to nouns side by side."""
    return {a.base_unit for a in amounts} == {"%"}


def read_respective(
    setting: Setting, amounts: Sequence[Amount], before: Amount | None, memory: Memory
) -> list[Share]:
    """Return each amount with its noun.

    Where nouns and values do not match in number each value keeps all the nouns together
    and is marked, if 分别 was said; else nothing is returned.
    """
    text = setting.text
    start = left_start(setting, before, amounts[0].start)
    predicate = predicate_before(text, start, amounts[0].start)
    said = "分别" in text[start : amounts[0].start]
    name = _without_verb(name_in(text, start, predicate.start, keep_nominal=True))
    nouns = _split(name, len(amounts))
    if nouns is None and not name.text:
        nouns = _names_just_read(len(amounts), memory, predicate.start)
    if nouns is None and said:
        nouns = (
            _by_years(setting, name, amounts)
            or _names_before(setting, start, len(amounts), memory)
            or _names_over_amounts(setting, predicate, amounts)
            or (_Nouns([name.text] * len(amounts), name, True) if name.text else None)
        )
    if nouns is None or (not said and not predicate.verb):
        return []
    return _shares(setting, amounts, nouns, predicate, memory)


def _split(name: Name, count: int) -> _Nouns | None:
    names = members(name.text.replace("分别", ""), count) if name.text else None
    if names and name.verb in words.KEPT and name.verb_start < name.start:
        names = [name.verb + names[0], *names[1:]]
    return None if names is None else _Nouns(names, name)


_SPOKEN = re.compile("(?P<nouns>.+?)(?:累计)?分别(?P<verb>.{2,6})")
_DONE = frozenset(words.DONE)


def _without_verb(name: Name) -> Name:
    """总部、研发中心分别新增: the verb of doing after 分别 is no part of the nouns."""
    found = _SPOKEN.fullmatch(name.text)
    if found is None or found["verb"] not in _DONE:
        return name
    return evolve(name, text=found["nouns"], verb=found["verb"], verb_start=name.start)


def _shares(
    setting: Setting,
    amounts: Sequence[Amount],
    nouns: _Nouns,
    predicate: Predicate,
    memory: Memory,
) -> list[Share]:
    name, last = nouns.name, amounts[-1]
    leans_on = None if name.text else memory.last
    tail, _ = comparator_after(setting.text, last.end)
    quote = min(name.start, predicate.start)
    return [
        Share(
            _completed(amount, last),
            Found(
                evolve(name, text=single),
                quote,
                leans_on=leans_on,
                is_mismatched=nouns.is_mismatched,
                after=_own_or_shared(setting.text, amount, tail),
            ),
            predicate,
            year,
        )
        for single, amount, year in zip_longest(nouns.names, amounts, nouns.years)
    ]


_AND = frozenset("和、与及")


def _by_years(setting: Setting, name: Name, amounts: Sequence[Amount]) -> _Nouns | None:
    """到2024年和2025年,进出口总额分别达到…: one noun, and a year for each value."""
    count = len(amounts)
    before = [said for said in setting.times if said.until <= amounts[0].start]
    run = before[-count:]
    if len(run) < count or not name.text or any(y.is_span or y.compares for y in run):
        return None
    if any(setting.text[a.until : b.at] not in _AND for a, b in pairwise(run)):
        return None
    in_them = setting.text[run[0].at].isdigit() and setting.text[run[-1].until - 1] == "年"
    years = [evolve(year, is_year=in_them) for year in run]
    return _Nouns([name.text] * count, name, years=years)


def _own_or_shared(text: str, amount: Amount, tail: str) -> str:
    """97%和40%左右: what follows the last value holds for all when it is 左右."""
    own, _ = comparator_after(text, amount.end)
    return own or (tail if tail == "approx" else "")


def _completed(amount: Amount, last: Amount) -> Amount:
    """提高3个和4个百分点: the unit is whole only at the end."""
    if not amount.unit or (amount.unit == "个" and last.unit.startswith("个")):
        return evolve(amount, unit=last.unit)
    return amount


#: 接待游客3亿人次,花费500亿元,分别增长14%和21%: so few signs stand between.
_NEXT = 3


def _names_just_read(count: int, memory: Memory, at: int) -> _Nouns | None:
    """The values before, one each, had the nouns; nothing else stands between."""
    recent = memory.drafts[-count:]
    if len(recent) < count or not 0 <= at - recent[-1].end <= _NEXT:
        return None
    names = [draft.indicator for draft in recent]
    if len(set(names)) < count:
        return None
    return _Nouns(names, Name(start=recent[-1].end, end=recent[-1].end, text=""))


def _names_before(
    setting: Setting, start: int, count: int, memory: Memory
) -> _Nouns | None:
    """The nouns stand in the clause before, or are those of the drafts just made."""
    text = setting.text
    recent = memory.drafts[-count:]
    if len(recent) == count and len({d.start for d in recent}) == 1:
        name = Name(start=recent[0].start, end=recent[0].end, text="")
        return _Nouns([d.indicator for d in recent], name)
    here = max(setting.start, start - 1)
    name = name_in(text, clause_start(text, setting.start, here), here)
    plan = _PLAN_NOUN.search(name.text)
    listed = name.text[: plan.start()] if plan else name.text
    return _split(evolve(name, text=listed, end=name.start + len(listed), verb=""), count)


_COUNT = re.compile(r"^\d+[多余]?[个条家户项类]")


def _names_over_amounts(
    setting: Setting, predicate: Predicate, amounts: Sequence[Amount]
) -> _Nouns | None:
    """16条产业链、18个专业镇营业收入分别增长…: counts stand before the nouns."""
    text = setting.text
    start = clause_start(text, setting.start, amounts[0].start)
    name = name_in(text, start, predicate.start, keep_nominal=True)
    nouns = _split(name, len(amounts))
    return nouns and nouns._replace(names=[_COUNT.sub("", n) for n in nouns.names])
