"""The working of a formula → what a sheet writes to compute the same from its cells."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction

from attrs import frozen

from paitou.contest.formulas.case import Case
from paitou.contest.results import Working
from paitou.model import Formula

#: Digits that Excel keeps of a number.
_DIGITS = 15
_NIL = Fraction(0)


@frozen(kw_only=True)
class Cells:
    """Where the numbers of one working stand, as addresses.

    Attributes:
        against: of the target, the base, the past or the city's value.
        marks: the range of the judges' marks.
        parts: of a mix, the shares of full marks that its parts give.
    """

    value: str = ""
    against: str = ""
    high: str = ""
    low: str = ""
    place: str = ""
    marks: str = ""
    parts: tuple[str, ...] = ()


@frozen(kw_only=True)
class Sum:
    """A working with its formula, as the rulebook has it.

    Attributes:
        full: what points are measured by: the full marks before any re-weighting.
    """

    working: Working
    formula: Formula
    direction: int
    full: Fraction

    def number(self, name: str) -> Fraction | None:
        """Return a parameter that is a number, or its default."""
        return self._case.number(name)

    def numbers(self, name: str) -> tuple[Fraction, ...]:
        """Return a parameter that is several numbers."""
        return self._case.numbers(name)

    def word(self, name: str) -> str:
        """Return a parameter that is a word."""
        return self._case.word(name)

    def is_on(self, name: str) -> bool:
        """Return a parameter that is a yes or no."""
        return self._case.is_on(name)

    def input(self, name: str) -> Fraction:
        """Return a named number of the working, 0 where it has none."""
        return dict(self.working.inputs).get(name, _NIL)

    @property
    def _case(self) -> Case:
        return Case(formula=self.formula, full=self.full)


def expression(found: Sum, cells: Cells) -> str:
    """Return the share of full marks as Excel computes it, a bare number where it cannot.

    It cannot where a formula of others is used, or where highest and lowest are the same.
    """
    writer = _WRITERS.get(found.formula.name)
    return (writer and writer(found, cells)) or literal(found.working.share)


def literal(value: Fraction) -> str:
    """Return a number as a formula has it, with the digits that Excel keeps."""
    return format(decimal(value), "f")


def decimal(value: Fraction) -> Decimal:
    """Return the number with the digits that Excel keeps, without idle zeros."""
    with localcontext() as context:
        context.prec = _DIGITS
        found = Decimal(value.numerator) / Decimal(value.denominator)
        return found.quantize(Decimal(1)) if found == found.to_integral() else found


def _kept(text: str, low: Fraction | None, high: Fraction | None) -> str:
    if high is not None:
        text = f"MIN({literal(high)},{text})"
    return text if low is None else f"MAX({literal(low)},{text})"


def _done(found: Sum, at: Cells) -> str:
    return f"IF({at.value}{'>=' if found.direction > 0 else '<='}{at.against},1,0)"


def _ratio(found: Sum, at: Cells) -> str:
    if found.direction > 0:
        text = f"{at.value}/{at.against}"
    elif found.word("reverse") == "two_minus":
        text = f"2-{at.value}/{at.against}"
    elif found.input("实际值") > 0:
        text = f"{at.against}/{at.value}"
    else:
        return ""
    return _kept(text, found.number("floor"), found.number("cap"))


def _rank(found: Sum, at: Cells) -> str:
    least = found.number("least") or _NIL
    if steps := found.numbers("steps"):
        return (
            f"IFERROR(CHOOSE({at.place},{','.join(map(literal, steps))}),{literal(least)})"
        )
    step = found.number("step") or _NIL
    return _kept(f"1-{literal(step)}*({at.place}-1)", least, None)


def _between(found: Sum, at: Cells) -> str:
    if found.input("最高值") == found.input("最低值"):
        return ""
    kept = at.value
    if found.is_on("clip"):
        kept = f"MIN(MAX({at.value},{at.low}),{at.high})"
    gap = f"{kept}-{at.low}" if found.direction > 0 else f"{at.high}-{kept}"
    way = f"({gap})/({at.high}-{at.low})"
    if found.formula.name == "minmax":
        return way
    base, span = found.number("base") or _NIL, found.number("span") or _NIL
    return f"({literal(base)}+{literal(span)}*{way})/100"


def _zscore(found: Sum, at: Cells) -> str:
    if not found.input("标准差"):
        return ""
    mean, spread = found.number("mean") or _NIL, found.number("spread") or _NIL
    average, deviation = found.input("平均数"), found.input("标准差")
    gap = f"{at.value}-{literal(average)}"
    gap = gap if found.direction > 0 else f"{literal(average)}-{at.value}"
    return f"({literal(mean)}+{literal(spread)}*({gap})/{literal(deviation)})/100"


def _percentile(found: Sum, at: Cells) -> str:
    count = found.input("家数")
    return f"({literal(count)}-{at.place})/{literal(count - 1)}" if count > 1 else ""


def _versus_city(found: Sum, at: Cells) -> str:
    start, each = _start(found), found.number("per_point") or _NIL
    gap = _ahead(found, at)
    text = f"{literal(start)}+{literal(each)}*({gap})"
    return (
        f"{_kept(text, found.number('least'), found.number('most'))}/{literal(found.full)}"
    )


def _over(found: Sum, at: Cells) -> str:
    short, more, beyond = (
        literal(found.number(name) or _NIL) for name in ("short", "over", "beyond")
    )
    until = literal(found.number("until") or Fraction(100))
    pair = (at.value, at.against) if found.direction > 0 else (at.against, at.value)
    rate = f"{pair[0]}/{pair[1]}*100"
    above = f"{more}*(MIN({rate},{until})-100)+{beyond}*MAX(0,{rate}-{until})"
    change = f"IF({rate}<100,-{short}*(100-{rate}),{above})"
    if (most := found.number("most")) is not None:
        change = f"MAX(-{literal(most)},MIN({literal(most)},{change}))"
    return f"({literal(_start(found))}+{change})/{literal(found.full)}"


def _taper(found: Sum, at: Cells) -> str:
    band, divisors = found.number("band") or _NIL, found.numbers("divisors")
    gap, start = _ahead(found, at), literal(_start(found))
    pieces = []
    for number, divisor in enumerate(divisors):
        rest = f"ABS({gap})-{literal(band * number)}"
        piece = f"MAX(0,{rest})" if number else f"ABS({gap})"
        if number < len(divisors) - 1:
            piece = f"MIN({literal(band)},{piece})"
        pieces.append(f"{piece}*{start}/{literal(divisor)}")
    return f"({start}+SIGN({gap})*({'+'.join(pieces)}))/{literal(found.full)}"


def _control(found: Sum, at: Cells) -> str:
    each = found.number("each") or _NIL
    return f"MAX(0,{literal(found.full)}-{literal(each)}*{at.value})/{literal(found.full)}"


def _count(found: Sum, at: Cells) -> str:
    each = found.number("each") or _NIL
    marks = _kept(f"{literal(each)}*{at.value}", None, found.number("most"))
    return f"{marks}/{literal(found.full)}"


def _steps(found: Sum, at: Cells) -> str:
    rungs = sorted(zip(found.numbers("from"), found.numbers("points"), strict=False))
    text = "0"
    for start, marks in rungs:
        text = f"IF({at.value}>={literal(start)},{literal(marks)},{text})"
    # The highest step comes last and so is asked first.
    return f"{text}/{literal(found.full)}"


def _goalposts(found: Sum, at: Cells) -> str:
    gap = f"{at.value}-{at.low}" if found.direction > 0 else f"{at.high}-{at.value}"
    text = f"({gap})/({at.high}-{at.low})"
    return f"MAX(0,MIN(1,{text}))" if found.is_on("clip") else text


def _way(found: Sum, at: Cells) -> str:
    """Return how much of a way is gone; the rulebook fixes one of its ends."""
    is_distance = found.formula.name == "distance"
    start = literal(found.input("起点值")) if is_distance else at.against
    end = at.against if is_distance else literal(found.input("最好值"))
    first = found.input("起点值" if is_distance else "上期值")
    last = found.input("目标值" if is_distance else "最好值")
    if (last - first) * found.direction <= 0:
        return ""
    cap = found.number("cap") if is_distance else Fraction(1)
    return _kept(f"({at.value}-{start})/({end}-{start})", found.number("floor"), cap)


def _given(found: Sum, at: Cells) -> str:
    return f"{at.value}/{literal(found.number('of') or Fraction(100))}"


def _jury(found: Sum, at: Cells) -> str:
    high, low = (int(found.number(n) or 0) for n in ("drop_high", "drop_low"))
    of = literal(found.number("of") or Fraction(100))
    marks = sum(name.startswith("评委") for name, _ in found.working.inputs)
    if marks <= high + low:
        return f"AVERAGE({at.marks})/{of}"
    dropped = [f"LARGE({at.marks},{n})" for n in range(1, high + 1)]
    dropped += [f"SMALL({at.marks},{n})" for n in range(1, low + 1)]
    left = "".join(f"-{each}" for each in dropped)
    return f"(SUM({at.marks}){left})/(COUNT({at.marks})-{high + low})/{of}"


def _mix(found: Sum, at: Cells) -> str:
    shares = (literal(share) for share, _ in found.working.parts)
    return "+".join(f"{s}*{cell}" for s, cell in zip(shares, at.parts, strict=True))


def _start(found: Sum) -> Fraction:
    start = found.number("start")
    return found.full if start is None else start


def _ahead(found: Sum, at: Cells) -> str:
    one, other = (at.value, at.against)
    return f"{one}-{other}" if found.direction > 0 else f"{other}-{one}"


_WRITERS: dict[str, Callable[[Sum, Cells], str]] = {
    "done": _done,
    "ratio": _ratio,
    "rank": _rank,
    "efficacy": _between,
    "minmax": _between,
    "zscore": _zscore,
    "percentile": _percentile,
    "versus_city": _versus_city,
    "over": _over,
    "taper": _taper,
    "control": _control,
    "count": _count,
    "steps": _steps,
    "goalposts": _goalposts,
    "distance": _way,
    "improvement": _way,
    "given": _given,
    "jury": _jury,
    "mix": _mix,
}
