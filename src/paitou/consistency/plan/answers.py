"""A plan's system → whether its targets can all be true, and what they say unsaid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve, field, frozen

from paitou.consistency.conflicts import all_conflicts
from paitou.consistency.implied import Edge, implied, redundant
from paitou.consistency.plan.building import PlanSystem, build
from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.split_words import split_told
from paitou.consistency.plan.splitting import Split
from paitou.consistency.plan.variables import Variable
from paitou.consistency.proof import Proof, proof_of
from paitou.consistency.repair import Relaxation, repairs
from paitou.consistency.stopwatch import TimeUp
from paitou.model import Book, UsageError

_MOST, _SECONDS = 20, 5.0
#: In which order a conflict names what it is made of.
_ORDER = list(SourceKind)


@frozen(kw_only=True)
class Conflict:
    """Targets that cannot hold together: what they are, why, and the least to give way.

    Attributes:
        sources: the targets, figures and assumptions of the conflict.
        relations: the identities that the proof adds.
        single: single bounds that would mend it, the smallest first.
        plan: the system it stands in, of a split its own.
        told: of quotas that miss their target, by how much; else empty.
    """

    sources: tuple[Source, ...]
    relations: tuple[Source, ...]
    proof: Proof
    single: tuple[Relaxation, ...]
    plan: PlanSystem = field(repr=False)
    told: str = ""

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the statements, each once."""
        ids = (s.id for s in self.sources if s.kind is SourceKind.STATEMENT)
        return tuple(dict.fromkeys(ids))


@frozen(kw_only=True)
class Beyond:
    """A bound that the plan implies without saying it, and what it follows from.

    Attributes:
        own: the bound that the plan itself states, None where it states none.
        names: the constraints it follows from, besides relations.
        base, base_year: what is known of the last year before the plan; None where
            nothing is.
        growth, own_growth: what the bound, and the plan's own, mean a year from the base,
            in %; None without a base.
    """

    variable: Variable
    low: Fraction | None
    high: Fraction | None
    own: Fraction | None
    base: Source | None
    base_year: int | None
    growth: float | None
    own_growth: float | None
    because: tuple[Source, ...]
    names: tuple[str, ...]

    @property
    def exceeds(self) -> Fraction:
        """Return by what share a floor is above what the plan states, 0 where it is not."""
        if self.low is None or not self.own or self.own <= 0:
            return Fraction(0)
        return max(self.low / self.own - 1, Fraction(0))


@frozen(kw_only=True)
class Idle:
    """A target that the others ask for anyway."""

    source: Source
    because: tuple[Source, ...]


@frozen(kw_only=True)
class Answers:
    """What a plan's system says.

    Attributes:
        feasible: whether the targets can all be true, with quotas that come to them.
        complete: whether all conflicts are here.
        identities_hold: False where relations alone contradict each other.
    """

    feasible: bool
    conflicts: tuple[Conflict, ...]
    complete: bool
    identities_hold: bool
    implied: tuple[Beyond, ...]
    redundant: tuple[Idle, ...]
    plan: PlanSystem = field(repr=False)


def check_plan(book: Book, as_of: dt.date) -> Answers:
    """Return whether the targets of a book can all be true, by what was known on a day."""
    return answer(build(book, as_of))


def answer(plan: PlanSystem) -> Answers:
    """Return whether the targets can all be true, and what follows if they can.

    Raises:
        UsageError: the system is too large to be worked through.
    """
    try:
        return _answered(plan)
    except TimeUp as late:
        raise UsageError("目标和指标关系太多，没有算完，请把方案分开检查。") from late


def _answered(plan: PlanSystem) -> Answers:
    found = all_conflicts(plan.system, limit=_MOST, seconds=_SECONDS)
    holds = found.identities_hold and not found.sets
    missed = [_of_split(plan, split) for split in plan.splits]
    short = tuple(conflict for conflicts, _ in missed for conflict in conflicts)
    return Answers(
        feasible=holds and not short,
        conflicts=(*(_conflict(plan, names) for names in _least(plan, found.sets)), *short),
        complete=found.complete and all(complete for _, complete in missed),
        identities_hold=found.identities_hold,
        implied=tuple(_beyond(plan)) if holds else (),
        redundant=tuple(_idle(plan)) if holds else (),
        plan=plan,
    )


def _of_split(plan: PlanSystem, split: Split) -> tuple[list[Conflict], bool]:
    """Return where quotas miss their target, and whether that is all."""
    own = plan.of_split(split)
    found = all_conflicts(own.system, limit=_MOST, seconds=_SECONDS)
    conflicts = [
        evolve(
            _conflict(own, names),
            told=split_told(split, names, plan.naming.ledger.places),
        )
        for names in _least(own, found.sets)
    ]
    return conflicts, found.complete


def _least(plan: PlanSystem, sets: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Return the sets that are smallest by what stands behind them, each once.

    A target may be several constraints, so that two sets can be the same to a reader.
    """
    kept: dict[frozenset[tuple[str, str]], tuple[str, ...]] = {}
    for names in sets:
        kept.setdefault(frozenset(map(plan.sources_key, names)), names)
    return [names for key, names in kept.items() if not any(other < key for other in kept)]


def _conflict(plan: PlanSystem, names: tuple[str, ...]) -> Conflict:
    proof = proof_of(plan.system, names)
    lines = [plan.sources[line.name] for line in proof.lines]
    targets = [name for name in names if plan.sources[name].is_target]
    by_source = {(s.kind, s.id): s for s in (plan.sources[name] for name in names)}
    return Conflict(
        sources=tuple(sorted(by_source.values(), key=lambda s: _ORDER.index(s.kind))),
        relations=tuple(s for s in lines if s.kind is SourceKind.RELATION),
        proof=proof,
        single=_single(plan, names, targets),
        plan=plan,
    )


def _single(
    plan: PlanSystem, names: tuple[str, ...], targets: list[str]
) -> tuple[Relaxation, ...]:
    """Return changes that mend the whole plan; where none does, those of this conflict."""
    try:
        mended = repairs(plan.system, targets).single if targets else ()
    except UsageError:  # the rest of the plan is another conflict
        mended = ()
    return mended or repairs(plan.system.only(names), targets or None).single


def _beyond(plan: PlanSystem) -> Iterator[Beyond]:
    """Yield bounds of the last year that follow from more than their own target."""
    tied = _tied(plan)
    last = max((variable.year for variable in tied), default=0)
    asked = sorted(variable for variable in tied if variable.year == last)
    for variable, bounds in zip(
        asked, implied(plan.system, [v.name for v in asked]), strict=True
    ):
        low = bounds.low if bounds.low and bounds.low.value > 0 else None
        for edge, is_low in ((low, True), (bounds.high, False)):
            if edge is not None and _says_more(plan, variable, edge):
                told = _told(plan, variable, edge, is_low=is_low)
                if told.own != edge.value:
                    yield told


def _tied(plan: PlanSystem) -> frozenset[Variable]:
    """Return the variables that stand in a constraint with others."""
    names = {
        name for c in plan.system.constraints if len(c.terms) > 1 for name, _ in c.terms
    }
    return frozenset(map(Variable.named, names))


def _says_more(plan: PlanSystem, variable: Variable, edge: Edge) -> bool:
    """Whether a bound rests on another indicator too, and not on its own target alone."""
    ids = {statement.id: statement.indicator_id for statement in plan.statements}
    ids |= {child.id: child.statement.indicator_id for child in plan.children}
    sources = [plan.sources[name] for name in edge.because]
    return any(
        source.kind is SourceKind.ASSUMPTION
        or (source.is_target and ids[source.id] != variable.plain_id)
        for source in sources
    )


def _told(plan: PlanSystem, variable: Variable, edge: Edge, *, is_low: bool) -> Beyond:
    stated = [c.lo if is_low else c.hi for c in plan.alone(variable)]
    bounds = [bound for bound in stated if bound is not None]
    own = (max(bounds) if is_low else min(bounds)) if bounds else None
    year, base = _base(plan, variable)
    return Beyond(
        variable=variable,
        low=edge.value if is_low else None,
        high=None if is_low else edge.value,
        own=own,
        base=base.source if base else None,
        base_year=year if base else None,
        growth=_growth(base, edge.value, variable.year - year),
        own_growth=_growth(base, own, variable.year - year),
        because=tuple(plan.sources[name] for name in edge.because),
        names=edge.because,
    )


def _base(plan: PlanSystem, variable: Variable) -> tuple[int, Sourced | None]:
    """Return the last of the four years before the plan that something is known of."""
    for year in range(plan.start - 1, plan.start - 5, -1):
        before = variable.in_year(year)
        known = plan.fact_of(before) or plan.known_of(before)
        if known is not None:
            return year, known
    return 0, None


def _growth(base: Sourced | None, value: Fraction | None, years: int) -> float | None:
    """Return the yearly growth in % from the base to the value."""
    if base is None or value is None or value <= 0:
        return None
    low = base.constraint.lo or base.constraint.hi
    if not low or low <= 0:
        return None
    yearly: float = float(value / low) ** (1 / years) - 1
    return yearly * 100


def _idle(plan: PlanSystem) -> Iterator[Idle]:
    """Yield targets of which every constraint follows from those of others."""
    found = {each.name: each.because for each in redundant(plan.system)}
    for key in dict.fromkeys(map(plan.sources_key, found)):
        own = [c.name for c in plan.system.constraints if plan.sources_key(c.name) == key]
        because = dict.fromkeys(why for name in own for why in found.get(name, ()))
        if all(name in found for name in own) and not set(own) & set(because):
            yield Idle(
                source=plan.sources[own[0]],
                because=tuple(plan.sources[name] for name in because),
            )
