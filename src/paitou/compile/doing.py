"""Verbs of doing (新增, 建成, 引进 …) in the words around a number: first, last, inside."""

from __future__ import annotations

from typing import NamedTuple

from paitou.compile import words
from paitou.compile.patterns import Words
from paitou.text.hanzi import compiled

_DONE = Words(words.DONE)
_HAVE = Words(words.HAVE)
_LESS = Words(words.LESS)
_WORKS = Words(words.WORKS)
_PREFIXES = ("累计", "重点", "集中", "首批")
#: Verbs of doing that as often open a noun (启动资金) are no verb inside a name.
_WEAK = ("启动", "降低", "召开", "建立", "成立")
_STRONG = tuple(
    w for w in words.DONE if len(w) > 1 and w not in words.NOMINAL and w not in _WEAK
)
_INSIDE = Words(_STRONG)
_ALSO_LAST = ("惠及", "覆盖", "带动", "发展", "涉及", "服务", "节省", "包括")
_LAST = Words((*_STRONG, *words.NOMINAL, *_ALSO_LAST))
_BEFORE_INSIDE = compiled(r"[一-龥A-Za-z)”]")
_AFTER_INSIDE = compiled(r"(?![率额度力量者型性式中地区期]|就业)[一-龥“A-Z]")
#: What after a word that may be verb or noun (投资) makes it a noun, and after any verb.
_NOUN_AFTER = frozenset("率额量面人业类性规总用完项资能")
_NAME_AFTER = ("率", "额", "度", "力", "面积", "进度", "强度", "比例", "占比")
_COUNTABLE = Words(("项目", "企业", "基地", "平台", "机构", "人才", "学校", "中心", "园区"))


class Doing(NamedTuple):
    """A verb of doing at [start, end) of a text; `verb` is without its 了."""

    start: int
    end: int
    verb: str


def _made(text: str, start: int, end: int, stop: int) -> Doing:
    past = end < stop and text[end] == "了"
    return Doing(start, end + past, text[start:end])


def doing_at(text: str, start: int, stop: int) -> Doing | None:
    """Return the verb of doing or having that stands at `start`."""
    for prefix in _PREFIXES:
        if text.startswith(prefix, start):
            end = _DONE.at(text, start + len(prefix), stop)
            if end > 0:
                return _made(text, start, end, stop)
    end = max(_works(text, start, stop), _DONE.at(text, start, stop))
    if end < 0:
        end = max(_HAVE.at(text, start, stop), _LESS.at(text, start, stop))
    return _made(text, start, end, stop) if end > 0 else None


def _works(text: str, start: int, stop: int) -> int:
    """Where works side by side end (建设改造|农村公路), -1 where there are not two."""
    end, count = start, 0
    while (after := _WORKS.at(text, end, stop)) > 0:
        end, count = after, count + 1
    return end if count > 1 else -1


def doing_last(name: str) -> Doing | None:
    """Return the verb of doing that ends the words before a number (…建成|200公里)."""
    end = len(name) - name.endswith("了")
    start = _LAST.before(name, end)
    if start < 0:
        return None
    if name.endswith("累计", 0, start):
        start -= 2
    return Doing(start, len(name), name[start:end])


def doing_inside(name: str) -> Doing | None:
    """Return the last verb of doing inside the words that more than two follow."""
    at, found = 1, None
    while at < len(name) - 2:
        doing = _inside_at(name, at)
        if doing is not None:
            found, at = (doing if len(name) - doing.end > 2 else found), doing.end
        else:
            at += 1
    return found


def _inside_at(name: str, at: int) -> Doing | None:
    if not _BEFORE_INSIDE.match(name, at - 1):
        return None
    start = at + 2 if name.startswith("累计", at) else at
    end = _INSIDE.at(name, start)
    if end < 0:
        return None
    doing = _made(name, at, end, len(name))
    return doing if _AFTER_INSIDE.match(name, doing.end) else None


def is_nominal(text: str, doing: Doing, end: int, *, keep: bool) -> bool:
    """Return whether the verb only opens a noun: 投资额, 增长率; `keep`: 投资 itself."""
    may_be_noun = doing.verb in words.NOMINAL
    counted = _COUNTABLE.before(text, end) >= doing.end + 2
    if keep and may_be_noun and not counted:
        return True
    if may_be_noun and doing.end < end and text[doing.end] in _NOUN_AFTER:
        return True
    return text.startswith(_NAME_AFTER, doing.end, end)
