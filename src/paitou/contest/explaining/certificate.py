"""A score → a certificate in JSON from which anybody computes it again exactly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from paitou.contest.explaining.gaps import exact, extra_points, scored
from paitou.contest.explaining.lines import arithmetic
from paitou.contest.explaining.rounds import contestant
from paitou.contest.formulas import Need, describe
from paitou.contest.readings import Field, Reading
from paitou.contest.results import ItemPoints, OrgScore, Scoreboard, Working
from paitou.contest.scoring.roster import compared_facts
from paitou.model import Fact, Formula, Item, Parameter, Rulebook, SmallGroup, UsageError

#: What a certificate is made of: JSON and nothing else.
Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
#: Raised when what a certificate says changes its meaning.
SCHEMA = "paitou.certificate/1"


def certificate(board: Scoreboard, org: str, field: Field | None = None) -> dict[str, Json]:
    """Return what proves a score.

    Numbers are strings: decimals as they were given, ratios as numerator/denominator.

    Args:
        board: the score is on.
        org: whose score.
        field: it was scored from: marks of judges and what nobody asked for are only there.

    Raises:
        UsageError: the organisation takes no part or is not scored; or marks of judges are
            needed and there is no field.
    """
    score = scored(board, org)
    if field is None and any(is_judged(item.formula) for item in board.rulebook.scored):
        raise UsageError("有指标由评委打分，生成证书时请同时给出原始评分")
    items = [_item(board, score, points, field) for points in score.points]
    inputs: Json = [
        {key: item[key] for key in ("item", "inputs", "peers", "whole", "bounds")}
        for item in items
    ]
    return {
        "schema": SCHEMA,
        "org": org,
        "group": score.group,
        "period": str(board.period) if board.period else None,
        "rulebook": {
            "id": board.rulebook.id,
            "title": board.rulebook.title,
            "sha256": board.rulebook.sha256,
        },
        "inputs_sha256": digest(inputs),
        "field_sha256": digest(_field(field)) if field else None,
        "rules": _rules(board.rulebook),
        "items": [*items],
        "exceptions": [*_exceptions(items)],
        "extras": [
            {"extra": e.extra, "points": number(e.points), "words": e.words}
            for e in score.extras
        ],
        "sum": number(exact(score)),
        "rest": number(_rest(score)),
        "score": None if score.score is None else str(score.score),
        "rank": score.rank,
        "arithmetic": [*arithmetic(board, score)],
    }


def number(value: Fraction) -> str:
    """Return an exact number: an integer, or numerator/denominator."""
    return str(value)


def digest(value: Json) -> str:
    """Return the SHA-256 of a value's canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _rules(rulebook: Rulebook) -> dict[str, Json]:
    return {
        "full": str(rulebook.full),
        "decimals": rulebook.decimals,
        "flat": rulebook.flat.value,
        "missing": rulebook.missing.value,
        "small": rulebook.small,
        "small_group": rulebook.small_group.value,
    }


def _item(
    board: Scoreboard, score: OrgScore, points: ItemPoints, field: Field | None
) -> dict[str, Json]:
    item = board.rulebook.item(points.item)
    assert item is not None  # noqa: S101 (a scoreboard scores the items of its rulebook)
    group = next((g for g in board.rulebook.groups if g.id == score.group), None)
    return {
        "item": item.id,
        "name": item.name,
        "unit": item.unit.text,
        "direction": item.direction,
        "weight": str(board.rulebook.weight(item, group)),
        "full": number(points.full),
        "formula": _formula(item.formula),
        "inputs": _inputs(score.org, points, field),
        "peers": _peers(board, score, item),
        "whole": _whole(item.id, field),
        "bounds": _bounds(board, score, item),
        "missing": points.missing,
        "substitute": _substitute(points),
        "clipped": _is_clipped(points.working),
        "points": None if points.points is None else number(points.points),
        "words": points.working.words if points.working else "",
    }


def _substitute(points: ItemPoints) -> Json:
    """Return the share that a rule gave instead of the formula, None where none did."""
    if points.points is None or not points.missing:
        return None
    return number(points.points / points.full) if points.full else number(points.points)


def _formula(formula: Formula | None) -> Json:
    """Return the formula with all its parameters, those that go without saying too."""
    if formula is None:
        return None
    described = describe(formula.name)
    usual = {each.name: each.default for each in described.parameters} if described else {}
    told = {name: value for name, value in usual.items() if value is not None}
    parameters = sorted({**told, **formula.parameters}.items())
    return {
        "name": formula.name,
        "on": formula.on.value,
        "parameters": {name: _parameter(value) for name, value in parameters},
        "parts": [
            {"share": str(share), "formula": _formula(part)}
            for share, part in formula.parts
        ],
    }


def _parameter(value: Parameter) -> Json:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def _inputs(org: str, points: ItemPoints, field: Field | None) -> dict[str, Json]:
    readings = _readings(org, points, field)
    found: dict[str, Json] = {
        fact.value: _reading(readings[fact]) for fact in sorted(readings)
    }
    if field is not None:
        marks = contestant(field, org).marks.get(points.item, ())
        found["marks"] = [str(mark) for mark in marks]
    return found


def _readings(org: str, points: ItemPoints, field: Field | None) -> dict[Fact, Reading]:
    found: dict[Fact, Reading] = {}
    if field is not None:
        own = contestant(field, org).readings
        found = {
            fact: reading for (item, fact), reading in own.items() if item == points.item
        }
    return found | dict(points.readings)


def _reading(reading: Reading) -> dict[str, Json]:
    return {
        "value": None if reading.value is None else str(reading.value),
        "why": reading.why,
        "where": reading.where,
        "figure": reading.figure,
        "source": reading.source,
        "state": reading.state,
        "known_on": reading.known_on.isoformat() if reading.known_on else None,
    }


def _whole(item: str, field: Field | None) -> dict[str, Json]:
    """Return what the whole city reached, by fact."""
    known = field.city.items() if field else ()
    return {
        fact.value: str(reading.value)
        for (name, fact), reading in sorted(known)
        if name == item and reading.value is not None
    }


def _peers(board: Scoreboard, score: OrgScore, item: Item) -> dict[str, Json]:
    """Return the values that the organisation is compared with, by fact, itself counted."""
    found: dict[str, Json] = {}
    for fact in compared_facts(item.formula):
        values: dict[str, Json] = {}
        for each in _company(board, score):
            reading = _known(each, item.id, fact)
            if reading is not None and reading.value is not None:
                values[each.org] = str(reading.value)
        found[fact.value] = values
    return found


def _company(board: Scoreboard, score: OrgScore) -> tuple[OrgScore, ...]:
    group = board.group(score.group)
    rules = board.rulebook
    if rules.small_group is SmallGroup.FIELD and len(group) < rules.small:
        return board.scores
    return group


def _known(score: OrgScore, item: str, fact: Fact) -> Reading | None:
    points = score.of(item)
    return dict(points.readings).get(fact) if points else None


def is_judged(formula: Formula | None) -> bool:
    """Return whether the formula, or a part of it, goes by marks of judges."""
    if formula is None:
        return False
    described = describe(formula.name)
    needs = described.needs if described else ()
    return Need.MARKS in needs or any(is_judged(part) for _, part in formula.parts)


def _bounds(board: Scoreboard, score: OrgScore, item: Item) -> dict[str, Json]:
    return {
        fact.value: [number(bound) for bound in sorted(pair)]
        for (name, group, fact), pair in sorted(board.bounds.items())
        if name == item.id and group == score.group
    }


def _is_clipped(working: Working | None) -> bool:
    if working is None:
        return False
    return working.clipped or any(_is_clipped(part) for _, part in working.parts)


def _exceptions(items: Iterable[Mapping[str, Json]]) -> Iterator[dict[str, Json]]:
    """Yield every cell that was not simply counted."""
    for item in items:
        if item["missing"]:
            yield {"item": item["item"], "kind": "missing", "rule": item["missing"]}
        if item["clipped"]:
            yield {"item": item["item"], "kind": "clipped", "words": item["words"]}
        if item["points"] is not None and _exact(item["full"]) != _exact(item["weight"]):
            yield {"item": item["item"], "kind": "stretched", "full": item["full"]}
        yield from _converted(item)


def _converted(item: Mapping[str, Json]) -> Iterator[dict[str, Json]]:
    """Yield values that come with a remark: they were worked out from others."""
    inputs = item["inputs"]
    for fact, reading in inputs.items() if isinstance(inputs, dict) else ():
        if isinstance(reading, dict) and reading["value"] is not None and reading["why"]:
            yield {
                "item": item["item"], "kind": "converted", "fact": fact,
                "words": reading["why"],
            }  # fmt: skip


def _exact(written: Json) -> Fraction:
    return Fraction(str(written))


def _rest(score: OrgScore) -> Fraction:
    items = sum((p.points for p in score.points if p.points is not None), Fraction(0))
    return exact(score) - items - extra_points(score)


def _field(field: Field) -> Json:
    """Return all inputs of everybody, so that their hash stands for the whole table."""
    return {
        "contestants": [
            {
                "org": each.org,
                "group": each.group,
                "readings": _table(each.readings),
                "marks": {
                    item: [str(m) for m in marks] for item, marks in each.marks.items()
                },
                "events": [
                    [e.kind, None if e.points is None else str(e.points), e.document]
                    for e in each.events
                ],
            }
            for each in sorted(field.contestants, key=lambda each: each.org)
        ],
        "city": _table(field.city),
    }


def _table(readings: Mapping[tuple[str, Fact], Reading]) -> Json:
    return {
        f"{item}/{fact.value}": None if reading.value is None else str(reading.value)
        for (item, fact), reading in readings.items()
    }
