"""The id or the words of a row → what of the plan it is about; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from attrs import field, frozen

from paitou.model import Plan, Section, Span
from paitou.report.breakdown.rows import Item, planned_items
from paitou.review.likeness import Likeness, Place, places_of
from paitou.text.view import View, view

_NUMBERING = re.compile(
    r"^(?:\(?[一二三四五六七八九十百\d]+[)、.．]|第[一二三四五六七八九十百\d]+[章节条项])+"
)
_CLOSING = "。；;，,、.:："
_MANY = 3  # more places than this need not be counted
Found = TypeVar("Found")


@frozen(kw_only=True)
class Match:
    """What a row is about: a task, or the items that stand in its words.

    `places` is in how many places of the text the words stand, where they were looked up.
    """

    task: Section | None = None
    items: tuple[Item, ...] = ()
    places: int = 0

    @property
    def is_found(self) -> bool:
        """Return whether it is about anything."""
        return self.task is not None or bool(self.items)

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of what it is about."""
        tasks = (self.task.id,) if self.task else ()
        return frozenset((*tasks, *(item.id for item in self.items)))


@frozen
class Matcher:
    """The sections, targets and commitments of a plan, found by id or by words."""

    plan: Plan = field(repr=False)

    def by_id(self, name: str) -> Match:
        """Return what has the id."""
        sections = (s for s in self.plan.sections if s.id == name)
        return Match(
            task=next(sections, None),
            items=tuple(item for item in self._items if item.id == name),
        )

    def by_words(self, words: str) -> Match:
        """Return what the words say, widths, blanks and numbering aside, to the letter."""
        key = _key(words)
        if not key:
            return Match()
        if found := self._by_quote.get(key):
            return Match(items=tuple(found), places=1)
        if titled := self._by_title.get(key):
            return Match(task=titled[0] if len(titled) == 1 else None, places=len(titled))
        spans = self._spans(key)
        return self._at(spans[0]) if len(spans) == 1 else Match(places=len(spans))

    def nearest(self, words: str) -> Place | None:
        """Return the place whose words are most like these, to be told, not to be used."""
        return self._likeness.nearest(words, self._known)

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        return tuple(planned_items(self.plan))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(item.id for item in self._items)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(places_of(self.plan))

    @cached_property
    def _view(self) -> View:
        return view(self.plan.document.text, 0, len(self.plan.document.text))

    @cached_property
    def _by_quote(self) -> dict[str, list[Item]]:
        return _grouped((_key(item.quote), item) for item in self._items)

    @cached_property
    def _by_title(self) -> dict[str, list[Section]]:
        return _grouped((_key(section.title), section) for section in self.plan.sections)

    def _spans(self, key: str) -> list[Span]:
        text = self._view
        spans: list[Span] = []
        at = text.text.find(key)
        while at >= 0 and len(spans) < _MANY:
            spans.append(text.span(at, at + len(key)))
            at = text.text.find(key, at + 1)
        return spans

    def _at(self, span: Span) -> Match:
        """Return the task whose heading the words begin with, else the items in them."""
        for section in self.plan.sections:
            starts = section.heading.start <= span.start < section.heading.end
            if starts and span.end >= section.heading.end - 1:
                return Match(task=section, places=1)
        items = (i for i in self._items if span.covers(Span(i.start, i.end)))
        return Match(items=tuple(items), places=1)


def _key(words: str) -> str:
    """Return words as they are compared: folded, without blanks, number and last mark."""
    plain = view(words, 0, len(words)).text
    return _NUMBERING.sub("", plain).strip(_CLOSING)


def _grouped(pairs: Iterable[tuple[str, Found]]) -> dict[str, list[Found]]:
    groups: dict[str, list[Found]] = {}
    for key, found in pairs:
        groups.setdefault(key, []).append(found)
    return groups
