"""What a reader hands over: a text with its pages or paragraphs, headings and tables."""

from __future__ import annotations

from bisect import bisect_right

from attrs import field, frozen

from paitou.model import Table


@frozen(kw_only=True)
class HeadingHint:
    """[start, end) was set as a heading of `level` (from 1) by the file's own styles."""

    start: int
    end: int
    level: int


@frozen(kw_only=True)
class Reading:
    r"""The text of one file; every offset points into `text`.

    `format` is "txt", "md", "html", "docx" or "pdf" (.doc and .wps are read as "docx").
    `text_is_file` says that the text is the decoded file itself: line ends as stored
    (also \r\n), only the byte order mark is no part of it.
    `place_kind` is "paragraph" (.docx), "page" (.pdf) or empty; `places` are pairs
    (offset at which the place begins, its number from 1), in order of the offsets.
    `title` is what the file says about itself (properties, <title>): no more than a hint.
    """

    text: str = field(repr=False)
    format: str = "txt"
    text_is_file: bool = False
    place_kind: str = ""
    places: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    headings: tuple[HeadingHint, ...] = field(default=(), repr=False)
    tables: tuple[Table, ...] = field(default=(), repr=False)
    title: str | None = None

    def place_at(self, offset: int) -> int:
        """Return the number of the place that `offset` stands in, 0 where there is none."""
        index = bisect_right(self.places, offset, key=lambda place: place[0])
        return self.places[index - 1][1] if index else 0
