"""A bound beyond what a plan says → what would have to give way for what it says to do."""

from __future__ import annotations

from fractions import Fraction

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.variables import Variable
from paitou.consistency.plan.workings import against
from paitou.consistency.repair import Relaxation, repairs
from paitou.consistency.system import System
from paitou.model import UsageError


def adjustments(
    plan: PlanSystem, variable: Variable, most: Fraction, names: tuple[str, ...]
) -> tuple[Relaxation, ...]:
    """Return single changes after which the variable may be as low as this, least first.

    Each does with all the rest of the plan in force; where no single one does, there is
    none. What was published is not offered: nobody can decide it.
    """
    may_give = [name for name in names if plan.sources[name].said is not None]
    system = System((*plan.system.constraints, against(variable, most)))
    try:
        return repairs(system, may_give).single
    except UsageError:
        return ()


def adjustment_words(plan: PlanSystem, change: Relaxation) -> str:
    """Return a change for a reader: “服务业增加值突破6600亿元”调整到6073亿元（8.0%）.

    The number is one that is enough when it is written into the sentence.
    """
    source = plan.sources[change.name]
    share = "" if change.share is None else f"（{float(change.share) * 100:.1f}%）"
    number = source.said.after(change) if source.said else None
    if source.said is None or number is None:
        return f"{source.words}放宽{share}"
    end = "上限" if change.side == "hi" and source.said.high is not None else ""
    return f"{source.words}{end}调整到{source.said.words(number)}{share}"
