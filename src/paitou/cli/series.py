"""A CSV of series and goals, and the name of a method → the answers as CSV."""

from __future__ import annotations

from pathlib import Path

from paitou.model import Issue, UsageError
from paitou.tracking.methods import METHODS, read_cases, write_answers


def judge_series(path: Path, method: str) -> tuple[str, tuple[Issue, ...]]:
    """Return the answers as CSV text, and what is wrong with rows.

    Raises:
        UsageError: there is no such method, or the file cannot be read.
    """
    chosen = METHODS.get(method)
    if chosen is None:
        raise UsageError(f"没有“{method}”这个方法，可用的有：{'、'.join(METHODS)}")
    cases, issues = read_cases(path)
    return write_answers((case, case.judge(chosen)) for case in cases), issues
