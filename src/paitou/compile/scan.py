"""Passage text → its numbers: amounts for the grammar, and the rest with their classes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from paitou.compile.quantity import NUMERAL, NUMERAL_HINT, Amount, amount_at
from paitou.compile.refuse import refuse


@frozen
class Refused:
    """A number that is no amount: [start, end) in the passage's text and its class."""

    start: int
    end: int
    name: str


def _is_bare_year(amount: Amount, digits: str) -> bool:
    """2024世界智能产业博览会: four digits without a unit are a year."""
    return not amount.unit and len(digits) == 4 and digits[:2] in ("19", "20")


_SCALE = re.compile("[十百千万亿]*")


def _past(text: str, found: re.Match[str]) -> int:
    """Past the numeral and, after digits, past its magnitude (330千伏 holds one number)."""
    if not found["arabic"]:
        return found.end()
    scale = _SCALE.match(text, found.end())
    return scale.end() if scale else found.end()


def scan(text: str) -> Iterator[Amount | Refused]:
    """Yield every number of the text once, in order."""
    at = 0
    while hint := NUMERAL_HINT.search(text, at):
        found = NUMERAL.match(text, hint.start())
        if found is None:
            at = hint.end()
            continue
        amount, name = _read(text, found)
        if amount is not None:
            yield amount
            at = max(amount.end, found.end())
        else:
            yield Refused(found.start(), found.end(), name)
            at = _past(text, found)


def _read(text: str, found: re.Match[str]) -> tuple[Amount | None, str]:
    """The amount that the numeral opens, or the class of what it is instead."""
    name = refuse(text, found)
    if name is not None:
        return None, name
    amount = amount_at(text, found)
    if amount is None or _is_bare_year(amount, found[0]):
        return None, "lexical" if amount is None else "date"
    return amount, ""
