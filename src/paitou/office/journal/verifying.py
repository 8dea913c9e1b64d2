"""The journal as it is kept → every entry that was altered, removed or put elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.office.journal.chain import ORIGIN, Break, Link, breaks
from paitou.office.journal.models import Entry, Head

_BATCH = 2000


@frozen(kw_only=True)
class Verified:
    """What was found: how many entries, the head of the chain, and where it is broken."""

    entries: int
    number: int
    digest: str
    breaks: tuple[Break, ...]


def verify(deposited: tuple[int, str] | None = None) -> Verified:
    """Return what is wrong with the journal; nothing where it holds.

    Args:
        deposited: number and hash of a head that was printed or kept elsewhere: only with
            one can it be seen that somebody rewrote the whole chain.
    """
    head = Head.objects.first()
    kept = (head.number, head.digest) if head else (0, ORIGIN)
    found = [*breaks(_links(), kept)]
    if deposited:
        found += _against(deposited)
    return Verified(
        entries=Entry.objects.count(), number=kept[0], digest=kept[1], breaks=tuple(found)
    )


def _links() -> Iterator[Link]:
    for entry in Entry.objects.order_by("number").iterator(chunk_size=_BATCH):
        yield entry.link


def _against(deposited: tuple[int, str]) -> list[Break]:
    number, digest = deposited
    entry = Entry.objects.filter(number=number).first()
    if entry is None:
        return [Break(number=number, words=f"留存的第{number}条在库里没有")]
    if entry.digest != digest:
        words = f"第{number}条与留存的校验值不符，这一条或以前的被换过"
        return [Break(number=number, words=words)]
    return []
