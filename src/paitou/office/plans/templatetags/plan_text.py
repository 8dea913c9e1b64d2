"""Template tags → parts of a plan's text, and links that keep what was chosen."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from paitou.model import Section, Statement
from paitou.office.books import Day
from paitou.office.plans.choices import Choice
from paitou.office.plans.marks import Mark
from paitou.office.plans.passages import Piece
from paitou.office.plans.typesetting import set_words
from paitou.render.quotes import nested
from paitou.render.wording import COMMITMENT_KIND, MENTION, MENTION_MEANING
from paitou.report.sentences import brief, when_words

register = template.Library()
_DEEPEST = 6


@register.simple_tag
def words(text: str, piece: Piece) -> SafeString:
    """Return the words of a piece as HTML."""
    return set_words(text, piece.start, piece.end)


@register.filter
def typeset(text: str) -> SafeString:
    """Return a text of the plan (a quote, a title) as HTML."""
    return set_words(nested(text), 0, len(text))


@register.simple_tag
def chosen(choice: Choice, mark: Mark) -> str:
    """Return the link that keeps the choice and opens this mark."""
    return f"{choice.link(s=mark.id)}#s-{mark.id}"


@register.simple_tag
def opened(day: Day, item_id: str) -> str:
    """Return the link to an item in the text, its card open."""
    return f"{Choice(s=item_id, as_of=day.asked).link()}#s-{item_id}"


@register.simple_tag
def of_standing(day: Day, key: str) -> str:
    """Return the query that leaves the targets of one standing."""
    return Choice(standing=key, as_of=day.asked).link()


@register.simple_tag
def of_role(day: Day, role: str) -> str:
    """Return the query that leaves targets, or what was done."""
    return Choice(role=role, as_of=day.asked).link()


@register.simple_tag
def in_section(day: Day, key: str, section: Section | None) -> str:
    """Return the query that leaves the targets of one standing in one section."""
    inside = section.id if section else ""
    return Choice(standing=key, section=inside, as_of=day.asked).link()


@register.filter
def briefly(statement: Statement) -> str:
    """Return a target without its time: 经济总量不低于1万亿元."""
    return brief(statement)


@register.simple_tag
def kept(choice: Choice, *but: str) -> SafeString:
    """Return what was chosen as hidden fields of a form, all but the named."""
    return format_html_join(
        "",
        '<input type="hidden" name="{}" value="{}">',
        (pair for pair in choice.asked if pair[0] not in but),
    )


@register.simple_tag
def sign_at(choice: Choice, mark: Mark) -> SafeString:
    """Return the small sign that follows a target in the text; a way to its card, too."""
    sign = mark.sign
    if sign is None:
        return SafeString("")
    # The word comes from the style sheet, so that the plan's text holds no word of ours.
    shown = format_html(' data-word="{}"', sign.word) if sign.is_judged else ""
    return format_html(
        '<a class="at st-{}" href="{}" data-s="{}" tabindex="-1" aria-label="{}" '
        'title="{}"{}>{}</a>',
        sign.verdict,
        chosen(choice, mark),
        mark.id,
        sign.word,
        sign.word,
        shown,
        sign.shape,
    )


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
