"""An amount that no statement took → the class of number it is."""

from __future__ import annotations

import re

from paitou.compile import words
from paitou.compile.passage import Passage
from paitou.compile.quantity import Amount
from paitou.model import BlockKind
from paitou.text.hanzi import compiled

_BOUND = re.compile(r"(?:及)?(?:以上|以下|以内)")
_GROUP = re.compile("[轮批]")
_AREA = re.compile("[省市县区州乡镇村](?![级长委])")
_IN_NAME = compiled(r"[一-龥A-Za-z“]$")
_LABEL = re.compile(r"(?:专栏|附件|附表|表|图|注)?\s*$")


def leftover(passage: Passage, amount: Amount, *, is_scope: bool) -> str:
    """Return the class of an amount that the grammar bound to nothing."""
    text = passage.text
    if is_scope:
        return "scope"
    if amount.base_unit in ("岁", "周岁"):
        return "threshold"
    if amount.base_unit in words.DURATIONS:
        return "duration"
    if amount.kind == "roman":
        return "grade_name"
    if text.startswith("的", amount.end):
        return "attribute"
    if (
        not amount.unit
        and amount.kind == "arabic"
        and _IN_NAME.search(text[: amount.start])
    ):
        if _GROUP.match(text, amount.end):
            return "structure_count"
        return "scope" if _AREA.match(text, amount.end) else "name"
    if amount.unit and _BOUND.match(text, amount.end):
        return "threshold"
    return _by_place(passage, amount)


def _by_place(passage: Passage, amount: Amount) -> str:
    if passage.block.kind is BlockKind.TABLE:
        return "table_cell"
    if not amount.unit and _LABEL.fullmatch(passage.text[: amount.start]):
        return "list_number"
    return "unexplained"
