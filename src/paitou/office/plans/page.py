"""A book and a reader's choice → everything that the page of the living plan shows."""

from __future__ import annotations

from attrs import evolve, frozen

from paitou.model import Mention, Plan, Span
from paitou.office.books import Day, Shelved
from paitou.office.plans import findings as found_in
from paitou.office.plans.cards import Card, card_of
from paitou.office.plans.choices import Choice
from paitou.office.plans.findings import Facet, Findings
from paitou.office.plans.glances import glance_of
from paitou.office.plans.grids import Grid, lay_out
from paitou.office.plans.hits import Hit, around
from paitou.office.plans.marks import Mark, find_mark, marks_of
from paitou.office.plans.nodes import nodes_at
from paitou.office.plans.outline import Node, outline
from paitou.office.plans.passages import Passage, Shown, passages
from paitou.render.wording import ACCOUNTED
from paitou.report.progress import Progress, progress_of
from paitou.report.summary import Overview, overview

_MOST_PLACES = 200


@frozen(kw_only=True)
class PlanPage:
    """The living plan as one reader asked for it.

    Attributes:
        day: the day by whose knowledge its targets are judged.
        card: the card of the chosen item, None where none is chosen or there is none.
        places: places of a class of numbers, as hits that lead to the text.
        is_lost: an item was asked for that the plan does not hold.
    """

    shelved: Shelved
    day: Day
    choice: Choice
    seen: Overview
    progress: Progress
    nodes: tuple[Node, ...]
    parts: tuple[Passage | Grid, ...]
    findings: Findings
    card: Card | None
    is_lost: bool
    roles: tuple[Facet, ...]
    measures: tuple[Facet, ...]
    kinds: tuple[Facet, ...]
    standings: tuple[Facet, ...]
    indicators: tuple[Facet, ...]
    numbers: tuple[Facet, ...]
    number_sentence: str
    places: tuple[Hit, ...]

    @property
    def plan(self) -> Plan:
        """Return the plan as reviewed."""
        return self.shelved.book.plan

    @property
    def text(self) -> str:
        """Return the text that every offset points into."""
        return self.plan.document.text

    @property
    def has_title(self) -> bool:
        """Return whether the text itself shows its title."""
        return any(isinstance(part, Passage) and part.is_title for part in self.parts)

    @property
    def shown_hits(self) -> tuple[Hit, ...]:
        """Return the places that the list names; more would bury the page."""
        return self.findings.hits[:_MOST_PLACES]


def plan_page(shelved: Shelved, choice: Choice, day: Day) -> PlanPage:
    """Return the page; filters that leave nothing, and unknown items, make a page too."""
    plan = shelved.book.plan
    assessment = shelved.assessor.on(day.date)
    marks = marks_of(plan, assessment.wholes)
    findings = found_in.find(plan, marks, choice)
    chosen = find_mark(marks, choice.s) if choice.s else None
    mentions = _mentions(plan, choice)
    shown = _shown(choice, findings, chosen, mentions)
    return PlanPage(
        shelved=shelved,
        day=day,
        choice=choice,
        seen=overview(plan),
        progress=progress_of(tuple(assessment.wholes.values())),
        nodes=outline(plan),
        parts=lay_out(plan.document, passages(plan.document, marks, shown)),
        findings=findings,
        card=_card(shelved, day, marks, findings, choice),
        is_lost=bool(choice.s) and chosen is None,
        roles=found_in.roles(marks, choice),
        measures=found_in.measures(marks, choice),
        kinds=found_in.kinds(marks, choice),
        standings=found_in.standings(marks, choice),
        indicators=found_in.indicators(marks, choice),
        numbers=found_in.numbers(plan.mentions, choice),
        number_sentence=found_in.number_sentence(plan.mentions),
        places=_places(plan, mentions, choice),
    )


def chosen_card(shelved: Shelved, choice: Choice, day: Day) -> Card | None:
    """Return the chosen item's card alone, for a page that is already open."""
    assessment = shelved.assessor.on(day.date)
    marks = marks_of(shelved.book.plan, assessment.wholes)
    findings = found_in.find(shelved.book.plan, marks, choice)
    return _card(shelved, day, marks, findings, choice)


def _card(
    shelved: Shelved,
    day: Day,
    marks: tuple[Mark, ...],
    findings: Findings,
    choice: Choice,
) -> Card | None:
    chosen = find_mark(marks, choice.s) if choice.s else None
    if chosen is None:
        return None
    book = shelved.book
    card = card_of(book, marks, chosen, findings.marks)
    return evolve(
        card,
        glance=glance_of(shelved.assessor.on(day.date), chosen.id),
        nodes=nodes_at(book, chosen.id, chosen.item.section, day),
    )


def _shown(
    choice: Choice, findings: Findings, chosen: Mark | None, mentions: tuple[Mention, ...]
) -> Shown:
    left = frozenset(mark.id for mark in findings.marks) if choice.is_filtering else None
    return Shown(
        chosen=chosen,
        mentions=mentions,
        hits=tuple(hit.span for hit in findings.hits),
        matching=left,
    )


def _mentions(plan: Plan, choice: Choice) -> tuple[Mention, ...]:
    """The numbers to be explained: all that are no statement, or one class of them."""
    if not choice.is_review:
        return ()
    wanted = choice.number
    return tuple(
        mention
        for mention in plan.mentions
        if mention.name not in ACCOUNTED and wanted in ("", mention.name)
    )


def _places(plan: Plan, mentions: tuple[Mention, ...], choice: Choice) -> tuple[Hit, ...]:
    if not choice.number:
        return ()
    return tuple(_place(plan.document.text, mention) for mention in mentions[:_MOST_PLACES])


def _place(text: str, mention: Mention) -> Hit:
    span = Span(mention.start, mention.end)
    before, words, after = around(text, span)
    return Hit(number=mention.start, span=span, before=before, words=words, after=after)
