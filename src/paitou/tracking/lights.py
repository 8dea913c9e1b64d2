"""A rule of lights and how far a target is → the colour, and one sentence that says why."""

from __future__ import annotations

from functools import lru_cache

from paitou.model import Light
from paitou.tracking.light_bands import Band, LightRule, Progress
from paitou.tracking.light_rules import light_presets
from paitou.tracking.light_words import band_words

__all__ = [
    "LightRule",
    "Progress",
    "default_lights",
    "light_of",
    "light_presets",
    "severity",
]
DEFAULT = "paitou"
_GRAVER = (Light.NONE, Light.GREEN, Light.BLUE, Light.YELLOW, Light.ORANGE, Light.RED)


def default_lights() -> LightRule:
    """Return the rule where an office names none; it is ours, and says so."""
    return next(rule for rule in light_presets() if rule.id == DEFAULT)


def severity(light: Light) -> int:
    """Return how grave a light is: none, green, blue, yellow, orange, red."""
    return _GRAVER.index(light)


@lru_cache(maxsize=4096)
def light_of(rule: LightRule, progress: Progress) -> tuple[Light, str]:
    """Return the light, and a sentence with the rule, the number and the limit.

    Of the bands that hold the gravest counts. What is not known turns no light on.
    """
    if progress.not_assessed:
        return (
            Light.NONE,
            f"按“{rule.name}”，年度指标、没有数据、力争的目标或经批准的偏离不评定，不亮灯",
        )
    now = progress.settled
    held = [band for band in rule.bands if band.holds(now, rule.tolerance_pp)]
    if not held:
        return Light.NONE, f"按“{rule.name}”，没有可据以亮灯的数或情形，不亮灯"
    light = max((band.light for band in held), key=severity)
    told, note = _told(rule, [band for band in held if band.light is light], now)
    return light, f"按“{rule.name}”，{told}，亮{light.label}{note}"


def _told(rule: LightRule, bands: list[Band], now: Progress) -> tuple[str, str]:
    """Return what decided; a band of the source speaks before one that fills a gap."""
    speaking = [band for band in bands if not band.note] or bands
    words = {band_words(band, now, rule.tolerance_pp): band.note for band in speaking}
    notes = sorted({note for note in words.values() if note})
    return "；".join(sorted(words)), f"（{'；'.join(notes)}）" if notes else ""
