"""A lifecycle → what cannot be right in it: moves to nowhere, states without a way."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.model import Issue, Level, Lifecycle, LifeMove


def check_lifecycle(lifecycle: Lifecycle, file: str) -> tuple[Issue, ...]:
    """Return every fault of the table as a whole."""
    known = {state.id for state in lifecycle.states}
    faults = [fault for move in lifecycle.moves for fault in _unknown(move, known, file)]
    return (*faults, *_stranded(lifecycle, file))


def _unknown(move: LifeMove, known: set[str], file: str) -> Iterator[Issue]:
    named = (*move.before, move.after) if move.after else move.before
    for state in named:
        if state not in known:
            yield _issue(
                Level.ERROR,
                f"{file} 的“{move.label}”写了没有的状态 {state}",
                f"可用的状态：{'、'.join(sorted(known))}",
                file,
            )


def _stranded(lifecycle: Lifecycle, file: str) -> Iterator[Issue]:
    """Yield a fault for states that nothing leads to, and open ones that nothing leaves."""
    reached = {lifecycle.start.id} | _reached(lifecycle)
    left = {state for move in lifecycle.moves if move.after for state in move.before}
    for state in lifecycle.states:
        if state.id not in reached:
            told = f"{file} 的状态“{state.label}”没有一步能走到"
            yield _issue(Level.WARNING, told, "加一步，或删去这个状态", file)
        if state.is_open and state.id not in left:
            told = f"{file} 的状态“{state.label}”还没有办完，却没有下一步"
            yield _issue(Level.ERROR, told, "加一步，或写 open = false", file)


def _reached(lifecycle: Lifecycle) -> set[str]:
    reached, todo = set[str](), [lifecycle.start.id]
    while todo:
        state = todo.pop()
        after = {m.after for m in lifecycle.moves if state in m.before and m.after}
        todo.extend(after - reached)
        reached |= after
    return reached


def _issue(level: Level, message: str, remedy: str, where: str) -> Issue:
    return Issue(
        code="lifecycle-broken", level=level, message=message, remedy=remedy, where=where
    )
