"""A book on a day → a panel (展板) as vector PDF: city, programme, district, contest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from paitou.model import Book, Issue, Period, UsageError
from paitou.render.poster import SHEETS, Poster, Size, panel_pdf, place_first
from paitou.render.rare_letters import font_issues
from paitou.report.assessment import Assessment, assess
from paitou.report.contest.material import Material, contest_material
from paitou.report.issuance import Issuance
from paitou.report.panels.city import city_panels
from paitou.report.panels.contest import contest_panels
from paitou.report.panels.edges import issued_panel
from paitou.report.panels.organisation import (
    answered_pairs,
    organisation_panels,
    own_pairs,
)
from paitou.report.panels.programme import programme_panels
from paitou.report.paper import day_words, title_of
from paitou.report.programmes import Group, groups_of
from paitou.report.summary import overview

#: What `of` says for a contest; every other word is a programme or an organisation.
CONTEST = ("contest", "竞赛")
_BRACKETS = str.maketrans("", "", "()（）、.． 　")
_MOST_NAMED = 12


def write_panel(  # noqa: PLR0913 (the options of a product are its parameters)
    book: Book,
    path: Path,
    *,
    as_of: dt.date,
    period: Period | None = None,
    size: str = Size.BIG.value,
    of: str = "",
    group: str = "",
    rulebook: str = "",
    issuance: Issuance | None = None,
) -> tuple[Issue, ...]:
    """Write the panel by what was known on a day.

    Args:
        book: with a plan, and for a contest with a rulebook.
        path: of the .pdf.
        as_of: the day.
        period: of the contest; the last before the day where none is given.
        size: 80x120 (cm) or a3.
        of: empty for the whole; the number or the name of a programme, the name of an
            organisation, or contest.
        group: of the contest; empty is all.
        rulebook: id of the contest's rules; empty is the one with the most items.
        issuance: how it is issued; None for a draft.

    Raises:
        UsageError: there is nothing of that name, or the file is to be no PDF.
    """
    if path.suffix.lower() != ".pdf":
        raise UsageError(f"展板只能写成 .pdf，请改文件名“{path.name}”的后缀")
    sheet = SHEETS[_size(size)]
    asked = of.strip()
    if asked in CONTEST:
        panels = _of_contest(contest_material(book, as_of, period, rulebook), group)
    else:
        panels = _of_plan(book, assess(book, as_of), asked, (period, rulebook))
    placed = place_first((issued_panel(one, issuance) for one in panels), sheet)
    path.write_bytes(panel_pdf(placed))
    return font_issues(placed.texts)


def _size(name: str) -> Size:
    try:
        return Size(name.strip().lower().replace("×", "x"))
    except ValueError as fault:
        known = "、".join(size.value for size in Size)
        raise UsageError(f"没有“{name}”这种尺寸，size 可以写：{known}") from fault


def _of_contest(material: Material, group: str) -> Iterable[Poster]:
    return contest_panels(
        material.board,
        material.before,
        group=group,
        known=f"{day_words(material.as_of)}已知的数据",
        is_simulated=material.book.is_simulated,
    )


def _of_plan(
    book: Book,
    assessment: Assessment,
    asked: str,
    contest: tuple[Period | None, str],
) -> Iterable[Poster]:
    if not asked:
        return city_panels(book, assessment)
    groups = groups_of(book.plan, assessment)
    programme = _programme(book, groups, asked)
    if programme is not None:
        return programme_panels(book, assessment, programme)
    known = book.org(asked)
    org = known.name if known else asked
    if own_pairs(book, assessment, org) or answered_pairs(book, assessment, org):
        played = _played(book, assessment.as_of, contest)
        board, before = (played.board, played.before) if played else (None, None)
        return organisation_panels(book, assessment, org, board, before)
    raise _unknown(book, groups, assessment, asked)


def _programme(book: Book, groups: Sequence[Group], asked: str) -> Group | None:
    """Return the only programme of this number or with this in its name.

    Other parts of the plan may be asked for too, where no programme is called so.
    """
    programmes = {one.section.id for one in overview(book.plan).programmes}
    proper = [one for one in groups if one.section and one.section.id in programmes]
    return _called(proper, asked) or _called(groups, asked)


def _called(groups: Sequence[Group], asked: str) -> Group | None:
    plain = asked.translate(_BRACKETS)
    named = [(group, group.section) for group in groups if group.section]
    for fits in (
        lambda section: asked in (section.id, section.number, section.title),
        lambda section: bool(plain) and plain == section.number.translate(_BRACKETS),
        lambda section: asked in section.title,
    ):
        found = [group for group, section in named if fits(section)]
        if len(found) == 1:
            return found[0]
    return None


def _played(
    book: Book, as_of: dt.date, contest: tuple[Period | None, str]
) -> Material | None:
    """Return the round in which an organisation may stand; None where none is scored."""
    period, rulebook = contest
    if not book.rulebooks and period is None and not rulebook:
        return None
    try:
        return contest_material(book, as_of, period, rulebook)
    except UsageError:
        if period is not None or rulebook:
            raise
        return None


def _unknown(
    book: Book, groups: Sequence[Group], assessment: Assessment, asked: str
) -> UsageError:
    parts = [title_of(group.section) for group in groups]
    orgs = dict.fromkeys(standing.org for standing in assessment.tracking.standings)
    leads = (book.assignment_of(one).lead_org for one in book.plan.statements)
    names = [*dict.fromkeys([*orgs, *filter(None, leads)])]
    told = "、".join([*parts, *names[:_MOST_NAMED]])
    return UsageError(f"没有“{asked[:20]}”的目标，of 可以写：{told}等，或 contest（竞赛）")
