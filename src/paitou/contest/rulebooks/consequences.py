"""The tables under [[extra]], [[veto]], [[gate]], [[class]], [[list]] → what follows."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.contest.rulebooks import values as read
from paitou.contest.rulebooks.desk import Desk, given
from paitou.contest.rulebooks.keys import (
    CLASS_KEYS,
    CLASSES_KEYS,
    EXTRA_KEYS,
    GATE_KEYS,
    LIST_KEYS,
    VETO_KEYS,
)
from paitou.contest.rulebooks.words import Tone, chosen
from paitou.model import (
    ClassBand,
    Classes,
    ClassRule,
    Extra,
    Gate,
    Honours,
    ListRule,
    Veto,
    VetoEffect,
)
from paitou.review.table_entry import TableEntry
from paitou.review.values import count, text


def read_extras(desk: Desk) -> Iterator[Extra]:
    """Yield what is added or deducted outside the items."""
    for row in desk.rows("extra", EXTRA_KEYS):
        yield Extra(
            id=row.text("id"),
            name=row.text("name"),
            each=row.get("each", read.amount),
            cap=row.get("cap", read.positive),
            gate=row.text("gate"),
            note=row.text("note"),
        )


def read_vetoes(desk: Desk) -> Iterator[Veto]:
    """Yield the vetoes; one without a readable effect is left out."""
    for row in desk.rows("veto", VETO_KEYS):
        effect = row.get("effect", chosen(VetoEffect)) if row.require("effect") else None
        if effect is None:
            continue
        yield Veto(
            id=row.text("id"),
            name=row.text("name"),
            effect=effect,
            class_name=row.text("class"),
            note=row.text("note"),
        )


def read_gates(desk: Desk) -> Iterator[Gate]:
    """Yield the values that must be reached."""
    for row in desk.rows("gate", GATE_KEYS):
        if row.require("item"):
            yield Gate(
                id=row.text("id"),
                name=row.text("name"),
                item=row.text("item"),
                at_least=row.get("at_least", read.amount),
                at_most=row.get("at_most", read.amount),
            )


def read_lists(desk: Desk) -> Iterator[Honours]:
    """Yield the lists; one without a readable rule is left out."""
    for row in desk.rows("list", LIST_KEYS):
        rule = row.get("rule", chosen(ListRule)) if row.require("rule") else None
        if rule is None:
            continue
        yield Honours(
            id=row.text("id"),
            name=row.text("name"),
            rule=rule,
            count=row.get("count", count),
            counts=given(row, "counts", read.table(read.whole), {}),
            by=row.text("by"),
            threshold=row.get("threshold", read.amount),
            gate=row.text("gate"),
            tone=given(row, "tone", chosen(Tone), Tone.PRAISE).value,
        )


def read_classes(desk: Desk) -> Classes | None:
    """Return how scores become classes, None where the rulebook has none."""
    entry = desk.top.table("classes")
    rows = list(desk.top.rows("class"))
    bands = tuple(_band(row, desk) for row in rows if row.require("name"))
    if entry is None and not rows:
        return None
    told = entry or desk.top
    if entry:
        entry.check_keys(CLASSES_KEYS)
    desk.places["classes", ""] = entry.where if entry else rows[0].where
    by_share = any(band.share is not None for band in bands)
    implied = ClassRule.SHARE if by_share else ClassRule.CUT
    if entry is None:
        return Classes(rule=implied, bands=bands)
    return Classes(
        rule=given(told, "rule", chosen(ClassRule), implied),
        bands=bands,
        most=told.get("most", read.share),
        exempt=given(told, "exempt", read.table(text), {}),
        not_below=given(told, "not_below", read.table(text), {}),
    )


def _band(row: TableEntry, desk: Desk) -> ClassBand:
    row.check_keys(CLASS_KEYS)
    name = row.text("name")
    if ("class", name) in desk.places:
        message = f"[[class]] {name} 与 {desk.places['class', name]} 的重复"
        row.note("rulebook-duplicate", message, "改用别的名称，或删去一段", "name")
    desk.places["class", name] = row.where
    return ClassBand(
        name=name,
        least=row.get("least", read.amount),
        share=row.get("share", read.share),
        gate=row.text("gate"),
    )
