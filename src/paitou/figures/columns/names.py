"""The name of an indicator as a table has it → what of which indicator is measured."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import field, frozen

from paitou.figures.columns.units import COUNT, MONEY, PERCENT, family, is_unit
from paitou.figures.qualifiers import NOMINAL, REAL, prices_of
from paitou.indicators import Catalogue, Dimension
from paitou.model import Measure
from paitou.text.view import fold

_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、)）．]"
    r"|\d{1,2}\.(?!\d)|[①-⑳]|[#＃*＊△▲★]+|其中[:：]?|[-—]+)\s*"
)
_NOTE_SIGN = re.compile(r"(?<=.)(?:[①-⑳*※]+|\[\d{1,2}\])$")
_BRACKET = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,14})[)）\]】]")
_SINCE = r"(?:(?:按)?(?:不变价格?|可比价格?|现价)(?:计算)?|同比|累计|名义|实际|可比|每年" \
    r"|[比较](?:上年|去年)?(?:同期)?)"  # fmt: skip
_GROWTH = r"(?:增速|增长率|增长速度|增长幅度|增长|增幅|涨幅|上涨)"
_MEAN = r"(?:[两二三四五六七八九十\d]{1,2}年)?(?:年均|年平均|平均)"
_MEAN_GROWTH = re.compile(rf"(.+?)({_MEAN}{_SINCE}*){_GROWTH}")
_YEAR_GROWTH = re.compile(rf"(.+?)((?:{_SINCE})*)(?:{_GROWTH}|(?<=同比))")
_FALL = r"减少|下降|降低|回落|下滑|缩小"
_CHANGED = re.compile(
    rf"(.+?)(?:(?:同比|[比较](?:上年|去年|同期)(?:同期)?)(?:增减|变化|变动|增加|提高|上升|提升"
    rf"|扩大|(?P<fall>{_FALL}))(?:额|量|数|值|率|幅度)?|增减(?:额|量|数|值|率|幅度)?"
    r"|变[化动](?:额|量|数|值)|增加[额量])"
)
_LEVEL_WORDS = re.compile("增长点$|增长极$")
_CHANGE_NAME, _GROWTH_NAME, _MEAN_NAME = "同比增减", "增速", "年均增速"
_LONGEST = 100
_LETTER = re.compile(r"[^\W\d_]")
_AFTER_STROKE = (MONEY, COUNT, PERCENT)


@frozen(kw_only=True)
class Named:
    """A name taken apart.

    Attributes:
        text: the name as written, without numbering and without its unit in brackets.
        bare: the same without the words for growth or change.
        measure: what the words say; None where they speak of the level.
        falls: whether a positive number means a fall: 同比减少.
        prices: real or nominal where the words say so.
    """

    text: str
    bare: str
    unit: str = ""
    measure: Measure | None = None
    falls: bool = False
    prices: str = ""


@lru_cache(maxsize=8192)
def tidy(text: str) -> str:
    """Return words without the blanks and line breaks that only set them apart."""
    if text.isascii():
        return " ".join(text.split())
    seen = _INVISIBLE.sub("", text)
    if not re.search(r"\s", seen):
        return seen
    return re.sub(r"(?<![!-~])\s+|\s+(?![!-~])", "", seen.strip())


def split_unit(text: str) -> tuple[str, str]:
    """Return a title without the unit in its brackets, and that unit."""
    for found in _BRACKET.finditer(text):
        inside = fold(found[1]).strip().removeprefix("单位").lstrip(":")
        if is_unit(inside):
            return text[: found.start()] + text[found.end() :], inside
    head, _, last = text.rpartition("/")
    if head and family(fold(last)) in _AFTER_STROKE:
        return head, fold(last)
    if percent := re.fullmatch(r"(.+\w)[%％]", text):
        return percent[1], "%"
    return text, ""


@lru_cache(maxsize=8192)
def read_name(text: str, unit: str = "", usual: str | None = None) -> Named:
    """Return the name taken apart; a change in % is growth, unless the thing is in %.

    Args:
        text: the name as a table has it.
        unit: the unit that its row or column gives.
        usual: the unit in which the catalogue has the indicator, None where unknown.
    """
    shown, own = split_unit(unnumbered(tidy(text)))
    words, prices = _split_prices(shown)
    if _LEVEL_WORDS.search(words):
        return Named(text=shown, bare=shown, unit=own)
    for measure, form in (
        (Measure.GROWTH_AVG, _MEAN_GROWTH),
        (Measure.GROWTH, _YEAR_GROWTH),
    ):
        if found := form.fullmatch(words):
            prices = prices or _prices_before(found[2])
            return Named(
                text=shown, bare=found[1], unit=own, measure=measure, prices=prices
            )
    if found := _CHANGED.fullmatch(words):
        in_percent = family(own or unit) == PERCENT and (own or unit) in ("%", "‰")
        is_share = usual is not None and family(usual) == PERCENT
        measure = Measure.GROWTH if in_percent and not is_share else Measure.CHANGE
        falls = found["fall"] is not None
        named = composed(found[1], measure, prices) if falls else shown
        return Named(
            text=named, bare=found[1], unit=own, measure=measure, falls=falls, prices=prices
        )
    return Named(text=shown, bare=shown, unit=own)


def composed(bare: str, measure: Measure, prices: str) -> str:
    """Return the name of the growth or change of an indicator: 地区生产总值名义增速."""
    said = {REAL: "可比", NOMINAL: "名义"}.get(prices, "")
    match measure:
        case Measure.GROWTH:
            return f"{bare}{said}{_GROWTH_NAME}"
        case Measure.GROWTH_AVG:
            return f"{bare}{said}{_MEAN_NAME}"
        case Measure.CHANGE:
            return f"{bare}{_CHANGE_NAME}"
    return bare


def unnumbered(text: str) -> str:
    """Return a name without the number that sets it in a list, or the sign of a note."""
    text = _NOTE_SIGN.sub("", text)
    while found := _NUMBERING.match(text):
        if found.end() == len(text):
            break
        text = text[found.end() :]
    return text


def _split_prices(text: str) -> tuple[str, str]:
    """Return the name without a bracket that names prices, and the prices."""
    for found in _BRACKET.finditer(text):
        prices = prices_of(found[1]) or (REAL if found[1] == "实际" else "")
        is_only = re.fullmatch(
            "(?:按)?(?:名义|现价|当年价|实际|可比|不变)(?:价格?)?(?:计算)?(?:增长|增速)?",
            found[1],
        )
        if prices and is_only:
            return text[: found.start()] + text[found.end() :], prices
    return text, ""


def _prices_before(words: str) -> str:
    return prices_of(words) or (REAL if "实际" in words else "")


@frozen
class Namer:
    """Names of one catalogue, each looked up once."""

    catalogue: Catalogue
    _known: dict[tuple[str, str], tuple[Named, str]] = field(factory=dict, repr=False)

    def read(self, text: str, unit: str = "") -> tuple[Named, str]:
        """Return a name taken apart, and the id of the indicator that it speaks of.

        Raises:
            ValueError: the name is empty or no name.
        """
        found = self._known.get((text, unit))
        if found is None:
            found = self._known[text, unit] = self._read(text, unit)
        return found

    def is_name(self, text: str) -> bool:
        """Return whether the text can be the name of an indicator."""
        try:
            self.read(text)
        except ValueError:
            return False
        return True

    def _read(self, text: str, unit: str) -> tuple[Named, str]:
        whole = split_unit(unnumbered(tidy(text)))
        has_name = _LETTER.search(whole[0]) and not _NUMBERING.fullmatch(whole[0])
        if len(text) > _LONGEST or not has_name:
            raise ValueError(f"“{text[:20]}”不是指标名称")
        own = self.catalogue.get(self.catalogue.resolve(whole[0]))
        is_growth = own is not None and own.dimension is Dimension.INDEX
        if own is not None and whole[0] in own.words and not is_growth:
            return Named(text=whole[0], bare=whole[0], unit=whole[1]), own.id
        named = read_name(text, unit)
        known = self.catalogue.get(self.catalogue.resolve(named.bare))
        if known is not None and named.measure is not None:
            named = read_name(text, unit, known.unit)
        return named, self.catalogue.resolve(named.bare)
