"""Constraints on what is planned → whether they can all be true, and what if not."""

from paitou.consistency.conflicts import Conflicts, all_conflicts, first_conflict
from paitou.consistency.implied import Edge, Implied, Redundant, implied, redundant
from paitou.consistency.proof import Line, Proof, proof_of
from paitou.consistency.reading import parse_system, read_system
from paitou.consistency.repair import Relaxation, Repairs, repairs
from paitou.consistency.solver import Verdict, solve
from paitou.consistency.stopwatch import TimeUp
from paitou.consistency.system import Constraint, Kind, System

__all__ = [
    "Conflicts",
    "Constraint",
    "Edge",
    "Implied",
    "Kind",
    "Line",
    "Proof",
    "Redundant",
    "Relaxation",
    "Repairs",
    "System",
    "TimeUp",
    "Verdict",
    "all_conflicts",
    "first_conflict",
    "implied",
    "parse_system",
    "proof_of",
    "read_system",
    "redundant",
    "repairs",
    "solve",
]
