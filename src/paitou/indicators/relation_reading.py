"""Turns the `[[relation]]` tables of a plan's `indicators.toml` into relations."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from paitou.indicators.catalogue import Catalogue
from paitou.indicators.reading import RELATIONS, read_tables
from paitou.indicators.relations import Denominator, Relation, RelationKind, parts_of_whole
from paitou.model import Issue, Level

_FIELDS = {
    RelationKind.SUM: ("whole", "parts"),
    RelationKind.PART: ("whole", "parts"),
    RelationKind.RATIO: ("result", "numerator", "denominator"),
}
_OPTIONAL = ("denominator_place", "note")
_KINDS = {RelationKind.SUM: "合计", RelationKind.PART: "其中", RelationKind.RATIO: "比值"}
_PLACES = {
    Denominator.SAME: "本级",
    Denominator.ABOVE: "上一级",
    Denominator.MEAN: "年平均",
}
_Choice = TypeVar("_Choice", bound=StrEnum)


class _Wrong(Exception):
    """What is wrong with a relation, and how to mend it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def load_relations(
    path: Path, known: Catalogue
) -> tuple[tuple[Relation, ...], tuple[Issue, ...]]:
    """Return the sound relations in the file's order, and what is wrong with the rest.

    `known` is the catalogue with the plan's own indicators in it. What makes the file
    unreadable is told by `load_indicators`.
    """
    entries, issues = read_tables(path, RELATIONS)
    found: list[Relation] = []
    for number, raw in enumerate(entries, start=1):
        where = f"{path.name} 第{number}个关系"
        fields = raw if isinstance(raw, dict) else {}
        issues += [_unknown(key, where) for key in fields if key not in _known_keys(fields)]
        try:
            found += _relations(fields, known)
        except _Wrong as wrong:
            issues.append(_fault(wrong, where))
    return tuple(found), tuple(issues)


def _relations(raw: Mapping[str, object], known: Catalogue) -> list[Relation]:
    kind = _choice(raw, "kind", _KINDS)
    for name in _FIELDS[kind]:
        if name not in raw:
            raise _Wrong(f"缺少 {name}", f"{_KINDS[kind]}关系要写 {_listed(_FIELDS[kind])}")
    note = str(raw.get("note", "")).strip()
    if kind is RelationKind.RATIO:
        result, *parts = (_indicator(raw[name], name, known) for name in _FIELDS[kind])
        place = (
            _choice(raw, "denominator_place", _PLACES)
            if "denominator_place" in raw
            else Denominator.SAME
        )
        if result in parts:
            raise _Wrong("结果和分子、分母是同一指标", "核对三个指标的名称")
        return [_ratio(result, (parts[0], parts[1]), place, note)]
    whole = _indicator(raw["whole"], "whole", known)
    parts = _parts(raw["parts"], known)
    if whole in parts or len(set(parts)) < len(parts):
        raise _Wrong("同一指标写了两次", "核对 whole 和 parts")
    if kind is RelationKind.PART:
        return parts_of_whole(whole, tuple(parts), note)
    if len(parts) < 2:
        raise _Wrong("parts 只有一项，不成合计", "补上其余各项；只知道一项的用 part")
    return [Relation(kind=kind, whole=whole, parts=tuple(parts), note=note)]


def _ratio(result: str, parts: tuple[str, str], place: Denominator, note: str) -> Relation:
    return Relation(
        kind=RelationKind.RATIO,
        whole=result,
        parts=parts,
        denominator_of=place,
        note=note,
    )


def _choice(raw: Mapping[str, object], name: str, words: Mapping[_Choice, str]) -> _Choice:
    for member, label in words.items():
        if raw.get(name) in (member.value, label):
            return member
    offered = "、".join(f"{member.value}（{label}）" for member, label in words.items())
    raise _Wrong(f"{name} 写得不对", f"{name} 只能是 {offered}")


def _parts(value: object, known: Catalogue) -> list[str]:
    if not isinstance(value, list) or not value:
        raise _Wrong("parts 应是一列指标", '写成 ["第一产业增加值", "第二产业增加值"]')
    return [_indicator(each, "parts", known) for each in value]


def _indicator(value: object, name: str, known: Catalogue) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Wrong(f"{name} 应是加引号的指标名称或编号", f"改正 {name}")
    if known.get(value.strip()):
        return value.strip()
    found = known.resolve(value)
    if known.get(found) is None:
        raise _Wrong(
            f"指标“{value.strip()}”不在指标目录里",
            "改用目录里的名称，或先用 [[indicator]] 写明它",
        )
    return found


def _known_keys(raw: Mapping[str, object]) -> tuple[str, ...]:
    kind = raw.get("kind")
    found = next((k for k, label in _KINDS.items() if kind in (k.value, label)), None)
    fields = _FIELDS[found] if found else tuple(f for fs in _FIELDS.values() for f in fs)
    places = _OPTIONAL if found in (None, RelationKind.RATIO) else ("note",)
    return ("kind", *fields, *places)


def _listed(names: tuple[str, ...]) -> str:
    return "、".join(names)


def _fault(wrong: _Wrong, where: str) -> Issue:
    return Issue(
        code="relation-wrong",
        level=Level.ERROR,
        message=f"{wrong.message}，这个关系未采用",
        remedy=wrong.remedy,
        where=where,
    )


def _unknown(key: str, where: str) -> Issue:
    return Issue(
        code="relation-field-unknown",
        level=Level.WARNING,
        message=f"“{key}”不是这种关系的栏目，未采用",
        remedy="删去它，或照说明改成相近的栏目",
        where=where,
    )
