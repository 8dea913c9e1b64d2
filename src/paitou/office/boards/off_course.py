"""A plan's standings → what is off course by who must act, what is missing from whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from paitou.model import Attainment, Book, Standing, Statement
from paitou.office.boards.programmes import Line, line_of
from paitou.office.books import Day, Shelved
from paitou.office.plans.progress import Progress, progress_of, worst_first
from paitou.office.plans.signs import Sign, key_of, tallies

NOBODY = "未明确责任单位"


@frozen(kw_only=True)
class ByOrg:
    """What one organisation has to act on; `is_named` is False where nobody is named."""

    org: str
    lines: tuple[Line, ...]

    @property
    def is_named(self) -> bool:
        """Return whether an organisation answers for it."""
        return self.org != NOBODY


@frozen(kw_only=True)
class Missing:
    """What is missing for one reason, by who has to provide it."""

    sign: Sign
    count: int
    orgs: tuple[ByOrg, ...]


@frozen(kw_only=True)
class OffCoursePage:
    """What is off course, and what cannot be judged."""

    shelved: Shelved
    day: Day
    progress: Progress
    adverse: tuple[ByOrg, ...]
    missing: tuple[Missing, ...]
    orgs: tuple[tuple[str, Line], ...]

    @property
    def sentence(self) -> str:
        """Return how much there is to do, as one sentence."""
        total, adverse = self.progress.total, self.progress.adverse_count
        if not total:
            return "没有可以评价的目标。"
        unnamed = sum(len(one.lines) for one in self.adverse if not one.is_named)
        told = f"{total}项目标中，" + (f"{adverse}项偏离" if adverse else "没有已知的偏离")
        if unnamed:
            all_of_them = unnamed == adverse
            told += "，都未明确责任单位" if all_of_them else f"，{unnamed}项未明确责任单位"
        if self.progress.open_count:
            told += f"；{self.progress.open_count}项缺数据或口径，还无法评价"
        return f"{told}。"


def off_course_page(shelved: Shelved, day: Day) -> OffCoursePage:
    """Return the page; split targets are listed with the organisations that lag."""
    assessment = shelved.assessor.on(day.date)
    book = shelved.book
    statements = {statement.id: statement for statement in book.plan.statements}
    wholes = tuple(assessment.wholes.values())
    adverse = [one for one in worst_first(wholes) if one.verdict.is_adverse]
    known = {id(one) for one in wholes}
    shares = (one for one in assessment.tracking.standings if id(one) not in known)
    return OffCoursePage(
        shelved=shelved,
        day=day,
        progress=progress_of(wholes),
        adverse=_by_org(book, statements, adverse, _acting),
        missing=tuple(_missing(book, statements, wholes)),
        orgs=tuple(
            (one.org, line_of(statements[one.statement], one))
            for one in worst_first(tuple(shares))
            if one.verdict.is_adverse
        ),
    )


def _missing(
    book: Book, statements: dict[str, Statement], wholes: Iterable[Standing]
) -> Iterator[Missing]:
    unknown = [one for one in wholes if one.verdict is Attainment.UNKNOWN]
    for tally in tallies(unknown):
        ours = [one for one in unknown if key_of(one) == tally.sign.key]
        orgs = _by_org(book, statements, ours, _providing)
        yield Missing(sign=tally.sign, count=tally.count, orgs=orgs)


def _by_org(
    book: Book,
    statements: dict[str, Statement],
    standings: Iterable[Standing],
    who: Callable[[Book, Statement], str],
) -> tuple[ByOrg, ...]:
    found: dict[str, list[Line]] = {}
    for one in standings:
        statement = statements[one.statement]
        found.setdefault(who(book, statement) or NOBODY, []).append(line_of(statement, one))
    made = [ByOrg(org=org, lines=tuple(lines)) for org, lines in found.items()]
    return tuple(sorted(made, key=lambda one: (not one.is_named, -len(one.lines))))


def _acting(book: Book, statement: Statement) -> str:
    who = book.assignment_of(statement)
    return who.lead_org or "、".join(who.responsible_orgs[:1])


def _providing(book: Book, statement: Statement) -> str:
    """Who provides the figure: the owner of the data, else who answers for the target."""
    return book.assignment_of(statement).data_source or _acting(book, statement)
