"""A book and a day → what all its papers share: draft mark, days, numbers, sources."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from itertools import groupby

from attrs import frozen

from paitou.model import Book, Figure, Section, Standing
from paitou.render.document import (
    Align,
    Annex,
    Column,
    Imprint,
    Masthead,
    Note,
    Row,
    Signature,
    Table,
)
from paitou.report.assessment import Assessment
from paitou.report.sentences import plain

DRAFT = "代拟稿"
PUBLICITY = "公开属性：由签发人确定"
#: What is for the issuing office to fill in: a bulletin in its head, a report around its
#: text, a single page on its last line.
ISSUER, ADDRESSEE = "（发文机关署名）", "（主送机关）："
#: What stands above a part that is used until the paper is issued, and not after.
BEFORE_ISSUE = "印发前内部使用"
BY_WHOM = "报送单位：　　　　　　　　　审核人：　　　　　　联系电话："
_DIGITS = "〇一二三四五六七八九"
_LONG_NUMBER = re.compile(r"(?<![\d.])\d{5,}(?=\.|(?!\d))")
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/:?]|$)")
_LATIN = re.compile("[A-Za-z]{2}")
_COMMA = re.compile("(?<=[\u4e00-\u9fff）”》]),")
_SOURCE_NOTE = (
    "注：来源是网址的，为取得该数时的网址；是外文的，照录原文；“未写明”的，请数源部门补齐。"
)
_SOURCE_COLUMNS = (
    Column(title="序号", width=12, align=Align.CENTRE),
    Column(title="指标", width=42),
    Column(title="单位名称", width=20, align=Align.CENTRE),
    Column(title="时期", width=24, align=Align.CENTRE),
    Column(title="数值", width=28, align=Align.RIGHT),
    Column(title="数据状态", width=20, align=Align.CENTRE),
    Column(title="公布日期", width=26, align=Align.CENTRE),
    Column(title="来源", width=53),
)


def day_words(day: dt.date) -> str:
    """Return the day as papers write it: 2025年11月5日, no leading zero."""
    return f"{day.year}年{day.month}月{day.day}日"


def draft_signature(as_of: dt.date) -> Signature:
    """Return the place where an office signs; the day of issue is not known yet."""
    return Signature(org=ISSUER, date=f"{as_of.year}年　月　日")


def draft_masthead(name: str, as_of: dt.date) -> Masthead:
    """Return the head of a bulletin that has no number and no day yet."""
    return Masthead(
        name=name,
        number="第　　期",
        org="（编发单位）",
        date=f"{as_of.year}年　月　日",
    )


def draft_imprint(as_of: dt.date) -> Imprint:
    """Return 版记 with its places to be filled in by the office that prints it."""
    return Imprint(
        copies="（抄送机关）。", office="（印发机关）", date=f"{as_of.year}年　月　日"
    )


def frame_of(book: Book) -> str:
    """Return the line that every page bears, empty for real figures."""
    return "模拟数据" if book.is_simulated else ""


def titled(book: Book) -> str:
    """Return the plan's name in its marks."""
    return f"《{book.title}》"


def chinese(number: int) -> str:
    """Return a number below a hundred as headings write it: 十二."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")


def grouped(text: str) -> str:
    """Return a cell's numbers of five digits and more in groups of three."""
    return _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)


def named(names: Iterable[str], most: int) -> str:
    """Return the first names as a list, each once, with 等 where there are more."""
    listed = list(dict.fromkeys(names))
    told = "、".join(listed[:most])
    return f"{told}等" if told and len(listed) > most else told


def title_of(section: Section | None) -> str:
    """Return a section's title with full-width commas, words of ours where it has none."""
    return _COMMA.sub("，", section.title) if section else "其他目标"


@frozen
class Sources:
    """The figures that standings rest on, each with its number in the annex."""

    figures: tuple[Figure, ...]

    @classmethod
    def of(cls, assessment: Assessment, *, wholes_only: bool = False) -> Sources:
        """Return the figures of an assessment in the order of the text."""
        wholes = {id(one) for one in assessment.wholes.values()}
        found: dict[str, Figure] = {}
        for standing, cases in zip(
            assessment.tracking.standings, assessment.cases, strict=True
        ):
            if wholes_only and id(standing) not in wholes:
                continue
            for one in used_by(standing):
                figure = cases[0].ledger.get(one)
                if figure is not None:
                    found.setdefault(one, figure)
        return cls(tuple(found.values()))

    def numbers(self, standing: Standing) -> str:
        """Return the numbers of what a standing rests on: 3、5—7."""
        places = {figure.id: nth for nth, figure in enumerate(self.figures, 1)}
        return _runs(sorted({places[i] for i in used_by(standing) if i in places}))

    def annex(self) -> Annex:
        """Return the annex that lists every figure with where it comes from."""
        rows = tuple(
            Row(cells=_source_cells(number, figure))
            for number, figure in enumerate(self.figures, 1)
        )
        table = Table(columns=_SOURCE_COLUMNS, rows=rows, unit="计量单位：随数值列出")
        return Annex(
            title=("数据出处",), blocks=(table, Note(_SOURCE_NOTE)), is_landscape=True
        )


def used_by(standing: Standing) -> tuple[str, ...]:
    """Return the ids of all figures that a standing rests on, its readings' too."""
    found = [*standing.figures]
    found += [one for test in standing.tests for one in test.figures]
    found += [one for bound in standing.bounds for one in bound.figures]
    for reading in standing.readings:
        found += used_by(reading)
    return tuple(dict.fromkeys(found))


def source_words(source: str) -> str:
    """Return a source as it is read: words of another language stand as its own words."""
    if not source:
        return "未写明"
    is_foreign = source.isascii() and _LATIN.search(source) and not _ADDRESS.match(source)
    return f"原文“{source}”" if is_foreign else source


def _runs(numbers: list[int]) -> str:
    """The numbers with those that follow each other drawn together: 3、5—7."""
    told: list[str] = []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        told.append(str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}")
    return "、".join(told)


def _source_cells(number: int, figure: Figure) -> tuple[str, ...]:
    value = "/" if figure.value is None else plain(figure.value)
    high = "" if figure.value_high is None else f"—{plain(figure.value_high)}"
    told = f"{figure.indicator}（{figure.definition}）" if figure.definition else ""
    return (
        str(number),
        told or figure.indicator,
        figure.org,
        figure.period.label,
        f"{figure.qualifier}{grouped(value + high)}{figure.unit.text}",
        figure.state.label,
        figure.known_on.isoformat() if figure.known_on else "未写明",
        source_words(figure.source),
    )
