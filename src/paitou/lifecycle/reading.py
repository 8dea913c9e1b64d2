"""The text of a lifecycle → its states and moves, with every fault and its line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import PurePath
from typing import TypeVar

from paitou.lifecycle.checking import check_lifecycle
from paitou.model import (
    Issue,
    Level,
    Lifecycle,
    LifeMove,
    LifeState,
    Need,
    Part,
    SheetKind,
    TimeLimit,
)
from paitou.review.table_entry import TableEntry, top_entry
from paitou.review.values import TomlValue, text

_LARGEST = 256 * 1024
_MOST_ROWS = 500
_MOST_DAYS = 3660
_TOP = frozenset(
    {"id", "title", "source", "ours", "sign_days", "near_days"}
    | {"state", "move", "limit", "sheet"}
)
_STATE = frozenset({"id", "label", "open", "with"})
_MOVE = frozenset(
    {"id", "label", "from", "to", "by", "needs", "text", "by_other", "in_time", "signing"}
)
_LIMIT = frozenset({"id", "label", "days", "working"})
_SHEET = frozenset({"id", "label", "level", "colour"})
Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")


def read_lifecycle(
    content: str, file: str = "lifecycle.toml"
) -> tuple[Lifecycle | None, tuple[Issue, ...]]:
    """Return the lifecycle, None where nothing can live by it, and every fault."""
    if len(content) > _LARGEST:
        return None, (_fault(f"{file} 超过 256 KB，不像是流程，没有采用", file),)
    top = top_entry(content.removeprefix("\ufeff"), file)
    top.check_keys(_TOP)
    top.require("title", "source")
    states, moves = tuple(_rows(top, "state", _state)), tuple(_rows(top, "move", _move))
    if not states or not moves:
        return None, (*top.issues, _fault(f"{file} 没有状态或步骤，不能采用", file))
    lifecycle = Lifecycle(
        id=top.text("id") or PurePath(file).stem,
        title=top.text("title"),
        source=top.text("source"),
        ours=top.text("ours"),
        states=states,
        moves=moves,
        limits=tuple(_rows(top, "limit", _limit)),
        sheets=tuple(_rows(top, "sheet", _sheet)),
        sign_days=_or(top.get("sign_days", _days), 1),
        near_days=_or(top.get("near_days", _days), 3),
        sha256=hashlib.sha256(content.encode("utf-8", "replace")).hexdigest(),
    )
    faults = check_lifecycle(lifecycle, file)
    is_broken = any(fault.level is Level.ERROR for fault in faults)
    return None if is_broken else lifecycle, (*top.issues, *faults)


def _rows(
    top: TableEntry, kind: str, made: Callable[[TableEntry], Made | None]
) -> Iterator[Made]:
    """Yield what the tables under [[kind]] make; a second one of an id is left out."""
    seen: set[str] = set()
    for nth, row in enumerate(top.rows(kind)):
        if nth == _MOST_ROWS:
            row.note(
                "lifecycle-broken",
                f"[[{kind}]] 超过 {_MOST_ROWS} 段，后面的没有采用",
                "删去用不到的",
            )
            return
        if not row.require("id", "label"):
            continue
        if row.text("id") in seen:
            told = f"{row.name} 的编号 {row.text('id')} 写了两次，以前面的为准"
            row.note("lifecycle-broken", told, "改用别的编号，或删去一段", "id")
            continue
        seen.add(row.text("id"))
        if (one := made(row)) is not None:
            yield one


def _state(row: TableEntry) -> LifeState:
    row.check_keys(_STATE)
    return LifeState(
        id=row.text("id"),
        label=row.text("label"),
        is_open=_or(row.get("open", _flag), True),
        with_part=row.get("with", _one_of(Part)),
    )


def _move(row: TableEntry) -> LifeMove | None:
    row.check_keys(_MOVE)
    by = row.get("by", _one_of(Part))
    before = row.get("from", _texts)
    if not row.require("from", "by") or by is None or before is None:
        return None
    return LifeMove(
        id=row.text("id"),
        label=row.text("label"),
        before=before,
        after=row.text("to"),
        by=by,
        needs=_or(row.get("needs", _needs), ()),
        text_label=row.text("text") or "说明",
        is_by_other=bool(row.get("by_other", _flag)),
        is_in_time=bool(row.get("in_time", _flag)),
        is_signing=bool(row.get("signing", _flag)),
    )


def _limit(row: TableEntry) -> TimeLimit | None:
    row.check_keys(_LIMIT)
    days = row.get("days", _days)
    if not row.require("days") or days is None:
        return None
    return TimeLimit(
        id=row.text("id"),
        label=row.text("label"),
        days=days,
        is_working_days=bool(row.get("working", _flag)),
    )


def _sheet(row: TableEntry) -> SheetKind:
    row.check_keys(_SHEET)
    return SheetKind(
        id=row.text("id"),
        label=row.text("label"),
        level=_or(row.get("level", _days), 1),
        colour=row.text("colour"),
    )


def _flag(value: TomlValue) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("只能写 true 或 false")


def _days(value: TomlValue) -> int:
    if type(value) is int and 0 <= value <= _MOST_DAYS:
        return value
    raise ValueError(f"应是 0 到 {_MOST_DAYS} 之间的整数")


def _texts(value: TomlValue) -> tuple[str, ...]:
    if isinstance(value, list) and value:
        return tuple(text(each) for each in value)
    raise ValueError('应是编号的列表，如 ["draft"]')


def _needs(value: TomlValue) -> tuple[Need, ...]:
    one = _one_of(Need)
    return tuple(one(each) for each in _texts(value))


def _one_of(choices: type[Choice]) -> Callable[[TomlValue], Choice]:
    def read(value: TomlValue) -> Choice:
        try:
            return choices(text(value))
        except ValueError:
            known = "、".join(choices)
            raise ValueError(f"只能写 {known} 之一") from None

    return read


def _or(found: Made | None, default: Made) -> Made:
    return default if found is None else found


def _fault(message: str, file: str) -> Issue:
    return Issue(
        code="lifecycle-broken",
        level=Level.ERROR,
        message=message,
        remedy="照随附的 supervised-item.toml 写",
        where=file,
    )
