"""A section or a sentence of a plan → its own words, its number and its place."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.model import Block, BlockKind, Plan


def own_words(plan: Plan, index: int) -> str:
    """Return the words of a section that stand under no lower heading, heading first.

    Paragraphs are kept apart; breaks inside a sentence are taken out.
    """
    section = plan.sections[index]
    heading = section.heading.of(plan.document.text)
    paragraphs = list(own_paragraphs(plan, index))
    if paragraphs and paragraphs[0].startswith(heading):
        return "\n".join(paragraphs)
    return "\n".join([f"{section.number}{section.title}", *paragraphs])


def own_paragraphs(plan: Plan, index: int) -> Iterator[str]:
    """Yield the paragraphs of a section alone, as written."""
    text = plan.document.text
    for block in _blocks(plan, index):
        words = "".join(text[block.start : block.end].split("\n")).strip()
        if words and block.kind is not BlockKind.HEADING:
            yield words


def _blocks(plan: Plan, index: int) -> tuple[Block, ...]:
    left_out = (BlockKind.MASTHEAD, BlockKind.CONTENTS, BlockKind.TAIL)
    return tuple(
        b for b in plan.document.blocks if b.section == index and b.kind not in left_out
    )


def section_number(plan: Plan, index: int) -> str:
    """Return the number of a section without the mark that follows it: 1. is 1."""
    return plan.sections[index].number.strip(" .．、,，")


def number_path(plan: Plan, index: int) -> str:
    """Return the numbers from the top down to a section, as written: 二、(一)1."""
    numbers: list[str] = []
    while index >= 0:
        numbers.append(plan.sections[index].number)
        index = plan.sections[index].parent
    return "".join(reversed(numbers))


def place_words(plan: Plan, index: int, start: int | None = None) -> str:
    """Return where something stands: section, paragraph in it, and page where there is one.

    `index` is the section's, -1 before the first; `start` is the offset of the words,
    without which the section itself is meant.
    """
    path = number_path(plan, index)
    if start is None:
        return path
    blocks = [b for b in _blocks(plan, index) if b.kind is not BlockKind.HEADING]
    nth = next((n for n, b in enumerate(blocks, 1) if b.start <= start < b.end), 0)
    places = [path, f"第{nth}段"] if nth else [path]
    place = blocks[nth - 1].place if nth else 0
    if place and plan.document.place_kind == "page":
        places.append(f"(第{place}页)")
    return " ".join(part for part in places if part)
