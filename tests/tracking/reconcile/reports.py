"""Two small work reports of one city, a year apart, as plans."""

from __future__ import annotations

from paitou.compile import compile_document
from paitou.model import Plan
from paitou.text import document_from_text
from paitou.tracking.reconcile import Pair, reconcile

_REPORT = """{place}政府工作报告

——{year}年1月15日在{place}第五届人民代表大会第四次会议上

一、{past}年工作回顾

{told}

二、{year}年工作安排

{wanted}
"""
_NOTHING = "各项工作稳步推进。"


def report(
    year: int, *, told: str = _NOTHING, wanted: str = _NOTHING, place: str = "云山市"
) -> Plan:
    """Return a work report with these sentences in its review and in its plans."""
    parts = {"year": year, "past": year - 1, "told": told, "wanted": wanted}
    return compile_document(document_from_text(_REPORT.format(place=place, **parts)))


def pairs(wanted: str, told: str) -> tuple[Pair, ...]:
    """Return what the report of 2025 says of the targets set for 2024."""
    found = reconcile(report(2024, wanted=wanted), report(2025, told=told))
    return found.pairs


def pair(wanted: str, told: str) -> Pair:
    """Return the only pair of a target and what was told of it."""
    (only,) = pairs(wanted, told)
    return only
