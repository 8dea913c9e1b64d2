"""A statement → the sentence that it makes (到2025年，经济总量不低于1万亿元)."""

from __future__ import annotations

import re
from decimal import Decimal

from paitou.compile.words import DONE
from paitou.model import Comparator, Measure, Statement, Strength, When, WhenKind
from paitou.render.wording import COMPARATOR

_RISE_AND_FALL = {
    Measure.GROWTH: ("比上年增长", "比上年下降"),
    Measure.GROWTH_AVG: ("年均增长", "年均下降"),
    Measure.GROWTH_EACH: ("每年增长", "每年下降"),
    Measure.CHANGE: ("提高", "降低"),
    Measure.CHANGE_RATE: ("提高", "降低"),
}


#: Of a change the plan's own verb is told, the first where it has none of them.
_OWN_VERBS = (
    ("提高", "增长", "提升", "增加", "扩大"),
    ("降低", "下降", "减少", "缩小", "压缩"),
)
_BEHIND = {
    Comparator.GE: "以上",
    Comparator.GT: "以上",
    Comparator.LE: "以内",
    Comparator.LT: "以下",
    Comparator.APPROX: "左右",
    Comparator.EQ: "",
    Comparator.RANGE: "",
}
_VERBS = sorted((word for word in DONE if len(word) > 1), key=len, reverse=True)
_GAP = ("高", "低")
_TIME = re.compile(r"\d|年|[一二三四五]五|同期|期初|期末|月|季度|基础")


def tell(statement: Statement) -> str:
    """Return what the statement says as one sentence."""
    time = when_words(statement.when)
    head = f"{time}，" if statement.when.kind is not WhenKind.OPEN else ""
    scope = statement.scope or ""
    if scope and statement.indicator.startswith(scope):
        scope = ""
    return f"{head}{_stretch(statement)}{_said(statement, scope)}。"


def brief(statement: Statement) -> str:
    """Return the statement without its time, for lists: 经济总量不低于1万亿元."""
    if doing(statement):
        return f"{_stretch(statement)}{_said(statement)}"
    return f"{statement.indicator}{_stretch(statement)}{_predicate(statement)}"


def doing(statement: Statement) -> str:
    """Return the quote's own verb of what is to be done (新增, 改造), else nothing."""
    if statement.measure not in (Measure.TOTAL, Measure.PER_YEAR):
        return ""
    before = statement.quote.partition(statement.indicator)[0]
    if before == statement.quote:
        return ""
    return next((verb for verb in _VERBS if before.endswith(verb)), "")


def when_words(when: When) -> str:
    """Return the time of a statement: 到2025年, 2023—2025年每年, 未写明时限."""
    years = _years(when)
    match when.kind:
        case WhenKind.BY:
            return f"到{years}" if years else "到期末"
        case WhenKind.IN | WhenKind.OVER:
            return years or "期内"
        case WhenKind.EACH:
            return f"{years}每年" if years else "每年"
        case WhenKind.OPEN:
            return "未写明时限"


def value_words(statement: Statement) -> str:
    """Return the value as written, with its unit: 1.2万亿元, 3—5家, Ⅳ类."""
    low = plain(statement.value)
    high = f"—{plain(statement.value_high)}" if statement.value_high is not None else ""
    unit = statement.unit.text
    return f"{low}{high}{unit.replace(':', '∶') if unit.startswith(':') else unit}"


def plain(value: Decimal | str) -> str:
    """Return the number in plain notation, its minus as −."""
    if isinstance(value, str):
        return value
    return format(value, "f").replace("-", "−")


def _years(when: When) -> str:
    if when.start and when.end and when.start != when.end:
        if when.kind is WhenKind.BY:
            return f"{when.end}年"
        return f"{when.start}—{when.end}年"
    year = when.end or when.start
    return f"{year}年" if year else ""


def _stretch(statement: Statement) -> str:
    return "力争" if statement.strength is Strength.STRETCH else ""


def _said(statement: Statement, scope: str = "") -> str:
    """The indicator and what is asked of it; what is to be done before what is counted."""
    verb = doing(statement)
    if not verb:
        return f"{scope}{statement.indicator}{_predicate(statement)}"
    when, whole = statement.when, statement.measure is Measure.TOTAL
    added = "累计" if whole and when.start and when.start != when.end else ""
    return f"{scope}{added}{verb}{statement.indicator}{_amount_above(statement)}"


def _predicate(statement: Statement) -> str:
    measure, amount = statement.measure, _bounded(statement)
    base = f"较{_year_or_words(statement.base)}" if statement.base else ""
    if measure in _RISE_AND_FALL:
        moves = _moves(statement)[_falls(statement)]
        if statement.when.kind is WhenKind.EACH:
            moves = moves.removeprefix("每年")
        return f"{base}{moves}{_amount_above(statement)}"
    match measure:
        case Measure.TOTAL:
            return f"累计{amount}"
        case Measure.MAINTAIN:
            return f"持续{_verb(statement, '保持')}{amount}"
        case Measure.MULTIPLE:
            compared = f"{_year_or_words(statement.base) or '原来'}的"
            return f"{_verb(statement, '为')}{_bounded(statement, compared)}"
        case _:
            return f"{base}{_verb(statement, '为')}{amount}"


def _moves(statement: Statement) -> tuple[str, str]:
    """Compared with another place a value is higher; only compared with a time it rose."""
    gap = statement.measure is Measure.CHANGE and statement.base
    if gap and not _TIME.search(gap):
        return _GAP
    usual = _RISE_AND_FALL[statement.measure]
    if statement.measure not in (Measure.CHANGE, Measure.CHANGE_RATE):
        return usual
    rise, fall = (
        next((verb for verb in verbs if verb in statement.quote), verbs[0])
        for verbs in _OWN_VERBS
    )
    return rise, fall


def _verb(statement: Statement, verb: str) -> str:
    """A verb where the comparator brings none: 为82%左右, but 不低于82%."""
    bare = (Comparator.APPROX, Comparator.EQ, Comparator.RANGE)
    return verb if statement.comparator in bare else ""


def _amount_above(statement: Statement) -> str:
    """The value with its bound behind it, as plans write it: 8%以上, 3%左右."""
    amount = value_words(statement)
    amount = amount.removeprefix("−") if _falls(statement) else amount
    if statement.comparator is Comparator.GT:
        return f"超过{amount}"
    return f"{amount}{_BEHIND[statement.comparator]}"


def _bounded(statement: Statement, compared: str = "") -> str:
    amount = value_words(statement)
    amount = compared + (amount.removeprefix("−") if _falls(statement) else amount)
    match statement.comparator:
        case Comparator.APPROX:
            return f"{amount}左右"
        case Comparator.EQ | Comparator.RANGE:
            return amount
        case Comparator.GT:
            return f"超过{amount}"
        case _:
            return f"{COMPARATOR[statement.comparator]}{amount}"


def _falls(statement: Statement) -> bool:
    return (
        statement.measure in _RISE_AND_FALL
        and isinstance(statement.value, Decimal)
        and statement.value < 0
    )


def _year_or_words(base: str | None) -> str:
    return f"{base}年" if base and base.isdigit() else base or ""
