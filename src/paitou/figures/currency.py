"""Foreign money and a stated rate of exchange → the same amount in 元, beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve, field, frozen

from paitou.figures.columns.times import period_of
from paitou.model import Figure, Issue, Level, Measure, Period, Unit
from paitou.tables import Sheet, parse_number
from paitou.text.view import fold

_NAMES = {
    "美元": "USD usd $ US$",
    "港元": "港币 HKD HK$",
    "欧元": "EUR €",
    "日元": "JPY 日圆",
    "英镑": "GBP £",
    "韩元": "KRW",
    "澳元": "AUD",
    "加元": "CAD",
    "卢布": "RUB",
}
_NAME_OF = {word: name for name, words in _NAMES.items() for word in (name, *words.split())}
_HOME = "元"
_EQUATION = re.compile(
    r"(\d+(?:\.\d+)?)?\s*(?P<currency>[^\d=:]{1,6}?)\s*[=:合兑]+\s*(\d+(?:\.\d+)?)\s*"
    r"(?:元人民币|人民币元?|元|CNY|RMB)?"
)
_TITLES = {
    "currency": ("币种", "货币", "外币"),
    "period": ("期别", "时期", "年度", "年份"),
    "rate": ("汇率", "折算率", "中间价"),
    "source": ("来源", "依据", "文号"),
}
_NEEDED = ("currency", "period", "rate")


@frozen(kw_only=True)
class Rate:
    """What one unit of a foreign currency is in 元; `source` is who says so."""

    currency: str
    value: Decimal
    source: str = ""

    @property
    def words(self) -> str:
        """Return the rate as a note gives it: 按1美元=7.05元折算(来源)."""
        said = f"({self.source})" if self.source else ""
        return f"按1{self.currency}={format(self.value, 'f')}元折算{said}"


@frozen
class Rates:
    """Rates by currency and period."""

    _by_key: dict[tuple[str, Period], Rate] = field(factory=dict)

    def find(self, currency: str, period: Period) -> Rate | None:
        """Return the rate of the period itself; None where none was stated for it."""
        return self._by_key.get((currency, period))

    def __len__(self) -> int:
        return len(self._by_key)


NO_RATES = Rates()


def currency_of(unit: Unit) -> str:
    """Return the foreign currency of a unit; empty for 元 and for what is no money."""
    return _NAME_OF.get(unit.base, "")


def read_rates(sheet: Sheet) -> tuple[Rates, tuple[Issue, ...]]:
    """Return the rates of a table with the columns currency, period, rate, source."""
    from paitou.review.columns import rows_of

    rows, issues = rows_of(sheet, _TITLES, _NEEDED)
    found: dict[tuple[str, Period], Rate] = {}
    wrong = list(issues)
    for row in rows:
        try:
            currency = _currency(row["currency"])
            key = (currency, period_of(row["period"]))
            rate = evolve(parse_rate(row["rate"], currency), source=row["source"])
            if found.setdefault(key, rate).value != rate.value:
                raise ValueError(f"{currency} {row['period']} 前面已有另一个汇率")  # noqa: TRY301
        except ValueError as error:
            message = f"{error}，这一行没有采用"
            remedy = "每个币种每个时期一行，如 美元,2023,7.05,来源"
            wrong.append(row.issue("figure-rate-unreadable", message, remedy, Level.ERROR))
    return Rates(found), tuple(wrong)


def parse_rate(text: str, currency: str, source: str = "") -> Rate:
    """Return the rate written as 7.05, 1美元=7.05元 or 100日元=4.9元.

    Raises:
        ValueError: it is no rate, or that of another currency.
    """
    plain = "".join(fold(text).split())
    if found := _EQUATION.fullmatch(plain):
        if _currency(found["currency"]) != currency:
            raise ValueError(f"汇率“{text[:20]}”不是{currency}的")
        per, value = Decimal(found[1] or 1), Decimal(found[3])
    else:
        cell = parse_number(plain)
        per, value = Decimal(1), cell.value or Decimal(0)
        if cell.qualifier or cell.unit not in ("", _HOME):
            value = Decimal(0)
    if per <= 0 or value <= 0:
        raise ValueError(f"“{text[:20]}”不是汇率")
    return Rate(currency=currency, value=value / per, source=source)


def converted(figure: Figure, rate: Rate) -> Figure | None:
    """Return the figure in 元, with the rate in its note; None for what is no amount.

    The id is that of the original: who makes figures gives it one of its own.
    """
    if not isinstance(figure.value, Decimal) or not is_amount(figure.measure):
        return None
    text = figure.unit.text.replace(figure.unit.base, _HOME)
    high = figure.value_high
    return evolve(
        figure,
        value=figure.value * rate.value,
        value_high=None if high is None else high * rate.value,
        unit=Unit.parse(text),
        note="；".join(part for part in (figure.note, rate.words) if part),
    )


def is_amount(measure: Measure) -> bool:
    """Return whether values of the measure are amounts, which a rate can convert."""
    return measure in (Measure.LEVEL, Measure.CHANGE, Measure.TOTAL, Measure.PER_YEAR)


def home_series(figures: Iterable[Figure]) -> frozenset[tuple[object, ...]]:
    """Return the series of which there is a figure in 元."""
    return frozenset(series_key(figure) for figure in figures if figure.unit.base == _HOME)


def series_key(figure: Figure) -> tuple[object, ...]:
    """Return what of whom and when a figure says."""
    return (figure.indicator_id, figure.measure, figure.org, figure.period)


def _currency(text: str) -> str:
    name = _NAME_OF.get(fold(text).strip()) or _NAME_OF.get(fold(text).strip().upper())
    if not name:
        raise ValueError(f"不认识币种“{text[:20]}”")
    return name
