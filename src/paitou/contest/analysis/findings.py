"""What a check of integrity found, as a value: the sentence, its numbers and the method."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.matrix import INTERNAL


@frozen(kw_only=True)
class Finding:
    """One thing worth a second look; never by itself a reproach.

    Attributes:
        check: bounds, removal, self_reported, source, jump or bunching.
        sentence: what was found, in Chinese.
        numbers: what the sentence rests on, by name.
        how: how it was computed, so that anybody can do it again.
        orgs, item: whom and what it is about, empty where it is about all.
    """

    check: str
    sentence: str
    numbers: tuple[tuple[str, Fraction | float | int], ...] = ()
    how: str
    orgs: tuple[str, ...] = ()
    item: str = ""
    mark: str = INTERNAL

    def number(self, name: str) -> Fraction | float | int:
        """Return the number of this name.

        Raises:
            KeyError: there is none.
        """
        return dict(self.numbers)[name]


def percent(share: Fraction | float) -> str:
    """Return a share as people read it: 37.5%."""
    return f"{float(share) * 100:.1f}".removesuffix(".0") + "%"


def listed(names: tuple[str, ...], most: int = 6) -> str:
    """Return names as a sentence has them, the first few of many."""
    shown = "、".join(names[:most])
    return shown if len(names) <= most else f"{shown}等{len(names)}家"
