"""An amount with its words → the noun that it measures, and where the quote begins and ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import define, evolve, field

from paitou.compile import words
from paitou.compile.draft import Draft
from paitou.compile.naming import Name, after_doing, doing_last, is_complete, name_in
from paitou.compile.patterns import one_of
from paitou.compile.predicate import Predicate, first_verb
from paitou.compile.quantity import Amount
from paitou.compile.reach import Right, Setting, clause_start
from paitou.model import Measure


@define
class Memory:
    """What a sentence has said so far, for what follows in it to lean on."""

    topic: str = ""
    last: Draft | None = None
    drafts: list[Draft] = field(factory=list)
    scopes: set[int] = field(factory=set)  # starts of the amounts that only delimit


class Found(NamedTuple):
    """A name, and the quote's bounds; `end` 0 is the end of the amount itself."""

    name: Name
    start: int
    end: int = 0
    predicate: Predicate | None = None
    leans_on: Draft | None = (
        None  # the draft whose noun, and so whose 力争, this one shares
    )
    is_mismatched: bool = False  # nouns and values of 分别 do not match in number


_NO_NOUN = re.compile(
    r"[、和及与)”(]|以及|目标|任务|水平|要求|居|列|位居|排名|高于|低于|超过|比|较|同比|增速|为近|为历史|创|"
    r"的(?:目标|任务|水平|要求|增长|增速|速度|年均)"
)
_DURING = re.compile(
    r"(?:(?:全部|全面|全都|全数|均已?|都|顺利|如期|正在|加快|有序|基本|有力|得到|已)+[一-龥]{2,8}"
    r"|向[一-龥]{2,4}开放|圆满收官|投入(?:运营|使用)|启动建设|落地实施|[,、]?居全[国省].*"
    r"|[、,]?(?:位列|位居|排名).*|并(?:有序|逐步|全部).*)$"
)
_MONEY_NOUN = re.compile(r"项目|企业|集群|产业|园区|镇|县|大户|平台|合同")
_GROWTH_ONLY = re.compile(one_of(words.GROWTH_NOUNS))


def noun_of(
    setting: Setting,
    amount: Amount,
    predicate: Predicate,
    left: Name,
    right: Right,
    memory: Memory,
) -> Found | None:
    """Return the noun that the amount measures, None when it measures none."""
    has_right = bool(right.text) and not right.describes and not _NO_NOUN.match(right.text)
    tied = predicate.comparator or (
        predicate.verb and predicate.word not in ("实现", "完成")
    )
    if amount.base_unit in words.DURATIONS and not tied:
        return None
    if amount.base_unit in ("%", "成") and (
        found := _share(amount, predicate, left, right)
    ):
        return found
    if (has_right and right.text.endswith("全覆盖")) or _is_in_name(amount, predicate):
        return None
    if right.describes:
        return _investment(amount, left, right)
    if predicate.word == "为" and not left.text and has_right:
        predicate = evolve(predicate, verb="", word="")
        found = _counted(left, right, amount)
        return found and found._replace(predicate=predicate)
    if left.text and _GROWTH_ONLY.fullmatch(left.text) and memory.last is not None:
        return _grown(left, memory.last)
    if left.text and not (left.text.endswith("等") and has_right):
        return _with_left(amount, predicate, left, right, memory, has_right=has_right)
    if has_right and left.verb.rstrip("了") in words.TRANSITIVE and memory.last is None:
        return _reaching(setting, amount, left, right)
    if has_right:
        return _counted(left, right, amount)
    if left.verb:
        return _elliptic(amount, left, memory)
    return _said_before(setting, amount, predicate, memory)


def _reaching(setting: Setting, amount: Amount, left: Name, right: Right) -> Found | None:
    """实施育儿补贴制度,惠及23.6万婴幼儿: who does the reaching stands in the clause before."""
    text = setting.text
    here = clause_start(text, setting.start, left.verb_start)
    before = clause_start(text, setting.start, max(setting.start, here - 1))
    who = name_in(text, before, max(before, here - 1)) if here > setting.start else left
    subject = who.text if 2 <= len(who.text) <= 14 and here > setting.start else ""
    name = evolve(
        left, text=subject + left.verb + right.text, start=right.start, end=right.end
    )
    return Found(name, left.verb_start, right.end)


def _grown(left: Name, last: Draft) -> Found:
    """…,年均增速达5.6%: the growth of what was just said."""
    return Found(evolve(left, text=last.indicator + left.text), left.start)


_THRESHOLD = re.compile(r"(?:以上|以下)$")


def _is_in_name(amount: Amount, predicate: Predicate) -> bool:
    """昇腾384超节点: a bare number without a predicate is part of a name."""
    bare = not amount.unit and not amount.parts and amount.kind == "arabic"
    return bare and not predicate.verb and not predicate.comparator


def _with_left(
    amount: Amount,
    predicate: Predicate,
    left: Name,
    right: Right,
    memory: Memory,
    *,
    has_right: bool,
) -> Found | None:
    bare = not predicate.verb and not (predicate.comparator and is_complete(left.text))
    if bare and not left.verb and (led := doing_last(left.text)):
        return _noun_verb(left, right, amount, led, has_right=has_right)
    if bare and not left.verb:
        left = after_doing(left)
    start = left.verb_start if left.verb else left.start
    if left.verb in words.KEPT and len(left.text) <= 6 and not has_right:
        return Found(evolve(left, text=left.verb + left.text), start)
    if has_right and not predicate.verb and (left.verb or not is_complete(left.text)):
        return _counted(left, right, amount)
    return Found(_leaning(left, memory), start)


def _noun_verb(
    left: Name, right: Right, amount: Amount, led: re.Match[str], *, has_right: bool
) -> Found | None:
    """“以旧换新”政策惠及76万群众, 城区雨污分流建成200公里: noun and verb, then the number."""
    verb = led[0].rstrip("了")
    stem = left.text[: led.start()]
    if amount.base_unit == "%":
        return Found(
            evolve(left, text=left.text + "比例" if "完成" in verb else left.text),
            left.start,
        )
    if has_right and verb in words.TRANSITIVE:
        name = evolve(left, text=left.text + right.text, verb=verb)
        return Found(name, left.start, right.end)
    doing = evolve(left, text=stem, verb=verb, verb_start=left.start)
    if has_right:
        return _counted(evolve(doing, text=""), right, amount)
    if verb in words.NOMINAL or verb in words.TRANSITIVE or len(stem) < 2:
        return Found(evolve(left, verb=verb, verb_start=left.start), left.start)
    return Found(evolve(doing, end=left.start + len(stem)), left.start)


_SHARE_OF = re.compile("占.*")
_SHARE_NAMED = re.compile("比重|比例|份额|率$")
_HEADLESS = re.compile(
    r"(?:办复|化解|利用|覆盖|普及|达标|合格|回收|就业|装机|产能|规模|储量|投资|投入|产值|面积|年产值|增加值|"
    r"营业收入|利润|装机规模|吞吐|周转|产|销|整治|落实|完成|使用|满意|参保|入库|转化|交付)(?:率|量|额)?$"
)
_TAIL = re.compile(f"(?:{one_of(words.HEADS)})+$")


def _leaning(name: Name, memory: Memory) -> Name:
    """占…比重 leans on what the sentence is about, and so does a bare 利用率 or 投资."""
    topic = memory.topic
    if name.text.startswith("占") and memory.last is not None:
        whole = _SHARE_OF.sub("", memory.last.indicator)
        end = "" if _SHARE_NAMED.search(name.text) else "比重"
        return evolve(name, text=whole + name.text + end)
    if name.text in ("总数", "总量", "总额", "总投资") and memory.last is not None:
        return evolve(name, text=memory.last.indicator + name.text)
    if not topic or name.text in topic or "、" in topic or len(topic) > 14:
        return name
    if _HEADLESS.fullmatch(name.text) and len(name.text) <= 4:
        stem = _TAIL.sub("", topic)
        return evolve(name, text=(stem or topic) + name.text)
    return name


_BATCH = re.compile(
    r"^(?:首批|全部|其中|一批|首个|沿岸|大批|全国|现有|约|近|的)+|(?:首批|的|其中|约|近|全国|至少|共有?|等)+$"
)
_SPENT_ON = re.compile(one_of(w for w in words.DONE if len(w) > 1) + "|用于|支持|保障|办好")


def _counted(left: Name, right: Right, amount: Amount) -> Found | None:
    if (
        amount.unit.endswith("元")
        and _MONEY_NOUN.search(right.text)
        and right.start > amount.end
    ):
        return None
    if left.verb in words.SPENT and (spent := _SPENT_ON.match(right.text)):
        name = evolve(
            left,
            text=right.text[spent.end() :] + left.verb,
            start=right.start + spent.end(),
            end=right.end,
        )
        return Found(name, left.verb_start, right.end)
    during = _DURING.search(right.text)
    text = right.text[: during.start()] if during and during.start() >= 2 else right.text
    before = _BATCH.sub("", left.text)
    if left.text.endswith("等") or "、" in left.text or len(left.text) > 14:
        before = ""
    name = Name(
        start=right.start,
        end=right.start + len(text),
        text=before + text,
        scope=left.scope,
        verb=left.verb,
        verb_start=left.verb_start,
        led=left.led,
    )
    return Found(name, left.verb_start if left.verb else amount.start, right.end)


_SUCH = re.compile("的(?:有|为|是|达)")
_COMPLETED = re.compile(r"^(?P<plan>.{2,})完成(?P<task>.{2,})$")
_PART_OF = re.compile(
    r"^(?P<part>.{2,}?)(?:达到|占|相当于|超过|约占)(?P<whole>[^占比]{2,}?)的?$"
)


def _share(amount: Amount, predicate: Predicate, left: Name, right: Right) -> Found | None:
    """90%的煤矿达到…, 税费事项100%“网上办”, 完成总任务60%以上."""
    start = left.verb_start if left.verb else left.start
    if _SUCH.match(right.text):
        return None
    if right.text.startswith("的") and not _NO_NOUN.match(right.text):
        noun = re.sub(
            "^(?P<noun>.{2,12}?)(?:达到|达|实现|降至)", r"\g<noun>", right.text[1:]
        )
        name = Name(
            start=right.start + 1, end=right.end, text=noun + "比例", scope=left.scope
        )
        return Found(name, amount.start, right.end)
    if (
        left.text
        and right.text
        and not _NO_NOUN.match(right.text)
        and predicate.verb in ("", "reach")
    ):
        verb = left.verb if left.verb.startswith("新") else ""
        name = evolve(left, text=verb + left.text + right.text, verb="")
        return Found(name, start, right.end)
    if predicate.verb == "" and (whole := _COMPLETED.search(left.text)):
        text = whole["plan"] + whole["task"].removesuffix("的") + "完成比例"
        return Found(evolve(left, text=text, verb=""), start)
    if part := _PART_OF.search(left.text):
        text = part["whole"] and f"{part['part']}占{part['whole']}比重"
        return Found(evolve(left, text=text, verb=""), start)
    done = left.verb.startswith(("完成", "累计完成")) or left.text.endswith("完成")
    if left.text and (done or predicate.word == "完成"):
        stem = left.text.removesuffix("的").removesuffix("完成")
        return Found(evolve(left, text=stem + "完成比例", verb=""), start)
    return None


def _investment(amount: Amount, left: Name, right: Right) -> Found | None:
    """总投资500亿元以上的精细化工项目: the total investment of what follows."""
    if not left.text.endswith("总投资") or not amount.unit.endswith("元"):
        return None
    noun = re.split(r"开工|投产|建设|落地|建成|竣工|签约", right.text[1:])[0]
    if len(noun) < 2:
        return None
    at = left.start + left.text.rindex("总投资")
    name = Name(
        start=right.start + 1,
        end=right.start + 1 + len(noun),
        text=noun + "总投资",
        verb="引进",
    )
    return Found(name, at, right.start + 1 + len(noun))


def _elliptic(amount: Amount, left: Name, memory: Memory) -> Found:
    """投入125亿元, 惠及70多万群众: the verb names what is measured."""
    verb = left.verb.rstrip("了")
    text = memory.topic + verb if memory.topic and verb in words.NOMINAL else verb
    name = evolve(left, text=text, start=left.verb_start, end=left.verb_start + len(verb))
    return Found(name, left.verb_start)


def _said_before(
    setting: Setting, amount: Amount, predicate: Predicate, memory: Memory
) -> Found | None:
    """、力争达到32%, ,增长5.4%: the name was said before in the sentence."""
    start = min(predicate.start, amount.start)
    if memory.last is None or _is_apart(setting, memory.last, start):
        return _subject_before(setting, predicate, start)
    last = memory.last
    if not (
        predicate.verb or predicate.comparator or _is_same_thing(setting, last, amount)
    ):
        return None
    place = last.indicator_at[0] if last.indicator_at else (amount.start, amount.start)
    name = Name(start=place[0], end=place[1], text=last.indicator, scope=last.scope)
    return Found(
        name,
        start,
        leans_on=last
        if start - last.end <= 1 and not _SEPARATE.match(setting.text, last.end)
        else None,
    )


def _is_same_thing(setting: Setting, last: Draft, amount: Amount) -> bool:
    """老旧小区1343个52.54万户: the same thing once more, in another unit."""
    between = setting.text[last.end : amount.start]
    return between in ("", "、") and last.amount.base_unit != amount.base_unit != ""


_SEPARATE = re.compile("、")


def _is_apart(setting: Setting, last: Draft, start: int) -> bool:
    """Whether a clause without an amount stands between the draft before and this one."""
    here = clause_start(setting.text, setting.start, start)
    before = clause_start(setting.text, setting.start, max(setting.start, here - 1))
    return (
        before > last.end
        and _SUBJECT_CHANGED.search(setting.text, before, here) is not None
    )


_SUBJECT_CHANGED = re.compile(r"进一步|更加|持续|不断|稳步|显著|明显|大幅|加快|实现")


def _subject_before(setting: Setting, predicate: Predicate, start: int) -> Found | None:
    """社会物流总额保持稳定增长,2020年超过…: the subject of the clause before."""
    if not predicate.verb:
        return None
    text = setting.text
    here = clause_start(text, setting.start, start)
    before = clause_start(text, setting.start, max(setting.start, here - 1))
    verb = first_verb(text, before, max(before, here - 1))
    if verb < 0:
        return None
    name = name_in(text, before, verb, keep_nominal=True)
    if not 2 <= len(name.text) <= 24:
        return None
    return Found(name, start)


def inherits(memory: Memory, setting: Setting, found: Found) -> Draft | None:
    """Return the draft before, when its verb governs this one too.

    Between the two stands only 、 or 和, or a comma where this one has no verb of its own
    (建设24个滑冰场,26个健身中心).
    """
    last, start = memory.last, found.start
    if last is None or start < last.end or last.measure is Measure.GRADE:
        return None
    between = setting.text[last.end : start]
    if between == "," and last.verb and not found.name.verb and found.end > found.name.start:
        return last
    return last if _JOINED.fullmatch(between) else None


_JOINED = re.compile(r"(?:[、和及与]|以及)?")
