"""A document → the place it speaks for: a province, a city, a county or the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from paitou.model import Document

_PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|"
    "湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾"
)
_PROVINCE = re.compile(rf"({_PROVINCES})(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|市)?")
_KINDS = (
    r"(?:(?<!城)市|自治州|自治县|自治旗|县|盟)(?![场级域容内属际区划]|民(?!族)|政(?!府))"
)
#: Behind the name of its province, a place may also be called 区.
_INSIDE = re.compile(rf"([一-鿿]{{2,7}}?)(?:{_KINDS}|地区|新区|区(?![域划]))")
#: Without it, the name of a place stands at the head of a title or of who issues it.
_ALONE = re.compile(rf"(?:^|关于印发|印发《|中共|年|_|《)([一-鿿]{{2,5}}?){_KINDS}")
_STATE = re.compile(r"国务院|中华人民共和国|全国人|国家发展|工业和信息化部|^国家|_国家_")
_MINISTRY = re.compile(r"^[一-鿿]{2,12}(?:部|总局)(?:、|办公厅|$)")
_FIRST_LINES, _LONGEST_TITLE = 5, 40


def place_of(document: Document) -> str:
    """Return the place without 省 and 市, 国家 for the country, empty where it is not said.

    The issuer says it best, then the title, the name of the file, and the first lines.
    """
    told = (document.issuer, document.title, document.file, *_titles(document.text))
    return next((place for words in told if words and (place := _place_in(words))), "")


def _titles(text: str) -> Iterator[str]:
    """Lines at the top that may be a title: short, no sentence, not about the country."""
    lines = (line.strip() for line in text[:500].splitlines())
    for line in islice((line for line in lines if line), _FIRST_LINES):
        if len(line) <= _LONGEST_TITLE and not line.endswith("。") and "，" not in line:
            yield line


def _place_in(words: str) -> str:
    if province := _PROVINCE.search(words[:40]):
        inside = _INSIDE.match(words, province.end())
        return inside[1] if inside else province[1]
    if alone := _ALONE.search(words[:40]):
        return alone[1]
    return "国家" if _STATE.search(words[:40]) or _MINISTRY.search(words) else ""


def different_places(one: Document, other: Document) -> tuple[str, str] | None:
    """Return the two places where both are known and differ, else None."""
    places = place_of(one), place_of(other)
    return places if all(places) and places[0] != places[1] else None
