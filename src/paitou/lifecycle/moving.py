"""A state, a move and what is said with it → the next state, or the sentence why not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from attrs import frozen

from paitou.model import Lifecycle, LifeMove, LifeState, Need, Part


@frozen(kw_only=True)
class Given:
    """What is known when somebody wants to make a move.

    Attributes:
        parts: as what they may act in this matter.
        today: the day; None where the clock does not matter.
        due: the last day that holds now.
        last_by, by: who made the move before, and who wants to make this one.
        text, new_due, org: what they say with it.
    """

    parts: Collection[Part]
    today: dt.date | None = None
    due: dt.date | None = None
    last_by: int | None = None
    by: int | None = None
    text: str = ""
    new_due: dt.date | None = None
    org: str = ""


def moves_from(
    lifecycle: Lifecycle, state_id: str, parts: Collection[Part]
) -> tuple[LifeMove, ...]:
    """Return the moves that somebody may make from a state, whatever their conditions."""
    return tuple(
        move for move in lifecycle.moves if state_id in move.before and move.by in parts
    )


def why_not(lifecycle: Lifecycle, state_id: str, move_id: str, given: Given) -> str:
    """Return why a move cannot be made; empty where it can.

    Raises:
        UsageError: there is no such state or move.
    """
    state, move = lifecycle.state(state_id), lifecycle.move(move_id)
    if state.id not in move.before:
        return f"现在是“{state.label}”，不能“{move.label}”"
    if move.by not in given.parts:
        return f"“{move.label}”由{move.by.label}办理"
    if move.is_by_other and given.by is not None and given.by == given.last_by:
        return f"上一步是您办理的，“{move.label}”须由另一人办理"
    if move.is_in_time and _is_over(given):
        return f"时限已过，不能再“{move.label}”；{move.label}须在到期前提出"
    return _unsaid(move, given)


def moved(lifecycle: Lifecycle, state_id: str, move_id: str) -> LifeState:
    """Return the state that a move leads to, which `why_not` has allowed."""
    return lifecycle.state(lifecycle.move(move_id).after or state_id)


def _is_over(given: Given) -> bool:
    return given.today is not None and given.due is not None and given.today > given.due


def _unsaid(move: LifeMove, given: Given) -> str:
    if Need.TEXT in move.needs and not given.text.strip():
        return f"“{move.label}”要写明{move.text_label}"
    if Need.ORG in move.needs and not given.org:
        return f"“{move.label}”要写明{Need.ORG.label}"
    if Need.DUE not in move.needs:
        return ""
    if given.new_due is None:
        return f"“{move.label}”要写明{Need.DUE.label}"
    if given.today is not None and given.new_due < given.today:
        return f"{Need.DUE.label}不能早于今天"
    return ""
