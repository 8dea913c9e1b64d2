"""A seed → the text of every table that the scripts write, by its place in the folder."""

from __future__ import annotations

from yunze_maker.contest_figures import contest_tables
from yunze_maker.juries import observation_tables
from yunze_maker.plan_figures import plan_tables
from yunze_maker.quotas import breakdown, contest_quotas
from yunze_maker.rows import figures_csv


def tables(seed: int) -> dict[str, str]:
    """Return the text of each table by its place in the folder."""
    figures = plan_tables(seed)
    figures |= contest_tables(seed, figures["city.csv"])
    return {
        **{f"figures/{name}": figures_csv(rows, seed) for name, rows in figures.items()},
        "breakdown.csv": breakdown(),
        "contest/quotas.csv": contest_quotas(),
        **observation_tables(seed),
    }
