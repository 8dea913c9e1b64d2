"""One amount with all that decides what it measures, and a sentence's memory."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import define, field, frozen

from paitou.compile.draft import Draft
from paitou.compile.naming import Name
from paitou.compile.predicate import Predicate
from paitou.compile.quantity import Amount
from paitou.compile.reach import Right, Setting

_NO_NOUN = re.compile(
    r"[、和及与)”(]|以及|目标|任务|水平|要求|居|列|位居|排名|高于|低于|超过|比|较|同比|增速"
    r"|为近|为历史|创|的(?:目标|任务|水平|要求|增长|增速|速度|年均)"
)


@define
class Memory:
    """What a sentence has said so far, for what follows in it to lean on."""

    topic: str = ""
    last: Draft | None = None
    drafts: list[Draft] = field(factory=list)
    scopes: set[int] = field(factory=set)  # starts of the amounts that only delimit


class Found(NamedTuple):
    """A name, and the quote's bounds; `end` 0 is the end of the amount itself."""

    name: Name
    start: int
    end: int = 0
    predicate: Predicate | None = None
    leans_on: Draft | None = (
        None  # the draft whose noun, and so whose 力争, this one shares
    )
    is_mismatched: bool = False  # nouns and values of 分别 do not match in number
    after: str = ""  # a comparator that stands after the last of several values


@frozen(kw_only=True)
class Construction:
    """An amount, the words to its left (name and predicate) and those to its right."""

    setting: Setting
    amount: Amount
    predicate: Predicate
    left: Name
    right: Right
    memory: Memory

    @property
    def names_right(self) -> bool:
        """Return whether the words to the right open with a noun."""
        right = self.right
        return bool(right.text) and not right.describes and not _NO_NOUN.match(right.text)

    @property
    def start(self) -> int:
        """Return where the words to the left begin, their verb of doing included."""
        return self.left.verb_start if self.left.verb else self.left.start


def opens_with_noun(words: str) -> bool:
    """Return whether the words after a number are a noun (not 以上, 居全国第二 …)."""
    return not _NO_NOUN.match(words)
