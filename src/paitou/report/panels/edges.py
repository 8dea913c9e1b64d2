"""A book and some standings → what stands round a panel: its context, its sources."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlparse

from attrs import evolve

from paitou.model import Book, Standing
from paitou.render.poster import Poster
from paitou.report.issuance import Issuance
from paitou.report.paper import DRAFT, day_words, named, titled, used_by

_MOST_SOURCES = 3
METHOD = (
    "完成率和序时进度按规则由已知数据算出；标“测算”的不是统计数据；无法评价不等于没有完成。"
)
SIGNED = f"{DRAFT}，公开前由签发人审定。"
_BY_RULE = "名次由计分办法得出"
RANKED = f"{_BY_RULE}，公示、审定以前供内部使用。"


def issued_panel(draft: Poster, issuance: Issuance | None) -> Poster:
    """Return a panel that says who issued it; without an issuance it stays a draft."""
    if issuance is None:
        return draft
    said = ((RANKED, f"{_BY_RULE}。"), (SIGNED, issuance.line))
    notes = draft.notes
    for old, new in said:
        notes = tuple(note.replace(old, new) for note in notes)
    return evolve(draft, notes=notes)


def context_of(book: Book, as_of: dt.date) -> str:
    """Return whose targets they are, and by what was known on which day."""
    return f"{titled(book)}，按{day_words(as_of)}已知的数据"


def sources_of(book: Book, standings: Iterable[Standing]) -> str:
    """Return where the figures come from that some standings rest on."""
    wanted = {one for standing in standings for one in used_by(standing)}
    figures = [figure for figure in book.figures if figure.id in wanted]
    if not figures:
        return "数据来源：没有可用的数据。"
    counted = Counter(_source(figure.source) for figure in figures)
    known = [source for source, _ in counted.most_common() if source]
    # What a reader can look up or ask for comes before remarks.
    known.sort(key=lambda source: " " in source and source.isascii())
    told = f"{named(known, _MOST_SOURCES)}，" if known else ""
    return f"数据来源：{told}共{len(figures)}条，逐条出处见评估报告附件“数据出处”。"


def _source(text: str) -> str:
    """The site of an address, else the source as it was written."""
    return urlparse(text).netloc.removeprefix("www.") if "://" in text else text.strip()
