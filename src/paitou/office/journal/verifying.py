"""The journal as it is kept → every entry that was altered, removed or put elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.office.journal.agreeing import strays
from paitou.office.journal.chain import ORIGIN, Break, Link, breaks
from paitou.office.journal.models import Entry, Head

_BATCH = 2000


@frozen(kw_only=True)
class Verified:
    """What was found.

    Attributes:
        entries: how many there are.
        number: of the head of the chain.
        digest: of the head of the chain.
        breaks: where the chain does not hold.
        strays: what is otherwise than the last entry about it says.
    """

    entries: int
    number: int
    digest: str
    breaks: tuple[Break, ...]
    strays: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.breaks and not self.strays

    @property
    def faults(self) -> tuple[str, ...]:
        """Return everything that is wrong, a sentence each."""
        return (*(each.words for each in self.breaks), *self.strays)


def verify(*deposits: tuple[int, str] | None) -> Verified:
    """Return what is wrong with the journal, and with what it speaks of.

    Args:
        deposits: number and hash of heads that were printed or kept elsewhere: only with
            one can it be seen that somebody rewrote the whole chain.
    """
    head = Head.objects.first()
    kept = (head.number, head.digest) if head else (0, ORIGIN)
    found = [*breaks(_links(), kept)]
    for each in deposits:
        found += _against(*each) if each else []
    return Verified(
        entries=Entry.objects.count(),
        number=kept[0],
        digest=kept[1],
        breaks=tuple(found),
        strays=tuple(strays()),
    )


def _links() -> Iterator[Link]:
    for entry in Entry.objects.order_by("number").iterator(chunk_size=_BATCH):
        yield entry.link


def _against(number: int, digest: str) -> list[Break]:
    entry = Entry.objects.filter(number=number).first()
    if entry is None:
        return [Break(number=number, words=f"留存的第{number}条在库里没有")]
    if entry.digest != digest:
        words = f"第{number}条与留存的校验值不符，这一条或以前的被换过"
        return [Break(number=number, words=words)]
    return []
