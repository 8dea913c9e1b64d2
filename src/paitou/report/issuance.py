"""A draft and how it is issued → the paper with its number and day, no longer 代拟稿.

What only serves until then (事实核实单, blanks for the issuing office) falls away.
"""

from __future__ import annotations

import datetime as dt

from attrs import evolve, frozen

from paitou.render.document import (
    Annex,
    Block,
    Document,
    Imprint,
    Masthead,
    Note,
    Signature,
)
from paitou.report.paper import (
    ADDRESSEE,
    BEFORE_ISSUE,
    BY_WHOM,
    DRAFT,
    PUBLICITY,
    day_words,
)


@frozen(kw_only=True)
class Issuance:
    """How a paper is issued (印发).

    Attributes:
        number: 发文字号 or 期号.
        issued_on: 成文日期 or 编发日期.
        publicity: 公开属性 in words: 主动公开.
        office: who issues it.
        copies: 抄送机关; empty where nobody gets one.
        addressee: 主送机关; empty leaves those whom the draft names.
    """

    number: str
    issued_on: dt.date
    publicity: str
    office: str
    copies: str = ""
    addressee: str = ""

    @property
    def day(self) -> str:
        """Return the day as papers write it."""
        return day_words(self.issued_on)

    @property
    def line(self) -> str:
        """Return who issued it, when and for whom in one sentence, as a panel says it."""
        return f"{self.number}，{self.office}{self.day}印发，{self.publicity}。"


def issued_as(draft: Document, issuance: Issuance | None) -> Document:
    """Return a draft as it is issued; without an issuance it stays one.

    The number stands in the head of a bulletin, above the title of a report, and in the
    mark of a single page, which has no line to spare.
    """
    if issuance is None:
        return draft
    is_page = draft.masthead is None and draft.signature is None
    mark = draft.mark.replace(f"（{DRAFT}）", "").replace(DRAFT, "")
    return evolve(
        draft,
        mark="　".join(filter(None, (mark, issuance.number))) if is_page else mark,
        right=_right(draft.right, issuance),
        masthead=draft.masthead and _masthead(draft.masthead, issuance),
        number="" if is_page or draft.masthead else issuance.number,
        addressee=_addressee(draft.addressee, issuance),
        blocks=tuple(_block(one, issuance) for one in draft.blocks),
        annexes=tuple(one for one in draft.annexes if _is_issued(one)),
        signature=draft.signature and Signature(org=issuance.office, date=issuance.day),
        imprint=draft.imprint and _imprint(issuance),
    )


def _right(text: str, issuance: Issuance) -> str:
    return f"公开属性：{issuance.publicity}" if text == PUBLICITY else text


def _masthead(draft: Masthead, issuance: Issuance) -> Masthead:
    return evolve(draft, number=issuance.number, org=issuance.office, date=issuance.day)


def _imprint(issuance: Issuance) -> Imprint:
    copies = f"{issuance.copies.rstrip('。')}。" if issuance.copies else ""
    return Imprint(copies=copies, office=issuance.office, date=issuance.day)


def _addressee(draft: str, issuance: Issuance) -> str:
    if issuance.addressee:
        return f"{issuance.addressee.rstrip('：:')}："
    return "" if draft == ADDRESSEE else draft


def _block(draft: Block, issuance: Issuance) -> Block:
    return Note(f"报送单位：{issuance.office}") if draft == Note(BY_WHOM) else draft


def _is_issued(annex: Annex) -> bool:
    return annex.label != BEFORE_ISSUE
