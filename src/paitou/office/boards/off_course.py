"""A plan's standings → what is off course by who must act, what is missing from whom."""

from __future__ import annotations

from attrs import frozen

from paitou.office.books import Day, Shelved
from paitou.report.off_course import ByOrg, Missing, adverse_by_org, missing_by_org
from paitou.report.programmes import Line, line_of
from paitou.report.progress import Progress, progress_of, worst_first


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
    known = {id(one) for one in wholes}
    shares = (one for one in assessment.tracking.standings if id(one) not in known)
    return OffCoursePage(
        shelved=shelved,
        day=day,
        progress=progress_of(wholes),
        adverse=adverse_by_org(book, assessment),
        missing=missing_by_org(book, assessment),
        orgs=tuple(
            (one.org, line_of(statements[one.statement], one))
            for one in worst_first(tuple(shares))
            if one.verdict.is_adverse
        ),
    )
