"""A sentence with its numbers → drafts of statements: which noun, which verb, which value.

For each amount the words to its left, back to the comma or the amount before, and the words
to its right decide the construction:

    N 达到 Q        工业增加值超过3000亿元          the noun is to the left of a predicate
    V N Q           引进重大产业项目200个以上        a verb of doing leads the noun
    V Q N           打造5个千亿级开发区              the noun is to the right
    N Q             城镇新增就业8.4万人              nothing between
    Q N V           3家企业入选全国首批…             a count of things that did something
    N1、N2分别达到 Q1、Q2; N1、N2均达到 Q            one or several nouns share a predicate
    由 Q1 提高到 Q2                                  the first value is where it started
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from paitou.compile import words
from paitou.compile.draft import Draft
from paitou.compile.measures import Surroundings, read
from paitou.compile.naming import (
    Name,
    is_complete,
    members,
    name_in,
    split_list,
    strip_leading,
    strip_trailing,
    without_growth_noun,
)
from paitou.compile.predicate import Predicate, comparator_after, predicate_before, stretch_in
from paitou.compile.quantity import Amount
from paitou.compile.when import Calendar, Time
from paitou.model import Measure

_BOUNDARY = re.compile(r"[,;:。!?]")
_RIGHT_END = re.compile(r"[,;:。!?]|$")
_LIST_MARK = re.compile(r"[、和及与]|以及|,")
_FROM = re.compile(r"(?<![自理经])(?:由|从)(?:原来的?|最低|平均|原有的?)*$")
_FROM_TO = re.compile(r"(?:由|从)[^,。;]{1,18}$")
_TOWARDS = re.compile(r"^[^,、。;]{0,8}(?:提高|提升|增长|增加|增|扩大|上升|下降|降低|降|缩短|减少|压缩|缩减|发展|到|至|跃升|调整)")


@define
class Memory:
    """What a sentence has said so far, for what follows in it to lean on."""

    topic: str = ""
    topic_at: tuple[int, int] | None = None
    last: Draft | None = None
    drafts: list[Draft] = field(factory=list)


@frozen(kw_only=True)
class Setting:
    """Where a sentence stands: its passage's text, its times and the document's calendar."""

    text: str
    start: int
    end: int
    times: Sequence[Time]
    calendar: Calendar

    @property
    def is_review(self) -> bool:
        """Return whether the sentence reports what was done."""
        return self.calendar.is_review


def drafts_of(setting: Setting, amounts: Sequence[Amount]) -> list[Draft]:
    """Return the drafts that the sentence's amounts make, in order."""
    memory = Memory()
    index = 0
    while index < len(amounts):
        group = _respective(setting, amounts, index)
        if group > 1 and _read_respective(setting, amounts[index : index + group], memory):
            index += group
            continue
        _read_one(setting, amounts, index, memory)
        index += 1
    return memory.drafts


# -- where the words of an amount begin and end --------------------------------------------


def _left_start(setting: Setting, amounts: Sequence[Amount], index: int) -> int:
    at = amounts[index].start
    floor = setting.start
    if index:
        before = amounts[index - 1]
        floor = max(floor, comparator_after(setting.text, before.end)[1])
    return max(floor, _clause_start(setting.text, floor, at))


def _clause_start(text: str, floor: int, at: int) -> int:
    depth = 0
    for position in range(at - 1, floor - 1, -1):
        char = text[position]
        if char in ")”》":
            depth += 1
        elif char in "(“《":
            depth -= 1
        elif depth <= 0 and char in ",;:。!?":
            return position + 1
    return floor


def _right_end(setting: Setting, amounts: Sequence[Amount], index: int, at: int) -> int:
    text = setting.text
    found = _RIGHT_END.search(text, at, setting.end)
    end = found.start() if found else setting.end
    if index + 1 < len(amounts) and amounts[index + 1].start < end:
        cut = text.rfind("、", at, amounts[index + 1].start)
        joint = re.search(r"和|以及|及", text[at : amounts[index + 1].start])
        end = cut if cut >= 0 else at + joint.start() if joint else amounts[index + 1].start
    return max(end, at)


# -- 分别 --------------------------------------------------------------------------------------


def _respective(setting: Setting, amounts: Sequence[Amount], index: int) -> int:
    """How many amounts, from this one on, a 分别 before this one governs (1 if none)."""
    text, first = setting.text, amounts[index]
    start = _left_start(setting, amounts, index)
    if "分别" not in text[start : first.start]:
        return 1
    count = 1
    for left, right in zip(amounts[index:], amounts[index + 1 :], strict=False):
        between = text[comparator_after(text, left.end)[1] : right.start]
        if not re.fullmatch(r"(?:[、,和及与]|以及)?(?:不低于|超过|约|近|达到|达|不少于)?", between):
            break
        count += 1
    return count


def _read_respective(setting: Setting, amounts: Sequence[Amount], memory: Memory) -> bool:
    text = setting.text
    start = _left_start(setting, amounts, 0) if not memory.last else _after_last(setting, memory, amounts[0])
    predicate = predicate_before(text, start, amounts[0].start)
    name = name_in(text, start, predicate.start, keep_nominal=True)
    names = members(name.text, len(amounts)) if name.text else None
    if names is None:
        names, name = _names_before(setting, start, len(amounts), memory)
    if names is None:
        return False
    tail = comparator_after(text, amounts[-1].end)
    for single, amount in zip(names, amounts, strict=True):
        own = comparator_after(text, amount.end)
        unit_from_last = amount if amount.unit else evolve(amount, unit=amounts[-1].unit)
        _add(setting, memory, unit_from_last, evolve(name, text=single), predicate, own[0] or _shared(tail[0]), quote_start=min(name.start, predicate.start))
    return True


def _shared(comparator: str) -> str:
    return comparator if comparator == "approx" else ""


def _after_last(setting: Setting, memory: Memory, amount: Amount) -> int:
    floor = memory.last.end if memory.last else setting.start
    return max(floor, _clause_start(setting.text, floor, amount.start))


def _names_before(
    setting: Setting, start: int, count: int, memory: Memory
) -> tuple[list[str] | None, Name]:
    """The nouns of 分别 stand in the clause before, or are those of the drafts just made."""
    text = setting.text
    recent = memory.drafts[-count:]
    if len(recent) == count and len({d.amount.start for d in recent}) == 1:
        name = Name(start=recent[0].start, end=recent[0].end, text="")
        return [d.indicator for d in recent], name
    previous = _clause_start(text, setting.start, max(setting.start, start - 1))
    name = name_in(text, previous, max(previous, start - 1))
    for end in (None, _trim_plan_noun(name.text)):
        listed = name.text if end is None else name.text[:end]
        names = members(listed, count)
        if names is not None:
            return names, name
    return None, name


_PLAN_NOUN = re.compile(r"(?:梯次|梯度|倍增|双倍增|培育|提升|壮大|引育|建设|发展|专项)*(?:计划|行动|工程)$")


def _trim_plan_noun(name: str) -> int:
    found = _PLAN_NOUN.search(name)
    return found.start() if found else len(name)


# -- one amount ----------------------------------------------------------------------------


def _read_one(
    setting: Setting, amounts: Sequence[Amount], index: int, memory: Memory
) -> None:
    text, amount = setting.text, amounts[index]
    start = _left_start(setting, amounts, index)
    predicate = predicate_before(text, start, amount.start)
    after, after_end = comparator_after(text, amount.end)
    right_end = _right_end(setting, amounts, index, after_end)
    right = _Right.of(text, after_end, right_end)
    if _FROM.search(text, start, amount.start) and _TOWARDS.match(text[after_end:setting.end]):
        _read_origin(setting, amount, start, memory)
        return
    left = name_in(text, start, predicate.start, keep_nominal=predicate.verb in ("reach", "lower", "keep", "grow", "fall", "multiply"))
    found = _name_for(setting, amount, predicate, left, right, memory)
    if found is None:
        return
    name, quote_start, quote_end = found
    if predicate.is_distributed and "分别" not in text[predicate.start : predicate.end] and (several := _several(name)):
        for single in several:
            _add(setting, memory, amount, evolve(name, text=single), predicate, after, quote_start=quote_start, quote_end=quote_end)
        return
    if amount.unit == "番" and (several := _several(name)):
        for single in several:
            _add(setting, memory, amount, evolve(name, text=single), predicate, after, quote_start=quote_start, quote_end=quote_end)
        return
    _add(setting, memory, amount, name, predicate, after, quote_start=quote_start, quote_end=quote_end)


def _several(name: Name) -> list[str] | None:
    count = len(split_list(name.text))
    return members(name.text, count) if count > 1 else None


@frozen(kw_only=True)
class _Right:
    """The words after a number up to the end of its clause."""

    start: int
    end: int
    text: str
    attributes: bool  # they open with 的: the number describes the noun that follows

    @classmethod
    def of(cls, text: str, start: int, end: int) -> _Right:
        end = strip_trailing(text, start, end)
        attributes = text[start : start + 1] == "的"
        return cls(start=start, end=end, text=text[start:end], attributes=attributes)


_NOT_NOUN = re.compile(r"^(?:[、和及与)”]|以及|的?目标|的?任务|的?水平|的?要求|(?:居|列|位居|排名|高于|低于|超过|比|较|同比|增速|为近|为历史|创)|[(])")


def _name_for(
    setting: Setting, amount: Amount, predicate: Predicate, left: Name, right: _Right, memory: Memory
) -> tuple[Name, int, int] | None:
    """The name that the amount measures, with the start and end of the quote."""
    text = setting.text
    has_right = bool(right.text) and not _NOT_NOUN.match(right.text)
    if amount.base_unit in ("%", "成") and has_right and (named := _share(setting, amount, left, right)):
        return named
    if right.attributes and predicate.verb != "" and left.text and amount.base_unit not in ("%",):
        return None
    if left.text and (predicate.verb or predicate.comparator) and not left.text.endswith("等"):
        if left.verb and has_right and not is_complete(left.text) and predicate.verb == "":
            return _counted(left, right, amount)
        return _lean(left, memory), left.verb_start if left.verb else left.start, 0
    if has_right and (left.verb or not left.text or left.text.endswith("等") or predicate.verb):
        if right.attributes:
            return None
        if not left.verb and not predicate.verb and not setting.is_review and not left.led and predicate.start == predicate.end and left.text == "" and memory.last is None:
            return None
        return _counted(left, right, amount)
    if has_right and not right.attributes and left.text and not left.verb:
        return _counted(left, right, amount)
    if left.text:
        return _lean(left, memory), left.verb_start if left.verb else left.start, 0
    if left.verb and not has_right:
        return _elliptic(setting, amount, left, memory)
    return _inherited(predicate, amount, memory)


def _lean(name: Name, memory: Memory) -> Name:
    """A name that opens with 占, or is a bare 率, leans on what the sentence is about."""
    if name.text.startswith("占") and memory.topic:
        return evolve(name, text=memory.topic + name.text)
    return name


def _counted(left: Name, right: _Right, amount: Amount) -> tuple[Name, int, int]:
    name = Name(
        start=right.start,
        end=right.end,
        text=right.text,
        scope=left.scope,
        verb=left.verb,
        verb_start=left.verb_start,
        led=left.led,
    )
    start = left.verb_start if left.verb else amount.start
    return name, start, right.end


_OF = re.compile(r"的?(?P<noun>[^达使实用]{1,14}?)(?P<verb>(?:达到|使用|实现|完成|用于|覆盖|达标|降至|达).*)$")


def _share(setting: Setting, amount: Amount, left: Name, right: _Right) -> tuple[Name, int, int] | None:
    """90%的煤矿达到…, 税费事项100%“网上办”, 设施实现100%覆盖."""
    if right.attributes:
        text = right.text[1:] + "比例"
        name = Name(start=right.start + 1, end=right.end, text=text, scope=left.scope)
        return name, amount.start, right.end
    if left.text:
        name = evolve(left, text=left.text + right.text, verb="")
        return name, left.start, right.end
    return None


def _elliptic(
    setting: Setting, amount: Amount, left: Name, memory: Memory
) -> tuple[Name, int, int] | None:
    """投入125亿元, 惠及70多万群众: a verb and a number; the verb names what is measured."""
    verb = left.verb.rstrip("了")
    text = (memory.topic + verb) if memory.topic and verb in words.NOMINAL else verb
    name = evolve(left, text=text, start=left.verb_start, end=amount.start)
    return name, left.verb_start, 0


def _inherited(
    predicate: Predicate, amount: Amount, memory: Memory
) -> tuple[Name, int, int] | None:
    """、力争达到32%, 、增长5.4%: the name was said before in the sentence."""
    if memory.last is None:
        return None
    if not (predicate.verb or predicate.comparator or memory.last.measure is not Measure.LEVEL):
        return None
    at = memory.last.indicator_at[0] if memory.last.indicator_at else (amount.start, amount.start)
    name = Name(start=at[0], end=at[1], text=memory.last.indicator, scope=memory.last.scope)
    start = predicate.start if predicate.start < amount.start else amount.start
    return name, start, 0


def _read_origin(setting: Setting, amount: Amount, start: int, memory: Memory) -> None:
    """由18小时缩短到5小时: the first value is a fact, whatever the sentence promises."""
    text = setting.text
    found = _FROM.search(text, start, amount.start)
    assert found is not None  # noqa: S101 - the caller has just found it
    name = name_in(text, start, found.start(), keep_nominal=True)
    if not name.text and memory.last is None:
        return
    if not name.text and memory.last is not None:
        name = evolve(name, text=memory.last.indicator)
    predicate = Predicate(start=found.start(), end=amount.start, verb="reach")
    fact = evolve(setting, calendar=evolve(setting.calendar, is_review=True))
    _add(fact, memory, amount, _lean(name, memory), predicate, "", quote_start=name.start)
    memory.drafts[-1].is_origin = True


# -- the draft -----------------------------------------------------------------------------


def _add(
    setting: Setting,
    memory: Memory,
    amount: Amount,
    name: Name,
    predicate: Predicate,
    after: str,
    *,
    quote_start: int,
    quote_end: int = 0,
) -> None:
    text = setting.text
    said = _time_for(setting, amount)
    label, growth_noun = without_growth_noun(name.text)
    _, after_end = comparator_after(text, amount.end)
    inherited = _coordinated(setting, memory, quote_start)
    reading = read(
        amount,
        predicate,
        Surroundings(
            name=label,
            verb=name.verb,
            is_review=setting.is_review,
            is_annual=setting.calendar.year is not None and setting.calendar.first == setting.calendar.last,
            is_span=said.is_span if said else setting.calendar.first != setting.calendar.last,
            after=after,
            inherited=inherited.measure if inherited else None,
            growth_noun=growth_noun,
            before=_comparator_in_verb(text, quote_start, amount.start),
        ),
    )
    stretch = _stretch(setting, memory, quote_start, amount.start, inherited)
    draft = Draft(
        amount=amount,
        start=_quote_start(text, quote_start, stretch),
        end=max(quote_end, after_end),
        indicator=_clean(label),
        indicator_at=((name.start, name.end),) if name.end > name.start else (),
        measure=reading.measure,
        comparator=reading.comparator,
        value=reading.value,
        value_high=reading.value_high,
        unit=reading.unit,
        scope=name.scope,
        base=predicate.base,
        base_at=predicate.base_at,
        comparator_at=(amount.end, after_end) if after else predicate.comparator_at,
        strength_at=stretch,
        is_stretch=stretch is not None or bool(inherited and inherited.is_stretch),
        said=said,
        verb=name.verb,
    )
    memory.drafts.append(draft)
    memory.last = draft
    if not memory.topic or predicate.verb == "reach":
        memory.topic = draft.indicator


_CLEANED = re.compile(r"^(?:的|各项|了)+|(?:的|等)+$")


def _clean(name: str) -> str:
    return _CLEANED.sub("", name).strip("、,")


def _comparator_in_verb(text: str, start: int, end: int) -> str:
    return "ge" if "至少" in text[max(0, start - 2) : end] else ""


def _time_for(setting: Setting, amount: Amount) -> Time | None:
    before = [t for t in setting.times if t.until <= amount.start and not t.compares]
    return before[-1] if before else None


def _coordinated(setting: Setting, memory: Memory, start: int) -> Draft | None:
    """The draft before, when only 、 or 和 stands between: its verb governs this one too."""
    last = memory.last
    if last is None or start < last.end:
        return None
    between = setting.text[last.end : start]
    return last if re.fullmatch(r"(?:[、和及与]|以及)?", between) else None


def _stretch(
    setting: Setting, memory: Memory, start: int, end: int, inherited: Draft | None
) -> tuple[int, int] | None:
    clause = _clause_start(setting.text, setting.start, max(start, setting.start))
    floor = max(clause, memory.last.end if memory.last and memory.last.end <= start else clause)
    return stretch_in(setting.text, floor, end) or (inherited.strength_at if inherited else None)


def _quote_start(text: str, start: int, stretch: tuple[int, int] | None) -> int:
    if stretch is not None and stretch[0] < start and start - stretch[0] < 8:
        return stretch[0]
    return start
