"""An item → what the journal says that it is, to be held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paitou.office.cases.models import Item

State = Mapping[str, object]
_COLUMNS = (
    "number", "title", "demand", "book", "statement", "kind", "source",
    "source_number", "source_on", "said_by", "words", "org", "org_name", "state",
    "due", "first_due", "created_on", "assigned_on", "signed_on", "closed_on",
)  # fmt: skip


def item_states() -> Iterator[tuple[str, State]]:
    """Yield every item by its subject in the journal."""
    for item in Item.objects.order_by("pk").prefetch_related("supports"):
        yield subject_of(item), item_state(item)


def subject_of(item: Item) -> str:
    """Return how the journal names it."""
    return f"item:{item.pk}"


def item_state(item: Item) -> State:
    """Return all that an item says."""
    said = {name: getattr(item, name) for name in _COLUMNS}
    supports = sorted(support.org for support in item.supports.all())
    return {**said, "supports": supports, "parent": item.parent_id}
