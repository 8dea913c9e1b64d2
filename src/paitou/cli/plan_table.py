"""Plan → a table for the terminal: statements by section, then what else is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from paitou.cli.columns import aligned, clip
from paitou.cli.words import requirement, time_limit
from paitou.model import Issue, Plan, Role, Section, Statement, Strength
from paitou.render import wording

_NAME = 44
_INDENT = "  "


def plan_table(plan: Plan) -> str:
    """Return the plan as lines that a person reads."""
    parts = [_head(plan), *_sections(plan), _commitments(plan), _mentions(plan)]
    return "\n\n".join(part for part in (*parts, issue_lines(plan.issues)) if part)


def issue_lines(issues: Iterable[Issue]) -> str:
    """Return one line a fault, with what to do; empty where there is none."""
    lines = [
        f"{_INDENT}{i.level.label} {_at(i)}{i.message} → {i.remedy}（{i.code}）"
        for i in issues
    ]
    return "\n".join(["问题", *lines]) if lines else ""


def _at(issue: Issue) -> str:
    if issue.where:
        return f"{issue.where}："
    return f"第{issue.start}字：" if issue.start is not None else ""


def _head(plan: Plan) -> str:
    document = plan.document
    said = (document.issuer, document.number, document.date)
    facts = (document.file, f"{document.characters:,}字", *(fact for fact in said if fact))
    counts = (
        f"量化目标{len(plan.statements)}项",
        f"定性与专项任务{len(plan.commitments)}项",
        f"数字{len(plan.mentions)}处（未能说明{len(plan.unexplained)}处）",
    )
    return "\n".join((document.title, " · ".join(facts), "，".join(counts)))


def _sections(plan: Plan) -> list[str]:
    headings = {section.id: section for section in plan.sections}
    return [
        "\n".join((_heading(headings.get(name)), *_statements(list(items))))
        for name, items in groupby(plan.statements, key=lambda s: s.section)
    ]


def _heading(section: Section | None) -> str:
    return (
        clip(f"{section.number}{section.title}", 2 * _NAME) if section else "（各节之前）"
    )


def _statements(items: list[Statement]) -> list[str]:
    rows = [("指标", "口径", "要求", "时限", ""), *map(_row, items)]
    return [_INDENT + line for line in aligned(rows)]


def _row(item: Statement) -> tuple[str, ...]:
    notes = [wording.ROLE[item.role]] if item.role is Role.OUTCOME else []
    if item.strength is Strength.STRETCH:
        notes.append(wording.STRENGTH[item.strength])
    name = clip(f"{item.scope or ''}{item.indicator}", _NAME)
    measure = wording.MEASURE[item.measure]
    return name, measure, requirement(item), time_limit(item.when), "、".join(notes)


def _commitments(plan: Plan) -> str:
    counts = Counter(item.kind for item in plan.commitments)
    rows = [(wording.COMMITMENT_KIND[kind], str(n)) for kind, n in counts.most_common()]
    return _counted("定性与专项任务", rows)


def _mentions(plan: Plan) -> str:
    rows = [
        (wording.MENTION.get(name, name), str(n))
        for name, n in plan.mention_counts().items()
    ]
    return _counted(f"数字{len(plan.mentions)}处", rows)


def _counted(title: str, rows: list[tuple[str, str]]) -> str:
    return "\n".join((title, *(_INDENT + line for line in aligned(rows)))) if rows else ""
