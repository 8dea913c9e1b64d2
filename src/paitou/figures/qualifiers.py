"""The text of a number cell → its value, the words that bound it, and which way it went."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from attrs import evolve, field, frozen

from paitou.figures.columns.units import is_unit
from paitou.figures.states import state_of
from paitou.model import Bound, FigureState
from paitou.tables import Content, parse_number
from paitou.text.view import fold

_LONGEST = 80
_DIGITS = 40
_PLAIN = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,40})?")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FALLING_RANGE = re.compile(
    rf"-({_NUMBER})([^\d\s—~-]{{0,6}}?)(?:—+|~|至|到)-({_NUMBER})([^\d\s]{{0,6}})"
)
_ERRORS = ("#公式错误", "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
#: Signs for "there is none" and words for "not known yet", besides those of `tables`.
_NONE = frozenset({"不涉及", "无此项", "无任务", "不适用", "空白", "没有"})
_MISSING = frozenset(
    {"", "未报", "未公布", "未发布", "未统计", "未出", "未反馈", "暂缺", "缺", "待报"}
    | {"待公布", "待反馈", "暂未公布", "尚未公布", "数据未出", "…", "……", "...", "......"}
)
_NOT_A_FIGURE = ("力争", "确保", "目标", "计划", "控制在", "预测")

_BOUNDS = {
    Bound.AT_LEAST: (
        "突破 超过 超 以上 及以上 不低于 不少于 不小于 至少 多 余 高于 大于 逾 > >= ≥ 多于"
    ),
    Bound.AT_MOST: (
        "以下 及以下 不超过 以内 不高于 不多于 不大于 低于 小于 不足 至多 < <= ≤"
    ),
    Bound.ABOUT: "约 大约 约为 近 左右 上下 ≈ 基本 接近 将近 约计",
}
_BOUND_OF = {word: bound for bound, words in _BOUNDS.items() for word in words.split()}
_BOUND_WORD = re.compile(
    "|".join(re.escape(word) for word in sorted(_BOUND_OF, key=len, reverse=True))
)

_SINCE = r"(?:同比|(?:比|较|与|同)(?:上年|去年)?(?:同期)?)?"
_FLAT = re.compile(rf"{_SINCE}(?P<word>基本)?持平|零增长")
_ROSE = "增长|上升|提高|增加|上涨|提升|增幅|增|升"
_FELL = "负增长|下降|减少|降低|下滑|回落|下跌|跌|降|减"
_WAY = re.compile(rf"{_SINCE}(?:(?P<up>{_ROSE})|(?P<down>{_FELL}))了?(?=\D*\d)")
_PRICES = re.compile(
    r"\(?(?:按)?(名义|现价|可比价格?|可比|不变价格?|实际)(?:计算)?\)?[:：]?"
)
_EXPECTED = re.compile(r"预计|预估|估计")
_BRACKETED = re.compile(r"\(([^()]{1,8})\)$")
_YEAR = re.compile("(?:19|20)[0-9]{2}年")
_LEADING = re.compile(
    r"(?:仅|只|逾|不足|接近|将近|约计|多于|至多|共|合计|累计|完成|为)+(?=\d)"
)
_PLACED = re.compile(r"(并列)?第?(\d{1,4})(名次|位次|名|位)?")
_GRADED = re.compile(
    r"(?:水质)?(?:为|达到|达)?(劣)?(V?I{1,3}|IV|V|[一二三四五])(?:类(?:水质|水体|标准)?)?"
)
_ROMAN = dict(zip("一二三四五", "ⅠⅡⅢⅣⅤ", strict=True))
_ROMAN |= {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_FROM_SIGN = str.maketrans({"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V"})
REAL, NOMINAL = "real", "nominal"


@frozen(kw_only=True)
class Said:
    """What a cell says.

    Attributes:
        value: the number, a grade (Ⅲ), or None where the cell says that there is none.
        unit: as written in the cell, empty where it is not.
        qualifier: the words that bound the value, as written.
        way: 1 where a word says that it rose, -1 that it fell, else 0; the value has the
            sign already.
        state: what the cell says of its state: 预计, 快报.
        prices: real or nominal, where the cell says so.
    """

    value: Decimal | str | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    way: int = field(default=0)
    state: FigureState | None = None
    prices: str = ""
    is_flat: bool = False

    @property
    def bound(self) -> Bound:
        """Return what the qualifier says of the true value."""
        return bound_of(self.qualifier)


@lru_cache(maxsize=256)
def bound_of(qualifier: str) -> Bound:
    """Return what a qualifier as written says: 突破 at least, 不超过 at most, 近 about.

    Raises:
        ValueError: its words contradict each other.
    """
    found = {_BOUND_OF[word] for word in _BOUND_WORD.findall(fold(qualifier))}
    if len(found) > 1:
        found.discard(Bound.ABOUT)
    if len(found) > 1:
        raise ValueError(f"限定词“{qualifier[:20]}”前后矛盾")
    return next(iter(found), Bound.EXACT)


def prices_of(words: str) -> str:
    """Return real or nominal where the words say so, else the empty text."""
    if any(word in words for word in ("名义", "现价", "当年价")):
        return NOMINAL if not any(w in words for w in ("可比", "不变价")) else ""
    return REAL if any(word in words for word in ("可比", "不变价")) else ""


def is_missing(text: str) -> bool:
    """Return whether the cell says nothing yet: empty, 未公布, …; that is no figure."""
    return text in _MISSING or fold(text).strip() in _MISSING


def is_formula_error(text: str) -> bool:
    """Return whether a broken formula stands in the cell."""
    return text.startswith("#") and text.upper().startswith(_ERRORS)


def read_cell(text: str, *, placed: bool = False, graded: bool = False) -> Said:
    """Return what a number cell says; nothing is guessed.

    Args:
        text: what stands in the cell.
        placed: whether 第3名 can stand here.
        graded: whether a bare 3 is the grade Ⅲ here.

    Raises:
        ValueError: the cell is no number, range, grade or "none"; the sentence says why.
    """
    if _PLAIN.fullmatch(text) and not graded:
        return Said(value=_number(text))
    if len(text) > _LONGEST:
        raise ValueError(f"“{text[:20]}……”有 {len(text)} 个字，不是数")
    plain = "".join(fold(text).translate(_FROM_SIGN).split())
    if plain in _NONE:
        return Said()
    if grade := _grade(plain, graded=graded):
        return grade
    if placed and (place := _PLACED.fullmatch(plain)):
        return Said(value=Decimal(place[2]), unit=place[3] or "", qualifier=place[1] or "")
    return _read(text, fold(text).strip())


def _grade(plain: str, *, graded: bool) -> Said | None:
    found = _GRADED.fullmatch(plain)
    if found and found[2] in _ROMAN:
        if found[1] and _ROMAN[found[2]] != "Ⅴ":
            return None
        has_unit = "类" in plain or graded
        return Said(
            value=(found[1] or "") + _ROMAN[found[2]], unit="类" if has_unit else ""
        )
    if graded and (number := re.fullmatch(r"([1-5])类?", plain)):
        return Said(value="ⅠⅡⅢⅣⅤ"[int(number[1]) - 1], unit="类")
    return None


def _read(text: str, plain: str) -> Said:
    """Take the words off one after another; what is left must be a number."""
    said = Said()
    if _YEAR.match(plain):
        raise ValueError(f"“{text[:20]}”是时期，不是数")
    for word in _NOT_A_FIGURE:
        if plain.startswith(word):
            raise ValueError(f"“{text[:20]}”说的是“{word}”，不是已有的数")
    if found := _BRACKETED.search(plain):
        plain, said = _bracketed(plain, found, said)
    if found := _EXPECTED.match(plain):
        said = evolve(said, qualifier=found[0], state=FigureState.ESTIMATED)
        plain = plain[found.end() :].removeprefix("为")
    if found := _PRICES.match(plain) or _PRICES.search(plain):
        plain = plain[: found.start()] + plain[found.end() :]
        said = evolve(said, prices=_price_words(found[1]))
    if found := _FLAT.fullmatch(plain):
        word = "基本" if found["word"] else ""
        return evolve(said, value=Decimal(0), qualifier=said.qualifier + word, is_flat=True)
    if found := _WAY.match(plain):
        said = evolve(said, way=1 if found["up"] else -1)
        plain = plain[found.end() :]
    if found := _LEADING.match(plain):
        said = evolve(said, qualifier=said.qualifier + _bounding(found[0]))
        plain = plain[found.end() :]
    return _numbered(text, plain, said)


def _bracketed(plain: str, found: re.Match[str], said: Said) -> tuple[str, Said]:
    """Return the rest of the cell where its bracket says a state, else all of it."""
    state = state_of(found[1])
    if state is None:
        return plain, said
    qualifier = found[1] if state is FigureState.ESTIMATED else ""
    return plain[: found.start()], evolve(said, state=state, qualifier=qualifier)


def _price_words(word: str) -> str:
    return NOMINAL if word in ("名义", "现价") else REAL


def _bounding(words: str) -> str:
    return "".join(_BOUND_WORD.findall(words))


def _numbered(text: str, plain: str, said: Said) -> Said:
    if found := _FALLING_RANGE.fullmatch(plain):
        low, high = -_number(found[1]), -_number(found[3])
        return evolve(_ordered(said, low, high), unit=_known(found[4] or found[2], text))
    cell = parse_number(plain)
    if cell.is_none and not said.way:
        return said
    if cell.content is Content.UNREAD or cell.is_none:
        raise ValueError(f"“{text[:20]}”不是数")
    sign = -1 if said.way < 0 else 1
    said = evolve(
        said, unit=_known(cell.unit, text), qualifier=said.qualifier + cell.qualifier
    )
    bound_of(said.qualifier)
    if cell.content is Content.RANGE and cell.low is not None and cell.high is not None:
        return _ordered(said, sign * _short(cell.low), sign * _short(cell.high))
    value = _short(cell.value or Decimal(0))
    if said.way and value < 0:
        raise ValueError(f"“{text[:20]}”既写了增减又带负号")
    return evolve(said, value=sign * value)


def _ordered(said: Said, one: Decimal, other: Decimal) -> Said:
    if one == other:
        return evolve(said, value=one)
    return evolve(said, value=min(one, other), high=max(one, other))


def _known(unit: str, text: str) -> str:
    if unit and not is_unit(unit):
        raise ValueError(f"“{text[:20]}”里的“{unit}”不是认识的计量单位")
    return unit


def _number(text: str) -> Decimal:
    return _short(Decimal(text.replace(",", "")))


def _short(value: Decimal) -> Decimal:
    if len(value.as_tuple().digits) > _DIGITS:
        raise ValueError(f"数有 {len(value.as_tuple().digits)} 位，不像是真的")
    return value
