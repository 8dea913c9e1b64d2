"""A rulebook → the text of a TOML file that reads back to the same rulebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from paitou.contest.rulebooks.formulas import MIX
from paitou.contest.rulebooks.keys import BOUNDS_OF
from paitou.model import (
    ClassBand,
    Contestants,
    Extra,
    Fact,
    Formula,
    Gate,
    Honours,
    Item,
    Measure,
    Rulebook,
    Veto,
)
from paitou.review.writing import key_name, quoted

_Pairs = Iterator[tuple[str, object]]


def write_rulebook(rulebook: Rulebook) -> str:
    """Return the rulebook as TOML; defaults are left out."""
    blocks = [_lines("", _head(rulebook))]
    if "ties" not in rulebook.unsaid:
        blocks.append(_lines("[ties]", _ties(rulebook)))
    if rulebook.classes is not None:
        blocks.append(_lines("[classes]", _classes(rulebook)))
        blocks += [_lines("[[class]]", _band(each)) for each in rulebook.classes.bands]
    blocks += [_lines("[[group]]", _group(each)) for each in rulebook.groups]
    blocks += [_lines("[[item]]", _item(each)) for each in rulebook.items]
    blocks += [_lines("[[extra]]", _extra(each)) for each in rulebook.extras]
    blocks += [_lines("[[veto]]", _veto(each)) for each in rulebook.vetoes]
    blocks += [_lines("[[gate]]", _gate(each)) for each in rulebook.gates]
    blocks += [_lines("[[list]]", _list(each)) for each in rulebook.lists]
    return "\n\n".join(blocks) + "\n"


def _head(rulebook: Rulebook) -> _Pairs:
    yield "id", rulebook.id
    yield "title", rulebook.title
    yield "source", rulebook.source
    if rulebook.is_ours:
        yield "ours", rulebook.ours
    yield "note", rulebook.note or None
    yield "rhythm", rulebook.rhythm
    yield "full", rulebook.full
    yield "decimals", rulebook.decimals
    yield "extras_cap", rulebook.extras_cap
    for key in ("missing", "flat", "small_group"):
        yield key, None if key in rulebook.unsaid else getattr(rulebook, key).value
    yield "small", rulebook.small


def _ties(rulebook: Rulebook) -> _Pairs:
    yield "tolerance", rulebook.ties.tolerance
    yield "chain", rulebook.ties.chain or None


def _classes(rulebook: Rulebook) -> _Pairs:
    if classes := rulebook.classes:
        yield "rule", classes.rule.value
        yield "most", classes.most
        yield "exempt", classes.exempt or None
        yield "not_below", classes.not_below or None


def _band(band: ClassBand) -> _Pairs:
    yield "name", band.name
    yield "least", band.least
    yield "share", band.share
    yield "gate", band.gate or None


def _group(group: Contestants) -> _Pairs:
    yield "id", group.id
    yield "name", group.name
    yield "orgs", group.orgs or None
    yield "kind", group.kind or None
    yield "group", group.group or None
    yield "weights", group.weights or None


def _item(item: Item) -> _Pairs:
    yield "id", item.id
    yield "name", item.name
    yield "parent", item.parent or None
    yield "weight", item.weight
    yield "indicator", item.indicator or None
    yield "measure", None if item.measure is Measure.LEVEL else item.measure.value
    yield "unit", item.unit.text or None
    yield "unit_note", item.unit_note or None
    yield "direction", None if item.direction == 1 else item.direction
    yield "source", item.source or None
    yield "self_reported", item.is_self_reported or None
    yield "on_top", item.is_on_top or None
    yield "missing", item.missing.value if item.missing else None
    yield from _formula(item.formula)
    yield "bounds", _bounds(item.bounds)
    for key, fact in BOUNDS_OF.items():
        of = {
            group: pair for (group, each), pair in item.fact_bounds.items() if each is fact
        }
        yield key, _bounds(of)


def _formula(formula: Formula | None) -> _Pairs:
    if formula is None:
        return
    yield "formula", None if formula.name == MIX else formula.name
    yield "on", None if formula.on is Fact.VALUE else formula.on.value
    yield from formula.parameters.items()
    if formula.name == MIX:
        yield (
            MIX,
            [{"share": share} | dict(_formula(part)) for share, part in formula.parts],
        )


def _bounds(bounds: Mapping[str, tuple[Decimal, Decimal]]) -> object:
    """A pair alone is for any group."""
    return bounds[""] if set(bounds) == {""} else bounds or None


def _extra(extra: Extra) -> _Pairs:
    yield "id", extra.id
    yield "name", extra.name
    yield "each", extra.each
    yield "cap", extra.cap
    yield "gate", extra.gate or None
    yield "note", extra.note or None


def _veto(veto: Veto) -> _Pairs:
    yield "id", veto.id
    yield "name", veto.name
    yield "effect", veto.effect.value
    yield "class", veto.class_name or None
    yield "note", veto.note or None


def _gate(gate: Gate) -> _Pairs:
    yield "id", gate.id
    yield "name", gate.name
    yield "item", gate.item
    yield "at_least", gate.at_least
    yield "at_most", gate.at_most


def _list(honours: Honours) -> _Pairs:
    yield "id", honours.id
    yield "name", honours.name
    yield "rule", honours.rule.value
    yield "count", honours.count
    yield "counts", honours.counts or None
    yield "by", honours.by or None
    yield "threshold", honours.threshold
    yield "gate", honours.gate or None
    yield "tone", honours.tone


def _lines(header: str, pairs: _Pairs) -> str:
    told = [
        f"{key_name(key)} = {_value(value)}" for key, value in pairs if value is not None
    ]
    return "\n".join(([header] if header else []) + told)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        inner = (
            f"{key_name(key)} = {_value(each)}"
            for key, each in value.items()
            if each is not None
        )
        return f"{{ {', '.join(inner)} }}"
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return "[\n" + "".join(f"  {_value(each)},\n" for each in value) + "]"
    if isinstance(value, tuple | list):
        return f"[{', '.join(_value(each) for each in value)}]"
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value) if isinstance(value, int) else quoted(str(value))
