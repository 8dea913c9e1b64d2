"""A list of nouns (A、B和C) → its members, each given back what the others say for it."""

from __future__ import annotations

import re
from collections.abc import Callable

from paitou.compile import words
from paitou.compile.patterns import Words
from paitou.text.hanzi import compiled

_HEADS = Words(words.HEADS)
_ACTIVITIES = Words(words.NOMINAL)
_BRACKET = re.compile(r"\([^)]*\)$")
_OPEN, _CLOSE = "(“《『「[", ")”》』」]"
_JOINED = re.compile(
    r"、|(?<=[^饱总温缓])和(?=[^谐平解美睦])|与(?=[^会])|及(?!其|时|格|以)|以及|,"
)
_COMMA_ONLY = re.compile("、")
_AND_ONLY = re.compile(r"(?<=.)和(?=[^谐平解美睦])|与(?=[^会])|及(?!其|时|格|以)|以及")
#: What the last member may hold for all of them.
_SHARED_HEADS = compiled(
    r"(?:居民)?人均(?:可支配收入|纯收入|生产总值|消费支出)|居民收入|增加值|零售额"
    r"|[一-龥]{2}化率|[一-龥]{2}率|占比|比重|比例|产值|营业收入|销售收入|产量|装机|产能"
    r"|总量|人数|数量|标准|价格|补助|津贴|面积|里程|规模(?!以上)|服务中心|企业|项目|率|额(?!以上)|量"
)
#: Heads that surely are all of what the members share (原煤、天然气|产量).
_PLAIN_HEAD = re.compile(
    "(?:行业|产业)?(?:产量|产值|产能|增加值|营业收入|零售额|销售额|装机)$"
)
#: What the first member may say for all of them.
_SHARED_BEGINNINGS = re.compile(
    r"规模以上|规上|限额以上|限上|城乡居民|全社会|年度|制造业重点领域|高新技术(?!产品|企业)|集采|新建"
    r"|农村(?=自来水)"
)
#: 城乡居民基本医疗保险 is one scheme for both.
_BOTH = re.compile(
    "城乡(?:(?P<residents>(?:常住)?居民(?!基本|大病|医|养老|社会).)|低保|最低生活保障)"
)
#: 太阳能电池等“新三样”出口: what the list is called is no part of its last member.
_ALL_OF_THEM = re.compile("等(?:“[^”]*”)?(?=.)")
#: Members that mean nothing without what the first one begins with.
_BARE = re.compile(
    r"(?:货值|起数|死亡人数|人数|金额|数量|利润|营业收入|耗材|面积|产值|就业人数|增加值"
    r"|花费|户数|客运量|货运量|人次)$"
)
_FLOWING = re.compile(r"(?:货运量|件次|运输量|吞吐量|周转量|发送量|人次|收入|起数)$")
_RATE = compiled(r"(?:[一-龥]{2}化率|[一-龥]{1,2}率|面积|量|额)$")


def is_complete(name: str) -> bool:
    """Return whether the name measures something by itself (…率, …额, …产值)."""
    bracket = _BRACKET.search(name)
    return _HEADS.before(name, bracket.start() if bracket else len(name)) >= 0


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


def members(name: str, count: int) -> list[str] | None:
    """Return the `count` full names that a list stands for, None when they do not match.

    What one member has and the others leave out is given back to them: 国家级、省级开发区
    亩均营业收入 is two names with one head, 跨境货物运输量、货值 two with one beginning.
    """
    for joints in (_JOINED, _COMMA_ONLY, _AND_ONLY):
        parts = split_list(name, joints=joints)
        if len(parts) == count:
            return _with_beginning(_with_head(parts))
    return _town_and_country(name) if count == 2 else None


def _town_and_country(name: str) -> list[str] | None:
    """城乡居民人均可支配收入 is two: 城镇居民…, 农村居民…."""
    found = _BOTH.match(name)
    if found is None:
        return None
    rest = name.removeprefix("城乡")
    return [("城镇" if found["residents"] else "城市") + rest, "农村" + rest]


# -- the head that the last member holds for all -------------------------------------------


def _with_head(parts: list[str]) -> list[str]:
    parts = [*parts[:-1], _ALL_OF_THEM.sub("", parts[-1])]
    last, head = parts[-1], _shared_head(parts)
    if not head:
        return parts
    return [p if p == last or _has_head(p, head) else p + head for p in parts]


def _has_head(part: str, head: str) -> bool:
    return part.endswith(head) or (is_complete(part) and _activity(part) < 0)


def _activity(part: str) -> int:
    """Where the activity (种植, 出口) that ends the part begins, -1 if none does."""
    return _ACTIVITIES.before(part)


def _shared_head(parts: list[str]) -> str:
    """The end of the last member that the bare first one lacks."""
    first, last = parts[0], parts[-1]
    active = _activity(first) >= 0
    if is_complete(first) and not (active and _rated_activity(last)):
        return ""
    if (at := _activity(last)) > 0:
        return "" if active else last[at:]
    for part in parts[:-1]:
        if len(part) <= 4 and last[0] == part[0] and len(last) - len(part) >= 2:
            return last[len(part) :]
    if not is_complete(last) and not _SHARED_HEADS.search(last):
        return ""
    return _parallel_head(first, last)


def _parallel_head(first: str, last: str) -> str:
    """国家级|省级开发区…: where the last member stops being like the first."""
    for cut in range(1, min(len(last), len(first) + 4)):
        if last[cut - 1] == first[-1]:
            return last[cut:]
    if len(first) > 1 and (head := _PLAIN_HEAD.search(last, 1)):
        return head[0]
    alike = len(first) <= 4 and len(last) - len(first) >= 2
    if alike and last[len(first)] not in "化性率额量":
        return last[len(first) :]
    found = _SHARED_HEADS.search(last, 1)
    return last[found.start() :] if found else ""


# -- the beginning that the first member says for all --------------------------------------


def _with_beginning(full: list[str]) -> list[str]:
    beginning, is_bare = _beginning(full[0])
    return [full[0], *(beginning + m if is_bare(m) else m for m in full[1:])]


def _beginning(first: str) -> tuple[str, Callable[[str], bool]]:
    """The words that open the first member and are left out of others, and of which."""
    if shared := _SHARED_BEGINNINGS.match(first):
        word = shared[0]
        return word, lambda m: not _SHARED_BEGINNINGS.match(m)
    if activity := _rated_activity(first):
        opening = first[: -len(activity)]
        return (
            opening,
            lambda m: (
                bool(opening) and (_rated_activity(m) == m or bool(_BARE.fullmatch(m)))
            ),
        )
    if found := _BARE.search(first) or _FLOWING.search(first):
        opening = first[: found.start()]
        return opening, lambda m: bool(opening) and bool(_BARE.fullmatch(m))
    return "", lambda _: False


def _rated_activity(name: str) -> str:
    """收获机械化率 of 玉米收获机械化率: an activity and its rate, or empty."""
    rate = _RATE.search(name)
    while rate is not None:
        start = _activity(name[: rate.start()])
        if start >= 0:
            return name[start:]
        rate = _RATE.search(name, rate.start() + 1)
    return ""
