"""The paragraphs after the body → tail: sources, editors, signatures, the frame of a site."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text.front import DATE, ORG
from paitou.text.paragraphs import Paragraph
from paitou.text.view import view

_LABEL = re.compile(
    r"[(【\[]?(?:来源|信息来源|文章来源|稿源|责任编辑|责编|编审|终审|初审|复审|审核|审校|校对|监制|编辑|作者|记者|通讯员|"
    r"值班|值班编辑|主编|总编|发布日期|发布时间|浏览次数|索引号|主题分类|主题词|发文机关|成文日期|发文字号|标题|时效|"
    r"有效性|公开方式|抄送|主送|印发单位|联系人|联系电话|附件下载|相关链接|相关解读|相关阅读|版权|主办|承办|网站标识码|"
    r"地址|邮编|技术支持)[\u4e00-\u9fff]{0,4}\d?[:)】\]]"
)
_PHRASE = re.compile(
    r"(?:扫一扫|打印|关闭|分享|上一篇|下一篇|上一条|下一条|返回顶部|返回首页|网站地图|联系我们|关于我们|附件下载|"
    r"\(?此件(?:公开|主动公开|依申请公开|不予公开)|展开全文|阅读原文|\(完\)?$|完$).{0,40}"
    r"|.{0,40}(?:版权所有|公网安备|ICP备).{0,40}"
    r"|.{2,30}(?:办公厅|办公室|秘书处)\d{4}年\d{1,2}月\d{1,2}日印发"
)
_MOST = 60
_SHORT = 80


def mark_tail(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """Return the paragraphs, those of the tail marked, and the index where it begins."""
    marked = list(paragraphs)
    first = _first_of_frame(text, paragraphs)
    first = _first_of_signature(text, paragraphs, first)
    for index in range(first, len(paragraphs)):
        marked[index] = paragraphs[index]._replace(kind=BlockKind.TAIL)
    return marked, first


def _words(text: str, paragraph: Paragraph) -> str:
    if paragraph.end - paragraph.start > 3 * _SHORT:
        return ""
    return view(text, paragraph.start, paragraph.end).text


def _first_of_frame(text: str, paragraphs: Sequence[Paragraph]) -> int:
    """Walk back over labels; a short line between or after labels is a label's value."""
    first = len(paragraphs)
    for index in range(len(paragraphs) - 1, max(len(paragraphs) - _MOST, 0) - 1, -1):
        words = _words(text, paragraphs[index])
        if (
            words
            and len(words) <= _SHORT
            and (_LABEL.match(words) or _PHRASE.fullmatch(words))
        ):
            first = index
        elif not words or len(words) > 40 or first - index > 2:
            break
    return first


def _first_of_signature(text: str, paragraphs: Sequence[Paragraph], first: int) -> int:
    """Take a date and the names of organs before it into the tail."""
    index = first - 1
    while index >= 0 and paragraphs[index].kind is BlockKind.TAIL:
        index -= 1
    if index < 1 or not DATE.fullmatch(_words(text, paragraphs[index]).strip("()")):
        return first
    while index > 0 and ORG.fullmatch(_words(text, paragraphs[index - 1])):
        index -= 1
    return index
