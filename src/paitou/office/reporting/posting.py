"""What a browser sent → the cells that were typed, and those that were seen before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from paitou.office.reporting.entry import LONGEST_NOTE, LONGEST_TEXT, Typed
from paitou.office.reporting.models import Cell

#: Names of fields: what is typed, its note, and what both were when the page was made.
TEXT, NOTE, TEXT_BEFORE, NOTE_BEFORE = "v", "n", "w", "m"


@frozen(kw_only=True)
class Posted:
    """Cells by key; fields that no cell of the form has are not looked at."""

    typed: Mapping[str, Typed]
    seen: Mapping[str, Typed]
    faults: tuple[str, ...] = ()


def read_post(post: Mapping[str, str], cells: Iterable[Cell]) -> Posted:
    """Return what was typed into the cells of a form."""
    typed: dict[str, Typed] = {}
    seen: dict[str, Typed] = {}
    faults: list[str] = []
    for cell in cells:
        if f"{TEXT}-{cell.key}" not in post:
            continue
        text, note = (_plain(post, name, cell.key) for name in (TEXT, NOTE))
        if len(text) > LONGEST_TEXT or len(note) > LONGEST_NOTE:
            faults.append(f"“{cell.name}”太长，没有保存：数最多60字，备注最多200字。")
            continue
        typed[cell.key] = Typed(text=text, note=note)
        if f"{TEXT_BEFORE}-{cell.key}" in post:
            seen[cell.key] = Typed(
                text=_plain(post, TEXT_BEFORE, cell.key),
                note=_plain(post, NOTE_BEFORE, cell.key),
            )
    return Posted(typed=typed, seen=seen, faults=tuple(faults))


def _plain(post: Mapping[str, str], name: str, key: str) -> str:
    """Return a field without control characters and blanks at its ends."""
    text = post.get(f"{name}-{key}", "")
    return "".join(each for each in text if each.isprintable()).strip()
