"""What a plan's system says → findings, each with its sentences, its sum, its mending."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.adjusting import adjustment_words, adjustments
from paitou.consistency.plan.answers import Answers, Beyond, Conflict
from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.sources import Source, SourceKind
from paitou.consistency.plan.workings import Working, working_of_bound, working_of_proof
from paitou.consistency.system import Constraint, Kind
from paitou.model import Issue, Level
from paitou.render.balance_words import bound_words

_MOST_ADJUSTMENTS = 4
_SHORT = 6


@frozen(kw_only=True)
class Sum:
    """One line of a sum as it is shown: 6600亿元 ÷ 0.7 = 9428.6亿元."""

    source: Source
    number: str
    times: str
    product: str


@frozen(kw_only=True)
class Finding:
    """One thing to know before signing.

    Attributes:
        told: it as one sentence.
        sources: the plan's sentences, figures and assumptions it follows from.
        sums, total: the sum that a pocket calculator follows; empty where none is needed.
        rules: shares and relations that the sum uses.
        adjustments: single changes that would do, least first; `aim` says for what.
        inputs: figures it is held against.
    """

    told: str
    sources: tuple[Source, ...] = ()
    sums: tuple[Sum, ...] = ()
    total: str = ""
    rules: tuple[str, ...] = ()
    aim: str = ""
    adjustments: tuple[str, ...] = ()
    inputs: tuple[Source, ...] = ()
    is_grave: bool = False


def findings(found: Answers, notes: tuple[Issue, ...]) -> tuple[Finding, ...]:
    """Return the findings: what cannot be, what goes beyond the plan's words, the rest."""
    plan = found.plan
    over = sorted((b for b in found.implied if b.exceeds), key=lambda b: -b.exceeds)
    first, later = _one_a_cause(over)
    rest = [bound for bound in found.implied if not bound.exceeds]
    warnings = [note for note in notes if note.level is not Level.HINT]
    hints = [note for note in notes if note.level is Level.HINT]
    return (
        *(_of_conflict(conflict) for conflict in found.conflicts),
        *(_of_bound(found, bound) for bound in first),
        *(_of_note(plan, note) for note in (*warnings, *hints)),
        *(_of_bound(found, bound) for bound in (*later, *rest)),
    )


def _one_a_cause(bounds: list[Beyond]) -> tuple[list[Beyond], list[Beyond]]:
    """Part bounds into the greatest of each cause and what follows from the same."""
    causes: dict[tuple[str, ...], Beyond] = {}
    for bound in bounds:
        causes.setdefault(bound.names, bound)
    first = list(causes.values())
    return first, [bound for bound in bounds if bound not in first]


def _of_conflict(conflict: Conflict) -> Finding:
    plan = conflict.plan
    targets = [s for s in conflict.sources if s.is_target]
    asked = _asked_of(plan, conflict)
    working = working_of_proof(plan, conflict.proof, asked) if asked else None
    limit = f"：{_limit(plan, asked, working)}" if asked and working else ""
    return Finding(
        told=f"{conflict.told or f'这{len(targets)}个目标不能同时实现{limit}'}。",
        sources=conflict.sources,
        sums=tuple(_sums(plan, working)) if working else (),
        total=_total(plan, working) if working else "",
        rules=tuple(source.words for source in working.rules) if working else (),
        aim="其他不变，调整其中一项即可衔接",
        adjustments=tuple(
            adjustment_words(plan, change) for change in conflict.single[:_MOST_ADJUSTMENTS]
        ),
        is_grave=True,
    )


def _asked_of(plan: PlanSystem, conflict: Conflict) -> Constraint | None:
    """The one target of a single variable that the sum of all the others contradicts."""
    made = {constraint.name: constraint for constraint in plan.system.constraints}
    # a sentence first, then a ceiling: what has to fit beneath it is the easier sum
    kinds = {line.name: plan.sources[line.name].kind for line in conflict.proof.lines}
    for line in sorted(
        conflict.proof.lines,
        key=lambda at: (kinds[at.name] is not SourceKind.STATEMENT, at.multiplier > 0),
    ):
        constraint = made[line.name]
        if constraint.kind is Kind.TARGET and len(constraint.terms) == 1:
            return constraint
    return None


def _limit(plan: PlanSystem, asked: Constraint, working: Working) -> str:
    side, other = ("不低于", "不高于") if working.is_low else ("不高于", "不低于")
    stated = asked.hi if working.is_low else asked.lo
    assert stated is not None  # noqa: S101 (the sum contradicts a bound that is there)
    name = plan.naming.words(working.variable)
    amount = plan.naming.amount(stated, working.variable.indicator_id)
    return f"{name}按其余各项{side}{_total(plan, working)}，方案又要求{other}{amount}"


def _of_bound(found: Answers, bound: Beyond) -> Finding:
    plan = found.plan
    value = bound.low
    working = (
        working_of_bound(plan, bound.variable, value, bound.names)
        if value is not None
        else None
    )
    changes = (
        adjustments(plan, bound.variable, bound.own, bound.names)
        if bound.own is not None and bound.exceeds
        else ()
    )
    return Finding(
        told=f"{bound_words(found, bound)}。",
        sources=bound.because,
        sums=tuple(_sums(plan, working)) if working else (),
        total=_total(plan, working) if working else "",
        rules=tuple(source.words for source in working.rules) if working else (),
        aim=_aim(plan, bound) if changes else "",
        adjustments=tuple(
            adjustment_words(plan, change) for change in changes[:_MOST_ADJUSTMENTS]
        ),
        inputs=(bound.base,) if bound.base else (),
    )


def _aim(plan: PlanSystem, bound: Beyond) -> str:
    assert bound.own is not None  # noqa: S101 (asked by `_of_bound`)
    amount = plan.naming.amount(bound.own, bound.variable.indicator_id)
    name = plan.naming.words(bound.variable)
    return f"{name}仍按{amount}安排的，其他不变，需调整其中一项"


def _of_note(plan: PlanSystem, note: Issue) -> Finding:
    spoken = [
        Source(kind=SourceKind.STATEMENT, id=s.id, words=f"“{s.quote}”", quote=s.quote)
        for s in plan.statements
        if f"“{s.quote}”" in note.message
    ]
    return Finding(
        told=f"{note.message}。",
        sources=tuple({source.words: source for source in spoken}.values()),
        aim="处理办法",
        adjustments=(note.remedy,),
    )


def _sums(plan: PlanSystem, working: Working) -> Iterator[Sum]:
    for step in working.steps:
        indicator_id = working.variable.indicator_id
        yield Sum(
            source=step.source,
            number=plan.naming.amount(step.bound, step.variable.indicator_id),
            times=times_words(step.times),
            product=plan.naming.amount(step.product, indicator_id),
        )


def _total(plan: PlanSystem, working: Working) -> str:
    return plan.naming.amount(working.total, working.variable.indicator_id)


def times_words(times: Fraction) -> str:
    """Return what to press after a number: × 0.82, ÷ 0.7, × 3 ÷ 7; nothing for once."""
    if times == 1:
        return ""
    if (told := _short(times)) is not None:
        return f"× {told}"
    if (told := _short(1 / times)) is not None:
        return f"÷ {told}"
    if max(map(len, (str(times.numerator), str(times.denominator)))) <= _SHORT:
        return f"× {times.numerator} ÷ {times.denominator}"
    return f"× {float(times):.6g}（约）"


def _short(number: Fraction) -> str | None:
    """Return a number as a decimal of a few digits, None where it is none."""
    for places in range(_SHORT - 1):
        scaled = number * 10**places
        if scaled.denominator == 1:
            text = f"{float(number):.{places}f}"
            return text.replace("-", "−") if len(text) <= _SHORT else None
    return None
