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

from attrs import evolve

from paitou.compile.draft import Draft
from paitou.compile.measures import Surroundings, read
from paitou.compile.naming import (
    Name,
    members,
    name_in,
    split_list,
    without_agency,
    without_growth_noun,
)
from paitou.compile.nouns import Found, Memory, inherits, noun_of
from paitou.compile.predicate import (
    Predicate,
    comparator_after,
    predicate_before,
    stretch_in,
)
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting, clause_start, left_start, right_of
from paitou.compile.respective import read_respective, respective
from paitou.compile.when import Time
from paitou.model import Measure

_FROM = re.compile(
    r"(?<![自理经])(?:由|从)(?:(?:20|19)\d\d年(?:底|末|初)?的?|“?[十一二三四五]{1,3}五”?(?:末|初)的?|上年的?|去年的?|目前的?|现在的?|原来的?|过去的?|最低|"
    r"平均|原有的?|不到|不足|约|近)*$"
)
_TOWARDS = re.compile(
    r"[^,、。;]{0,6}(?:提高|提升|增长|增加|增至|增到|扩大|上升|下降|降低|降到|降至|缩短|减少|压缩|缩减|发展|到|至|跃升|调整)"
)
_ATTACHED = ("reach", "lower", "keep", "grow", "fall", "multiply")


def drafts_of(setting: Setting, amounts: Sequence[Amount]) -> Memory:
    """Return what the sentence's amounts say: drafts in order, and which only delimit."""
    memory = Memory()
    index = 0
    before: Amount | None = None
    while index < len(amounts):
        group = respective(setting, amounts[index:], before)
        if group > 1 and (
            shared := read_respective(
                setting, amounts[index : index + group], before, memory
            )
        ):
            for amount, found, predicate, after in shared:
                _add(setting, memory, amount, found, predicate, after)
            index += group
            before = amounts[index - 1]
            continue
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        if _belongs_to_next(setting, amounts[index], following, before):
            memory.scopes.add(amounts[index].start)
            index += 1
            continue
        _read_one(setting, amounts[index], before, following, memory)
        before = amounts[index]
        index += 1
    return memory


def _belongs_to_next(
    setting: Setting, amount: Amount, following: Amount | None, before: Amount | None
) -> bool:
    """室温20℃达标率提升到96%: the first number is part of what the second measures."""
    if following is None:
        return False
    text = setting.text
    between = text[comparator_after(text, amount.end)[1] : following.start]
    if not 2 < len(between) < 30 or re.search(r"[,;:。、!?]", between):
        return False
    own = predicate_before(text, left_start(setting, before, amount.start), amount.start)
    if own.verb or _FROM.search(text, setting.start, amount.start):
        return False
    if text[amount.end : amount.end + 2] in ("以上", "以下") and not own.comparator:
        return True
    later = predicate_before(text, following.start - len(between), following.start)
    return (
        bool(later.verb or later.comparator)
        and later.start - (following.start - len(between)) >= 2
    )


def _read_one(
    setting: Setting,
    amount: Amount,
    before: Amount | None,
    following: Amount | None,
    memory: Memory,
) -> None:
    text = setting.text
    start = left_start(setting, before, amount.start)
    predicate = predicate_before(text, start, amount.start)
    after, after_end = comparator_after(text, amount.end)
    if _FROM.search(text, start, amount.start) and _TOWARDS.match(
        text, after_end, setting.end
    ):
        _read_origin(setting, amount, start, memory)
        return
    left = name_in(text, start, predicate.start, keep_nominal=predicate.verb in _ATTACHED)
    left, predicate = _doing(text, left, predicate)
    left, predicate = _compared(amount, left, predicate)
    predicate = _growing(text, amount, predicate, after_end)
    found = noun_of(
        setting, amount, predicate, left, right_of(setting, following, after_end), memory
    )
    if found is None:
        return
    predicate = found.predicate or predicate
    for single in _spread(setting, amount, predicate, found):
        if amount.parts and _add_parts(setting, memory, amount, single, predicate):
            continue
        _add(setting, memory, amount, single, predicate, after)


def _doing(text: str, left: Name, predicate: Predicate) -> tuple[Name, Predicate]:
    """完成70个…整治: a verb that may also tie (实现, 完成) is one of doing without a noun."""
    if left.text or left.verb or predicate.word not in ("实现", "完成"):
        return left, predicate
    at = text.index(predicate.word, predicate.start)
    return evolve(left, verb=predicate.word, verb_start=at), evolve(
        predicate, verb="", word=""
    )


_SECTORS = ("第一产业", "第二产业", "第三产业")


def _add_parts(
    setting: Setting, memory: Memory, amount: Amount, found: Found, predicate: Predicate
) -> bool:
    """三次产业结构调整为8.3:41.4:50.3: one statement for each part of the whole."""
    name = found.name.text
    if len(amount.parts) != 2 or "产业" not in name:
        return False
    values = (amount.value, *amount.parts)
    for value, sector in zip(values, _SECTORS, strict=True):
        part = found._replace(name=evolve(found.name, text=f"{name}（{sector}）"))
        _add(setting, memory, evolve(amount, value=value, parts=()), part, predicate, "")
    return True


_GROWN_BY = re.compile(r"(?:的)?(?:增长|增速|增幅)")


def _growing(text: str, amount: Amount, predicate: Predicate, at: int) -> Predicate:
    """保持40%以上增长: the verb of growth follows the number."""
    if (
        amount.base_unit == "%"
        and predicate.verb in ("keep", "reach")
        and _GROWN_BY.match(text, at)
    ):
        return evolve(predicate, verb="grow", word="增长")
    return predicate


_TIMES_OF = re.compile(
    r"(?:提高到|达到|增加到|提升到|相当于|不低于|超过|为|是)(?P<base>[^,、]{2,20}?)的?$"
)


def _compared(amount: Amount, left: Name, predicate: Predicate) -> tuple[Name, Predicate]:
    """工资待遇提高到当地最低工资标准2倍: what the multiple is of stands before the number."""
    if amount.unit != "倍" or predicate.verb:
        return left, predicate
    found = _TIMES_OF.search(left.text)
    if found is None or not found.start():
        return left, predicate
    at = left.start + found.start("base")
    place = (at, at + len(found["base"]))
    name = evolve(left, text=left.text[: found.start()], end=left.start + found.start())
    return name, evolve(predicate, verb="reach", base=found["base"], base_at=place)


def _spread(
    setting: Setting, amount: Amount, predicate: Predicate, found: Found
) -> list[Found]:
    """N1、N2均达到 Q and N1、N2翻一番 say it of each."""
    each = predicate.is_distributed or amount.unit == "番"
    listed, growth = without_growth_noun(found.name.text)
    count = len(split_list(listed)) if each else 1
    names = members(listed, count) if count > 1 else None
    if names is None:
        return [found]
    return [found._replace(name=evolve(found.name, text=name + growth)) for name in names]


def _read_origin(setting: Setting, amount: Amount, start: int, memory: Memory) -> None:
    """由18小时缩短到5小时: the first value is a fact, whatever the sentence promises."""
    text = setting.text
    found = _FROM.search(text, start, amount.start)
    at = found.start() if found else amount.start
    name = name_in(text, start, at, keep_nominal=True)
    if not name.text:
        if memory.last is None:
            return
        name = evolve(name, text=memory.last.indicator)
    if name.text.startswith("占") and memory.topic:
        name = evolve(name, text=memory.topic + name.text)
    predicate = Predicate(start=at, end=amount.start, verb="reach")
    fact = evolve(setting, calendar=evolve(setting.calendar, is_review=True))
    draft = _add(fact, memory, amount, Found(name, name.start), predicate, "")
    draft.is_origin = True
    draft.origin_words = text[at : amount.start]


def _add(
    setting: Setting,
    memory: Memory,
    amount: Amount,
    found: Found,
    predicate: Predicate,
    after: str,
) -> Draft:
    text, name = setting.text, found.name
    said = _time_for(setting, amount)
    label, growth_noun = without_growth_noun(name.text)
    scope, label, growth_noun = _scope_only(memory, name, label, growth_noun)
    _, after_end = comparator_after(text, amount.end)
    inherited = inherits(memory, setting, found)
    clause = clause_start(text, setting.start, min(found.start, amount.start))
    calendar = setting.calendar
    reading = read(
        amount,
        evolve(
            predicate, is_each=bool(_EACH_YEAR.search(text, clause, amount.start))
        ),
        Surroundings(
            name=label,
            verb=name.verb,
            is_review=setting.is_review,
            is_annual=calendar.year is not None and calendar.first == calendar.last,
            is_span=said.is_span if said else calendar.first != calendar.last,
            after=after,
            inherited=inherited.measure if inherited else None,
            growth_noun=growth_noun,
            before="ge" if "至少" in text[clause : amount.start] else "",
        ),
    )
    stretch = _stretch(
        setting, memory, clause, found.start, amount.start, found.leans_on or inherited
    )
    draft = Draft(
        amount=amount,
        start=_quote_start(found.start, stretch),
        end=max(found.end, after_end),
        indicator=_clean(without_agency(label)),
        indicator_at=((name.start, name.end),) if name.end > name.start else (),
        measure=reading.measure,
        comparator=reading.comparator,
        value=reading.value,
        value_high=reading.value_high,
        unit=reading.unit,
        scope=scope,
        base=predicate.base,
        base_at=predicate.base_at,
        comparator_at=(amount.end, after_end) if after else predicate.comparator_at,
        strength_at=stretch,
        is_stretch=stretch is not None and not setting.is_review,
        is_mismatched=found.is_mismatched,
        said=said,
        verb=name.verb,
    )
    memory.drafts.append(draft)
    memory.last = draft
    if not memory.topic or predicate.verb == "reach":
        memory.topic = draft.indicator
    return draft


_EACH_YEAR = re.compile(r"(?<!每人)(?<!人均)(?<!每户)(?:每年|逐年)")
_PLACES = re.compile(r"[镇乡县市区州旗]$|群体$|地区$")


def _scope_only(
    memory: Memory, name: Name, label: str, growth_noun: str
) -> tuple[str | None, str, str]:
    """3个脱贫县及磨憨镇增速不低于11%: a place instead of an indicator, which was said before."""
    last = memory.last
    if growth_noun and last is not None and _PLACES.search(label):
        average = "年均增速" if last.measure is Measure.GROWTH_AVG else growth_noun
        return label, last.indicator, average
    return name.scope, label, growth_noun


_CLEANED = re.compile(r"^(?:的|各项|了|各自)+|(?:的|等)+$|(?:19|20)\d\d年(?:底|末)?")


def _clean(name: str) -> str:
    return _CLEANED.sub("", name).strip("、, ")


def _time_for(setting: Setting, amount: Amount) -> Time | None:
    before = [t for t in setting.times if t.until <= amount.start and not t.compares]
    return before[-1] if before else None


def _stretch(
    setting: Setting,
    memory: Memory,
    start: int,
    begin: int,
    end: int,
    inherited: Draft | None,
) -> tuple[int, int] | None:
    last, floor = memory.last, start
    if last is not None and start < last.end <= begin:
        floor = last.end
    found = stretch_in(setting.text, floor, end)
    return found or (inherited.strength_at if inherited else None)


def _quote_start(start: int, stretch: tuple[int, int] | None) -> int:
    if stretch is not None and stretch[0] < start and start - stretch[0] < 8:
        return stretch[0]
    return start
