"""Words that may name a place or a zone → whether they do, and which one a title names."""

from __future__ import annotations

import re

from paitou.figures.columns.names import tidy, unnumbered
from paitou.figures.columns.times import WRITTEN, plain_time

_ENDS = "省|市|区|县|州|旗|盟|镇|乡|街道|管委会|新城"
_PLACE = re.compile(
    rf"[^\W\d_a-zA-Z]{{1,14}}?(?:{_ENDS})|(?:全|合|总|小)(?:市|省|县|区|州|计)(?:合计|总计)?"
    r"|.{0,8}(?:合计|总计|小计)"
)
_LEADING = re.compile(
    r"[^\W\d_a-zA-Z]{1,7}?(?:自治州|自治县|自治区|开发区|新区|市|区|县|州|旗)"
)
_WHOLE = re.compile(r"全[市省县区州](?![域])")
#: End like the name of a place and are none.
_COMMON_WORDS = (
    "城市 市区 县区 地区 社区 园区 城区 辖区 小区 片区 景区 都市 门市 超市 股市"
    " 上市 区县 县市 市县 州市 地市 省市 灾区 林区 库区 牧区 山区 老区 特区 校区 新区"
    " 开发区 县市区 区市县 市县区 街区 主城区 城镇 高新 经开 空港 区 县 市"
)
_TOTAL = re.compile(r"(全[市省县区州])(?:合计|总计|总数)")
_COMMON = frozenset(_COMMON_WORDS.split())
_NOT_NAMED = re.compile(r"各|分|所有|主要|有关|及|和|与|的|每")
_REPORTER = re.compile(
    r"(?:(?:填报|报送|上报|编制)(?:单位|地区|县区)|报表单位|单位名称|单位|地区|县区|县市区)"
    r"(?:\([^()]*\))?[:：]\s*([^\s:：]+)"
)
_FRONT = re.compile(r"^(?:附[件表]?\d*[:：]?|表\d+[:：]?|\d{1,2}[.、])")


def is_place(text: str) -> bool:
    """Return whether the words look like the name of a place, a zone, or a total."""
    words = tidy(text)
    return 2 <= len(words) <= 18 and words not in _COMMON and bool(_PLACE.fullmatch(words))


def place_name(text: str) -> str:
    """Return the name of a place as a column or a head has it: 全市合计 is 全市."""
    name = unnumbered(tidy(text))
    total = _TOTAL.fullmatch(name)
    return total[1] if total else name


def place_in_title(text: str) -> str:
    """Return the place with which a title begins, the narrowest; empty where none does."""
    words = WRITTEN.sub("", _FRONT.sub("", plain_time(text))).lstrip("度")
    bracket = re.search(r"\(([^()]{2,12})\)$", words)
    if bracket and is_place(bracket[1]) and not _NOT_NAMED.search(bracket[1]):
        return bracket[1]
    if found := _WHOLE.match(words):
        return found[0]
    place = ""
    while found := _LEADING.match(words):
        if found[0] in _COMMON or _NOT_NAMED.search(found[0]) or len(found[0]) < 2:
            break
        place, words = found[0], words[found.end() :]
    return place


def reporter_in(line: str) -> str:
    """Return the place of the office that a line says has filled the sheet in."""
    found = _REPORTER.search(tidy(line))
    return place_in_title(found[1]) if found else ""
