"""Words for a plan's years (“十四五”, 第十个五年计划, 2023—2025年) → those years."""

from __future__ import annotations

import re

from paitou.model import PlanPeriod

_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2}
#: First years by the plan's number; after the second there was none in 1963–1965.
_STARTS = {1: 1953, 2: 1958} | {n: 1966 + 5 * (n - 3) for n in range(3, 31)}

_COUNT = r"([一二三四五六七八九]?十?[一二三四五六七八九]?)"
_NAME = re.compile(r"(?<![一二三四五六七八九十])" + _COUNT + "五")
_ORDINAL = re.compile(r"第([一二三四五六七八九十]{1,3})个五年")
_QUOTED_PLAN = re.compile(r"[“\"‘〝]\s*" + _COUNT + r"五\s*[”\"’〞]")
_BARE_PLAN = re.compile(
    r"(?<![一二三四五六七八九十])"
    r"([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四六七八九])五"
    r"(?=时期|期间|计划|规划)"
)
_YEAR = r"(\d{4}|[一二][〇○零一二三四五六七八九]{3})"
_YEARS = re.compile(_YEAR + r"\s*年?\s*[-–－~～∼〜至到—―─]{1,2}\s*" + _YEAR)
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def chinese_number(text: str) -> int:
    """Return the number below 100 written as 十四, 二十三 or 九; 0 if it is none."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + _DIGITS.get(ones, 0)


def five_year_span(name: str) -> tuple[int, int] | None:
    """Return the years of the five-year plan called 十四五, “九五” or 第十个五年计划."""
    found = _ORDINAL.search(name) or _NAME.search(name)
    return _plan_years(found[1]) if found else None


def _plan_years(number: str) -> tuple[int, int] | None:
    start = _STARTS.get(chinese_number(number))
    return (start, start + 4) if start else None


def years_between(text: str) -> PlanPeriod | None:
    """Return the first “2023—2025” of the text, in any dash and any digits."""
    for found in _YEARS.finditer(text):
        first, last = to_year(found[1]), to_year(found[2])
        if 1949 <= first <= last <= 2100 and last - first <= 60:
            return PlanPeriod(start=first, end=last)
    return None


def to_year(text: str) -> int:
    """Return the year written as 2023 or 二〇二三."""
    return int(text.translate(_CHINESE_DIGITS))


def plan_period(text: str) -> PlanPeriod | None:
    """Return the years that a title or subtitle states: a range, or a five-year plan."""
    if years := years_between(text):
        return years
    found = _ORDINAL.search(text) or _QUOTED_PLAN.search(text) or _BARE_PLAN.search(text)
    span = _plan_years(found[1]) if found else None
    return PlanPeriod(start=span[0], end=span[1]) if span else None
