"""Template tags → parts of a plan's text, and links that keep what was chosen."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from paitou.model import Section
from paitou.office.plans.choices import Choice
from paitou.office.plans.marks import Mark
from paitou.office.plans.passages import Piece
from paitou.office.plans.sentences import brief, when_words
from paitou.office.plans.typesetting import set_words
from paitou.render.wording import COMMITMENT_KIND, MENTION, MENTION_MEANING

register = template.Library()
_DEEPEST = 6


@register.simple_tag
def words(text: str, piece: Piece) -> SafeString:
    """Return the words of a piece as HTML."""
    return set_words(text, piece.start, piece.end)


@register.filter
def typeset(text: str) -> SafeString:
    """Return a text of the plan (a quote, a title) as HTML."""
    return set_words(text, 0, len(text))


@register.simple_tag
def chosen(choice: Choice, mark: Mark) -> str:
    """Return the link that keeps the choice and opens this mark."""
    return f"{choice.link(s=mark.id)}#s-{mark.id}"


@register.simple_tag
def link(choice: Choice, **changes: str) -> str:
    """Return the link that asks for the same, with changes."""
    return choice.link(**changes)


@register.filter
def heading_level(section: Section) -> int:
    """Return the level of the section's heading in the page, whose title is level 1."""
    return min(section.level + 1, _DEEPEST)


@register.filter
def told(mark: Mark) -> str:
    """Return a mark in a few words, for lists."""
    if mark.statement:
        return brief(mark.statement)
    return mark.commitment.object if mark.commitment else ""


@register.filter
def aside(mark: Mark) -> str:
    """Return what stands small beside a mark in a list: its time, or its kind."""
    if mark.statement:
        return when_words(mark.statement.when)
    return COMMITMENT_KIND[mark.commitment.kind] if mark.commitment else ""


@register.filter
def number_class(name: str) -> str:
    """Return the Chinese word for a class of numbers."""
    return MENTION.get(name, name)


@register.filter
def number_meaning(name: str) -> str:
    """Return why numbers of the class are no statement."""
    return MENTION_MEANING.get(name, "")
