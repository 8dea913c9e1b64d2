"""The code of an organisation, or a post of it → the words that a page shows."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from paitou.office.people.models import Post

register = template.Library()


@register.filter
def named(code: str, names: Mapping[str, str]) -> str:
    """Return the name of an organisation, its code where it has none."""
    return names.get(code, code)


@register.filter
def titled(post: Post, names: Mapping[str, str]) -> str:
    """Return a post with its organisation: 东溪区·填报员."""
    return f"{named(post.org, names)}·{post.title}" if post.org else post.title
