"""Times as offices write them (2025年底前, 2024年第二季度) → a period or a day."""

from __future__ import annotations

import datetime as dt
import re

from paitou.model import Period
from paitou.text.view import fold

_YEAR = r"(?:19|20|21)\d{2}"
_DAY = re.compile(rf"({_YEAR})[年.\-/](\d{{1,2}})[月.\-/](\d{{1,2}})日?")
_DATED = re.compile(
    rf"({_YEAR}[年.\-/]\d{{1,2}}[月.\-/]\d{{1,2}}日?"
    rf"|{_YEAR}年?第?[一二三四1-4]季度|{_YEAR}[Qq][1-4]|{_YEAR}年[上下]半年|{_YEAR}[Hh][12]"
    rf"|{_YEAR}[年.\-/](?:1[0-2]|0?[1-9])(?:月|(?=\D|$))|{_YEAR}(?:年度?(?!\d+月)|(?=[^\d年]|$)))"
    r"(?:中旬|[上下]旬|底|末|初)?(?:之前|以前|前)?(?:\s\d{2}:\d{2})?"
)


def read_due(text: str) -> Period | dt.date:
    """Return the period or day that a cell names, and nothing else.

    Raises:
        ValueError: it names none, or one that does not exist.
    """
    due, rest = split_due(text)
    if rest:
        raise ValueError(f"“{text[:20]}”不是年、季、月或日期")
    return due


def split_due(text: str) -> tuple[Period | dt.date, str]:
    """Return the time at the beginning of a text, and what follows it.

    Raises:
        ValueError: the text begins with no time, or with one that does not exist.
    """
    text = text.strip()
    found = _DATED.match(fold(text))
    if found is None:
        raise ValueError(f"“{text[:20]}”开头不是年、季、月或日期，如 2024年6月")
    rest = text[found.end() :].strip(" :：,，、\t")
    if day := _DAY.fullmatch(found[1]):
        try:
            return dt.date(*map(int, day.groups())), rest
        except ValueError as error:
            raise ValueError(f"“{found[1]}”这一天不存在") from error
    return Period.parse(found[1]), rest
