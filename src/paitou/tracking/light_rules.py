"""Tables of a tracking.toml, and the presets that ship in that form → rules of lights."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from attrs import evolve

from paitou.model import InternalError, Level, Light
from paitou.review import values as read
from paitou.review.table_entry import TableEntry, top_entry
from paitou.tracking.light_bands import FACTS, Band, LightRule, Limit, Sign

DATA = Path(__file__).parent / "data" / "lights"
_BAND_KEYS = frozenset({"light", "lag_pp", "months_overdue", "note", *FACTS})
_KEYS = frozenset({"preset", "id", "name", "source", "note", "tolerance_pp", "band"})
_SIGNS = {
    ">=": Sign.FROM,
    "≥": Sign.FROM,
    "<=": Sign.TO,
    "≤": Sign.TO,
    ">": Sign.ABOVE,
    "＞": Sign.ABOVE,
    "<": Sign.BELOW,
    "＜": Sign.BELOW,
    "=": Sign.IS,
    "＝": Sign.IS,
}
_LIMIT = re.compile(rf"\s*({'|'.join(_SIGNS)})\s*(.+?)\s*")
_TOLERANCE = ("容差", "tolerance")
_LIGHTS = {word: x for x in Light for word in (x.value, x.label, x.label[:1])}
_LIGHTS = {word: x for word, x in _LIGHTS.items() if x is not Light.NONE}
_CHANGED = "（本单位有改动）"


@cache
def light_presets() -> tuple[LightRule, ...]:
    """Return the rules that ship, each with its published source, in order of their ids."""
    return tuple(_shipped(path) for path in sorted(DATA.glob("*.toml")))


def _shipped(path: Path) -> LightRule:
    top = top_entry(path.read_text("utf-8"), path.name)
    table = top.table("lights")
    rule = own_rule(table) if table else None
    if rule is None or top.issues:
        raise InternalError(f"{path.name}: {[issue.message for issue in top.issues]}")
    return rule


def read_lights(table: TableEntry) -> LightRule | None:
    """Return the rule of a [lights] table: a preset with what is changed, or an own one.

    None, with an issue, where it names no preset that there is and has no bands.
    """
    table.check_keys(_KEYS)
    rule = _changed(table) if "preset" in table.data else own_rule(table)
    if rule and "tolerance_pp" in table.data and not rule.uses_tolerance:
        message = f"“{rule.name}”没有用到容差，{table.name} 的 tolerance_pp 不起作用"
        remedy = '删去这一项，或在某一档里写 lag_pp = "≤容差"'
        table.note("light-tolerance-idle", message, remedy, "tolerance_pp", Level.WARNING)
    return rule


def own_rule(table: TableEntry) -> LightRule | None:
    """Return the rule whose bands all stand in the table."""
    bands = tuple(_bands(table))
    if not bands:
        message = f"{table.name} 没有一档能用的灯，整条规则没有采用"
        table.note("review-incomplete", message, "写明 preset，或补上 [[lights.band]]")
        return None
    if not table.require("name"):
        return None
    return LightRule(
        id=table.text("id") or "own",
        name=table.text("name"),
        source=table.text("source") or "本单位自定",
        note=table.text("note"),
        tolerance_pp=_tolerance(table, Decimal(0)),
        bands=bands,
    )


def _changed(table: TableEntry) -> LightRule | None:
    wanted = table.text("preset")
    known = {rule.id: rule for rule in light_presets()}
    rule = known.get(wanted)
    if rule is None:
        near = difflib.get_close_matches(wanted, known, n=1)
        message = f"{table.name} 的 preset“{wanted}”不在现有规则之列，没有采用"
        remedy = f"是否为 {near[0]}？" if near else f"可用的规则：{'、'.join(known)}"
        table.note("light-preset-unknown", message, remedy, "preset")
        return None
    rule = evolve(rule, tolerance_pp=_tolerance(table, rule.tolerance_pp))
    if bands := tuple(_bands(table)):
        rule = _marked(rule.with_bands(bands))
    return evolve(
        rule,
        id=table.text("id") or rule.id,
        name=table.text("name") or rule.name,
        source=table.text("source") or rule.source,
        note=table.text("note") or rule.note,
    )


def _marked(rule: LightRule) -> LightRule:
    """Return the rule told apart from the published one that it was."""
    return evolve(
        rule,
        id=f"{rule.id}-changed",
        name=rule.name + _CHANGED,
        source=rule.source + _CHANGED,
    )


def _tolerance(table: TableEntry, default: Decimal) -> Decimal:
    found = table.get("tolerance_pp", tolerance)
    return default if found is None else found


def tolerance(value: read.TomlValue) -> Decimal:
    """Return percentage points from 0 to 100."""
    found = read.number(value)
    if not 0 <= found <= 100:
        raise ValueError("应在 0 与 100 之间(单位为百分点)")
    return found


def _bands(table: TableEntry) -> Iterator[Band]:
    for row in table.rows("band"):
        row.check_keys(_BAND_KEYS)
        if row.require("light") and (band := _band(row)):
            yield band


def _band(row: TableEntry) -> Band | None:
    """Return the band; none where anything of it is wrong, as it would mean another."""
    before = len(row.issues)
    light = row.get("light", _light)
    band = Band(
        light=light or Light.NONE,
        lag_pp=row.get("lag_pp", _limits) or (),
        months_overdue=row.get("months_overdue", _fixed_limits) or (),
        is_done=row.get("is_done", _truth),
        is_late_done=row.get("is_late_done", _truth),
        due_this_month=row.get("due_this_month", _truth),
        cannot=row.get("cannot", _truth),
        growth_below=row.get("growth_below", _truth),
        note=row.text("note"),
    )
    wrong = len(row.issues) > before or not row.data.keys() <= _BAND_KEYS
    if wrong or light is None:
        return None
    if band.is_empty:
        message = f"{row.name} 没有写亮{light.label}的条件，这一档没有采用"
        row.note("review-incomplete", message, "补上 lag_pp、months_overdue 等条件")
        return None
    return band


def _light(value: read.TomlValue) -> Light:
    found = _LIGHTS.get(read.text(value))
    if found is None:
        raise ValueError(f"“{value}”不是灯的颜色(绿、蓝、黄、橙、红)")
    return found


def _truth(value: read.TomlValue) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("应是 true 或 false")


def _limits(value: read.TomlValue) -> tuple[Limit, ...]:
    limits = value if isinstance(value, list) else [value]
    if not limits:
        raise ValueError("是空的")
    return tuple(_limit(limit) for limit in limits)


def _fixed_limits(value: read.TomlValue) -> tuple[Limit, ...]:
    limits = _limits(value)
    if any(limit.value is None for limit in limits):
        raise ValueError("按月计，不能用容差")
    return limits


def _limit(value: read.TomlValue) -> Limit:
    found = _LIMIT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('应写成 ">30" 或 ["≥10", "≤30"]，写明含不含界线')
    is_tolerance = found[2] in _TOLERANCE
    return Limit(_SIGNS[found[1]], None if is_tolerance else read.number(found[2]))
