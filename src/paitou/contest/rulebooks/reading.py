"""The text of a rulebook → its values, with every fault and its line."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from pathlib import PurePath

from attrs import evolve

from paitou.contest.rulebooks import values as read
from paitou.contest.rulebooks.consequences import (
    read_classes,
    read_extras,
    read_gates,
    read_lists,
    read_vetoes,
)
from paitou.contest.rulebooks.desk import Desk, given
from paitou.contest.rulebooks.fingerprint import fingerprint
from paitou.contest.rulebooks.formulas import FormulaReader
from paitou.contest.rulebooks.groups import read_groups, read_ties
from paitou.contest.rulebooks.items import read_items
from paitou.contest.rulebooks.keys import OPEN_RULES, TOP_KEYS
from paitou.contest.rulebooks.references import check_references
from paitou.contest.rulebooks.words import RulebookRhythm, chosen
from paitou.model import Flat, Issue, Level, Missing, Rulebook, SmallGroup, UnreadableFile
from paitou.review.table_entry import TableEntry, top_entry
from paitou.text.readers.plain import decode

_LARGEST = 1024 * 1024
Read = tuple[Rulebook | None, tuple[Issue, ...]]


def read_rulebook(
    text: str, file: str = "rulebook.toml", others: Collection[str] | None = None
) -> Read:
    """Return the rulebook, or None where there is nothing to score by, and every fault.

    Args:
        text: as it stands in the file.
        file: its name, for the places of faults; the id where the text states none.
        others: names of formulas that others registered; None is all that are installed.
    """
    if len(text) > _LARGEST or len(text.encode("utf-8", "replace")) > _LARGEST:
        return None, (_too_large(file),)
    top = top_entry(text.removeprefix("\ufeff"), file)
    top.check_keys(TOP_KEYS)
    desk = Desk(top=top, formulas=FormulaReader(others=others))
    rulebook = evolve(_rulebook(desk, file), sha256=fingerprint(text))
    if not rulebook.items:
        return None, (*top.issues, _empty(file))
    return rulebook, (*top.issues, *check_references(rulebook))


def read_rulebook_file(
    data: bytes, file: str = "rulebook.toml", others: Collection[str] | None = None
) -> Read:
    """Return the rulebook in the bytes of a file, whether UTF-8 or GB18030."""
    if len(data) > _LARGEST:
        return None, (_too_large(file),)
    try:
        text = decode(data)
    except UnreadableFile as fault:
        return None, (
            _issue("rulebook-unreadable", f"{file} {fault}", "另存为 UTF-8", file),
        )
    return read_rulebook(text, file, others)


def _rulebook(desk: Desk, file: str) -> Rulebook:
    top = desk.top
    top.require("title", "source")
    desk.places["rulebook", ""] = file
    items = read_items(desk)
    return Rulebook(
        id=given(top, "id", read.name, PurePath(file).stem or "rulebook"),
        title=top.text("title"),
        source=top.text("source"),
        is_ours="ours" in top.data,
        ours=top.text("ours"),
        note=top.text("note"),
        rhythm=given(top, "rhythm", chosen(RulebookRhythm), RulebookRhythm.QUARTERLY).value,
        full=given(top, "full", read.positive, Decimal(100)),
        decimals=given(top, "decimals", read.places, 2),
        items=items,
        groups=tuple(read_groups(desk)),
        extras=tuple(read_extras(desk)),
        extras_cap=top.get("extras_cap", read.positive),
        vetoes=tuple(read_vetoes(desk)),
        gates=tuple(read_gates(desk)),
        classes=read_classes(desk),
        lists=tuple(read_lists(desk)),
        ties=read_ties(desk),
        missing=given(top, "missing", chosen(Missing), Missing.ZERO),
        flat=given(top, "flat", chosen(Flat), Flat.FULL),
        small=given(top, "small", read.whole, 5),
        small_group=given(top, "small_group", chosen(SmallGroup), SmallGroup.ALLOW),
        unsaid=_unsaid(top),
        places=desk.places,
    )


def _unsaid(top: TableEntry) -> frozenset[str]:
    return frozenset(key for key in OPEN_RULES if key not in top.data)


def _too_large(file: str) -> Issue:
    message = f"{file} 超过 1 MB，不像是考核办法，没有采用"
    return _issue("rulebook-too-large", message, "只留规则，数据放在别的文件里", file)


def _empty(file: str) -> Issue:
    message = f"{file} 没有可用的指标，不能计分"
    return _issue(
        "rulebook-empty", message, "用 [[item]] 写出指标，每项有 id、name、weight", file
    )


def _issue(code: str, message: str, remedy: str, where: str) -> Issue:
    return Issue(code=code, level=Level.ERROR, message=message, remedy=remedy, where=where)
