"""An amount with its words → the noun that it measures, and the quote's bounds."""

from __future__ import annotations

import re

from attrs import evolve

from paitou.compile import words
from paitou.compile.construction import Construction, Found
from paitou.compile.doing import Doing, doing_at, doing_last
from paitou.compile.leaning import elliptic, leaning, reaching, said_before
from paitou.compile.lists import is_complete
from paitou.compile.naming import Name, after_doing
from paitou.compile.patterns import one_of
from paitou.compile.shares import share_of
from paitou.text.hanzi import compiled

_DURING = compiled(
    r"(?:(?:全部|全面|全都|全数|均已?|都|顺利|如期|正在|加快|有序|基本|有力|得到|已)+"
    r"[一-龥]{2,8}|向[一-龥]{2,4}开放|圆满收官|投入(?:运营|使用)|启动建设|落地实施"
    r"|[,、]?居全[国省].*|[、,]?(?:位列|位居|排名).*|并(?:有序|逐步|全部).*)$"
)
_MONEY_NOUN = re.compile(r"项目|企业|集群|产业|园区|镇|县|大户|平台|合同")
_GROWTH_ONLY = re.compile(one_of(words.GROWTH_NOUNS))
_BATCH = re.compile(
    r"^(?:首批|全部|其中|一批|首个|沿岸|大批|全国|现有|约|近|的)+"
    r"|(?:首批|的|其中|约|近|全国|至少|共有?|等)+$"
)
_SPENT_ON = re.compile("用于|支持|保障|办好")
_CLASSIFIERS = frozenset(words.COUNTED)
_INVESTED = re.compile(r"开工|投产|建设|落地|建成|竣工|签约")
#: More words than these before a number are a list of examples, not a modifier.
_LONGEST_MODIFIER = 14


def noun_of(case: Construction) -> Found | None:
    """Return the noun that the amount measures, None when it measures none."""
    if _is_unmeasured(case):
        return None
    if case.amount.base_unit in ("%", "成") and (found := share_of(case)):
        return found
    if case.names_right and case.right.text.endswith("全覆盖"):
        case.memory.scopes.add(case.amount.start)
        return None
    if case.right.describes:
        return _investment(case)
    return _by_sides(case)


def _is_unmeasured(case: Construction) -> bool:
    """A duration, or a bare number, without a predicate measures nothing."""
    predicate, amount = case.predicate, case.amount
    if amount.base_unit in words.DURATIONS:
        real = predicate.verb and predicate.word not in ("实现", "完成")
        return not (real or predicate.comparator)
    bare = not amount.unit and not amount.parts and amount.kind == "arabic"
    return bare and not predicate.verb and not predicate.comparator


def _by_sides(case: Construction) -> Found | None:
    left, last = case.left, case.memory.last
    if case.predicate.word == "为" and not left.text and case.names_right:
        predicate = evolve(case.predicate, verb="", word="")
        found = _counted(case, left)
        return found and found._replace(predicate=predicate)
    if left.text and _GROWTH_ONLY.fullmatch(left.text) and last is not None:
        return Found(evolve(left, text=last.indicator + left.text), left.start)
    if left.text and not (left.text.endswith("等") and case.names_right):
        return _with_left(case)
    if case.names_right:
        alone = left.verb.rstrip("了") in words.TRANSITIVE and last is None
        return reaching(case) if alone else _counted(case, left)
    return elliptic(case) if left.verb else said_before(case)


def _with_left(case: Construction) -> Found | None:
    left, predicate = case.left, case.predicate
    bare = not predicate.verb and not (predicate.comparator and is_complete(left.text))
    if bare and not left.verb and (led := doing_last(left.text)):
        return _noun_verb(case, led)
    if bare and not left.verb:
        left = after_doing(left)
    start = left.verb_start if left.verb else left.start
    first = left.text.partition("、")[0]
    if left.verb in words.KEPT and len(first) <= 6 and not case.names_right:
        return Found(evolve(left, text=left.verb + left.text), start)
    if (
        case.names_right
        and not predicate.verb
        and (left.verb or not is_complete(left.text))
    ):
        return _counted(case, left)
    return Found(leaning(left, case.memory), start)


def _noun_verb(case: Construction, led: Doing) -> Found | None:
    """“以旧换新”政策惠及76万群众, 雨污分流建成200公里: noun and verb, then the number."""
    left, right = case.left, case.right
    verb, stem = led.verb, left.text[: led.start]
    if case.amount.base_unit == "%":
        text = left.text + ("比例" if "完成" in verb else "")
        return Found(evolve(left, text=text), left.start)
    if case.names_right and verb in words.TRANSITIVE:
        name = evolve(left, text=left.text + right.text, verb=verb)
        return Found(name, left.start, right.end)
    doing = evolve(left, text=stem, verb=verb, verb_start=left.start)
    if case.names_right:
        return _counted(case, evolve(doing, text=""))
    if verb in words.NOMINAL or verb in words.TRANSITIVE or len(stem) < 2:
        return Found(evolve(left, verb=verb, verb_start=left.start), left.start)
    return Found(evolve(doing, end=left.start + len(stem)), left.start)


def _counted(case: Construction, left: Name) -> Found | None:
    """打造5个千亿级开发区, 3家企业入选…: what is counted stands after the number."""
    right, amount = case.right, case.amount
    if _only_delimits(case, left):
        case.memory.scopes.add(amount.start)
        return None
    threshold = right.start > amount.end and amount.unit.endswith("元")
    if threshold and _MONEY_NOUN.search(right.text):
        return None
    start = left.verb_start if left.verb else amount.start
    spent = _spent_on(right.text) if left.verb in words.SPENT else 0
    if spent:
        at = right.start + spent
        text = right.text[spent:] + left.verb
        return Found(evolve(left, text=text, start=at, end=right.end), start, right.end)
    during = _DURING.search(right.text)
    text = right.text[: during.start()] if during and during.start() >= 2 else right.text
    name = evolve(
        left, start=right.start, end=right.start + len(text), text=_modifier(left) + text
    )
    return Found(name, start, right.end)


def _spent_on(text: str) -> int:
    """投入567亿元办好民生实事: where the verb between money and purpose ends, 0 if none."""
    if found := _SPENT_ON.match(text):
        return found.end()
    doing = doing_at(text, 0, len(text))
    return doing.end if doing else 0


def _only_delimits(case: Construction, left: Name) -> bool:
    """4类重点对象, 8个小组: a plan that counts things without doing anything to them."""
    if case.setting.is_review or left.verb or left.led or case.predicate.verb:
        return False
    last = case.memory.last
    follows = last is not None and bool(last.verb) and case.amount.start - last.end <= 3
    return case.amount.unit in _CLASSIFIERS and not follows


def _modifier(left: Name) -> str:
    """宁夏电网7个750千伏输变电工程: what stands before the number is part of the name."""
    listed = left.text.endswith("等") or "、" in left.text
    if listed or len(left.text) > _LONGEST_MODIFIER:
        return ""
    return _BATCH.sub("", left.text)


def _investment(case: Construction) -> Found | None:
    """总投资500亿元以上的精细化工项目: the total investment of what follows."""
    left, right = case.left, case.right
    if not left.text.endswith("总投资") or not case.amount.unit.endswith("元"):
        return None
    noun = _INVESTED.split(right.text[1:])[0]
    if len(noun) < 2:
        return None
    end = right.start + 1 + len(noun)
    name = Name(start=right.start + 1, end=end, text=noun + "总投资", verb="引进")
    return Found(name, left.start + left.text.rindex("总投资"), end)
