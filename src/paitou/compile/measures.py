"""A predicate, a unit and a name → what is measured, its bound and its sign."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.compile import words
from paitou.compile.lists import is_complete
from paitou.compile.predicate import Predicate
from paitou.compile.quantity import Amount
from paitou.compile.when import Time
from paitou.model import Comparator, Measure

_RATES = frozenset({"%", "‰", "成"})
_POINTS = frozenset({"个百分点", "百分点", "个基点", "基点"})
_GRADES = frozenset({"级", "星级", "A级"})


@frozen(kw_only=True)
class Reading:
    """What a number says: measure, comparator and the value with its sign."""

    measure: Measure
    comparator: Comparator
    value: Decimal | str
    value_high: Decimal | None
    unit: str


@frozen(kw_only=True)
class Surroundings:
    """What besides the predicate decides the reading."""

    name: str
    verb: str  # verb of doing or having that leads the name
    is_review: bool
    is_annual: bool  # the document speaks for one year
    after: str  # comparator after the number
    said: Time | None = None  # the time that its sentence says
    inherited: Measure | None = None
    again: Measure | None = None  # what was last said of the same noun (…,力争达到5%)
    growth_noun: str = ""
    before: str = ""  # comparator before the verb (至少建成1家)
    is_each: bool = False  # 每年 stands somewhere before the number


def read(amount: Amount, predicate: Predicate, around: Surroundings) -> Reading:
    """Return measure, comparator and value of an amount."""
    measure = _measure(amount, predicate, around)
    value, high, unit = amount.value, amount.high, amount.unit
    if measure is Measure.MULTIPLE:
        value, unit = _multiple(amount, predicate), "倍"
    elif measure is Measure.GRADE:
        return Reading(
            measure=measure,
            comparator=_comparator(amount, predicate, around, measure),
            value=_grade(amount),
            value_high=None,
            unit=unit,
        )
    elif _falls(measure, predicate, around):
        value, high = -value, None if high is None else -high
    return Reading(
        measure=measure,
        comparator=_comparator(amount, predicate, around, measure),
        value=value,
        value_high=high,
        unit=unit,
    )


_ROMAN = "零ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def _grade(amount: Amount) -> str:
    return _ROMAN[int(amount.value)] if amount.kind == "roman" else str(amount.value)


def _falls(measure: Measure, predicate: Predicate, around: Surroundings) -> bool:
    changes = (
        Measure.GROWTH,
        Measure.GROWTH_AVG,
        Measure.GROWTH_EACH,
        Measure.CHANGE,
        Measure.CHANGE_RATE,
    )
    falling = predicate.verb == "fall" or around.verb.rstrip("了") in words.LESS
    return falling and measure in changes


def _measure(amount: Amount, predicate: Predicate, around: Surroundings) -> Measure:
    if _is_grade(amount, predicate):
        return Measure.GRADE
    if amount.unit in ("番", "倍") or predicate.verb == "multiply":
        return Measure.MULTIPLE
    if around.growth_noun:
        return _rate_named(predicate, around)
    is_share = around.name.startswith("占") or "占全" in around.name
    if is_share and amount.unit not in _POINTS:
        return Measure.LEVEL
    if predicate.verb in ("grow", "fall") and not _only_compares(amount, predicate):
        return _changed(amount, predicate, around)
    return _held(amount, predicate, around)


def _only_compares(amount: Amount, predicate: Predicate) -> bool:
    """高于55%, 不高于20天 bound the value itself; points are above something else."""
    compares = predicate.word in words.BEFORE and predicate.base is None
    return compares and amount.unit not in _POINTS


def _is_grade(amount: Amount, predicate: Predicate) -> bool:
    if amount.kind == "roman":
        return True
    return amount.unit in _GRADES and amount.value <= 6 and bool(predicate.verb)


def _changed(amount: Amount, predicate: Predicate, around: Surroundings) -> Measure:
    if amount.base_unit in _RATES:
        return _growth(predicate, around, average=False)
    return Measure.CHANGE


def _growth(predicate: Predicate, around: Surroundings, average: bool) -> Measure:
    if predicate.is_average or average:
        return Measure.GROWTH_AVG
    if around.is_each:
        return Measure.GROWTH_EACH
    if predicate.word in words.CUT or predicate.is_cumulative:
        return Measure.CHANGE_RATE
    if predicate.base and not _is_last_year(predicate.base):
        return Measure.CHANGE_RATE
    return Measure.GROWTH if _is_of_one_year(predicate, around) else Measure.CHANGE_RATE


def _is_of_one_year(predicate: Predicate, around: Surroundings) -> bool:
    """2024年增长6%, 比上年增长6%, or an annual report that speaks of no other years."""
    said = around.said
    if said is not None and (said.is_span or said.is_year):
        return said.is_year
    return around.is_annual or predicate.base is not None


def _rate_named(predicate: Predicate, around: Surroundings) -> Measure:
    """增速达到18%: the noun says that it is a growth, whatever the years."""
    measure = _growth(predicate, around, "年均" in around.growth_noun)
    return Measure.GROWTH if measure is Measure.CHANGE_RATE else measure


def _is_last_year(base: str) -> bool:
    return base.startswith(("上年", "去年", "前一年", "上一年"))


_SPENT_IN_ALL = ("累计投入", "累计完成", "累计发放")


GROWTHS = (Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH, Measure.CHANGE_RATE)


def _held(amount: Amount, predicate: Predicate, around: Surroundings) -> Measure:
    if predicate.verb == "keep" or (predicate.is_steady and predicate.verb == "reach"):
        return Measure.MAINTAIN
    if _is_yearly(predicate, around):
        return Measure.LEVEL
    if around.verb:
        return _done(amount, around)
    if around.is_each:
        return Measure.PER_YEAR
    if amount.base_unit in _RATES and around.again in GROWTHS:
        return around.again
    yearly = around.name.startswith("年") and predicate.verb == "reach"
    if amount.base_unit not in _RATES and _holds(around.name, words.DONE_NOUNS):
        return Measure.LEVEL if yearly else Measure.TOTAL
    if predicate.verb in ("reach", "lower", "grow", "fall"):
        return Measure.LEVEL
    return _unsaid(amount, predicate, around)


def _is_yearly(predicate: Predicate, around: Surroundings) -> bool:
    """到2025年,接待游客达到5000万人次: the last year's, not the plan's years together."""
    named = around.verb in words.YEARLY or (
        not around.verb and _holds(around.name, words.YEARLY)
    )
    if not named or around.is_review or around.is_annual:
        return False
    if predicate.is_cumulative or around.is_each or (around.said and around.said.is_span):
        return False
    return around.said is not None or predicate.verb == "reach"


def _done(amount: Amount, around: Surroundings) -> Measure:
    """What a verb of doing or having counts."""
    verb = around.verb.rstrip("了")
    if verb in words.LESS:
        return Measure.CHANGE
    if amount.unit.endswith("元") and verb in _SPENT_IN_ALL:
        return Measure.TOTAL
    if (verb.startswith("累计") and "新增" not in verb) or verb in words.HAVE:
        return Measure.LEVEL
    return Measure.PER_YEAR if around.is_each else Measure.TOTAL


def _unsaid(amount: Amount, predicate: Predicate, around: Surroundings) -> Measure:
    """No verb says it: the noun, the unit and what stood before decide."""
    complete = is_complete(around.name)
    if predicate.comparator and complete:
        return Measure.LEVEL
    if around.inherited is not None:
        return around.inherited
    flows = _holds(around.name, words.FLOW)
    bounded = predicate.comparator not in ("", "approx") and not flows
    if bounded or amount.base_unit in _RATES or complete:
        return Measure.LEVEL
    return Measure.TOTAL if flows or around.is_review else Measure.LEVEL


def _holds(name: str, parts: tuple[str, ...]) -> bool:
    return any(part in name for part in parts)


#: A number that the text cannot mean, but must not break on.
_MOST_DOUBLINGS = 64


def _multiple(amount: Amount, predicate: Predicate) -> Decimal:
    if amount.unit == "番":
        return Decimal(2) ** min(int(amount.value), _MOST_DOUBLINGS)
    if predicate.verb == "grow" or predicate.word in ("增长", "增加", "提高", "提升"):
        return amount.value + 1
    return amount.value


def _comparator(
    amount: Amount, predicate: Predicate, around: Surroundings, measure: Measure
) -> Comparator:
    if amount.high is not None:
        return Comparator.RANGE
    said = around.after or predicate.comparator or around.before
    if amount.more and said in ("", "approx"):
        return Comparator.GT
    if around.after == "ge" and predicate.comparator == "gt":
        return Comparator.GE
    if said:
        return Comparator(said)
    if around.is_review:
        return Comparator.EQ
    if predicate.verb == "lower" or _is_ceiling(predicate, measure):
        return Comparator.LE
    return Comparator.GE


def _is_ceiling(predicate: Predicate, measure: Measure) -> bool:
    return measure is Measure.MAINTAIN and predicate.word.startswith("控制")
