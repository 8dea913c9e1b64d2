"""Passages → statements and mentions: every number read, bound or given its class."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from attrs import evolve, frozen

from paitou.compile.clause import drafts_of
from paitou.compile.draft import Draft
from paitou.compile.identity import Identities
from paitou.compile.leftover import leftover
from paitou.compile.passage import Passage, quoted
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting
from paitou.compile.responsible import Governing
from paitou.compile.scan import Refused, scan
from paitou.compile.tense import looks_back
from paitou.compile.universal import HINT, universals_of
from paitou.compile.when import Calendar, times, when_of
from paitou.indicators import Catalogue
from paitou.model import (
    Document,
    Mention,
    Role,
    Span,
    Spans,
    Statement,
    Strength,
    Unit,
    When,
    WhenKind,
)
from paitou.text.hanzi import compiled


@frozen(kw_only=True)
class Read:
    """What the numbers of a document say."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    mismatched: tuple[Statement, ...]


def read_statements(
    document: Document,
    passages: Sequence[Passage],
    calendars: Sequence[Calendar],
    catalogue: Catalogue,
    governing: Governing,
) -> Read:
    """Return the statements of the passages and a mention for every number in them."""
    writer = _Writer(document, catalogue, governing)
    for passage, calendar in zip(passages, calendars, strict=True):
        writer.read(passage, calendar)
    return Read(
        statements=tuple(writer.statements),
        mentions=tuple(writer.mentions),
        mismatched=tuple(writer.mismatched),
    )


class _Writer:
    """Collects statements and mentions, passage by passage."""

    def __init__(
        self, document: Document, catalogue: Catalogue, governing: Governing
    ) -> None:
        self._document = document
        self._governing = governing
        self._catalogue = catalogue
        self._ids = Identities("s")
        self.statements: list[Statement] = []
        self.mentions: list[Mention] = []
        self.mismatched: list[Statement] = []

    def read(self, passage: Passage, calendar: Calendar) -> None:
        numbers = list(scan(passage.text))
        if not numbers and not HINT.search(passage.text):
            return
        bound: dict[int, str] = {}
        scopes: set[int] = set()
        waiting = deque(n for n in numbers if isinstance(n, Amount))
        for start, end in passage.sentences:
            amounts = []
            while waiting and waiting[0].start < end:
                amounts.append(waiting.popleft())
            if amounts or HINT.search(passage.text, start, end):
                self._read_sentence(passage, calendar, (start, end), amounts, bound, scopes)
        for number in numbers:
            self.mentions.append(self._mention(passage, number, bound, scopes))

    def _read_sentence(
        self,
        passage: Passage,
        calendar: Calendar,
        sentence: tuple[int, int],
        amounts: list[Amount],
        bound: dict[int, str],
        scopes: set[int],
    ) -> None:
        start, end = sentence
        said = tuple(times(passage.text, start, end, calendar))
        setting = Setting(
            text=passage.text, start=start, end=end, times=said, calendar=calendar
        )
        memory = drafts_of(setting, amounts)
        scopes |= memory.scopes
        counted = [a for a in amounts if a.start not in memory.scopes]
        for draft in (*memory.drafts, *universals_of(setting, counted)):
            if _NAMED.search(draft.indicator):
                statement = self._statement(passage, calendar, draft)
                self.statements.append(statement)
                if draft.is_mismatched:
                    self.mismatched.append(statement)
                bound.setdefault(draft.amount.start, statement.id)

    def _statement(self, passage: Passage, calendar: Calendar, draft: Draft) -> Statement:
        document, block = self._document, passage.block
        span = passage.span(draft.start, draft.end)
        quote = quoted(document.text, span)
        section = document.sections[block.section].id if block.section >= 0 else ""
        role, when = _role_and_time(draft, calendar)
        value = draft.value if isinstance(draft.value, str) else f"{draft.value:f}"
        return Statement(
            id=self._ids.of(section, quote, draft.indicator, value),
            role=role,
            section=section,
            start=span.start,
            end=span.end,
            quote=quote,
            indicator=_as_written(draft.indicator, passage, draft, document.text),
            indicator_id=self._catalogue.resolve(draft.indicator),
            scope=draft.scope,
            measure=draft.measure,
            comparator=draft.comparator,
            value=draft.value,
            value_high=draft.value_high,
            unit=Unit.parse(_as_written(draft.unit, passage, draft, document.text)),
            value_source="universal" if draft.is_universal else "number",
            strength=Strength.STRETCH if draft.is_stretch else Strength.FIRM,
            when=when,
            base=draft.base,
            spans=_spans(passage, draft),
            responsible=self._governing.at(span.start),
        )

    def _mention(
        self,
        passage: Passage,
        number: Amount | Refused,
        bound: dict[int, str],
        scopes: set[int],
    ) -> Mention:
        span = passage.span(number.start, number.end)
        statement = bound.get(number.start)
        if statement is not None:
            name = "statement"
        elif isinstance(number, Refused):
            name = number.name
        else:
            name = leftover(passage, number, is_scope=number.start in scopes)
        return Mention(
            start=span.start,
            end=span.end,
            text=span.of(self._document.text),
            name=name,
            statement=statement,
        )


def _role_and_time(draft: Draft, calendar: Calendar) -> tuple[Role, When]:
    if draft.is_origin:
        return Role.OUTCOME, _origin_time(draft, calendar)
    is_past = looks_back(calendar, draft.said)
    if is_past is not calendar.is_review:
        calendar = evolve(calendar, is_review=is_past)
    when = when_of(
        draft.measure, draft.said, calendar, _source(draft), is_each=draft.is_each
    )
    return Role.OUTCOME if is_past else Role.TARGET, when


def _origin_time(draft: Draft, calendar: Calendar) -> When:
    """When it stood where a change started: a year said for the change is not its own."""
    said = None if "上年" in draft.origin_words else draft.said
    end = said.end if said else _year_before(calendar)
    return When(
        kind=WhenKind.IN if end else WhenKind.OPEN, start=end, end=end, source="clause"
    )


def _year_before(calendar: Calendar) -> int | None:
    return calendar.first - 1 if calendar.is_review and calendar.first else None


def _source(draft: Draft) -> str:
    if draft.said is None:
        return "plan"
    return "clause" if draft.start - draft.said.until <= 2 else "sentence"


def _as_written(words: str, passage: Passage, draft: Draft, text: str) -> str:
    """Return the words with the original's brackets: 规上（限上）企业 keeps its own."""
    if "(" not in words:
        return words
    span = passage.span(
        min([draft.start, *(at for at, _ in draft.indicator_at)]), draft.end
    )
    return words.translate(_FULL_BRACKETS) if "（" in span.of(text) else words


#: A name has words; signs alone, left over from a formula, are none.
_NAMED = compiled("[一-龥A-Za-z]")
_FULL_BRACKETS = str.maketrans("()", "（）")


def _spans(passage: Passage, draft: Draft) -> Spans:
    def at(place: tuple[int, int] | None) -> Span | None:
        return None if place is None else passage.span(*place)

    return Spans(
        value=passage.span(draft.amount.start, draft.amount.end),
        indicator=tuple(passage.span(*place) for place in draft.indicator_at),
        comparator=at(draft.comparator_at),
        when=at((draft.said.at, draft.said.until)) if draft.said else None,
        base=at(draft.base_at),
        strength=at(draft.strength_at),
    )
