"""The words around a number → the indicator's name: verbs, time and scope cut away."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from paitou.compile import words
from paitou.compile.doing import Doing, doing_at, doing_inside, is_nominal
from paitou.compile.patterns import Words, one_of
from paitou.text.hanzi import compiled

_TIME = re.compile(
    r"(?:到|至|截至|截止|从|自|于|在)?(?:20|19)\d\d(?:—|-|~|至)?(?:(?:20|19)\d\d)?年?"
    r"(?:\d{1,2}月)?(?:[底末前初]+|期间)?(?:,|时|,)?"
    r"|(?:“[^”]{1,4}”|[十一二三四五]{1,3}五)(?:期间|时期|末|以来)"
    r"|用?[\d一二三四五十两近过去未来今后]+年(?:来|内|时间|间|累计|期间)?(?:累计)?"
)
_TIME_FIRSTS = frozenset("用到至截从自于在1234567890“一二三四五十两近过去未来今后")
_LEADING = Words(w for w in words.LEADING if len(w) > 1)
_LEADING_SIGNS = re.compile(
    r"[并且而及和与或将把让使对为向由从在到至再又也还仍要应须需拟约共以,、:—\s)]|新(?=的)"
    r"|总(?=体上)|\((?:含|其中|包括)"
)
_WHOLE = Words(words.WHOLE)
_SCOPES = Words(words.SCOPES)
_SCOPED = compiled(
    r"(?!性|知名|最|首|重点文物|第|领先|一流|文明|优|示范|百强|统一|同类|先进)"
    r"(?=[一-龥A-Za-z“(])(?:的)?"
)
_TRAILING = re.compile(
    r"(?:的|将|已|了|约|近|超|共|总计|合计|共计|预计|则|也|均|都|分别|各|再|又|要|应|须|需"
    r"|可|仅|只|至少|每年|其中|规模已|方面|有望|,|、|:|\s|—)+$"
)
_TRAILING_LASTS = frozenset(
    "的将已了约近超共计则也均都别各再又要应须需可仅只少年中面望,、: —"
)
#: A verb may open a longer word that is kept whole (建成区); with these it does not.
_NEW = ("新", "重点", "集中", "支持", "完成", "带动", "保障")
_GROWTH_NOUN = re.compile(f"(?<!自然)(?<!机械){one_of(words.GROWTH_NOUNS)}$")
_SUBMITTED = re.compile(r"^(提请|报请|提交).{2,12}?(审议|审定|批准)(?=.)")
_LESS_INSIDE = compiled(r"(?<=[一-龥])(?:降低|减少|压减|削减|减轻)(?=[一-龥]{2,})")


@frozen(kw_only=True)
class Name:
    """An indicator's name as indices into the passage's text."""

    start: int
    end: int
    text: str
    scope: str | None = None
    verb: str = ""  # the verb of doing or having that led it (新增, 打造)
    verb_start: int = -1
    led: bool = False  # whether 推动, 加快 … stood before it


def strip_leading(text: str, start: int, end: int) -> int:
    """Return where the words that only lead the clause end."""
    at = start
    while at < end and _WHOLE.at(text, at, end) < 0:
        after = _leading(text, at, end)
        if after <= at:
            break
        at = after
    return min(at, end)


def _leading(text: str, at: int, end: int) -> int:
    """Where the time, word or sign that leads the clause at `at` ends, -1 if none does."""
    if text[at] in _TIME_FIRSTS and (time := _TIME.match(text, at, end)):
        return time.end()
    after = _LEADING.at(text, at, end)
    if after > 0:
        return after
    sign = _LEADING_SIGNS.match(text, at, end)
    return sign.end() if sign else -1


def name_in(text: str, start: int, end: int, *, keep_nominal: bool = False) -> Name:
    """Return the name that [start, end) holds; empty when only led by verbs.

    With `keep_nominal` a word such as 投资 that may be verb or noun stays in the name.
    """
    led = strip_leading(text, start, end)
    scope, at = _scope(text, led, end)
    at = strip_leading(text, at, end) if scope else at
    verb, verb_start = "", -1
    doing = _doing(text, at, end)
    if doing and not is_nominal(text, doing, end, keep=keep_nominal):
        verb, verb_start = text[at : doing.end], at
        inner, at = _scope(text, doing.end, end)
        scope = inner or scope
    end = strip_trailing(text, at, end)
    return Name(
        start=at,
        end=end,
        text=text[at:end],
        scope=scope,
        verb=verb,
        verb_start=verb_start,
        led=led > start,
    )


def _scope(text: str, at: int, end: int) -> tuple[str | None, int]:
    """全市, 我省 … that stand before a name, and where the name begins."""
    after = _SCOPES.at(text, at, end)
    named = _SCOPED.match(text, after, end) if after > 0 else None
    return (text[at:after], named.end()) if named else (None, at)


def _doing(text: str, at: int, end: int) -> Doing | None:
    """The verb of doing at `at`, unless it only opens a longer word (建成区)."""
    found = doing_at(text, at, end)
    longer = found is not None and _WHOLE.at(text, at, end) > found.end
    return None if longer and not text.startswith(_NEW, at, end) else found


def after_doing(name: Name) -> Name:
    """Return what a verb of doing inside the words is about (…推出|制度创新成果)."""
    doing = doing_inside(name.text)
    if doing is None:
        return _with_less(name)
    return evolve(
        name,
        start=name.start + doing.end,
        text=name.text[doing.end :],
        verb=doing.verb,
        verb_start=name.start + doing.start,
    )


def _with_less(name: Name) -> Name:
    """为实体经济降低成本: the costs of the economy, lowered."""
    found = _LESS_INSIDE.search(name.text)
    if found is None:
        return name
    joined = name.text[: found.start()] + name.text[found.end() :]
    return evolve(name, text=joined, verb=found[0], verb_start=name.start)


def strip_trailing(text: str, start: int, end: int) -> int:
    """Return where the name ends once the words that only join it to a number are cut."""
    if start >= end or text[end - 1] not in _TRAILING_LASTS:
        return end
    found = _TRAILING.search(text, start, end)
    return found.start() if found else end


def without_growth_noun(name: str) -> tuple[str, str]:
    """Return the name without 增速, 增幅 …, and that word (empty when there is none)."""
    found = _GROWTH_NOUN.search(name)
    return (name[: found.start()], found[0]) if found and found.start() else (name, "")


def without_agency(name: str) -> str:
    """Return 提请审议地方性法规 for 提请省人大审议地方性法规: who decides is left out."""
    return _SUBMITTED.sub(r"\1\2", name) if name[:1] in "提报" else name
