"""The words around a number → the indicator's name: verbs, time and scope cut away."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve, frozen

from paitou.compile import words
from paitou.compile.patterns import one_of

_TIME = (
    r"(?:到|至|截至|截止|从|自|于|在)?(?:20|19)\d\d(?:—|-|~|至)?(?:(?:20|19)\d\d)?年?(?:\d{1,2}月)?(?:[底末前初]|期间)?(?:,|时|,)?"
    r"|(?:“[^”]{1,4}”|[十一二三四五]{1,3}五)(?:期间|时期|末|以来)|[\d一二三四五十两近过去未来今后]+年(?:来|内|间|累计|期间)?(?:累计)?"
)
_LEADING = re.compile(
    rf"(?:{_TIME}|{one_of(w for w in words.LEADING if len(w) > 1)}"
    r"|[并且而及和与或将把让使对为向由从在到至再又也还仍要应须需拟约共以,、:—\s)]|新(?=的)|总(?=体上))"
)
_NOT_LEADING = re.compile(one_of(words.WHOLE))
_SCOPE = re.compile(
    rf"(?P<scope>{one_of(words.SCOPES)})(?=[一-龥A-Za-z“(])(?!性|知名|最|首|重点文物|第|领先|一流|文明|优|示范|百强|统一|同类|先进)的?"
)
_TRAILING = re.compile(
    r"(?:的|将|已|了|约|近|超|共|总计|合计|共计|预计|则|也|均|都|分别|各|再|又|要|应|须|需|可|仅|只|至少|其中|其中|规模已|方面|有望|,|、|:|\s|—)+$"
)
_DOING = re.compile(
    rf"(?:(?:累计|重点|集中|首批)?{one_of(words.DONE)}|{one_of(words.HAVE)})了?"
)
_STRONG = [
    w
    for w in words.DONE
    if len(w) > 1
    and w not in words.NOMINAL
    and w not in ("启动", "降低", "召开", "建立", "成立")
]
_DOING_INSIDE = re.compile(
    rf"(?<=[一-龥A-Za-z)”])(?:累计)?{one_of(_STRONG)}了?(?=[一-龥“A-Z])(?![率额度力量者型性式中地区期]|就业)"
)
_ALSO_LAST = ("惠及", "覆盖", "带动", "发展", "涉及", "服务", "节省", "支出", "包括")
_DOING_LAST = re.compile(rf"(?:累计)?{one_of((*_STRONG, *words.NOMINAL, *_ALSO_LAST))}了?$")
_OPEN, _CLOSE = "(“《『「[", ")”》』」]"


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
    while at < end:
        if _NOT_LEADING.match(text, at, end):
            return at
        found = _LEADING.match(text, at, end)
        if found is None or found.end() == at:
            return at
        at = found.end()
    return min(at, end)


def name_in(text: str, start: int, end: int, *, keep_nominal: bool = False) -> Name:
    """Return the name that [start, end) holds; empty when only led by verbs.

    With `keep_nominal` a word such as 投资 that may be verb or noun stays in the name.
    """
    led = at = strip_leading(text, start, end)
    scope = None
    if found := _SCOPE.match(text, at, end):
        scope, at = found["scope"], strip_leading(text, found.end(), end)
    verb, verb_start = "", -1
    doing = _doing(text, at, end)
    if doing and not _is_nominal(text, doing, end, keep=keep_nominal):
        verb, verb_start, at = doing[0], at, doing.end()
        if found := _SCOPE.match(text, at, end):
            scope, at = found["scope"], found.end()
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


_NEW = re.compile("新|重点|集中|支持|完成|带动|保障")


def _doing(text: str, at: int, end: int) -> re.Match[str] | None:
    """The verb of doing at `at`, unless it only opens a longer word (建成区)."""
    found = _DOING.match(text, at, end)
    word = _NOT_LEADING.match(text, at, end) if found else None
    if found and word and word.end() > found.end() and not _NEW.match(text, at, end):
        return None
    return found


def doing_first(text: str) -> re.Match[str] | None:
    """Return the verb of doing that opens the words after a number (567亿元|办好…)."""
    return _DOING.match(text)


def doing_last(name: str) -> re.Match[str] | None:
    """Return the verb of doing that ends the words before a number (…建成|200公里)."""
    return _DOING_LAST.search(name)


def after_doing(name: Name) -> Name:
    """Return what a verb of doing inside the words is about (…推出|制度创新成果)."""
    found = list(_DOING_INSIDE.finditer(name.text))
    found = [m for m in found if len(name.text) - m.end() > 2]
    if not found:
        return _with_less(name)
    verb = found[-1]
    return evolve(
        name,
        start=name.start + verb.end(),
        text=name.text[verb.end() :],
        verb=verb[0].rstrip("了"),
        verb_start=name.start + verb.start(),
    )


_SUBMITTED = re.compile(r"^(提请|报请|提交).{2,12}?(审议|审定|批准)(?=.)")


def without_agency(name: str) -> str:
    """Return 提请审议地方性法规 for 提请省人大审议地方性法规: who decides is left out."""
    return _SUBMITTED.sub(r"\1\2", name)


_LESS_INSIDE = re.compile(r"(?<=[一-龥])(?:降低|减少|压减|削减|减轻)(?=[一-龥]{2,})")


def _with_less(name: Name) -> Name:
    """为实体经济降低成本: the costs of the economy, lowered."""
    found = _LESS_INSIDE.search(name.text)
    if found is None:
        return name
    joined = name.text[: found.start()] + name.text[found.end() :]
    return evolve(name, text=joined, verb=found[0], verb_start=name.start)


_COUNTABLE = re.compile(r"(?:项目|企业|基地|平台|机构|人才|学校|中心|园区)$")


def _is_nominal(text: str, doing: re.Match[str], end: int, *, keep: bool) -> bool:
    word = doing[0]
    if keep and word in words.NOMINAL and not _COUNTABLE.search(text, doing.end() + 2, end):
        return True
    rest = text[doing.end() : min(end, doing.end() + 2)]
    if word in words.NOMINAL and rest[:1] in (
        "率",
        "额",
        "量",
        "面",
        "人",
        "业",
        "类",
        "性",
        "规",
        "总",
        "用",
        "完",
        "项",
        "资",
        "能",
    ):
        return True
    return rest[:1] in ("率", "额", "度", "力") or rest in (
        "面积",
        "进度",
        "强度",
        "比例",
        "占比",
    )


def strip_trailing(text: str, start: int, end: int) -> int:
    """Return where the name ends once the words that only join it to a number are cut."""
    found = _TRAILING.search(text, start, end)
    return found.start() if found else end


_GROWTH_NOUN = re.compile(f"(?<!自然)(?<!机械){one_of(words.GROWTH_NOUNS)}$")


def without_growth_noun(name: str) -> tuple[str, str]:
    """Return the name without 增速, 增幅 …, and that word (empty when there is none)."""
    found = _GROWTH_NOUN.search(name)
    return (name[: found.start()], found[0]) if found and found.start() else (name, "")


_HEAD = re.compile(one_of(words.HEADS) + r"(?:\([^)]*\))?$")


def is_complete(name: str) -> bool:
    """Return whether the name measures something by itself (…率, …额, …产值)."""
    return bool(_HEAD.search(name))


_JOINED = re.compile(
    r"、|(?<=[^饱总温缓])和(?=[^谐平解美睦])|与(?=[^会])|及(?!其|时|格|以)|以及|,"
)


def split_list(name: str, *, joints: re.Pattern[str] = _JOINED) -> list[str]:
    """Return the members of a list A、B和C, never cutting inside brackets or quotes."""
    members, depth, done = [], 0, 0
    at = 0
    while at < len(name):
        char = name[at]
        depth += (char in _OPEN) - (char in _CLOSE)
        found = joints.match(name, at) if depth <= 0 and at else None
        if found:
            members.append(name[done:at])
            at = done = found.end()
            continue
        at += 1
    members.append(name[done:])
    return [m for m in members if m]


_COMMA_ONLY = re.compile("、")
_AND_ONLY = re.compile(r"(?<=.)和(?=[^谐平解美睦])|与(?=[^会])|及(?!其|时|格|以)|以及")
_SHARED_HEADS = re.compile(
    r"(?:居民)?人均(?:可支配收入|纯收入|生产总值|消费支出)|居民收入|增加值|零售额|[一-龥]{2}化率|[一-龥]{2}率|占比|比重|比例|"
    r"产值|营业收入|销售收入|产量|装机|产能|总量|人数|数量|标准|价格|补助|津贴|面积|里程|规模|服务中心|企业|项目|率|额|量"
)
_SHARED_BEGINNINGS = re.compile(
    r"规模以上|规上|限额以上|限上|城乡居民|全社会|年度|制造业重点领域|高新技术|集采|新建|农村(?=自来水)"
)


def members(name: str, count: int) -> list[str] | None:
    """Return the `count` full names that a list stands for, None when they do not match.

    What one member has and the others leave out is given back to them: 国家级、省级开发区
    亩均营业收入 is two names with one head, 跨境货物运输量、货值 two with one beginning.
    """
    for joints in (_JOINED, _COMMA_ONLY, _AND_ONLY):
        parts = split_list(name, joints=joints)
        if len(parts) == count:
            return _with_beginning(_with_head(parts))
    return None


def _with_head(parts: list[str]) -> list[str]:
    parts = [*parts[:-1], _ALL_OF_THEM.sub("", parts[-1])]
    last = parts[-1]
    head = _shared_head(parts)
    if not head:
        return parts
    return [p if p == last or _has_head(p, head) else p + head for p in parts]


def _has_head(part: str, head: str) -> bool:
    return part.endswith(head) or (is_complete(part) and not _ACTIVITY.search(part))


#: 太阳能电池等“新三样”出口: what the list is called is no part of its last member.
_ALL_OF_THEM = re.compile("等(?:“[^”]*”)?(?=.)")
_ACTIVITY = re.compile(one_of(words.NOMINAL) + "$")


def _shared_head(parts: list[str]) -> str:
    """The end of the last member that the bare first one lacks."""
    first, last = parts[0], parts[-1]
    if is_complete(first) and not (_ACTIVITY.search(first) and _BARE_ACTIVITY.search(last)):
        return ""
    if activity := _ACTIVITY.search(last, 1):
        return "" if _ACTIVITY.search(first) else activity[0]
    for part in parts[:-1]:
        if len(part) <= 4 and last[0] == part[0] and len(last) - len(part) >= 2:
            return last[len(part) :]
    if not is_complete(last) and not _SHARED_HEADS.search(last):
        return ""
    for cut in range(1, min(len(last), len(first) + 4)):
        if last[cut - 1] == first[-1]:
            return last[cut:]
    if (
        len(first) <= 4
        and len(last) - len(first) >= 2
        and last[len(first)] not in "化性率额量"
    ):
        return last[len(first) :]
    found = _SHARED_HEADS.search(last, 1)
    return last[found.start() :] if found else ""


_BARE = re.compile(
    r"(?:货值|起数|死亡人数|人数|金额|数量|利润|营业收入|耗材|面积|产值|就业人数|增加值|花费|户数)$"
)
_BARE_ACTIVITY = re.compile(
    one_of(words.NOMINAL) + r"(?:[一-龥]{2}化率|[一-龥]{1,2}率|面积|量|额)$"
)


def _with_beginning(full: list[str]) -> list[str]:
    first = full[0]
    beginning = _beginning(first)
    return [first] + [m if not beginning[1](m) else beginning[0] + m for m in full[1:]]


def _beginning(first: str) -> tuple[str, Callable[[str], bool]]:
    """The words that open the first member and are left out of others, and of which."""
    if shared := _SHARED_BEGINNINGS.match(first):
        word = shared[0]
        return word, lambda m: not m.startswith(word)
    if activity := _BARE_ACTIVITY.search(first):
        opening = first[: activity.start()]
        return opening, lambda m: bool(_BARE_ACTIVITY.fullmatch(m)) and bool(opening)
    if found := _BARE.search(first) or _FLOWING.search(first):
        opening = first[: found.start()]
        return opening, lambda m: bool(_BARE.fullmatch(m)) and bool(opening)
    return "", lambda _: False


_FLOWING = re.compile(r"(?:运输量|吞吐量|周转量|发送量|人次|收入|起数)$")
