"""A clause that says all or none → a draft of 100 % or 0 without a number.

全覆盖, 全部达标 and 动态清零 promise as firmly as a number does; they are
statements whose `value_source` is universal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from paitou.compile.draft import Draft
from paitou.compile.naming import Name, name_in
from paitou.compile.predicate import stretch_in
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting
from paitou.compile.when import Time
from paitou.model import Comparator, Measure
from paitou.text.hanzi import compiled

#: Said before anything is looked for: a passage without these has no universal.
HINT = re.compile(r"全覆盖|全部|清零")
#: The words before 全覆盖 beyond this many are another clause's.
_LONGEST = 70
_CLAUSE = re.compile(r"[^,;:。!?]+")
_COVERAGE = compiled(
    r"(?P<noun>.{3,66}?)(?:率先)?(?:实现|达到)?(?P<where>(?:(?:(?!实现|达到)[一-龥]){1,6}(?:级|县|市|村|镇|域|区|社区|地区|人员|两级))?)(?P<all>全(?:面)?覆盖)$"
)
_CLEARED = re.compile(r"(?P<noun>.{3,66}?)(?:实现|全部)?(?P<all>“?(?:动态)?清零”?)$")
_WHOLE = re.compile(
    r"(?P<noun>.{3,66}?)(?:如期|顺利|按期|圆满)?(?P<all>全部)(?:如期|顺利|高标准|按期)?(?P<what>(?:达标|完成|建成|达到|纳入|执行|入选|出清|开工|投产|"
    r"整改|改造|实现|取消|公开|清退|关停|拆除|下放|落实|到位|使用|脱贫|复绿|完工|通车|接入|上线|办结|解决)[^,]{0,16})$"
)
_FORMS = ((_COVERAGE, 100), (_CLEARED, 0), (_WHOLE, 100))
#: 28个乡镇垃圾转运站: how many there are is no part of what they are called.
_COUNTED = re.compile(r"^\d[\d.]*[万多余]*[个所家座条户]")
#: 实现乡镇、社区全覆盖 does not say of what.
_PLACES = re.compile(
    r"(?:[一二三四五六七八九十\d、和]|城市|农村|行政|建制|地级|街道|社区|地区|[省市县区乡镇村级域])+"
)
_NOT_NAMED = re.compile(r"^(?:基本|全面|加快|推动)|力争$|^(?:实现|力争)$")


def universals_of(
    setting: Setting, taken: Sequence[Amount], *, at: int = 0
) -> Iterator[Draft]:
    """Yield the drafts of the clauses that say all or none and hold no amount."""
    text = setting.text
    for clause in _CLAUSE.finditer(text, max(at, setting.start), setting.end):
        start, end = clause.span()
        if any(start <= a.start < end for a in taken) or not HINT.search(clause[0]):
            continue
        if draft := _draft(setting, start, end):
            yield draft


def _draft(setting: Setting, start: int, end: int) -> Draft | None:
    start = max(start, end - _LONGEST)
    text = setting.text[start:end].rstrip()
    for pattern, value in _FORMS:
        found = pattern.match(text)
        if found is None:
            continue
        noun = (start + found.start("noun"), start + _noun_end(found))
        name = name_in(setting.text, *noun, keep_nominal=True)
        only_where = pattern is _COVERAGE and _PLACES.fullmatch(name.text)
        named = len(name.text) >= 3 and not only_where
        if named and not _NOT_NAMED.search(name.text):
            return _made(setting, name, found, start, value)
    return None


def _noun_end(found: re.Match[str]) -> int:
    """Where the name ends: 便民服务中心乡镇|全覆盖, 便民服务中心|实现乡镇全覆盖."""
    end = found.end("noun")
    joined = "where" in found.groupdict() and found.start("where") == end
    return found.end("where") if joined else end


def _label(found: re.Match[str], name: str) -> str:
    groups = found.groupdict()
    if "where" in groups:
        apart = found.start("where") > found.end("noun")
        return f"{name}{groups['where'] if apart else ''}覆盖"
    if what := groups.get("what"):
        return f"{name}{what}比例"
    return name


def _made(
    setting: Setting, name: Name, found: re.Match[str], clause: int, value: int
) -> Draft:
    stretch = stretch_in(setting.text, clause, name.start)
    at = (clause + found.start("all"), clause + found.end("all"))
    bound = Comparator.GE if value else Comparator.LE
    return Draft(
        amount=Amount(start=at[0], end=at[1], value=Decimal(value), kind="word"),
        start=name.start,
        end=clause + found.end(),
        indicator=_COUNTED.sub("", _label(found, name.text)).removesuffix("的"),
        indicator_at=((name.start, at[0]),),
        measure=Measure.LEVEL,
        comparator=Comparator.EQ if setting.is_review else bound,
        value=Decimal(value),
        unit="%" if value else "",
        scope=name.scope,
        strength_at=stretch,
        is_stretch=stretch is not None and not setting.is_review,
        is_universal=True,
        said=_said(setting, name.start),
    )


def _said(setting: Setting, start: int) -> Time | None:
    before = [t for t in setting.times if t.until <= start and not t.compares]
    return before[-1] if before else None
