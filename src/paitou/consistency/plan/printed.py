"""A text with a part, a whole and a percentage → percentages that its own numbers deny."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from attrs import frozen

_NUMBER = r"(\d+(?:\.\d+)?)"
_UNIT = r"[一-鿿]{0,4}?"
#: 已开工145个，占全年目标170个的87.9%
_PARTED = re.compile(
    rf"{_NUMBER}(万|亿)?({_UNIT})[,，、](?:约)?占[^,，。;；\d]{{0,20}}?{_NUMBER}(万|亿)?{_UNIT}"
    rf"的(?:比重为|比例为)?{_NUMBER}%"
)
_SCALE = {"": 1, "万": 10_000, "亿": 100_000_000}


@frozen(kw_only=True)
class Printed:
    """A percentage as printed, and as its own numbers make it."""

    start: int
    end: int
    words: str
    printed: Decimal
    computed: Decimal


def wrong_percentages(text: str) -> Iterator[Printed]:
    """Yield the percentages that do not follow from the part and the whole beside them.

    145 of 170 is 85.3 %, whatever is printed (practice.md §3.3). Rounding is allowed for.
    """
    for found in _PARTED.finditer(text):
        part = Decimal(found[1]) * _SCALE[found[2] or ""]
        whole = Decimal(found[4]) * _SCALE[found[5] or ""]
        printed = Decimal(found[6])
        if whole <= 0:
            continue
        exponent = printed.as_tuple().exponent
        place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        computed = (part / whole * 100).quantize(place, ROUND_HALF_UP)
        if abs(computed - printed) > place:
            yield Printed(
                start=found.start(),
                end=found.end(),
                words=found[0],
                printed=printed,
                computed=computed,
            )
