"""What a plan's own words imply or contradict → issues that a reader should know of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve

from paitou.consistency.plan.answers import Answers
from paitou.consistency.plan.bases import ImpliedBase, implied_bases
from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.doublings import doublings
from paitou.consistency.plan.printed import wrong_percentages
from paitou.consistency.plan.promises import Falls, promises
from paitou.consistency.plan.repeated import repeated
from paitou.consistency.plan.revisions import revised_bases
from paitou.consistency.plan.sources import SourceKind
from paitou.model import Document, Issue, Level, Statement

#: What review says of quotas that do not come to their target.
_SPLITS = frozenset({"quota-short", "quota-over", "quota-bounds"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def notes(plan: PlanSystem, document: Document) -> tuple[Issue, ...]:
    """Return what to know of a plan besides its conflicts, in the order of its text."""
    found = (
        *_bases(plan),
        *_doublings(plan, document),
        *_repeated(plan),
        *_revised(plan),
        *_promises(plan),
        *_percentages(document),
    )
    return tuple(sorted(found, key=lambda issue: (issue.start or 0, issue.code)))


def besides(found: Answers, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return the issues without those of quotas that a conflict tells with its repair."""
    told = {
        source.where
        for conflict in found.conflicts
        for source in conflict.sources
        if source.kind is SourceKind.QUOTA and source.where
    }
    return tuple(
        issue
        for issue in issues
        if issue.code not in _SPLITS or issue.where.partition("等")[0] not in told
    )


def _bases(plan: PlanSystem) -> Iterator[Issue]:
    for found in implied_bases(plan):
        yield _issue_at(
            found.growth,
            "check-base-implied",
            Level.HINT,
            _base_words(plan, found),
            "用公布的基期数核对；两个目标以要求更高的一个为准",
        )


def _base_words(plan: PlanSystem, found: ImpliedBase) -> str:
    name = plan.naming.words(found.variable)
    base = plan.naming.amount(found.base, found.variable.indicator_id)
    both = f"“{found.level.quote}”与“{found.growth.quote}”合起来"
    told = f"{both}，等于说{name}为{base}（{_sum(found)}）"
    if found.known is None:
        return f"{told}；这一年的数没有公布，无从核对"
    if found.tighter is None:
        return f"{told}，与{found.known.source.words}相符"
    return f"{told}，而{found.known.source.words}，以“{found.tighter.quote}”要求更高"


def _sum(found: ImpliedBase) -> str:
    """What a pocket calculator has to be told: 3000÷1.15³."""
    assert isinstance(found.growth.value, Decimal)  # noqa: S101 (asked when it was paired)
    first, last = found.growth.when.start or 0, found.growth.when.end or 0
    factor = (1 + found.growth.value / 100).normalize()
    power = str(last - first + 1).translate(_RAISED)
    return f"{found.level.value}÷{factor:f}{'' if power == '¹' else power}"


def _doublings(plan: PlanSystem, document: Document) -> Iterator[Issue]:
    for found in doublings(document.text, plan.statements):
        times = f"{found.years}年为{float(found.factor):.4f}".rstrip("0").rstrip(".")
        if not found.doubles:
            yield _issue_at(
                found.statement,
                "check-doubling-short",
                Level.WARNING,
                f"文中说“{found.words}”，而“{found.statement.quote}”{times}倍，不到一倍",
                "核对“倍增”说的是哪一年到哪一年，或改用别的说法",
            )


def _repeated(plan: PlanSystem) -> Iterator[Issue]:
    for found in repeated(plan.statements):
        if found.differs:
            yield _issue_at(
                found.second,
                "check-stated-twice",
                Level.HINT,
                f"“{found.first.quote}”与“{found.second.quote}”是同一个目标，"
                f"{'、'.join(found.differs)}说法不同",
                "以要求更高的为准，或统一说法",
            )


def _promises(plan: PlanSystem) -> Iterator[Issue]:
    for found in promises(plan):
        both = f"{found.child.words}与本方案“{found.parent.quote}”"
        if found.falls is Falls.SHORT:
            yield _issue_at(
                found.parent,
                "check-child-less",
                Level.WARNING,
                f"{both}是同一个目标，要求却更低",
                "专项方案的目标应不低于本方案，请核对后统一",
            )
        else:
            yield _issue_at(
                found.parent,
                "check-stated-twice",
                Level.HINT,
                f"{both}是同一个目标，说法或力度不同",
                "以要求更高的为准，或统一说法",
            )


def _revised(plan: PlanSystem) -> Iterator[Issue]:
    for found in revised_bases(plan):
        values = [f"{f.value}{f.unit.text}" for f in found.vintages]
        told = f"{plan.naming.words(found.variable)}公布过{'、'.join(values)}"
        if found.stated is not None:
            told += f"，方案写的是{found.stated.value}{found.stated.unit.text}"
        quotes = "、".join(f"“{target.quote}”" for target in found.targets)
        yield evolve(
            _issue_at(
                found.targets[0],
                "check-base-revised",
                Level.WARNING,
                f"{told}；{quotes}以它为基数，现按{found.held.value}{found.held.unit.text}核对，"
                "按哪一个定的目标，就应按哪一个核对",
                "在目标的口径里写明用哪一个版本的基数",
            ),
            where="；".join(f.where for f in found.vintages if f.where),
        )


def _percentages(document: Document) -> Iterator[Issue]:
    for found in wrong_percentages(document.text):
        yield Issue(
            code="check-percentage-wrong",
            level=Level.WARNING,
            message=f"“{found.words}”：按前后两个数算是{found.computed}%",
            remedy="核对三个数，改正有误的一个",
            start=found.start,
            end=found.end,
        )


def _issue_at(
    statement: Statement, code: str, level: Level, message: str, remedy: str
) -> Issue:
    return Issue(
        code=code,
        level=level,
        message=message,
        remedy=remedy,
        start=statement.start,
        end=statement.end,
    )
