"""An offer of a book → its file and the preview of its first page, each made once."""

from __future__ import annotations

import hashlib
import tempfile
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings

from paitou.model import Book
from paitou.office.books import Shelved
from paitou.office.papers.keeping import Disk, Memory
from paitou.office.papers.offers import Offer
from paitou.office.papers.preview import first_page
from paitou.render.document.pdf import pdf_of

_PDF = ".pdf"
#: Bytes: in memory for each book, on disk for all.
_IN_MEMORY, _ON_DISK = 32_000_000, 256_000_000
#: LibreOffice takes a core and 200 MB while it converts.
_converting = BoundedSemaphore(2)


class Printer:
    """Makes the papers of the books that are served, and remembers them."""

    def __init__(self, folder: Path) -> None:
        self._disk = Disk(folder, _ON_DISK)
        self._kept: dict[str, tuple[Book, Memory]] = {}

    def file(self, shelved: Shelved, offer: Offer, ending: str) -> bytes:
        """Return the file of an offer with this ending.

        Raises:
            UsageError: it cannot be made.
        """
        first = offer.endings[0]
        if ending == _PDF and first != _PDF:
            return self._as_pdf(self.file(shelved, offer, first), first)
        key = (offer.key, _asked(offer), ending)
        made = self._memory(shelved)
        return made.get(key, lambda: _made(shelved.book, offer, ending))

    def preview(self, shelved: Shelved, offer: Offer) -> bytes:
        """Return the first page as PNG, from the PDF.

        Raises:
            UsageError: it cannot be made.
        """
        pdf = self.file(shelved, offer, _PDF)
        name = hashlib.sha256(pdf).hexdigest()
        return self._disk.get(f"{name}.png", lambda: first_page(pdf))

    def _memory(self, shelved: Shelved) -> Memory:
        """What is kept of a book; of one that was read again nothing is."""
        known = self._kept.get(shelved.name)
        if known is None or known[0] is not shelved.book:
            known = self._kept[shelved.name] = (shelved.book, Memory(_IN_MEMORY))
        return known[1]

    def _as_pdf(self, paper: bytes, ending: str) -> bytes:
        name = hashlib.sha256(paper).hexdigest()
        return self._disk.get(f"{name}.pdf", lambda: _converted(paper, ending))


@lru_cache(maxsize=1)
def printer() -> Printer:
    """Return the printer of this process; what it puts on disk all processes share."""
    return Printer(settings.DATA_DIR / "cache" / "papers")


def _converted(paper: bytes, ending: str) -> bytes:
    with _converting:
        return pdf_of(paper, ending)


def _asked(offer: Offer) -> tuple[object, ...]:
    wish = offer.wish
    return (wish.as_of, wish.period, wish.issuance, *sorted(wish.settings.items()))


def _made(book: Book, offer: Offer, ending: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="paitou-") as name:
        path = Path(name) / f"paper{ending}"
        offer.product.write(book, path, offer.wish)
        return path.read_bytes()
