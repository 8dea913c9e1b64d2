"""A book, a day and a period → the products that can be made of it, each as one offer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from attrs import evolve, frozen

from paitou.model import Book, Period, PeriodKind, UsageError
from paitou.office.books import Day, Shelved
from paitou.office.books.days import NAME as DAY
from paitou.render.document.pdf import has_pdf
from paitou.report.issuance import Issuance
from paitou.report.products import Product, Wish, products
from paitou.report.templates import template_in

_LONGEST = 20
_QUARTERS = 8
_PDF, _DOCX = ".pdf", ".docx"
#: What a product is scored by, of which a book may have several; what a panel is of.
_RULEBOOK, _OF = "rulebook", "of"
#: What a product needs that a page cannot give.
_ELSEWHERE = {"later": "要另给后来的报告，请用命令生成，写法见 docs/papers.md。"}


class WrongPaper(UsageError):
    """The address asks for a product or a period that there is not."""


@frozen(kw_only=True)
class Offer:
    """A product with what is asked of it.

    Attributes:
        key: its name in an address: the product, and the rulebook where there is one.
        about: what of the book it speaks of, beside the period.
        endings: of the files that can be made here.
        why_not: why it cannot be made here; empty where it can.
    """

    product: Product
    wish: Wish
    about: str = ""
    endings: tuple[str, ...] = ()
    why_not: str = ""

    @property
    def key(self) -> str:
        """Return its name in an address."""
        rulebook = self.wish.settings.get(_RULEBOOK, "")
        return f"{self.product.name}-{rulebook}" if rulebook else self.product.name

    @property
    def formats(self) -> tuple[tuple[str, str], ...]:
        """Return each ending with the words for it."""
        return tuple(
            (one.removeprefix("."), _FORMATS.get(one, one)) for one in self.endings
        )

    @property
    def has_own_layout(self) -> bool:
        """Return whether the office's own template is filled."""
        return self.wish.template is not None


_FORMATS = {".docx": "Word", _PDF: "PDF", ".xlsx": "Excel"}


@frozen(kw_only=True)
class Asked:
    """What the query of the page asks for, so that links can ask for it again."""

    day: Day
    period: Period | None = None
    shown: str = ""

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return it as pairs of a query."""
        period = str(self.period) if self.period else ""
        pairs = (("period", period), ("paper", self.shown), (DAY, self.day.asked))
        return tuple(pair for pair in pairs if pair[1])

    def link(self, **changes: str) -> str:
        """Return the query that asks for the same, with changes; empty leaves out."""
        pairs = {**dict(self.asked), **changes}
        return "?" + urlencode({name: value for name, value in pairs.items() if value})

    @property
    def file_query(self) -> str:
        """Return the query of a file: day and period alone."""
        return self.link(paper="").removesuffix("?")

    @property
    def quarters(self) -> tuple[tuple[str, str], ...]:
        """Return the last quarters that were over on the day, each with its words."""
        last = self.day.date.year * 4 + (self.day.date.month - 1) // 3 - 1
        found = (divmod(last - back, 4) for back in range(_QUARTERS))
        periods = (Period(y, part + 1, y, PeriodKind.QUARTER) for y, part in found)
        return tuple((str(one), one.label) for one in periods)


def read_asked(day: Day, query: Mapping[str, str]) -> Asked:
    """Return what a query asks for.

    Raises:
        WrongPaper: the period is none, or is not over on the day.
    """
    text = query.get("period", "").strip()
    shown = query.get("paper", "").strip()
    if not text:
        return Asked(day=day, shown=shown)
    try:
        period = Period.parse(text)
    except ValueError as fault:
        told = f"“{text[:_LONGEST]}”不是一个时期，请写成 2025Q3 这样。"
        raise WrongPaper(told) from fault
    if period.last_day >= day.date:
        raise WrongPaper(f"{period.label}到{day.words}还没有结束。")
    return Asked(day=day, period=period, shown=shown)


def offers(shelved: Shelved, asked: Asked) -> tuple[Offer, ...]:
    """Return what can be made of the book, in the order of the list of products."""
    return tuple(_offers(shelved, asked))


def find_offer(shelved: Shelved, asked: Asked, key: str) -> Offer:
    """Return the offer of this key.

    Raises:
        WrongPaper: there is none, or it cannot be made here.
    """
    found = next((one for one in offers(shelved, asked) if one.key == key), None)
    if found is None:
        raise WrongPaper(f"没有“{key[:_LONGEST]}”这种文稿，请从文稿页重新选择。")
    if found.why_not:
        raise WrongPaper(f"{found.product.title}：{found.why_not}")
    return found


def as_issued(offer: Offer, issuance: Issuance) -> Offer:
    """Return an offer whose file bears how it is issued, where the product can say so."""
    if "issuance" not in offer.product.taken:
        return offer
    return evolve(offer, wish=evolve(offer.wish, issuance=issuance))


def _offers(shelved: Shelved, asked: Asked) -> Iterator[Offer]:
    has_office = has_pdf()
    for product in products():
        endings = product.endings
        if _DOCX in endings and not has_office:
            endings = tuple(ending for ending in endings if ending != _PDF)
        template = template_in(shelved.folder, product.name)
        wish = Wish(
            as_of=asked.day.date,
            period=_period(product, asked.period),
            template=template if "template" in product.taken else None,
        )
        plain = Offer(product=product, wish=wish, endings=endings)
        if why_not := _why_not(shelved.book, product):
            yield evolve(plain, why_not=why_not)
            continue
        for about, settings in _variants(shelved.book, product):
            yield evolve(plain, about=about, wish=evolve(wish, settings=settings))


def _why_not(book: Book, product: Product) -> str:
    """Return why nothing can be made of it here, empty where something can."""
    if not product.endings:
        return "没有写明格式，请用命令生成。"
    if _RULEBOOK in product.settings and _OF not in product.settings and not book.rulebooks:
        return "文件夹里没有考核办法（rulebooks/），不能计分。"
    return next((_ELSEWHERE[s] for s in product.settings if s in _ELSEWHERE), "")


def _variants(book: Book, product: Product) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what it may be of: the plan as a whole, each contest, the broadest first."""
    is_of_plan = _RULEBOOK not in product.settings or _OF in product.settings
    if is_of_plan:
        yield "", {}
    if _RULEBOOK in product.settings:
        contest = {_OF: "contest"} if _OF in product.settings else {}
        for one in sorted(book.rulebooks, key=lambda each: -len(each.scored)):
            yield f"《{one.title}》", {**contest, _RULEBOOK: one.id}


def _period(product: Product, asked: Period | None) -> Period | None:
    """The period as a product takes it: of a form by the month the quarter's last month."""
    if asked is None or "period" not in product.taken:
        return None
    is_monthly = product.name == "progress"
    if is_monthly and asked.kind is not PeriodKind.MONTH:
        day: dt.date = asked.last_day
        return Period(day.year, day.month, day.year, PeriodKind.MONTH)
    return asked
