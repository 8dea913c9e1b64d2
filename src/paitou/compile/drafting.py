"""A noun found for an amount → the draft of a statement, remembered for what follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from paitou.compile.construction import Found, Memory
from paitou.compile.draft import Draft
from paitou.compile.measures import GROWTHS, Reading, Surroundings, read
from paitou.compile.naming import Name, without_agency, without_growth_noun
from paitou.compile.predicate import Predicate, comparator_after, stretch_in
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting, clause_start
from paitou.compile.tense import base_of, looks_back, time_of
from paitou.model import Measure

_EACH_YEAR = re.compile(r"(?<!每人)(?<!人均)(?<!每户)(?:每年|逐年)")
_PLACES = re.compile(r"[镇乡县市区州旗]$|群体$|地区$")
_CLEANED = re.compile(r"^(?:的|各项|了|各自)+|(?:的|等)+$|(?:19|20)\d\d年(?:底|末)?")
_AIMING = re.compile("[,、](?:力争|争取)[^,、。;]{0,4}")
_JOINED = re.compile(r"(?:[、和及与]|以及)?")


def add_draft(
    setting: Setting, memory: Memory, amount: Amount, found: Found, predicate: Predicate
) -> Draft:
    """Return the draft, after adding it to what the sentence remembers."""
    by_points = predicate.verb in ("grow", "fall") and "百分点" in amount.unit
    label = _label(memory, found.name, changes_by_points=by_points)
    after, after_end = comparator_after(setting.text, amount.end)
    inherited = _inherited(setting, memory, found)
    before = _Before(
        inherited,
        _said_again(setting, memory, found, amount.start),
        _is_each_year(setting, memory, amount, found, predicate),
    )
    reading = _read(setting, amount, found, predicate, label, before)
    stretch = _stretch(setting, memory, amount, found, found.leans_on or inherited)
    name = found.name
    base, base_at = base_of(setting, amount, predicate)
    draft = Draft(
        amount=amount,
        start=_quote_start(setting.text, found.start, stretch),
        end=max(found.end, after_end),
        indicator=_CLEANED.sub("", without_agency(label.text)).strip("、, /"),
        indicator_at=((name.start, name.end),) if name.end > name.start else (),
        measure=reading.measure,
        comparator=reading.comparator,
        value=reading.value,
        value_high=reading.value_high,
        unit=reading.unit,
        scope=label.scope,
        base=base,
        base_at=base_at,
        comparator_at=(amount.end, after_end) if after else predicate.comparator_at,
        strength_at=stretch,
        is_stretch=stretch is not None and not setting.is_review,
        is_mismatched=found.is_mismatched,
        is_each=reading.measure is Measure.CHANGE and before.is_each,
        said=time_of(setting, amount),
        verb=name.verb,
    )
    _remember(memory, draft, predicate)
    return draft


def _is_each_year(
    setting: Setting, memory: Memory, amount: Amount, found: Found, predicate: Predicate
) -> bool:
    """Return whether 每年 governs; 每年提高2个百分点、达到30% reaches its value once."""
    at, last = min(found.start, amount.start), memory.last
    floor = clause_start(setting.text, setting.start, at)
    if last is not None and predicate.verb == "reach" and floor < last.end <= at:
        changed = last.measure in (Measure.CHANGE, *GROWTHS)
        floor = last.end if changed else floor
    return bool(_EACH_YEAR.search(setting.text, floor, amount.start))


def _remember(memory: Memory, draft: Draft, predicate: Predicate) -> None:
    memory.drafts.append(draft)
    if predicate.is_gap:
        return
    memory.last = draft
    if not memory.topic or predicate.verb == "reach":
        memory.topic = draft.indicator


class _Before(NamedTuple):
    """The draft whose verb governs this one too; what was last said of the same noun.

    `is_each` says whether 每年 stands before it and governs it.
    """

    governing: Draft | None
    again: Measure | None
    is_each: bool


class _Label(NamedTuple):
    """A name without its noun of growth (增速), and that noun."""

    text: str
    scope: str | None
    growth: str


def _label(memory: Memory, name: Name, *, changes_by_points: bool) -> _Label:
    """What the name says.

    3个脱贫县及磨憨镇增速不低于11% names a place instead of an indicator; the indicator was
    said before, and the place is its scope.
    """
    text, growth = without_growth_noun(name.text)
    last = memory.last
    if changes_by_points:
        of_growth = last is not None and last.measure in GROWTHS
        bare = not growth and last is not None and last.indicator == text
        return _Label(name.text + ("增速" if of_growth and bare else ""), name.scope, "")
    if growth and last is not None and _PLACES.search(text):
        average = "年均增速" if last.measure is Measure.GROWTH_AVG else growth
        return _Label(last.indicator, text, average)
    return _Label(text, name.scope, growth)


def _read(
    setting: Setting,
    amount: Amount,
    found: Found,
    predicate: Predicate,
    label: _Label,
    before: _Before,
) -> Reading:
    text, calendar = setting.text, setting.calendar
    clause = clause_start(text, setting.start, min(found.start, amount.start))
    said = time_of(setting, amount)
    around = Surroundings(
        name=label.text,
        verb=found.name.verb,
        is_review=looks_back(calendar, said),
        is_annual=calendar.year is not None and calendar.first == calendar.last,
        said=said,
        after=found.after or comparator_after(text, amount.end)[0],
        inherited=before.governing.measure if before.governing else None,
        again=before.again,
        growth_noun=label.growth,
        before="ge" if "至少" in text[clause : amount.start] else "",
        is_each=before.is_each,
    )
    return read(amount, predicate, around)


def _inherited(setting: Setting, memory: Memory, found: Found) -> Draft | None:
    """The draft before, when its verb governs this one too.

    Between the two stands only 、 or 和, or a comma where this one has no verb of its own
    (建设24个滑冰场,26个健身中心).
    """
    last, start = memory.last, found.start
    if last is None or start < last.end or last.measure is Measure.GRADE:
        return None
    between = setting.text[last.end : start]
    if (
        between == ","
        and last.verb
        and not found.name.verb
        and found.end > found.name.start
    ):
        return last
    return last if _JOINED.fullmatch(between) else None


def _said_again(
    setting: Setting, memory: Memory, found: Found, start: int
) -> Measure | None:
    """增长3%,力争达到5%: the second value is of the same kind as the first."""
    last = memory.last
    if last is None or found.leans_on is not last:
        return None
    aims = _AIMING.fullmatch(setting.text, last.end, max(last.end, start))
    return last.measure if aims else None


def _stretch(
    setting: Setting, memory: Memory, amount: Amount, found: Found, leans: Draft | None
) -> tuple[int, int] | None:
    text, last = setting.text, memory.last
    floor = clause_start(text, setting.start, min(found.start, amount.start))
    if last is not None and floor < last.end <= found.start:
        floor = last.end
    said = stretch_in(text, floor, amount.start)
    return said or (leans.strength_at if leans else None)


_RHYTHM = re.compile(r"(?:每年|年均|逐年|[一-十]年累计|累计|动态|至少)$")


def _quote_start(text: str, start: int, stretch: tuple[int, int] | None) -> int:
    """The quote takes in 力争, 每年 and 三年累计 that stand right before its words."""
    if rhythm := _RHYTHM.search(text, max(0, start - 6), start):
        start = rhythm.start()
    if stretch is not None and stretch[0] < start and start - stretch[0] < 8:
        return stretch[0]
    return start
