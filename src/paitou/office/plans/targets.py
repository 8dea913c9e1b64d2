"""A book, a target and a day → everything that the page of the target shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen
from django.utils.safestring import SafeString, mark_safe

from paitou.model import (
    BoundFound,
    Light,
    PeriodTest,
    Section,
    Standing,
    Statement,
)
from paitou.office.books import Day, Shelved
from paitou.office.plans.districts import District, DistrictTable, district_table
from paitou.office.plans.fans import with_fan
from paitou.office.plans.figure_rows import (
    FigureGroup,
    Reference,
    figure_groups,
    references,
)
from paitou.office.plans.looking_ahead import Ahead, ahead_of
from paitou.office.plans.methods import Method, method_of
from paitou.office.plans.nodes import NodeLine, nodes_at
from paitou.office.plans.shares import ShareTable, share_table
from paitou.render.charts import Medium, TargetChart, draw_svg, target_chart
from paitou.render.signs import Sign, sign_of
from paitou.report.answers import answer, gap
from paitou.report.assessment import Assessment
from paitou.report.programmes import path_to
from paitou.report.records import record_of
from paitou.report.sentences import tell
from paitou.report.target_pictures import stretch_of, target_picture
from paitou.tracking.cases import Case
from paitou.tracking.wording import number

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

_YEAR = {
    True: Sign(key="met", verdict="met", word="达到"),
    False: Sign(key="missed", verdict="missed", word="未达到"),
    None: Sign(key="unknown", verdict="unknown", word="未发布"),
}


@frozen(kw_only=True)
class Picture:
    """A chart drawn for a desk and for a phone."""

    wide: SafeString
    narrow: SafeString


@frozen(kw_only=True)
class Test:
    """One year of a target that every year must hold."""

    period: str
    value: str
    mark: Sign
    figures: tuple[Reference, ...]


@frozen(kw_only=True)
class Bounded:
    """A bound that follows from a relation between indicators."""

    words: str
    relation: str
    figures: tuple[Reference, ...]


@frozen(kw_only=True)
class Judged:
    """One standing with everything that it rests on.

    Attributes:
        name: the organisation, or the reading of the definition, that it speaks of.
    """

    name: str
    standing: Standing
    sign: Sign
    gap: str
    method: Method
    light: str
    picture: Picture | None
    figures: tuple[Reference, ...]
    tests: tuple[Test, ...]
    bounds: tuple[Bounded, ...]


@frozen(kw_only=True)
class TargetPage:
    """A target as its page shows it.

    Attributes:
        whole: the standing of the whole; `readings` where its definition is open.
        orgs: the standings of the organisations that carry a share.
        rivals: other targets on the same indicator.
        districts: the figures of districts and zones, None where there are none.
        nodes: the milestones of the target and of its task.
        ahead: what will probably become of it, None where it is settled.
    """

    shelved: Shelved
    day: Day
    statement: Statement
    number: int
    answer: str
    sentence: str
    path: tuple[Section, ...]
    whole: Judged
    readings: tuple[Judged, ...]
    orgs: tuple[Judged, ...]
    shares: ShareTable | None
    groups: tuple[FigureGroup, ...]
    who: tuple[tuple[str, str], ...]
    rivals: tuple[tuple[Statement, Sign], ...]
    districts: DistrictTable | None
    nodes: tuple[NodeLine, ...]
    ahead: Ahead | None

    @property
    def district_sources(self) -> tuple[District, ...]:
        """Return the districts whose figures stand in no table of their own yet."""
        shown = {row.anchor for group in self.groups for row in group.rows}
        rows = self.districts.rows if self.districts else ()
        return tuple(r for r in rows if r.figure and r.figure.anchor not in shown)


def target_page(
    shelved: Shelved, statement_id: str, day: Day, *, looks_ahead: bool = True
) -> TargetPage | None:
    """Return the page of a target, None where there is none that can be judged.

    Without looking ahead nothing is said of what will probably become of it.
    """
    plan, assessment = shelved.book.plan, shelved.assessor.on(day.date)
    found = assessment.of(statement_id)
    at = next((n for n, s in enumerate(plan.statements) if s.id == statement_id), None)
    if at is None or not found:
        return None
    statement = plan.statements[at]
    standing, cases = found[0]
    ahead = shelved.forecaster.ready(day.date) if looks_ahead else {}
    outlook = ahead.get((statement_id, standing.org))
    return TargetPage(
        shelved=shelved,
        day=day,
        statement=statement,
        number=at + 1,
        answer=answer(statement, standing, cases[0].ledger),
        sentence=tell(statement),
        path=path_to(plan, statement.section),
        whole=_judged(standing, cases, plan.statements, outlook=outlook),
        readings=tuple(_readings(standing, cases, plan.statements)),
        orgs=tuple(_judged(s, c, (), drawn=False) for s, c in found[1:]),
        shares=share_table(shelved.book, statement),
        groups=figure_groups(standing, cases),
        who=tuple(_who(shelved, statement)),
        rivals=tuple(_rivals(plan.statements, statement, assessment)),
        districts=district_table(found),
        ahead=ahead_of(outlook) if outlook else None,
        nodes=nodes_at(shelved.book, statement.id, statement.section, day),
    )


def _judged(
    standing: Standing,
    cases: tuple[Case, ...],
    statements: tuple[Statement, ...],
    *,
    drawn: bool = True,
    outlook: Outlook | None = None,
) -> Judged:
    picture = None
    if drawn and len(cases) == 1:
        stretch = stretch_of(cases[0].statement, statements)
        chart = target_picture(record_of(cases[0], standing), standing, stretch)
        picture = _drawn(with_fan(chart, outlook)) if chart else None
    return Judged(
        name=standing.reading or standing.org,
        standing=standing,
        sign=sign_of(standing),
        gap=gap(standing) if standing.verdict.is_adverse else "",
        method=method_of(standing.method),
        light=standing.light.label if standing.light is not Light.NONE else "",
        picture=picture,
        figures=references(standing.figures, cases[0]),
        tests=tuple(_test(test, standing, cases[0]) for test in standing.tests),
        bounds=tuple(_bounded(b, standing, cases[0]) for b in standing.bounds),
    )


def _readings(
    standing: Standing, cases: tuple[Case, ...], statements: tuple[Statement, ...]
) -> Iterator[Judged]:
    for reading, case in zip(standing.readings, cases, strict=False):
        yield _judged(reading, (case,), statements)


def _drawn(chart: TargetChart) -> Picture | None:
    """The chart; None where the extra that draws is not there (docs/decisions/0007)."""
    try:
        wide, narrow = (
            draw_svg(target_chart(chart, medium)) for medium in (Medium.WEB, Medium.PHONE)
        )
    except ImportError:
        return None
    # The drawing escapes every word that comes from data.
    return Picture(wide=mark_safe(wide), narrow=mark_safe(narrow))  # noqa: S308


def _test(test: PeriodTest, standing: Standing, case: Case) -> Test:
    return Test(
        period=test.period.label,
        mark=_YEAR[test.held],
        value="" if test.value is None else f"{number(test.value)}{standing.unit}",
        figures=references(case.figure_ids(test.figures), case),
    )


def _bounded(bound: BoundFound, standing: Standing, case: Case) -> Bounded:
    ends = (("不低于", bound.low), ("不高于", bound.high))
    words = "、".join(
        f"{word}{number(end)}{standing.unit}" for word, end in ends if end is not None
    )
    return Bounded(
        words=words,
        relation=bound.relation,
        figures=references(bound.figures, case),
    )


def _who(shelved: Shelved, statement: Statement) -> Iterator[tuple[str, str]]:
    who = shelved.book.assignment_of(statement)
    named = (
        ("牵头单位", who.lead_org),
        ("并列牵头", who.second_lead),
        ("责任单位", "、".join(who.responsible_orgs)),
        ("数源部门", who.data_source),
        ("目标性质", who.nature.label if who.nature else ""),
        ("统计口径", who.definition),
    )
    yield from ((label, value) for label, value in named if value)
    if not (who.lead_org or who.responsible_orgs):
        yield "责任单位", "原文未写，尚未落实"


def _rivals(
    statements: tuple[Statement, ...], statement: Statement, assessment: Assessment
) -> Iterator[tuple[Statement, Sign]]:
    for one in statements:
        standing = assessment.wholes.get(one.id)
        is_other = one.indicator_id == statement.indicator_id and one.id != statement.id
        if is_other and standing is not None:
            yield one, sign_of(standing)
