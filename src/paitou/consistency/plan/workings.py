"""A proof → a sum that a person can follow with a pocket calculator."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.sources import Source
from paitou.consistency.plan.variables import Variable
from paitou.consistency.proof import Proof, proof_of
from paitou.consistency.system import Constraint, Kind, System

ASKED = "asked"


@frozen(kw_only=True)
class Step:
    """One number of a sum: `bound` in the unit of its indicator, counted `times`."""

    source: Source
    variable: Variable
    bound: Fraction
    times: Fraction

    @property
    def product(self) -> Fraction:
        """Return what it adds to the sum."""
        return self.bound * self.times


@frozen(kw_only=True)
class Working:
    """Steps that add up to a bound of one variable.

    Attributes:
        rules: shares, growth and relations that the sum uses; they add no number of their
            own, and everything but the variable cancels through them.
    """

    variable: Variable
    is_low: bool
    steps: tuple[Step, ...]
    rules: tuple[Source, ...]

    @property
    def total(self) -> Fraction:
        """Return the bound that the steps add up to."""
        return sum((step.product for step in self.steps), Fraction(0))


def working_of_bound(
    plan: PlanSystem, variable: Variable, value: Fraction, names: tuple[str, ...]
) -> Working:
    """Return why the constraints of these names bound the variable at the value from below.

    8 services, 1 farming and industry of at least 0.25 of all: all ≥ (8 + 1) ÷ 0.75 = 12.
    """
    beyond = against(variable, value - 1)
    system = System((*plan.system.only(names).constraints, beyond))
    return working_of_proof(plan, proof_of(system, (*names, ASKED)), beyond)


def against(variable: Variable, most: Fraction) -> Constraint:
    """Return the constraint that a variable is no more than this."""
    terms = {variable.name: Fraction(1)}
    return Constraint(name=ASKED, kind=Kind.TARGET, terms=terms, hi=most)


def working_of_proof(plan: PlanSystem, proof: Proof, asked: Constraint) -> Working:
    """Return what a proof says of the one variable of the constraint asked."""
    weight = next(line.multiplier for line in proof.lines if line.name == asked.name)
    made = {c.name: c for c in plan.system.constraints}
    others = [line for line in proof.lines if line.name != asked.name]
    return Working(
        variable=Variable.named(asked.terms[0][0]),
        is_low=weight < 0,
        steps=tuple(
            Step(
                source=plan.sources[line.name],
                variable=Variable.named(made[line.name].terms[0][0]),
                bound=line.bound,
                times=line.multiplier / abs(weight),
            )
            for line in others
            if line.bound
        ),
        rules=tuple(plan.sources[line.name] for line in others if not line.bound),
    )
