"""A book and a query → the page of the paper room: what there is, and one paper shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from attrs import evolve, frozen

from paitou.model import Book, Issue, UsageError
from paitou.office.books import Shelved
from paitou.office.papers.making import Printer
from paitou.office.papers.offers import Asked, Offer, offers
from paitou.office.papers.preview import Excerpt, excerpt_of
from paitou.render.document.pdf import has_pdf
from paitou.render.rare_letters import font_issues
from paitou.report.products import Product


@frozen(kw_only=True)
class Room:
    """The page.

    Attributes:
        shown: the offer that is previewed, None where the address names none.
        is_drawn: whether the preview is a picture of the first page.
        fault: why the one that is asked for cannot be shown.
        warnings: what whoever prints should know: letters that no font here has.
    """

    shelved: Shelved
    asked: Asked
    offers: tuple[Offer, ...]
    shown: Offer | None = None
    is_drawn: bool = False
    excerpt: Excerpt | None = None
    fault: str = ""
    warnings: tuple[Issue, ...] = ()

    @property
    def products(self) -> tuple[tuple[Product, tuple[Offer, ...]], ...]:
        """Return the offers of each product together."""
        groups = groupby(self.offers, key=lambda offer: offer.product.name)
        found = (tuple(same) for _, same in groups)
        return tuple((same[0].product, same) for same in found)

    @property
    def sentence(self) -> str:
        """Return what there is in a sentence."""
        here = {one.product.name for one in self.offers if not one.why_not}
        period = self.asked.period
        about = f"{period.label}的" if period else "最近一期的"
        day = self.asked.day.words
        return f"可以生成{about}{len(here)}种文稿，都是代拟稿，数据截至{day}。"


def room_page(shelved: Shelved, asked: Asked, printer: Printer) -> Room:
    """Return the page; a paper that cannot be made is a sentence on it."""
    room = Room(
        shelved=shelved,
        asked=asked,
        offers=offers(shelved, asked),
        warnings=font_issues(_texts(shelved.book)),
    )
    listed = room.offers
    shown = next((one for one in listed if one.key == asked.shown), None)
    if asked.shown and shown is None:
        fault = f"没有“{asked.shown[:20]}”这种文稿，请从下表选择。"
        return evolve(room, fault=fault)
    if shown is None or shown.why_not:
        return evolve(room, fault=shown.why_not if shown else "")
    try:
        drawn, excerpt = _shown(shelved, shown, printer)
    except UsageError as fault:
        return evolve(room, fault=f"{fault}。")
    return evolve(room, shown=shown, is_drawn=drawn, excerpt=excerpt)


def _texts(book: Book) -> Iterator[str]:
    """Yield the words of a book that papers repeat."""
    yield book.plan.document.text
    yield from (org.name for org in book.orgs)
    yield from {figure.indicator for figure in book.figures}


def _shown(shelved: Shelved, offer: Offer, printer: Printer) -> tuple[bool, Excerpt | None]:
    """Make the paper; return whether it is shown as a picture, else its beginning."""
    ending = offer.endings[0]
    made = printer.file(shelved, offer, ending)
    if ending == ".pdf" or has_pdf():
        return True, None
    return False, excerpt_of(made, ending)
