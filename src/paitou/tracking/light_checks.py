"""A rule of lights that an office wrote → where it contradicts itself or says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from paitou.model import Issue, Level, Light
from paitou.tracking.light_bands import LightRule, Progress
from paitou.tracking.lights import light_of, severity
from paitou.tracking.pace import points_text

_BESIDE = Decimal("0.00001")


def check_lights(rule: LightRule, where: str) -> tuple[Issue, ...]:
    """Return where more lag gives a milder light, and where a lag gives none."""
    lit = [(lag, light_of(rule, Progress(lag_pp=float(lag)))[0]) for lag in _probes(rule)]
    return (*_milder(rule, lit, where), *_gaps(rule, lit, where))


def _probes(rule: LightRule) -> list[Decimal]:
    """Return a lag at, below and above every limit; between two limits nothing changes."""
    limits = {x.at(rule.tolerance_pp) for band in rule.bands for x in band.lag_pp}
    return sorted(x + beside for x in limits for beside in (-_BESIDE, Decimal(0), _BESIDE))


def _milder(
    rule: LightRule, lit: list[tuple[Decimal, Light]], where: str
) -> Iterator[Issue]:
    shown = [(lag, light) for lag, light in lit if light is not Light.NONE]
    for (_, before), (lag, light) in pairwise(shown):
        if severity(light) < severity(before):
            yield Issue(
                code="light-order",
                level=Level.WARNING,
                message=f"“{rule.name}”落后{points_text(lag)}个百分点时由{before.label}"
                f"转为{light.label}，落后更多，灯反而更轻",
                remedy="核对各档的界线",
                where=where,
            )
            return


def _gaps(rule: LightRule, lit: list[tuple[Decimal, Light]], where: str) -> Iterator[Issue]:
    dark = [lag for lag, light in lit if light is Light.NONE and lag > 0]
    if dark:
        yield Issue(
            code="light-gap",
            level=Level.HINT,
            message=f"“{rule.name}”没有写明落后{points_text(dark[0])}个百分点时亮什么灯，"
            "这时不亮灯",
            remedy="补一档，或核对界线是否含本数",
            where=where,
        )
