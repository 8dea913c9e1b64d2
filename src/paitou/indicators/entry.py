"""Turns one entry of a plan's `indicators.toml` into an indicator, or into its faults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from attrs import evolve

from paitou.indicators.catalogue import Catalogue
from paitou.indicators.indicator import Additivity, Dimension, Indicator, Polarity, Prices
from paitou.indicators.normalise import normalise
from paitou.indicators.polarity import polarity_of_words
from paitou.model import Issue, Level

REQUIRED = ("id", "name", "dimension")
_CHOICES: dict[str, tuple[tuple[StrEnum, str], ...]] = {
    "dimension": tuple((each, each.label) for each in Dimension),
    "polarity": tuple((each, each.label) for each in Polarity),
    "additivity": tuple((each, each.label) for each in Additivity),
    "nominal": tuple((each, each.label) for each in Prices),
}
_FIELDS = ("id", "name", "aliases", *_CHOICES, "unit", "note")
_ID = re.compile(r"(?!x-)[a-z0-9]+(?:-[a-z0-9]+)*")


class _FieldError(Exception):
    """What is wrong with the value of a field."""


def read_entry(
    raw: Mapping[str, object], where: str, known: Catalogue
) -> tuple[Indicator | None, list[Issue]]:
    """Return the indicator, None where a field is wrong or missing, and what is wrong.

    What an entry with a known id leaves out is as known; its aliases are added to those.
    """
    values, issues = _read_fields(raw, where)
    base = known.get(values.get("id", ""))
    if base is None:
        issues += [_missing(name, where) for name in REQUIRED if name not in raw]
    if any(issue.level is Level.ERROR for issue in issues):
        return None, issues
    if base is None:
        values.setdefault("polarity", polarity_of_words(values["name"]))
        return Indicator(**values), issues
    aliases = dict.fromkeys((*base.words, *values.pop("aliases", ())))
    aliases.pop(values.get("name", base.name), None)
    return evolve(base, aliases=tuple(aliases), **values), issues


def _read_fields(
    raw: Mapping[str, object], where: str
) -> tuple[dict[str, Any], list[Issue]]:  # fields differ in type
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    for name, value in raw.items():
        if name not in _FIELDS:
            issues.append(_unknown(name, where))
            continue
        try:
            values[name] = _read_field(name, value)
        except _FieldError as problem:
            issues.append(_wrong(name, str(problem), where))
    return values, issues


def _read_field(name: str, value: object) -> object:
    if name == "aliases":
        return _words(value)
    if not isinstance(value, str):
        raise _FieldError("应是加引号的文字")
    text = value.strip()
    if name in _CHOICES:
        return _choice(name, text)
    if name == "id" and not _ID.fullmatch(text):
        raise _FieldError("只能用小写字母、数字和连字符,且不能以 x- 开头")
    if name == "name" and not normalise(text):
        raise _FieldError("没有可辨认的名称")
    return text


def _choice(name: str, text: str) -> StrEnum:
    for member, label in _CHOICES[name]:
        if text in (member, label):
            return member
    offered = "、".join(f"{member}({label})" for member, label in _CHOICES[name])
    raise _FieldError(f"只能是 {offered}")


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise _FieldError('应是一列文字,如 ["全市经济总量", "生产总值"]')
    if not all(map(normalise, value)):
        raise _FieldError("其中有空白的名称")
    return tuple(word.strip() for word in value)


def _missing(name: str, where: str) -> Issue:
    return Issue(
        code="indicator-field-missing",
        level=Level.ERROR,
        message=f"缺少 {name}",
        remedy=f"新指标要写 {'、'.join(REQUIRED)};若是补充通用指标,id 须是已有的",
        where=where,
    )


def _unknown(name: str, where: str) -> Issue:
    return Issue(
        code="indicator-field-unknown",
        level=Level.WARNING,
        message=f"“{name}”不是指标的栏目,未采用",
        remedy=f"可以写的栏目是 {'、'.join(_FIELDS)}",
        where=where,
    )


def _wrong(name: str, why: str, where: str) -> Issue:
    return Issue(
        code="indicator-field-wrong",
        level=Level.ERROR,
        message=f"{name} 写得不对:{why}",
        remedy=f"改正 {name} 后重新载入;改正前这一项不起作用",
        where=where,
    )
