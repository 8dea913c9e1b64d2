"""A review → the text of a review.toml; what did not change is kept to the letter."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from attrs import evolve

from paitou.model import Decision, Merge, Milestone, Period, Subject, Verdict, When
from paitou.review.fields import ASSIGNMENT_KEYS, COMMITMENT_KEYS, STATEMENT_KEYS
from paitou.review.reading import read_review
from paitou.review.review import Review
from paitou.review.stable import addition_id
from paitou.review.toml_text import TomlBlock, parse_toml

_Item: TypeAlias = Decision | Merge | Milestone
_Key: TypeAlias = tuple[str, ...]
_Pairs: TypeAlias = list[tuple[str, object]]

_FILE = "review.toml"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_UNSAFE = re.compile(r'["\\\x00-\x1f\x7f]')
_KEYED = frozenset(subject.value for subject in Subject)


def write_review(review: Review, text: str = "") -> str:
    """Return the review as TOML.

    `text` is the file as it stands: its head and every table that still says the same are
    kept to the letter, changed ones are rewritten under their comments, new ones follow.
    """
    old, _ = read_review(text, _FILE)
    known = {_key(item): item for item in _items(old)}
    fresh = {_key(item): item for item in _items(review)}
    parts: list[str] = []
    done: dict[_Key, bool] = {}
    for block, key in _keyed_blocks(text, old):
        if key is None or done.get(key) or _stays(key, known, fresh):
            parts.append(block.text.rstrip())
            done |= {key: True} if key else {}
        elif key in fresh and key not in done:
            parts.append(_rewritten(block, fresh[key], is_read=key in known))
            done[key] = False
    parts += [_table(item) for key, item in fresh.items() if key not in done]
    return "\n\n".join(part for part in parts if part) + "\n"


def _items(review: Review) -> tuple[_Item, ...]:
    return (*review.decisions, *review.merges, *review.milestones)


def _key(item: _Item) -> _Key:
    if isinstance(item, Merge):
        return ("merge", item.into, *item.names)
    if isinstance(item, Milestone):
        return ("milestone", item.id, item.what)
    return (
        ("add", item.id) if item.verdict is Verdict.ADD else (item.subject.value, item.id)
    )


def _stays(key: _Key, known: dict[_Key, _Item], fresh: dict[_Key, _Item]) -> bool:
    """Whether the text stands: it says the same, or cannot be read and nothing is new."""
    if key not in known:
        return key not in fresh
    return key in fresh and evolve(known[key], where="") == evolve(fresh[key], where="")


def _keyed_blocks(text: str, old: Review) -> Iterable[tuple[TomlBlock, _Key | None]]:
    """Pair every block with what it is about; None for what is to stand as it is."""
    by_line = {item.where: _key(item) for item in _items(old)}
    last: _Key | None = None
    for block in parse_toml(text).blocks:
        if len(block.path) > 1 and block.path[0] in _KEYED:
            last = block.path[:2]
        elif len(block.path) < 2:
            last = by_line.get(f"{_FILE} 第{block.line}行")
        yield block, last


def _rewritten(block: TomlBlock, item: _Item, *, is_read: bool) -> str:
    """Return the new table under the old comments; what could not be read becomes one."""
    lines = block.text.rstrip().split("\n")
    kept = lines[: block.line - block.first]
    if not is_read:
        kept = [line if line.startswith("#") else f"# {line}".rstrip() for line in lines]
    return "\n".join([*kept, _table(item)])


def _table(item: _Item) -> str:
    if isinstance(item, Merge):
        pairs: _Pairs = [("into", item.into), ("names", item.names)]
        return _lines("[[merge]]", [*pairs, ("note", item.note or None)])
    if isinstance(item, Milestone):
        return _lines("[[milestone]]", _milestone_pairs(item))
    if item.verdict is Verdict.ADD:
        return _lines("[[add]]", _addition_pairs(item) + _field_pairs(item))
    head = f"[{item.subject.value}.{key_name(item.id)}]"
    pairs = [("quote", item.quote or None), ("verdict", item.verdict)]
    return _lines(head, pairs + _field_pairs(item))


def _milestone_pairs(node: Milestone) -> _Pairs:
    due = str(node.due) if isinstance(node.due, Period) else node.due
    pairs: _Pairs = [(node.subject.value, node.id), ("what", node.what), ("due", due)]
    pairs += [("org", node.org or None), ("done", node.done_on)]
    return [*pairs, ("note", node.note or None)]


def _addition_pairs(decision: Decision) -> _Pairs:
    place = (decision.occurrence, decision.section)
    made = addition_id(decision.subject, decision.quote, decision.correction, place)
    return [
        ("id", decision.id if decision.id != made else None),
        ("quote", decision.quote),
        ("occurrence", decision.occurrence or None),
        ("section", decision.section or None),
    ]


def _field_pairs(decision: Decision) -> _Pairs:
    """Corrections as they are (an empty text clears a field), then who answers."""
    correction, assignment = decision.correction, decision.assignment
    names = {key: key.removeprefix("commitment_") for key in COMMITMENT_KEYS}
    keys = (
        names
        if decision.subject is Subject.COMMITMENT
        else dict.fromkeys(STATEMENT_KEYS, "")
    )
    pairs: _Pairs = [(key, getattr(correction, name or key)) for key, name in keys.items()]
    pairs += [(key, getattr(assignment, key) or None) for key in ASSIGNMENT_KEYS]
    return [*pairs, ("note", decision.note or None)]


def _lines(header: str, pairs: _Pairs) -> str:
    told = (f"{key} = {_value(value)}" for key, value in pairs if value is not None)
    return "\n".join([header, *told])


def key_name(key: str) -> str:
    """Return the key as a header has it."""
    return key if _BARE.fullmatch(key) else quoted(key)


def _value(value: object) -> str:
    if isinstance(value, When):
        return _when(value)
    if isinstance(value, tuple):
        return f"[{', '.join(quoted(part) for part in value)}]"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | dt.date):
        return str(value)
    return quoted(str(value))


def _when(when: When) -> str:
    told = [f"kind = {quoted(when.kind.value)}"]
    told += [f"start = {when.start}"] if when.start is not None else []
    told += [f"end = {when.end}"] if when.end is not None else []
    return f"{{ {', '.join(told)} }}"


def quoted(text: str) -> str:
    """Return the text as a TOML string."""
    return f'"{_UNSAFE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"
