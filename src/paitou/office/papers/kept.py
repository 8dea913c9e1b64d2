"""Issued papers → what the journal says of them, their bytes held against their hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.conf import settings

from paitou.office.papers.issued import IssuedStore
from paitou.office.papers.models import Paper

State = Mapping[str, object]
_COLUMNS = (
    "book", "product", "title", "about", "ending", "as_of", "period", "number",
    "issued_on", "issued_by", "reason", "sha256", "size",
)  # fmt: skip


def issued_store() -> IssuedStore:
    """Return the store of what was issued, in the data folder."""
    return IssuedStore(settings.DATA_DIR / "issued")


def subject_of(paper: Paper) -> str:
    """Return how the journal names a paper."""
    return f"paper:{paper.pk}"


def paper_state(paper: Paper) -> State:
    """Return a paper with everything that is known of it."""
    return {name: getattr(paper, name) for name in _COLUMNS}


def paper_states() -> Iterator[tuple[str, State]]:
    """Yield every paper by its subject; one whose bytes are not those issued says so."""
    store = issued_store()
    listed = {entry.sha256 for entry in store.entries()}
    for paper in Paper.objects.order_by("pk").iterator():
        fault = store.fault_of(paper.sha256)
        if not fault and paper.sha256 not in listed:
            fault = "没有列在存档的清单里"
        found = paper_state(paper)
        yield subject_of(paper), {**found, "sha256": fault} if fault else found
