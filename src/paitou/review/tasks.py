"""A plan's outline → its tasks: the sections that somebody has to answer for."""

from __future__ import annotations

from collections import Counter

from paitou.model import Plan, Section


def tasks_of(plan: Plan) -> tuple[Section, ...]:
    """Return the sections of the most frequent level below the top; of a flat plan, all."""
    inner = [section for section in plan.sections if section.parent >= 0]
    levels = Counter(section.level for section in inner)
    if not levels:
        return plan.sections
    level = max(levels, key=lambda one: (levels[one], one))
    return tuple(section for section in inner if section.level == level)


def answerable_sections(plan: Plan) -> tuple[Section, ...]:
    """Return the tasks, and every other section that sets a target or makes a promise."""
    ids = {section.id for section in tasks_of(plan)}
    ids |= {s.section for s in plan.statements} | {c.section for c in plan.commitments}
    return tuple(section for section in plan.sections if section.id in ids)
