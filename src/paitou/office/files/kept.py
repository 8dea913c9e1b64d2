"""Attachments → what the journal says that they are, bytes held against their hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.conf import settings

from paitou.office.files.models import Attachment
from paitou.office.files.store import ContentStore

State = Mapping[str, object]


def file_store() -> ContentStore:
    """Return the store of what people brought, in the data folder."""
    return ContentStore(settings.DATA_DIR / "files")


def subject_of(attachment: Attachment) -> str:
    """Return how the journal names it."""
    return f"attachment:{attachment.pk}"


def attachment_state(attachment: Attachment) -> State:
    """Return what the journal says of it."""
    return {
        "about": f"{attachment.kind}:{attachment.number}",
        "part": attachment.part,
        "purpose": attachment.purpose,
        "turn": attachment.turn,
        "name": attachment.name,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "level": attachment.level,
    }


def attachment_states() -> Iterator[tuple[str, State]]:
    """Yield every attachment by its subject; one whose bytes are not its own says so."""
    store = file_store()
    for row in Attachment.objects.order_by("pk").iterator():
        fault = store.fault_of(row.sha256)
        found = attachment_state(row)
        yield subject_of(row), {**found, "sha256": fault} if fault else found
