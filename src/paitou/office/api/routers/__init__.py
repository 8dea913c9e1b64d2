"""One desk a resource, each with its operations."""

from __future__ import annotations

from paitou.office.api.desk import Desk


def desks() -> tuple[Desk, ...]:
    """Return every desk, in the order in which they are described."""
    from paitou.office.api.routers import (
        books,
        calendars,
        changes,
        contests,
        evidence,
        exports,
        figures,
        issued,
        items,
        journal,
        orgs,
        papers,
        posts,
        releases,
        reminders,
        reported,
        rounds,
        standings,
        submissions,
        tokens,
        users,
    )

    modules = (
        books, standings, figures, exports, contests, papers, issued, rounds, reminders,
        submissions, evidence, reported, changes, calendars, releases, items, orgs, users,
        posts, tokens, journal,
    )  # fmt: skip
    return tuple(module.desk for module in modules)
