"""A statement's target ↔ the words of one cell: “年均增长≥10%”, and a changed cell back."""

from __future__ import annotations

from decimal import Decimal

from paitou.model import Comparator, Correction, Measure, Statement, Strength, Unit
from paitou.render.wording import COMPARATOR_SIGN
from paitou.tables import Content, NumberCell, parse_number
from paitou.text.view import fold

_STRETCH = "力争"
_LEADING: dict[Measure, str] = {
    Measure.GROWTH: "增长",
    Measure.GROWTH_AVG: "年均增长",
    Measure.GROWTH_EACH: "每年增长",
    Measure.PER_YEAR: "每年",
    Measure.TOTAL: "累计",
    Measure.CHANGE: "提高",
    Measure.CHANGE_RATE: "提高",
    Measure.MAINTAIN: "保持",
}
_FALLING: dict[Measure, str] = {
    Measure.GROWTH: "下降",
    Measure.GROWTH_AVG: "年均下降",
    Measure.GROWTH_EACH: "每年下降",
    Measure.CHANGE: "降低",
    Measure.CHANGE_RATE: "降低",
}
_COMPARATORS: dict[str, Comparator] = {
    "≥ >= 以上 及以上 不低于 不少于 不小于 至少 达到 达": Comparator.GE,
    "> 超过 超 突破 高于 大于 多 余": Comparator.GT,
    "≤ <= 以内 以下 及以下 不高于 不超过 不多于 不大于": Comparator.LE,
    "< 低于 小于": Comparator.LT,
    "约 大约 约为 近 左右 上下 ≈": Comparator.APPROX,
    "=": Comparator.EQ,
}
_MEANT = {word: c for words, c in _COMPARATORS.items() for word in words.split()}
_LONGEST_FIRST = sorted(_MEANT, key=len, reverse=True)


def target_words(statement: Statement) -> str:
    """Return measure, comparator, value and unit as they stand in the sheet."""
    stretch = _STRETCH if statement.strength is Strength.STRETCH else ""
    if isinstance(statement.value, str):
        sign = COMPARATOR_SIGN[statement.comparator].strip("=")
        return f"{stretch}{sign}{statement.value}{statement.unit.text}"
    leading = _leading(statement)
    sign = COMPARATOR_SIGN[statement.comparator].strip("=")
    amount = format(abs(statement.value) if _falls(statement) else statement.value, "f")
    if statement.value_high is not None:
        high = statement.value_high
        amount += f"—{format(abs(high) if _falls(statement) else high, 'f')}"
    if sign == COMPARATOR_SIGN[Comparator.APPROX]:
        return f"{stretch}{leading}{amount}{statement.unit.text}左右"
    return f"{stretch}{leading}{sign}{amount}{statement.unit.text}"


def _falls(statement: Statement) -> bool:
    """Return whether the value is a fall, which is said by a word and not by a minus."""
    value = statement.value
    return isinstance(value, Decimal) and value < 0 and statement.measure in _FALLING


def _leading(statement: Statement) -> str:
    words = _FALLING if _falls(statement) else _LEADING
    return words.get(statement.measure, "")


def read_target(statement: Statement, written: str) -> Correction:
    """Return what a changed cell corrects; nothing where it still says the same.

    What the cell leaves out stays as it is: a bare number keeps unit and comparator.

    Raises:
        ValueError: the cell is no single number or range, or of another kind of unit.
    """
    plain = _plain(written)
    if plain == _plain(target_words(statement)):
        return Correction()
    if isinstance(statement.value, str):
        grade = plain.strip("≥≤<>=").removeprefix("不低于")
        return _changed(statement, {"value": grade.removesuffix(statement.unit.text)})
    words = plain.replace(_STRETCH, "", 1)
    cell = parse_number(words.removeprefix(_said_before(words)))
    if cell.is_none or not cell.is_read:
        raise ValueError(f"“{written[:20]}”不是单个数或区间")
    comparator = _comparator(cell)
    _check_unit(statement, cell.unit)
    falls = _said_before(words) in _FALLING.values()
    said: dict[str, object] = {
        "value": _signed(cell.low if cell.value is None else cell.value, falls=falls),
        "value_high": _signed(cell.high, falls=falls),
        "comparator": comparator,
        "unit": cell.unit or None,
    }
    if comparator or words != plain:
        said["strength"] = Strength.FIRM if words == plain else Strength.STRETCH
    return _changed(statement, said)


def _plain(written: str) -> str:
    return fold("".join(written.split()))


def _said_before(words: str) -> str:
    """Return the words of the measure that the cell begins with."""
    leading = sorted({*_LEADING.values(), *_FALLING.values()}, key=len, reverse=True)
    return next((word for word in leading if words.startswith(word)), "")


def _comparator(cell: NumberCell) -> Comparator | None:
    """Return what the qualifier means; None where there is none."""
    if cell.content is Content.RANGE:
        return Comparator.RANGE
    if not cell.qualifier:
        return None
    meant = (_MEANT[word] for word in _LONGEST_FIRST if cell.qualifier.endswith(word))
    comparator = next(meant, None)
    if comparator is None:
        raise ValueError(f"看不懂“{cell.qualifier}”")
    return comparator


def _check_unit(statement: Statement, unit: str) -> None:
    if unit and Unit.parse(unit).base != statement.unit.base:
        raise ValueError(f"计量单位是“{unit}”，原文是“{statement.unit.text or '(无)'}”")


def _signed(value: Decimal | None, *, falls: bool) -> Decimal | None:
    return -value if falls and value is not None else value


def _changed(statement: Statement, said: dict[str, object]) -> Correction:
    """Return a correction of those fields alone that are said and differ."""
    now = {name: getattr(statement, name) for name in said} | {"unit": statement.unit.text}
    differing = {
        name: value
        for name, value in said.items()
        if value is not None and value != now[name]
    }
    return Correction(**differing)  # type: ignore[arg-type]  # fields of many types
