"""A numeral and the characters around it → the class of number it is, when it is no amount.

The patterns are data (data/refused.tsv): for each class what stands before and after; the
first line that fits names the numeral. What no line names is an amount, which the grammar
then reads. The classes are explained in docs/mentions.md.
"""

from __future__ import annotations

import re
from importlib import resources
from itertools import groupby
from typing import NamedTuple

from paitou.text.hanzi import compiled

#: So many characters before the numeral are looked at.
_REACH_LEFT = 14
#: Letters that are units when they follow digits (5G is a name, 5GW is power).
_LETTER_UNIT = (
    r"(?:[kKMGT]?[Ww]h?|[GMKkT]?bps|[GTPEZM]B|[TMG]?Hz|[EP]?F(?:[Ll][Oo][Pp][Ss]|lops)?"
    r"|P|E|k?m|[kK]V|TEU|nm|dB|t)(?![A-Za-z])"
)


class _Rule(NamedTuple):
    """One line of the table, or several in a row that look only at what follows."""

    names: tuple[str, ...]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def _rules(kind: str) -> tuple[_Rule, ...]:
    table = resources.files(__package__).joinpath("data", "refused.tsv").read_text("utf-8")
    rows = [line.split("\t")[1:] for line in table.splitlines() if line.startswith(kind)]
    return tuple(
        rule
        for looks_after, run in groupby(rows, key=lambda row: row[1] == "-")
        for rule in ((_joined(list(run)),) if looks_after else map(_single, run))
    )


def _joined(rows: list[list[str]]) -> _Rule:
    """One pattern for all of them: the group that matches tells which."""
    parts = (f"({after.replace('<letter unit>', _LETTER_UNIT)})" for _, _, after in rows)
    return _Rule(tuple(row[0] for row in rows), None, compiled("|".join(parts)))


def _single(row: list[str]) -> _Rule:
    name, before, after = row
    follows = None if after == "-" else compiled(after)
    return _Rule((name,), compiled(f"(?:{before})$"), follows)


_ARABIC_RULES = _rules("arabic")
_CHINESE_RULES = _rules("chinese")

_YEAR = r"(?:19|20)\d\d"
_YEAR_BEFORE = re.compile(rf"{_YEAR}年?\s*[—~\-至、和及到]+\s*$|[(\[]\s*$")
_YEAR_AFTER = re.compile(rf"\s*年|\s*[—~\-至]+\s*{_YEAR}")
_YEAR_END = re.compile(r"\s*[)\],、。]|\s*$")
_OPEN_QUOTE = re.compile(r"[“\"《「]([^”\"》」,。]{0,12})$")
_CLOSE_QUOTE = re.compile(r"[^“\"《「,。]{0,12}[”\"》」]")
_LONG_OPEN = re.compile(r"[“\"][^”\"。]{0,13}$")
_LONG_CLOSE = re.compile(r"[^“\"《「。\d]{0,10}[”\"》」]")
_FIVE_YEAR = re.compile(r"(?:[五六七八九]|十[一二三四五六]?)五$")
_AFTER_FIVE_YEAR = re.compile(r"\s*[”\"]|期间|时期|规划|以来|末|开局|计划|收官")
#: What after a Chinese numeral makes it an amount: a unit that measures …
_MEASURED = compiled(
    r"[多余]?[百千万亿]*[多余]?(?:元|%|个百分点|倍|番|成|吨|公里|亩|公顷|平方|立方|千瓦|人次"
    r"|斤|公斤|户|美元|人(?![一-龥])|度电|标箱|张床|米|多亿|万)"
)
#: … and what makes it a count, which is an amount only when it is large.
_COUNTED = re.compile(
    r"[多余几]?[个项家条座所套户场件支名处位部台辆艘架张间栋宗份片块对类种次轮批大县市区州国省级地]"
)
_ROUND = re.compile("[十百千万亿]{1,3}")
#: 亿 of “产量(亿斤)” and 百万 of “百万吨乙烯项目” are amounts only where one is reached.
_SCALE_ONLY = re.compile("[百千万亿]{1,3}")
_PASSED = re.compile("大关|[,、。;!]|$")
_REACHED = re.compile("(?:超|突破|近|过|达|到|至|逾|上|跨|新增|[定持]在)$")
_OVER = re.compile(r"(?:超|突破|近|过|达|达到|逾|上|跨)$")
#: 三元协同: 元 is a part, not money.
_DIMENSION = compiled("元(?=[一-龥])(?!以上|左右|人民币|钱)")
#: Most numbers are plainly amounts: money, a share, people, a length, tons …
_PLAIN = re.compile(
    r"(?:[十百千万亿]{0,2}[多余]?(?:元|美元|吨|公里|亩|户|平方米|立方米)|%|个百分点|万人|万个)"
    r"(?:[,、;。和及]|以上|左右|以内|以下|$)"
)
_NAMING = re.compile(r"[A-Za-z第每+]\s?$|[“\"][^”\"]{0,12}$")
_SMALL = re.compile("[二两三四五六七八九十]|十.*")
_LARGE = re.compile("[一二三四五六七八九两][十百千万亿]")


def refuse(text: str, found: re.Match[str]) -> str | None:
    """Return the class of the numeral `found` when it is surely no amount, else None."""
    if found["roman"] or found["word"]:
        return None
    before = text[max(0, found.start() - _REACH_LEFT) : found.start()]
    if _FIVE_YEAR.search(found[0]) and _AFTER_FIVE_YEAR.match(text, found.end()):
        return "period"
    if _OPEN_QUOTE.search(before) and _CLOSE_QUOTE.match(text, found.end()):
        return "name"
    if found["arabic"]:
        if _PLAIN.match(text, found.end()) and not _NAMING.search(before):
            return None
        if _is_year(text, found, before):
            return "date"
        return _first(_ARABIC_RULES, text, found, before)
    if _LONG_OPEN.search(before) and _LONG_CLOSE.match(text, found.end()):
        return "name"
    return _refuse_chinese(text, found, before)


def _is_year(text: str, found: re.Match[str], before: str) -> bool:
    digits = found[0]
    if len(digits) != 4 or digits[:2] not in ("19", "20"):
        return False
    if _YEAR_AFTER.match(text, found.end()):
        return True
    return bool(_YEAR_BEFORE.search(before) and _YEAR_END.match(text, found.end()))


def _first(
    rules: tuple[_Rule, ...], text: str, found: re.Match[str], before: str
) -> str | None:
    for rule in rules:
        after = rule.after.match(text, found.end()) if rule.after is not None else None
        if rule.after is not None and after is None:
            continue
        if rule.before is None or rule.before.search(before):
            return rule.names[(after.lastindex or 1) - 1 if after else 0]
    return None


def _refuse_chinese(text: str, found: re.Match[str], before: str) -> str | None:
    numeral, end = found[0], found.end()
    if name := _first(_CHINESE_RULES, text, found, before):
        return name
    if _is_amount(text, numeral, end, before):
        return None
    return _named(text, numeral, end, before)


def _named(text: str, numeral: str, end: int, before: str) -> str:
    closes = numeral != "一" and text[end : end + 1] in ("”", '"')
    if closes or before.endswith(("“", '"', "《")):
        return "name"
    if _SMALL.fullmatch(numeral) and _COUNTED.match(text, end):
        return "structure_count"
    return "lexical"


def _is_amount(text: str, numeral: str, end: int, before: str) -> bool:
    if text.startswith("分之", end):
        return True
    if numeral == "一":
        return text[end : end + 1] in ("倍", "番", "成")
    if len(numeral) == 1 and _DIMENSION.match(text, end):
        return False
    counted = bool(_COUNTED.match(text, end))
    if _ROUND.fullmatch(numeral) and _OVER.search(before) and counted:
        return True
    measured = bool(_MEASURED.match(text, end))
    if _SCALE_ONLY.fullmatch(numeral):
        passed = measured or bool(_PASSED.match(text, end))
        return passed and bool(_REACHED.search(before))
    return measured or (counted and bool(_LARGE.match(numeral)))
