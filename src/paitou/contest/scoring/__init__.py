"""A rulebook and a field → the scoreboard, every point of it explained."""

from __future__ import annotations

from paitou.contest.scoring.board import printed, score

__all__ = ["printed", "score"]
