"""Reconciliation → a table for the terminal: what was told, then what was not."""

from __future__ import annotations

from collections.abc import Iterable

from paitou.cli.columns import aligned, clip
from paitou.cli.plan_table import issue_lines
from paitou.model import Plan
from paitou.report.comparison_sheet import TITLE, summary_sentence
from paitou.tracking.reconcile import Gap, Pair, Reconciliation, value_words

_QUOTE, _REASON = 40, 84
_INDENT = "  "
_MARKS = {"已达到": "●", "基本达到": "◐", "低于目标": "✕"}


def reconcile_table(plan: Plan, later: Plan, found: Reconciliation) -> str:
    """Return the pairs as lines that a person reads, the answer first."""
    judged = [pair for pair in found.pairs if pair.outcome]
    open_ones = [p for p in found.pairs if not p.outcome and not p.is_silent]
    misplaced = [p for p in open_ones if p.gap is Gap.MISPLACED]
    parts = (
        f"{TITLE}\n{summary_sentence(plan, later, found)}",
        issue_lines(found.issues),
        _judged(judged),
        "" if misplaced else _listed("没有结论的目标", open_ones),
        _silent(found.silent),
    )
    return "\n\n".join(part for part in parts if part)


def _judged(pairs: list[Pair]) -> str:
    if not pairs:
        return ""
    lines = [
        f"{_INDENT}{line}"
        for pair in pairs
        for line in (
            f"{_MARKS.get(pair.label, '○')} {pair.label}  {pair.target.quote}",
            f"{_INDENT}{_INDENT}{pair.outcome.quote if pair.outcome else ''}",
            f"{_INDENT}{_INDENT}{pair.reason}",
        )
    ]
    return "\n".join((f"有结果的目标（{len(pairs)}项）", *lines))


def _listed(title: str, pairs: list[Pair]) -> str:
    if not pairs:
        return ""
    rows = [(p.label, clip(p.target.quote, _QUOTE), clip(p.reason, _REASON)) for p in pairs]
    return _block(f"{title}（{len(pairs)}项）", rows)


def _silent(pairs: tuple[Pair, ...]) -> str:
    if not pairs:
        return ""
    rows = [
        (
            clip(p.target.indicator, _QUOTE),
            value_words(p.target),
            clip(p.target.quote, _REASON),
        )
        for p in pairs
    ]
    return _block(f"后续报告未提及的目标（{len(pairs)}项）", rows)


def _block(title: str, rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join((title, *(_INDENT + line for line in aligned(list(rows)))))
