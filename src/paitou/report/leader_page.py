"""A book on a day → 领导参阅: one A4 page of standings, gaps and decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from paitou.model import Attainment, Book, Issue, Standing, WhyUnknown
from paitou.render.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Note,
    Paragraph,
    Row,
    Table,
    title_lines,
    write_paper,
)
from paitou.render.document.page import TITLE_CHARACTERS
from paitou.render.signs import key_of, tallies
from paitou.render.standing_words import attainment_word
from paitou.report.answers import gap
from paitou.report.assessment import Assessment, assess
from paitou.report.issuance import Issuance, issued_as
from paitou.report.off_course import NOBODY, ByOrg, acting, missing_by_org
from paitou.report.page_fitting import PAGE, line_total
from paitou.report.paper import BY_WHOM, DRAFT, day_words, frame_of, named, titled
from paitou.report.progress import progress_of, worst_first
from paitou.report.summary import period_words
from paitou.tracking.wording import points

#: Mark, a blank line, another under the title.
_AROUND = 3
#: How long an organisation has to send what is missing; a proposal, not a rule.
REPLY_DAYS = 15
_STANDING_COLUMNS = (
    Column(title="情况", width=50),
    Column(title="项数", width=12, align=Align.RIGHT),
    Column(title="是哪些", width=94),
)
_MISSING_COLUMNS = (
    Column(title="向谁要", width=44),
    Column(title="缺什么", width=112),
)


_ALL = 10_000  # letters: every name is whole


@frozen
class _Room:
    """How much a page tells: what is cut last stands first.

    Attributes:
        adverse: names of what needs acting on, in a row.
        names: other names in a row.
        rows: organisations that have something to send.
        letters: of a name.
        decisions: that only a leader can take.
    """

    adverse: int
    names: int
    rows: int
    letters: int = _ALL
    decisions: int = 3

    def short(self, name: str) -> str:
        """Return a name that is no longer than there is room for."""
        return name if len(name) <= self.letters else f"{name[: self.letters - 1]}…"


#: From the fullest to the leanest.
_ROOMS = (
    _Room(8, 6, 4), _Room(6, 5, 4), _Room(5, 4, 4), _Room(5, 3, 4), _Room(4, 3, 4),
    _Room(4, 2, 3), _Room(3, 2, 3), _Room(3, 1, 3), _Room(3, 1, 2), _Room(2, 1, 3),
    _Room(2, 1, 2), _Room(2, 1, 1), _Room(1, 1, 2), _Room(1, 1, 1), _Room(1, 1, 2, 24),
    _Room(1, 1, 1, 16), _Room(1, 1, 1, 10), _Room(1, 1, 0, 10), _Room(1, 1, 0, 10, 2),
    _Room(0, 0, 0, 10, 1),
)  # fmt: skip


def write_leader_page(
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    template: Path | None = None,
    issuance: Issuance | None = None,
) -> tuple[Issue, ...]:
    """Write the page by what was known on a day, as .docx or .pdf."""
    paper = issued_as(leader_page(book, as_of), issuance)
    return write_paper(paper, path, template)


def leader_page(book: Book, as_of: dt.date) -> Document:
    """Return the page; it tells fewer names rather than run on to a second."""
    assessment = assess(book, as_of)
    title = (titled(book), "完成情况")
    room_left = PAGE - _AROUND - len(title_lines(title, TITLE_CHARACTERS))
    for room in _ROOMS:
        blocks = _blocks(book, assessment, room)
        if line_total(blocks) <= room_left:
            break
    return Document(
        title=title,
        mark=f"领导参阅（{DRAFT}）",
        right=f"数据截至{day_words(as_of)}",
        blocks=blocks,
        frame=frame_of(book),
    )


def _blocks(book: Book, assessment: Assessment, room: _Room) -> tuple[Block, ...]:
    decisions = [*_decisions(book, assessment, room)][: room.decisions]
    due = assessment.as_of + dt.timedelta(days=REPLY_DAYS)
    told = "；".join(f"{number}. {text}" for number, text in enumerate(decisions, 1))
    return (
        Paragraph(text=_promised(book, assessment)),
        Table(
            columns=_STANDING_COLUMNS, rows=tuple(_standing_rows(book, assessment, room))
        ),
        Heading(f"缺什么、向谁要（建议{day_words(due)}前报）"),
        *_missing(book, assessment, room),
        Heading("需要决定的事项"),
        Paragraph(text=f"{told}。" if told else "目前没有。"),
        Note(
            "注：按规则由已确认和已公布的数据得出；测算不是统计数据。出处见评估报告附件。"
        ),
        Note(BY_WHOM),
    )


def _promised(book: Book, assessment: Assessment) -> str:
    total, others = len(assessment.wholes), len(book.plan.commitments)
    period = period_words(book.plan)
    more = f"、定性与专项任务{others}项（没有收到完成情况）" if others else ""
    open_share = progress_of(tuple(assessment.wholes.values())).open_share
    share = "" if open_share in ("", "0.0%") else f"；无法评价的占{open_share}"
    return f"方案（{period or '未写明时期'}）提出可评价的量化目标{total}项{more}{share}。"


def _standing_rows(book: Book, assessment: Assessment, room: _Room) -> Iterator[Row]:
    names = {one.id: one.indicator for one in book.plan.statements}
    wholes = sorted(worst_first(tuple(assessment.wholes.values())), key=_pace)
    for verdict in Attainment:
        ours = [one for one in wholes if one.verdict is verdict]
        if verdict is Attainment.UNKNOWN:
            told = _open_words(ours, names, room)
        else:
            most = room.adverse if verdict.is_adverse else room.names
            told = named([_told(names[one.statement], one, room) for one in ours], most)
        if ours:
            found = attainment_word(verdict)
            word = found.word if verdict is not Attainment.UNKNOWN else "无法评价"
            yield Row(cells=(f"{found.mark} {word}", str(len(ours)), told))


def _pace(standing: Standing) -> float:
    """The furthest behind the time gone by first, as in the circular."""
    is_told = standing.verdict.is_adverse and standing.pace_pp is not None
    return standing.pace_pp or 0.0 if is_told else 0.0


def _open_words(standings: list[Standing], names: dict[str, str], room: _Room) -> str:
    """Why they cannot be judged, each reason with its count and names."""
    told = []
    for tally in tallies(standings):
        ours = [s for s in standings if key_of(s) == tally.sign.key]
        listed = named([room.short(names[one.statement]) for one in ours], room.names)
        told.append(f"{tally.sign.word}{tally.count}项" + (f"：{listed}" if listed else ""))
    return "；".join(told)


def _told(name: str, standing: Standing, room: _Room) -> str:
    """The target's name, with the gap where somebody has to act on it."""
    told = _gap(standing) if standing.verdict.is_adverse else ""
    return f"{room.short(name)}（{told}）" if told else room.short(name)


def _gap(standing: Standing) -> str:
    """The gap; what lags behind the time gone by, as its row says, in points alone."""
    pace = standing.pace_pp
    if standing.verdict is Attainment.BEHIND and pace is not None and pace < 0:
        return f"欠{points(pace)}"
    return gap(standing)


def _missing(book: Book, assessment: Assessment, room: _Room) -> tuple[Block, ...]:
    orgs: dict[str, list[str]] = {}
    for missing in missing_by_org(book, assessment):
        for one in missing.orgs:
            orgs.setdefault(one.org, []).extend(_names(one))
    if not orgs:
        return (Paragraph(text="没有缺报的数据。"),)
    if not room.rows:
        count = sum(map(len, orgs.values()))
        told = f"{len(orgs)}个单位缺{count}项，名单见评估报告附件。"
        return (Paragraph(text=told),)
    ordered = sorted(orgs.items(), key=lambda pair: (pair[0] == NOBODY, -len(pair[1])))
    rows = [
        Row(cells=(room.short(org), _listed(names, room)))
        for org, names in ordered[: room.rows]
    ]
    if left := ordered[room.rows :]:
        count = sum(len(names) for _, names in left)
        rows.append(Row(cells=(f"其余{len(left)}个单位", f"{count}项")))
    return (Table(columns=_MISSING_COLUMNS, rows=tuple(rows)),)


def _listed(names: list[str], room: _Room) -> str:
    return f"{named(map(room.short, names), room.names)}（{len(names)}项）"


def _names(one: ByOrg) -> list[str]:
    return [line.statement.indicator for line in one.lines]


def _decisions(book: Book, assessment: Assessment, room: _Room) -> Iterator[str]:
    """Yield what only a leader can decide, the most pressing first."""
    wholes, most = tuple(assessment.wholes.values()), min(3, max(room.adverse, 1))
    statements = {one.id: one for one in book.plan.statements}

    def told(fits: Callable[[Standing], bool]) -> list[str]:
        found = [statements[one.statement].indicator for one in wholes if fits(one)]
        return [room.short(name) for name in found]

    lost = (Attainment.UNLIKELY, Attainment.MISSED, Attainment.BROKEN)
    if names := told(lambda one: one.verdict in lost):
        yield f"对{named(names, most)}{len(names)}项，加大力度、调整目标还是结转"
    unnamed = [one for one in wholes if not acting(book, statements[one.statement])]
    if unnamed:
        yield f"{len(unnamed)}项目标没有明确责任单位，由谁负责"
    unclear = (WhyUnknown.DEFINITION_OPEN, WhyUnknown.DEFINITION_CHANGED)
    if names := told(lambda one: one.why_unknown in unclear):
        yield f"{named(names, most)}{len(names)}项按哪个口径评价"
    if names := told(lambda one: one.verdict is Attainment.BEHIND):
        yield f"滞后的{len(names)}项是否列入督办"
