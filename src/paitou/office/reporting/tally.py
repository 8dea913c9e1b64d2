"""Somebody's forms and items → what waits, what is due within a week, what is late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen
from django.urls import reverse

from paitou.office.cases.pages import Row
from paitou.office.reporting.work import Item, RoundState, Work

#: So many are named in a line; the lists below name them all.
_NAMED = 4
_SOON = dt.timedelta(days=7)


@frozen
class Mention:
    """One matter in a line: its name, how far it is, its page, and its last day."""

    name: str
    words: str
    address: str
    due: dt.date = dt.date.max


@frozen(kw_only=True)
class Count:
    """One line: how many there are, and the first of them."""

    label: str
    mentions: tuple[Mention, ...]
    is_late: bool = False
    is_own: bool = False

    @property
    def total(self) -> int:
        """Return how many there are."""
        return len(self.mentions)

    @property
    def named(self) -> tuple[Mention, ...]:
        """Return those that are named."""
        return self.mentions[:_NAMED]


def tally_of(work: Work, items: Sequence[Row], today: dt.date) -> tuple[Count, ...]:
    """Return the three lines, none where there is nothing in any of them.

    Args:
        work: the forms.
        items: the open supervised items that they see, those of others too.
        today: the day.
    """
    soon = today + _SOON
    ahead = [*map(_form, work.to_fill), *_of_rounds(work.rounds, is_late=False)]
    behind = [*map(_form, work.to_fill), *_of_rounds(work.rounds, is_late=True)]
    open_items = [*map(_item, items)]
    counts = (
        Count(
            label="等我办",
            mentions=_ordered((*_waiting(work), *_mine(items))),
            is_own=True,
        ),
        Count(
            label="七天内到期",
            mentions=_ordered(
                one for one in (*ahead, *open_items) if today <= one.due <= soon
            ),
        ),
        Count(
            label="已逾期",
            mentions=_ordered(one for one in (*behind, *open_items) if one.due < today),
            is_late=True,
        ),
    )
    return counts if any(one.total for one in counts) else ()


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda one: one.due))


def _waiting(work: Work) -> Iterator[Mention]:
    for one in (*work.to_endorse, *work.to_approve):
        form = one.submission
        yield evolve(_form(one), name=form.org_name, words=form.label)
    yield from map(_form, work.to_fill)


def _mine(items: Iterable[Row]) -> Iterator[Mention]:
    for row in items:
        if row.is_mine:
            yield evolve(_item(row), words=row.item.standing.label)


def _form(one: Item) -> Mention:
    form = one.submission
    address = reverse("form", args=(form.pk,))
    return Mention(form.round.title, one.term.words, address, one.term.due)


def _item(row: Row) -> Mention:
    address = reverse("item", args=(row.item.pk,))
    return Mention(row.item.title, row.words, address, row.item.due)


def _of_rounds(rounds: Iterable[RoundState], *, is_late: bool) -> Iterator[Mention]:
    for state in rounds:
        address = f"{reverse('round', args=(state.round.pk,))}#missing"
        for one in state.laggards if is_late else state.soon:
            yield Mention(f"{one.name}填报", one.words, address, one.due)
