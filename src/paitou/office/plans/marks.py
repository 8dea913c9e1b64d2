"""A plan's statements and commitments → marks: what is to be seen where in its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from paitou.model import Commitment, Plan, Span, Standing, Statement
from paitou.render.signs import Sign, sign_of

Item = Statement | Commitment
#: Shorter leading words of an object are found anywhere and would mark the wrong place.
_SHORTEST_OBJECT = 3


@frozen(kw_only=True)
class Mark:
    """One statement or commitment in the text.

    Attributes:
        number: its number among the statements, or among the commitments, from 1.
        subject: where its own name stands in its quote; several share one indicator span.
        fields: pairs (name of a field, where it was read).
        standing: where a target stands, None where it is none or cannot be judged.
    """

    item: Item = field(repr=False)
    number: int
    subject: Span | None
    fields: tuple[tuple[str, Span], ...]
    standing: Standing | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """Return the stable id of the item."""
        return self.item.id

    @property
    def start(self) -> int:
        """Return where the mark begins."""
        return self.item.start

    @property
    def end(self) -> int:
        """Return where the mark ends."""
        return self.item.end

    @property
    def statement(self) -> Statement | None:
        """Return the item when it is a statement."""
        return self.item if isinstance(self.item, Statement) else None

    @property
    def commitment(self) -> Commitment | None:
        """Return the item when it is a commitment."""
        return self.item if isinstance(self.item, Commitment) else None

    @property
    def sign(self) -> Sign | None:
        """Return the sign of its standing."""
        return sign_of(self.standing) if self.standing else None

    @property
    def label(self) -> str:
        """Return its number as the tables and the margin print it: 12, 任12."""
        return str(self.number) if self.statement else f"任{self.number}"

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return where the field was read."""
        return tuple(span for found, span in self.fields if found == name)

    def overlaps(self, other: Mark) -> bool:
        """Return whether both share words."""
        return self.start < other.end and other.start < self.end


def marks_of(
    plan: Plan, standings: Mapping[str, Standing] | None = None
) -> tuple[Mark, ...]:
    """Return every statement and commitment as a mark, in the order of the text."""
    text = plan.document.text
    known = standings or {}
    marks = [
        evolve(_statement_mark(s, number, text), standing=known.get(s.id))
        for number, s in enumerate(plan.statements, 1)
    ]
    marks += [
        _commitment_mark(c, number, text) for number, c in enumerate(plan.commitments, 1)
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def find_mark(marks: Iterable[Mark], item_id: str) -> Mark | None:
    """Return the mark of the item, None where there is none."""
    return next((mark for mark in marks if mark.id == item_id), None)


def _statement_mark(statement: Statement, number: int, text: str) -> Mark:
    name = statement.indicator
    return Mark(
        item=statement,
        number=number,
        subject=_place_of(name, text, statement.start, statement.end, len(name)),
        fields=_statement_fields(statement),
    )


def _commitment_mark(commitment: Commitment, number: int, text: str) -> Mark:
    """The object's head may be shared (A、B、C改造升级), so its beginning is enough."""
    words, start, end = commitment.object, commitment.start, commitment.end
    subject = _place_of(words, text, start, end, _SHORTEST_OBJECT)
    fields = (("indicator", subject),) if subject else ()
    return Mark(item=commitment, number=number, subject=subject, fields=fields)


def _place_of(words: str, text: str, start: int, end: int, shortest: int) -> Span | None:
    """Where the words stand, or as many of the first of them as do."""
    for length in range(len(words), max(shortest, 1) - 1, -1):
        at = text.find(words[:length], start, end)
        if at >= 0:
            return Span(at, at + length)
    return None


def _statement_fields(statement: Statement) -> tuple[tuple[str, Span], ...]:
    spans = statement.spans
    single = (
        ("comparator", spans.comparator),
        ("when", spans.when),
        ("base", spans.base),
        ("strength", spans.strength),
    )
    return (
        ("value", spans.value),
        *(("indicator", span) for span in spans.indicator),
        *((name, span) for name, span in single if span is not None),
    )
