"""What is known of one cell → a figure with the id that its words make."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from hashlib import blake2b

from attrs import frozen

from paitou.figures.columns.names import Named, composed
from paitou.figures.columns.units import (
    GRADE,
    MONEY,
    PERCENT,
    RANK,
    agree,
    family,
    is_scale,
)
from paitou.figures.qualifiers import Said
from paitou.figures.reading.refusal import Refusal
from paitou.indicators import Indicator
from paitou.model import Figure, FigureState, Measure, Period, Unit

GROWTHS = (Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH)
RANK_NAMES = ("排名", "位次", "名次", "排位")


@frozen(kw_only=True)
class Defaults:
    """What holds where a sheet does not say it."""

    state: FigureState | None = None
    source: str = ""
    known_on: dt.date | None = None
    definition: str = ""


NO_DEFAULTS = Defaults()


@frozen(kw_only=True)
class Stated:
    """What a row says of all its values.

    Attributes:
        part: a part of a year, where the row leaves the year to the head or the title.
        measure: what a column says outright; then nothing is read from the name.
    """

    name: str = ""
    org: str = ""
    period: Period | None = None
    part: str = ""
    unit: str = ""
    measure: Measure | None = None
    prices: str = ""
    qualifier: str = ""
    state: FigureState | None = None
    definition: str = ""
    source: str = ""
    known_on: dt.date | None = None
    confidence: str = ""
    note: str = ""
    rate: str = ""
    where: str = ""


def figure_key(figure: Figure) -> tuple[str, ...]:
    """Return what makes a figure this one: equal keys are one figure written twice."""
    return (
        figure.indicator_id,
        figure.measure.value,
        figure.prices,
        figure.org,
        str(figure.period),
        _amount(figure),
        figure.unit.text,
        figure.qualifier,
        figure.state.value,
        figure.definition,
        figure.source,
        figure.known_on.isoformat() if figure.known_on else "",
    )


def figure_id(figure: Figure) -> str:
    """Return the id made of the key, the same in any order of rows and on any machine."""
    return id_of(figure_key(figure))


def id_of(key: tuple[str, ...]) -> str:
    """Return the id that a key makes."""
    data = "\x1f".join(key).encode(errors="surrogatepass")
    return f"f{blake2b(data, digest_size=5).hexdigest()}"


def plain_number(value: Decimal) -> str:
    """Return the number without an exponent and without zeros that say nothing."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _amount(figure: Figure) -> str:
    if figure.value is None:
        return "/"
    if isinstance(figure.value, str):
        return figure.value
    low = plain_number(figure.value)
    return low if figure.value_high is None else f"{low}—{plain_number(figure.value_high)}"


def measure_of(named: Named, head: Measure | None) -> Measure:
    """Return what the value measures, as the column says and else as the name says.

    Raises:
        Refusal: both say it, so that it would be the growth of growth.
    """
    if head is not None and named.measure is not None:
        raise Refusal(
            "figure-measure-unclear",
            f"“{named.text}”本身已是增减，再取增减说不清是什么",
            "增速、增减另写一行，指标名称写全",
        )
    return head or named.measure or Measure.LEVEL


def name_of(named: Named, head: Measure | None, prices: str) -> str:
    """Return the name under which the figure is kept, which says what it measures."""
    return named.text if head is None else composed(named.bare, head, prices)


def unit_of(
    said: Said,
    written: tuple[str, ...],
    around: tuple[str, ...],
    measure: Measure,
    known: Indicator | None,
    name: str,
) -> Unit:
    """Return the unit: of the cell, else of column and row, else of the unit line.

    Raises:
        Refusal: none is written where money and counts need one, or it is of another sort.
    """
    usual = known.unit if known else ""
    column = next((unit for unit in written if unit), "")
    text = said.unit
    if is_scale(text):
        base = Unit.parse(column or usual).base
        text = f"{text}{base}"
    text = text or column
    if measure in GROWTHS:
        return _growth_unit("等级" if isinstance(said.value, str) else text, name)
    text = text or _from_line(around, usual, known) or _customary(said, usual, name)
    if not text and said.value is not None and known and usual:
        raise Refusal(
            "figure-unit-missing",
            f"“{name}”没有写计量单位",
            f"写明计量单位，如 {usual}",
        )
    if known and measure is Measure.LEVEL and not agree(text, usual):
        raise _differs(text, name, f"应是“{usual}”一类")
    if measure is Measure.LEVEL and family(text) == MONEY and isinstance(said.value, str):
        raise _differs(text, name, "值却是等级")
    return Unit.parse(text)


def _growth_unit(text: str, name: str) -> Unit:
    """Growth is in percent, seldom in times or points; never in what it grows."""
    if text and family(text) != PERCENT and text != "倍":
        raise _differs(text, name, "增速应是 %")
    return Unit.parse(text or "%")


def _differs(text: str, name: str, expected: str) -> Refusal:
    return Refusal(
        "figure-unit-differs",
        f"“{name}”的计量单位写成“{text}”，{expected}",
        "核对是否填错了行、列或计量单位",
    )


def _from_line(around: tuple[str, ...], usual: str, known: Indicator | None) -> str:
    """Return the unit of the unit line that fits: 单位：亿元、% gives % to a share."""
    if known and usual:
        mine = family(usual)
        return next((u for u in around if family(u) == mine), "")
    others = [unit for unit in around if family(unit) != PERCENT]
    return others[0] if len(others) == 1 and len(around) == 1 else ""


def _customary(said: Said, usual: str, name: str) -> str:
    """Return the unit that needs no saying: % of a share, 名次 of a rank, 类 of water."""
    if name.endswith(RANK_NAMES):
        return "名次"
    if family(usual) in (PERCENT, RANK):
        return usual
    if isinstance(said.value, str) or family(usual) == GRADE:
        return usual or "类"
    return ""


def state_for(
    stated: Stated, said: Said, around: tuple[FigureState | None, ...], default: FigureState
) -> FigureState:
    """Return the state: as the row says outright, else the least that anything says."""
    if stated.state is not None:
        return stated.state
    found = [state for state in (said.state, *around) if state is not None]
    if stated.confidence == "low":
        found.append(FigureState.UNVERIFIED)
    if "预计" in stated.qualifier or "预计" in said.qualifier:
        found.append(FigureState.ESTIMATED)
    return min(found, key=lambda state: state.rank, default=default)


def qualifier_for(column: str, said: Said) -> str:
    """Return the words that bound the value, of the column and of the cell."""
    if column == said.qualifier or not said.qualifier:
        return column
    return column + said.qualifier
