"""A sum of shares beside the whole → the issue that says by how much it misses."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from paitou.model import Comparator, Issue, Level, Statement
from paitou.review.shares import Share

_FLOORS = (Comparator.GE, Comparator.GT)
_CEILINGS = (Comparator.LE, Comparator.LT)


@frozen(kw_only=True)
class Sum:
    """Shares put beside a whole: `what` says of which shares, `beside` of which whole."""

    statement: Statement
    shares: tuple[Share, ...]
    total: Decimal
    whole: Decimal
    what: str
    beside: str

    @property
    def gap(self) -> Decimal:
        """Return by how much the shares are more than the whole; of falls, by magnitude."""
        gap = self.total - self.whole
        return -gap if self.whole < 0 else gap


def sum_issue(told: Sum, *, is_complete: bool = True) -> Issue | None:
    """Return what is wrong with a sum; a short one is no fault while shares are missing."""
    gap = told.gap
    if not gap or (gap < 0 and not is_complete) or _is_within(told):
        return None
    level = _level(told.statement.comparator, is_short=gap < 0)
    if abs(gap) <= _rounding(told.shares):
        level = Level.HINT
    return split_issue(
        told.statement,
        told.shares,
        "quota-short" if gap < 0 else "quota-over",
        level,
        (_message(told), _remedy(level, is_short=gap < 0)),
    )


def split_issue(
    statement: Statement,
    shares: Sequence[Share],
    code: str,
    level: Level,
    words: tuple[str, str],
) -> Issue:
    """Return an issue of a split; `words` are message and remedy."""
    where = shares[0].where if shares else ""
    return Issue(
        code=code,
        level=level,
        message=words[0],
        remedy=words[1],
        where=f"{where}等 {len(shares)} 行" if len(shares) > 1 else where,
        start=statement.start,
        end=statement.end,
    )


def amount(value: Decimal, statement: Statement) -> str:
    """Return a value with the statement's unit as people read it: 6.1 万套, 15%."""
    number = format(value.normalize(), "f") if value else "0"
    unit = statement.unit.text
    return f"{number}{unit}" if unit in ("", "%", "‰") else f"{number} {unit}"


def _message(told: Sum) -> str:
    gap, statement = told.gap, told.statement
    word = "少" if gap < 0 else "多"
    return (
        f"{told.what} {amount(told.total, statement)}，比{told.beside} "
        f"{amount(told.whole, statement)}{word} {amount(abs(gap), statement)}"
    )


def _remedy(level: Level, *, is_short: bool) -> str:
    if level is Level.HINT:
        return "有意加码或四舍五入的，不必改；否则核对各行"
    return "补足各行，或核对是否漏了一行" if is_short else "核对各行，看是否重复计算"


def _level(comparator: Comparator, *, is_short: bool) -> Level:
    """A floor is missed by too little, a ceiling by too much; the rest by either."""
    if comparator in _FLOORS:
        return Level.ERROR if is_short else Level.HINT
    if comparator in _CEILINGS:
        return Level.HINT if is_short else Level.ERROR
    return Level.WARNING


def _is_within(told: Sum) -> bool:
    high = told.statement.value_high
    return (
        told.statement.comparator is Comparator.RANGE
        and told.whole == told.statement.value
        and high is not None
        and told.whole <= told.total <= high
    )


def _rounding(shares: tuple[Share, ...]) -> Decimal:
    """Return how far rounded shares may be off; whole numbers are taken as exact."""
    places = max((_decimals(s.value) for s in shares if s.value is not None), default=0)
    return len(shares) * Decimal(5).scaleb(-places - 1) if places else Decimal(0)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
