"""What stands in a cell → a reading in the item's unit, or why there is none."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.contest.fields.units import factor, unit_of
from paitou.contest.readings import Reading
from paitou.figures.qualifiers import is_formula_error, is_missing, read_cell
from paitou.model import Fact, Item, Unit
from paitou.tables import Cell

#: Beyond these powers of ten a number is a slip, and its digits would fill a page.
_LARGEST, _FINEST, _DIGITS = 20, -20, 24


@frozen(kw_only=True)
class Asked:
    """What a column is read as: a fact of an item, in the unit that its head gives."""

    item: Item
    fact: Fact
    title: str
    unit: Unit


def read_reading(cell: Cell, asked: Asked, where: str) -> Reading:
    """Return the reading of a cell; an empty cell and “/” are readings without a value.

    Raises:
        ValueError: the cell is no number; the sentence says why.
    """
    if isinstance(cell.value, Decimal):
        return _reading(_sized(cell.value), asked.unit, asked, where)
    text = cell.text
    if not text or is_missing(text):
        why = f"表中写“{text}”" if text else "表中空着"
        return Reading(value=None, why=why, where=where)
    if is_formula_error(text):
        raise ValueError(f"“{text[:20]}”是出错的公式")
    said = read_cell(text)
    if said.state is not None and not said.state.can_settle:
        return Reading(value=None, why=f"“{text[:20]}”没有核实", where=where)
    if said.high is not None or isinstance(said.value, str):
        raise ValueError(f"“{text[:20]}”不是单个数")
    if said.value is None:
        return Reading(value=None, why=f"表中写“{text[:20]}”", where=where)
    unit = Unit.parse(said.unit) if said.unit else asked.unit
    note = f"表中写“{text[:20]}”" if said.qualifier else ""
    return _reading(_sized(said.value), unit, asked, where, note)


def read_mark(cell: Cell) -> Decimal | None:
    """Return a judge's mark or a count of votes, None where there is none.

    Raises:
        ValueError: the cell is no number; the sentence says why.
    """
    if isinstance(cell.value, Decimal):
        return _sized(cell.value)
    if is_missing(cell.text):
        return None
    said = read_cell(cell.text)
    if said.high is not None or isinstance(said.value, str):
        raise ValueError(f"“{cell.text[:20]}”不是单个数")
    return said.value if said.value is None else _sized(said.value)


def _reading(
    value: Decimal, unit: Unit, asked: Asked, where: str, note: str = ""
) -> Reading:
    wanted = unit_of(asked.item, asked.fact)
    times = factor(unit, wanted)
    if times is None:
        told = f"单位是“{unit.text}”，{asked.item.name}按“{wanted.text}”计，不能换算"
        raise ValueError(told)
    if times != 1:
        note = f"由{value:f}{unit.text}换算"
        value = (value * times).normalize()
    return Reading(value=value, why=note, where=where)


def _sized(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise ValueError("不是数")
    exponent, digits = int(value.as_tuple().exponent), len(value.as_tuple().digits)
    if value.adjusted() > _LARGEST or exponent < _FINEST or digits > _DIGITS:
        raise ValueError("太大或位数太多，不像是真的")
    return value
