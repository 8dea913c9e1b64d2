"""A place in a text: two offsets, so that everything can be traced to its words."""

from __future__ import annotations

from attrs import frozen


@frozen
class Span:
    """Half-open range [start, end) of Python str indices into a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
