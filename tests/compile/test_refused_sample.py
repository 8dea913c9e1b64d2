"""200 numbers that were refused, drawn at random and read by hand, keep their classes."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import frozen

from paitou.compile import compile_document
from paitou.model import Mention
from paitou.text import document_from_text

SAMPLE = Path(__file__).parent / "data" / "refused_sample.tsv"
#: A name inside a commitment is counted with the commitment.
ALSO_RIGHT = {("name", "commitment")}


@frozen
class Row:
    """A number as it was read: [start, end) in the file and the class that is right."""

    file: str
    start: int
    end: int
    name: str


def _rows() -> list[Row]:
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines, delimiter="\t")
        return [Row(r["file"], int(r["start"]), int(r["end"]), r["class"]) for r in read]


def _mentions(path: Path) -> Sequence[Mention]:
    text = path.read_bytes().decode("utf-8")
    return compile_document(document_from_text(text)).mentions


def _class_at(mentions: Sequence[Mention], start: int) -> str | None:
    at = bisect_right(mentions, start, key=lambda m: m.start) - 1
    return mentions[at].name if at >= 0 and start < mentions[at].end else None


@pytest.fixture(scope="module")
def classes(corpus: list[Path]) -> dict[Row, str | None]:
    """What the compiler calls each row of the sample."""
    rows = _rows()
    wanted = {row.file for row in rows}
    read = {path.name: _mentions(path) for path in corpus if path.name in wanted}
    return {row: _class_at(read[row.file], row.start) for row in rows}


def test_sample_is_whole(classes: dict[Row, str | None]) -> None:
    assert len(classes) == 200


def test_every_row_is_still_a_number(classes: dict[Row, str | None]) -> None:
    assert not [row for row, name in classes.items() if name is None]


def test_at_least_97_percent_have_the_class_that_was_read(
    classes: dict[Row, str | None],
) -> None:
    wrong = [
        f"{row.file} [{row.start}, {row.end}): {name}, read as {row.name}"
        for row, name in classes.items()
        if name != row.name and (row.name, name) not in ALSO_RIGHT
    ]
    allowed = len(classes) * 3 // 100
    assert len(wrong) <= allowed, "\n".join(wrong)
