"""A compiled document: everything that a plan says, with every number accounted for."""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from paitou.model.document import Document, Section
from paitou.model.issue import Issue
from paitou.model.statement import Commitment, Mention, Statement


@frozen(kw_only=True)
class Plan:
    """What a document says: statements, commitments and mentions in the text's order."""

    document: Document
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    mentions: tuple[Mention, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the outline of the document."""
        return self.document.sections

    @property
    def unexplained(self) -> tuple[Mention, ...]:
        """Return the numbers that no statement and no class accounts for."""
        return tuple(m for m in self.mentions if m.name == "unexplained")

    def mention_counts(self) -> dict[str, int]:
        """Return how many numbers are of each class, the most frequent first."""
        return dict(Counter(m.name for m in self.mentions).most_common())
