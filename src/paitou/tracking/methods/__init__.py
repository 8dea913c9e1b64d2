"""Published methods of judging progress: a series and a goal → an assessment."""

from paitou.tracking.methods.cases import (
    ANSWER_COLUMNS,
    CASE_COLUMNS,
    Case,
    cases_of,
    read_cases,
    write_answers,
)
from paitou.tracking.methods.method import (
    NOT_ASSESSABLE,
    Assessment,
    Direction,
    Goal,
    Method,
    Series,
    Thresholds,
)
from paitou.tracking.methods.registry import METHODS

__all__ = [
    "ANSWER_COLUMNS",
    "CASE_COLUMNS",
    "METHODS",
    "NOT_ASSESSABLE",
    "Assessment",
    "Case",
    "Direction",
    "Goal",
    "Method",
    "Series",
    "Thresholds",
    "cases_of",
    "read_cases",
    "write_answers",
]
