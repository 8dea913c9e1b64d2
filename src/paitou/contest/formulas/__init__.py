"""Facts of an organisation for an item → its share of full marks, with the sum in words."""

from __future__ import annotations

from paitou.contest.formulas.case import Answer, Case, Lack, Peers, Scorer
from paitou.contest.formulas.descriptions import (
    FormulaDescription,
    Need,
    ParameterDescription,
    ParameterKind,
    describe,
    descriptions,
)
from paitou.contest.formulas.registry import added, scorer, work

__all__ = [
    "Answer",
    "Case",
    "FormulaDescription",
    "Lack",
    "Need",
    "ParameterDescription",
    "ParameterKind",
    "Peers",
    "Scorer",
    "added",
    "describe",
    "descriptions",
    "scorer",
    "work",
]
