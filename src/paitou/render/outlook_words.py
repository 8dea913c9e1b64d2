"""Chances and bands → the words of every table, page and paper that shows them."""

from __future__ import annotations

_LITTLE, _MUCH = 0.05, 0.95


def chance_words(chance: float) -> str:
    """Return a chance in whole percent; near certainty it is only bounded."""
    if 0 < chance < _LITTLE:
        return "低于5%"
    if _MUCH < chance < 1:
        return "高于95%"
    return f"{chance:.0%}"


def shown(value: float) -> str:
    """Return a computed number with as many places as it can bear."""
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2
    return f"{value:.{places}f}".replace("-", "−")


def amount(value: float, unit: str) -> str:
    """Return a computed number with its unit."""
    return f"{shown(value)}{unit}"


def band_words(low: float | None, high: float | None, unit: str) -> str:
    """Return a band with its unit once: 8.40—9.10亿元; empty where there is none."""
    if low is None or high is None:
        return ""
    return f"{shown(low)}—{shown(high)}{unit}"
