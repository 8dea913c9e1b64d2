"""A book → 目标衔接平衡分析: can its targets all be true, what they imply, and a trial."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.consistency.plan.notes import notes
from paitou.consistency.plan.trying import Changeable, changeables
from paitou.model import Statement
from paitou.office.boards.balance_trial import Trial, read_trial
from paitou.office.books import Day, Shelved
from paitou.render.balance_words import balance_sentence
from paitou.report.balance_findings import Finding, findings

_FIRST = 3


@frozen(kw_only=True)
class BalancePage:
    """The analysis: the findings that matter most, then all the rest.

    Attributes:
        idle: targets that others ask for anyway.
        unused: targets that no linear relation can say, and why; they are no part of it.
        used: how many targets are.
    """

    shelved: Shelved
    day: Day
    sentence: str
    findings: tuple[Finding, ...]
    others: tuple[Finding, ...]
    idle: tuple[str, ...]
    unused: tuple[tuple[Statement, str], ...]
    used: int
    choices: tuple[Changeable, ...]
    trial: Trial

    @property
    def has_assumptions(self) -> bool:
        """Return whether anything is taken for granted."""
        return bool(self.shelved.book.assumptions)


def balance_page(shelved: Shelved, day: Day, query: Mapping[str, str]) -> BalancePage:
    """Return the analysis by what was known on the day, and what the query tries.

    Raises:
        UsageError: the plan's system is too large to be worked through.
    """
    book = shelved.book
    plan = build(book, day.date)
    found = answer(plan)
    every = findings(found, notes(plan, book.plan.document))
    grave = max(_FIRST, len(found.conflicts))
    choices = tuple(changeables(plan, book))
    return BalancePage(
        shelved=shelved,
        day=day,
        sentence=balance_sentence(found) if plan.statements else "没有可以分析的目标。",
        findings=every[:grave],
        others=every[grave:],
        idle=tuple(dict.fromkeys(idle.source.words for idle in found.redundant)),
        unused=plan.refused,
        used=len(plan.statements) - len(plan.refused),
        choices=choices,
        trial=read_trial(query, book, day.date, found, choices),
    )
