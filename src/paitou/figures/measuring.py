"""Two units of measure → whether values in them may be compared."""

from __future__ import annotations

from functools import lru_cache

from paitou.model import Unit

#: Counting words that say nothing of what is counted.
_THINGS = frozenset("个家户项件处座所条支批宗只幢栋类种场次部")
_PEOPLE = frozenset("人名位")
#: A number without a unit is a count, or a ratio to one.
_BARE = ({"", ":1"}, {"", "个"})
_SAME = {
    "千米": "公里",
    "平方千米": "平方公里",
    "㎡": "平方米",
    "km": "公里",
    "km²": "平方公里",
    "m³": "立方米",
    "人民币": "元",
    "％": "%",
    "百分点": "个百分点",
}


@lru_cache(maxsize=4096)
def same_kind(one: Unit, other: Unit) -> bool:
    """Return whether values in both units measure the same sort of thing.

    户, 家 and 个 count alike, 元 and 美元 do not; a unit with its denominator written out
    (万元/亩) is that of a name that says it (亩均…万元).
    """
    a, b = _kind(one.base), _kind(other.base)
    if a == b or {a, b} in _BARE:
        return True
    return a.partition("/")[0] == b.partition("/")[0] and ("/" in a) != ("/" in b)


def _kind(base: str) -> str:
    head, slash, rest = base.partition("/")
    head = _SAME.get(head, head)
    if head in _THINGS:
        head = "个"
    elif head in _PEOPLE:
        head = "人"
    return f"{head}{slash}{_SAME.get(rest, rest)}"
