"""Passage text → amounts: a number with its magnitude, its unit and 多/余 beside it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.compile import words
from paitou.compile.numerals import arabic_value, chinese_value, roman_value
from paitou.compile.patterns import Words
from paitou.text.hanzi import compiled

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)"
CHINESE = (
    r"(?:(?:[零一二三四五六七八九十百万亿两]|千(?![瓦伏克卡]))+"
    r"(?:点[零一二三四五六七八九]+)?)"
)
#: 翻番 is a number too: twice, and “四个翻番” is four of them.
#: So is a half, where it is one: 压减一半以上.
_WORD = (
    r"(?:[二两三四五六七八九十]个)?翻了?番”?|倍增(?=[,。;、!]|$)"
    r"|一半(?=以上|以下|左右|[,。;、!]|$)"
)
#: The characters that a number may begin with.
NUMERAL_HINT = re.compile("[0-9零一二两三四五六七八九十百千万亿Ⅰ-Ⅻ翻倍]")
NUMERAL = re.compile(
    rf"(?P<word>{_WORD})|(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE})|(?P<roman>[Ⅰ-Ⅻ])"
)

#: More characters than these are a serial number, not an amount.
_LONGEST = 18
_SCALE = "[十百千万亿]{1,3}"
_UNITS = Words(
    words.MONEY
    + words.PERCENT
    + words.COUNTED
    + words.MEASURED
    + words.MULTIPLES
    + words.SCORED
    + words.GRADED
)
_KINDS = re.compile(r"\([套户次座个家间所人辆处艘架列、]{1,7}\)次?")
_PER_SCALE = re.compile("/[十百千万亿]{0,2}")
_PER_TIME = re.compile(r"/(?:人年|日|月|周|时|年)|每(?:平方公里|立方米|平方米|千瓦时)")
_TAIL = re.compile(rf"(?P<more>[多余])?(?P<scale>{_SCALE})?(?P<more2>[多余])?")
_MORE = re.compile(r"[多余](?![元种样边式功渠层级双维])")
_SCALED = re.compile(f"(?:{_SCALE})?")
_DASH = re.compile(rf"(?:—{{1,2}}|~|-|至|到|或)(?P<high>{ARABIC}|{CHINESE})(?:{_SCALE})?")
_PARTS = re.compile(r":([0-9]+(?:\.[0-9]+)?)(?::([0-9]+(?:\.[0-9]+)?))?(?![0-9]|:)")
_FRACTION = re.compile(rf"分之(?P<over>{CHINESE}|{ARABIC})(?P<more>[多余强])?")
_DENOMINATORS = {"百": "%", "千": "‰", "万": "‱"}


@frozen(kw_only=True)
class Amount:
    """A number with its unit, as indices into a passage's text.

    [start, end) covers number, magnitude, unit and 多/余; `parts` holds the further values
    of a ratio (8.3:41.4:50.3). `unit` is as written, magnitude first (万亿元).
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    unit: str = ""
    more: bool = False
    kind: str = "arabic"  # arabic | chinese | roman | fraction | word
    parts: tuple[Decimal, ...] = ()

    @property
    def base_unit(self) -> str:
        """Return the unit without its magnitude."""
        if self.unit[:1] not in _MAGNITUDES or self.unit in words.PERCENT:
            return self.unit
        return _BASE.sub("", self.unit)


_MAGNITUDES = frozenset("十百千万亿")
_BASE = re.compile(
    r"^[十百千万亿]+(?!分点|瓦|伏|米|克|卡|年一遇)|^[十百千万亿]*[百千万亿](?=千瓦|千伏|千克|千卡|千米)"
)


def amount_at(text: str, found: re.Match[str]) -> Amount | None:
    """Return the amount that the numeral `found` opens, None if it is no number at all."""
    if len(found[0]) > _LONGEST:
        return None
    if found["roman"]:
        return _roman(text, found)
    if found["word"]:
        return _word(text, found)
    if fraction := _fraction(text, found):
        return fraction
    value = arabic_value(found[0]) if found["arabic"] else chinese_value(found[0])
    if value is None:
        return None
    kind = "arabic" if found["arabic"] else "chinese"
    if kind == "arabic" and (over := _OVER.match(text, found.end())):
        return _over(found, value, over)
    if kind == "arabic" and (parts := _PARTS.match(text, found.end())):
        return _ratio(found, value, parts)
    if ranged := _range(text, found, value, kind):
        return ranged
    return _single(text, found, value, kind)


def _word(text: str, found: re.Match[str]) -> Amount:
    if found[0] == "一半":
        half = Decimal(50)
        return Amount(
            start=found.start(), end=found.end(), value=half, unit="%", kind="word"
        )
    start = found.start() - text.startswith("“", found.start() - 1)
    return Amount(start=start, end=found.end(), value=Decimal(1), unit="番", kind="word")


_GRADE = re.compile("(?P<unit>[类级等])水?质?")


def _roman(text: str, found: re.Match[str]) -> Amount | None:
    grade = _GRADE.match(text, found.end())
    if grade is None:
        return None
    return Amount(
        start=found.start(),
        end=found.end() + 1,
        value=Decimal(roman_value(found[0])),
        unit=grade["unit"],
        kind="roman",
    )


def _fraction(text: str, found: re.Match[str]) -> Amount | None:
    part = _FRACTION.match(text, found.end())
    below = chinese_value(found[0]) if found["chinese"] else None
    if part is None or not below:
        return None
    over = part["over"]
    above = arabic_value(over) if over[0].isdigit() else chinese_value(over)
    if above is None:
        return None
    if unit := _DENOMINATORS.get(found[0]):
        value = above
    else:
        unit, value = "%", _percent(above, below)
    return Amount(
        start=found.start(),
        end=part.end(),
        value=value,
        unit=unit,
        more=bool(part["more"]),
        kind="fraction",
    )


_OVER = re.compile(r"/(?P<below>[0-9]{1,3})(?P<scale>[十百千万]?)(?![0-9年/.A-Za-z])")


def _over(found: re.Match[str], value: Decimal, over: re.Match[str]) -> Amount:
    """10/10万 is a rate per 100,000, 1/10 a tenth."""
    if over["scale"] or not int(over["below"]):
        return Amount(start=found.start(), end=over.end(), value=value, unit=over[0])
    share = _percent(value, Decimal(over["below"]))
    return Amount(
        start=found.start(), end=over.end(), value=share, unit="%", kind="fraction"
    )


def _percent(above: Decimal, below: Decimal) -> Decimal:
    """The share in percent to two decimals, whatever the size of the numbers."""
    return Decimal(round(Fraction(above) / Fraction(below) * 10_000)) / 100


def _ratio(found: re.Match[str], value: Decimal, parts: re.Match[str]) -> Amount:
    if parts[2] is None and parts[1] == "1":
        return Amount(start=found.start(), end=parts.end(), value=value, unit=":1")
    rest = tuple(Decimal(p) for p in parts.groups() if p is not None)
    return Amount(start=found.start(), end=parts.end(), value=value, parts=rest)


#: Nouns that begin like a unit: 9.6万家庭 are families, not so many 家.
_NOUNS = ("家庭", "人口", "人才", "户籍")


def _unit_end(text: str, at: int) -> int:
    """Where the unit that stands at `at` ends; `at` itself if there is none."""
    end = _UNITS.at(text, at)
    if end < 0:
        return at
    if text.startswith(_NOUNS, end - 1):
        return end - 1
    if kinds := _KINDS.match(text, end):
        end = kinds.end()
    while (after := _per_end(text, end)) > end:
        end = after
    return end


def _per_end(text: str, at: int) -> int:
    """公里/平方公里, 元/人·年: where what the unit is counted by ends."""
    if per := _PER_TIME.match(text, at):
        return per.end()
    scale = _PER_SCALE.match(text, at)
    return max(at, _UNITS.at(text, scale.end())) if scale else at


def _range(text: str, found: re.Match[str], value: Decimal, kind: str) -> Amount | None:
    scale = _SCALED.match(text, found.end())
    after = _unit_end(text, scale.end() if scale else found.end())
    dash = _DASH.match(text, after)
    if dash is None:
        return None
    end = _unit_end(text, dash.end())
    high = dash["high"]
    upper = arabic_value(high) if high[0].isdigit() else chinese_value(high)
    if end == dash.end() or upper is None or upper <= value:
        return None
    return Amount(
        start=found.start(),
        end=end,
        value=value,
        high=upper,
        unit=text[dash.end("high") : end],
        kind=kind,
    )


#: 保持在-1‰: a sign, not a dash between two numbers.
_MINUS = compiled("[一-龥]-$")


def _single(text: str, found: re.Match[str], value: Decimal, kind: str) -> Amount:
    tail = _TAIL.match(text, found.end())
    scale, at, more = "", found.end(), False
    if tail:
        scale, at = tail["scale"] or "", tail.end()
        more = bool(tail["more"] or tail["more2"])
    end = _unit_end(text, at)
    unit = scale + text[at:end]
    if after := _MORE.match(text, end):
        end, more = after.end(), True
    if kind == "chinese" and _bare_scale(found[0]):
        return _unscaled(found, end, unit, more)
    start = found.start()
    if unit and _MINUS.search(text, max(0, start - 2), start):
        start, value = start - 1, -value
    return Amount(start=start, end=end, value=value, unit=unit, more=more, kind=kind)


def _bare_scale(numeral: str) -> str:
    """三千五百亿 keeps its 亿 as the unit's magnitude, as 3500亿 does."""
    scale = re.search(r"[万亿]+$", numeral)
    return scale[0] if scale else ""


def _unscaled(found: re.Match[str], end: int, unit: str, more: bool) -> Amount:
    scale = _bare_scale(found[0])
    head = found[0][: -len(scale)]
    value = chinese_value(found[0]) if head else Decimal(1)
    size = chinese_value(scale) or Decimal(1)
    return Amount(
        start=found.start(),
        end=end,
        value=value / size if head and value is not None else Decimal(1),
        unit=scale + unit,
        more=more,
        kind="chinese",
    )
