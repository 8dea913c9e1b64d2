"""A list of organisations in words → their names: 人力资源和社会保障局 is one, not two."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CONJUNCTION = re.compile(r"以及|[和及与]")
_ETC = re.compile(r"等(?:有关|相关)?(?:部门|单位)?$")
#: What the name of an organisation ends in.
_END = re.compile(
    r"(?:[部委局厅办署院会社行司处室组班站所队馆校台协联县区市州盟旗镇乡军]|中心|公司|集团|政府"
    r"|海关|街道|单位|部门|机关|机构|大学|园区|铁路|电网|电力|移动|联通|电信|铁塔|企业|平台)"
    r"(?:\([^()]*\))?$"
)
_NO_NAME = re.compile(
    r"\d|的|一个|[“”\"]|主要|以下|^[本该其此谁]|^(?:龙头|骨干)?企业|^社会$|^市场$|^有关方面"
)
#: 各市、县(区)政府 and 各市、县(区) are one.
_COLLECTIVE = re.compile(r"各[市州区县盟旗地省乡镇]{1,2}")
_LOCAL = re.compile(r"[市州区县盟旗乡镇]{1,2}(?:\([^()]*\))?(?:区|县)?(?:人民)?(?:政府)?")
_LONGEST = 30


def organisations(text: str) -> list[str]:
    """Return the organisations that the text lists; none where a piece of it is no name."""
    names = split_organisations(text)
    if not all(_may_be_name(name) for name in names):
        return []
    return names if any(_END.search(name) for name in names) else []


def labelled(text: str) -> list[str]:
    """Return what stands after a label: it need not end as organisations do."""
    return [name for name in split_organisations(text) if _may_be_name(name)]


def split_organisations(text: str) -> list[str]:
    """Return the names of a list such as 市发展改革委、人力资源和社会保障局等."""
    found: list[str] = []
    for piece in _pieces(text):
        if found and _COLLECTIVE.fullmatch(found[-1]) and _LOCAL.fullmatch(piece):
            found[-1] += f"、{piece}"
        else:
            found.extend(_unjoined(piece))
    names = (_ETC.sub("", name) for name in found)
    return [name for name in names if name]


def _may_be_name(name: str) -> bool:
    return 2 <= len(name) <= _LONGEST and not _NO_NAME.search(name)


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands between the 、 outside brackets."""
    depth, start = 0, 0
    for index, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == "、" and depth <= 0:
            yield text[start:index].strip()
            start = index + 1
    yield text[start:].strip()


def _unjoined(piece: str) -> Iterator[str]:
    """Yield the names that 和, 及, 与 join: the one before ends as organisations do."""
    start = 0
    for found in _CONJUNCTION.finditer(piece):
        if _END.search(piece[start : found.start()]) and found.end() < len(piece):
            yield piece[start : found.start()]
            start = found.end()
    yield piece[start:]
