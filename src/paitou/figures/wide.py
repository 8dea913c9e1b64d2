"""The head of a column of values → what it says of them: 地区生产总值(亿元), 增速%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from paitou.figures.columns.names import split_unit, tidy
from paitou.figures.columns.times import PART, WRITTEN, parse_period, plain_time
from paitou.figures.columns.units import PERCENT, family
from paitou.figures.qualifiers import REAL, prices_of
from paitou.figures.states import state_said_in
from paitou.model import FigureState, Measure, Period
from paitou.text.view import fold


@frozen(kw_only=True)
class Head:
    """What the head of a column of values says; what it leaves out is empty.

    Attributes:
        title: the head as people read it.
        words: what is left when all else is taken away: an indicator, or an organisation.
        part: a part of a year where the year is not in the head: 1—9月.
        lag: years back from the period of the row or of the sheet: 上年同期 is 1.
        is_value: whether it is the value itself, or says how it is to be taken.
        is_beside: whether it is of the same indicator as the column on its left.
        is_growth_open: whether % must tell if it is growth or a change: 同比增减.
        is_ignored: whether what stands there is no figure: a target, a rank.
    """

    title: str
    words: tuple[str, ...] = ()
    org: str = ""
    period: Period | None = None
    part: str = ""
    lag: int = 0
    measure: Measure | None = None
    falls: bool = False
    prices: str = ""
    unit: str = ""
    state: FigureState | None = None
    is_value: bool = False
    is_beside: bool = False
    is_growth_open: bool = False
    is_ignored: bool = False

    @property
    def says(self) -> bool:
        """Return whether something of the head was understood."""
        timed = self.period is not None or self.part or self.lag
        return bool(timed or self.measure or self.is_value or self.is_ignored)


_SIGNS = str.maketrans({"％": "%", "﹪": "%"})
_SINCE = (
    r"(?:按)?(?:不变价格?|可比价格?|现价)?(?:计算)?(?:与|[比较]|同)?(?:上年|去年|(?:19|20)\d{2}年)?"
    r"(?:同期)?(?:相)?(?:比)?"
)
_DECK = r"(?:本年|本期|当年|当期|累计|同比|全年|年度|名义|实际|可比)*"
_LAGS = re.compile(
    r"(?:上年同期|去年同期|上年度?|去年|同期)(?:数|值|完成数?|完成值|水平|实绩)?"
)
_FALLS = "下降|减少|降低|降幅"
_MEAN = re.compile(r"(?:[两二三四五\d]年)?(?:年均|年平均|平均)(?:增速|增长率?|增幅)[%±]*")
_GROWTH = re.compile(
    rf"{_DECK}{_SINCE}{_DECK}(?:增速|增长率|增长速度|增长幅度|增长|增幅|涨幅|上涨)[%±]*"
    r"|(?:同比)?(?:±|\+-|\+/-|增减|增长)?±?%±?|同比"
)
_OPEN = re.compile(
    rf"{_DECK}{_SINCE}{_DECK}(?:增减|变化|变动|增加|提高|±|\+-|{_FALLS})±?"
    r"(?:额|量|数|值|率|幅|幅度)?[%±]*"
)
_CHANGE = re.compile(
    rf"{_DECK}{_SINCE}{_DECK}(?:增减额|增减量|增减数|增加额|增加量|增量|变化量|变动量|变化值)"
)
_VALUE = re.compile(
    r"(?:本年|本期|当年|当期|本月|累计|实际|年末|期末|全年)*"
    r"(?:value|现值|数值|数据|值|数|量|金额|总量|规模|绝对额|绝对值|绝对量|绝对数|指标值|实际值"
    r"|实绩|完成值?|完成数|完成额|完成量|实际完成|完成情况|实现值?|现状值?|水平|累计|数量|本年|本期"
    r"|当年|当期|报告期|累计完成|报告期值|结果|上报数|上报值|总额|统计值|统计数)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:年度|全年|本年|当年|总|市级|县级|下达|预期|工作|考核|力争|奋斗|阶段|分解)*"
    r"(?:目标|计划|任务|规划|预期|预测)(?:任务|目标|计划)*(?:值|数|额|量)?"
)
_RANK = re.compile(
    r"(?:总量|增速|全省|全市|全国|累计|规模|本期|完成率)*(?:位次|排名|名次|排位)(?:变化)?"
    r"|环比.{0,6}|(?:完成|占).{0,6}(?:率|比例|进度|目标|任务|计划)|(?:完成)?(?:序时|时序)?进度|占比|占全[市省].{0,4}|序号"
)
_STATE = re.compile(
    r"\(?(?:预计|预计数|预估|快报|快报数|初步核算|初步核算数|初步数|最终核实数?|核定数|决算数|年报)\)?"
)
_LEADING_STATE = re.compile(r"^(?:预计|预估)(?!数)")
_PRICE_BRACKET = re.compile(r"[(（][^()（）]*(?:名义|可比|现价|不变价|实际)[^()（）]*[)）]")


@lru_cache(maxsize=4096)
def read_head(parts: Sequence[str]) -> Head:
    """Return what the parts of a head, from the top down, say together."""
    head = Head(title="/".join(parts))
    for part in parts:
        head = _with_part(head, part)
    return head


def _with_part(head: Head, part: str) -> Head:
    shown, unit = split_unit(tidy(part).translate(_SIGNS))
    if unit:
        head = evolve(head, unit=unit)
    if found := _PRICE_BRACKET.search(shown):
        head = evolve(head, prices=_prices(found[0]))
        shown = shown[: found.start()] + shown[found.end() :]
    plain = plain_time(shown).strip(":：")
    if state := state_said_in(plain):
        head = evolve(head, state=state)
    before = head.period
    plain, head = _timed(_LEADING_STATE.sub("", plain), head)
    plain = _LEADING_STATE.sub("", plain)
    if not plain or _STATE.fullmatch(plain):
        return evolve(head, is_value=True)
    has_period = head.period is not before
    return _meant(head, plain.strip("()"), unit, has_period=has_period)


def _timed(plain: str, head: Head) -> tuple[str, Head]:
    """Take the time off the front of a part."""
    if re.fullmatch(r"(?:19|20)\d{2}", plain):
        return "", evolve(head, period=parse_period(plain))
    if found := WRITTEN.match(plain):
        try:
            period = parse_period(found[0])
        except ValueError:
            return plain, head
        return plain[found.end() :], evolve(head, period=period)
    found = PART.match(plain)
    if found and (found.end() == len(plain) or _understood(plain[found.end() :])):
        return plain[found.end() :], evolve(head, part=found[0])
    if (found := _LAGS.match(plain)) and (
        found.end() == len(plain) or _VALUE.fullmatch(plain[found.end() :])
    ):
        return plain[found.end() :], evolve(head, lag=1, is_beside=True)
    return plain, head


def _understood(words: str) -> bool:
    plain = words.strip("()")
    forms = (_MEAN, _GROWTH, _OPEN, _CHANGE, _VALUE, _TARGET, _RANK, _STATE, _LAGS)
    return any(form.fullmatch(plain) for form in forms)


def _meant(head: Head, plain: str, unit: str, *, has_period: bool) -> Head:
    if _LAGS.fullmatch(plain):
        lag = 0 if has_period else 1
        return evolve(head, lag=lag, is_value=True, is_beside=True)
    if _TARGET.fullmatch(plain) or _RANK.fullmatch(plain):
        return evolve(head, is_ignored=True)
    prices = head.prices or _prices(plain)
    if _MEAN.fullmatch(plain):
        return evolve(head, measure=Measure.GROWTH_AVG, prices=prices, unit=unit)
    if _GROWTH.fullmatch(plain):
        return evolve(head, measure=Measure.GROWTH, prices=prices, unit=unit)
    if _CHANGE.fullmatch(plain):
        return evolve(head, measure=Measure.CHANGE, unit=unit or head.unit)
    if _OPEN.fullmatch(plain):
        falls = bool(re.search(_FALLS, plain))
        is_percent = "%" in plain or family(unit) == PERCENT
        measure = Measure.CHANGE if unit and not is_percent else Measure.GROWTH
        return evolve(
            head,
            measure=measure,
            falls=falls,
            is_growth_open=not unit and "%" not in plain,
            prices=prices,
            unit=unit,
        )
    if _VALUE.fullmatch(plain):
        return evolve(head, is_value=True)
    return evolve(head, words=(*head.words, fold(plain) if plain.isascii() else plain))


def _prices(words: str) -> str:
    return prices_of(words) or (REAL if "实际" in words and "可比" not in words else "")
