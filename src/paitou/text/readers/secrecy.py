"""The head of a text → its secrecy mark, so that state secrets are turned away unread."""

from __future__ import annotations

import re

from paitou.model import UnreadableFile

_HEAD_CHARACTERS = 3000
_LONGEST = 60
_STARRED_LINES = 40
_ALONE_LINES = 15  # without the star, two characters on a line of their own
_GRADE = r"[绝机秘][ \u3000\xa0]*密"
_TERM = r"(?:(?:\d+|[一二三四五六七八九十]+)\s*(?:年|个月|月|天|日)|长期|解密前)"
# GB/T 9704—2012 7.2.2: 密级和保密期限在版心左上角,"★"分隔;份号可在同一行之前,紧急程度在后
_STARRED = re.compile(rf"^[^。，；！？“”《》]{{0,30}}?({_GRADE}\s*[★☆]\s*{_TERM}?)")
_ALONE = re.compile(
    rf"^(?:(?:份号)?[:：№\s]*\d{{1,8}}\s*)?(?:(?:密级|保密等级|涉密等级)[^:：]{{0,8}}[:：]\s*)?"
    rf"[【\[(（]?({_GRADE})(?:文件|件)?[】\])）]?\s*{_TERM}?\s*(?:特急|加急|平急|特提)?$"
)
_MARKUP = "#>*_ \r\u3000\xa0"


def secrecy_mark(text: str) -> str | None:
    """Return the secrecy mark (机密★5年) that the head of the text bears, if any.

    The words in running text (商业秘密, 保守国家秘密) are no mark.
    """
    lines = (part.strip(_MARKUP) for part in re.split(r"[\n\t\f]", text[:_HEAD_CHARACTERS]))
    for index, line in enumerate(line for line in lines if line):
        if index == _STARRED_LINES:
            break
        if len(line) > _LONGEST:
            continue
        mark = _STARRED.match(line) or (
            _ALONE.match(line) if index < _ALONE_LINES else None
        )
        if mark:
            return mark[1].strip()
    return None


def refuse_secrets(text: str) -> None:
    """Raise UnreadableFile when the head of the text bears a secrecy mark."""
    mark = secrecy_mark(text)
    if mark is not None:
        raise UnreadableFile(
            f"首页含密级标志“{mark}”，严禁处理国家秘密，内容未读取、未保存，"
            "请立即从本系统移除并按保密规定处理"
        )
