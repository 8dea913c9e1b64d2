"""A target's standing on a day → what its card shows of it at a glance."""

from __future__ import annotations

from attrs import frozen
from django.utils.safestring import SafeString, mark_safe

from paitou.model import Standing
from paitou.render.signs import Sign, sign_of
from paitou.report.assessment import Assessment
from paitou.report.records import record_of
from paitou.report.target_pictures import small_picture, target_picture


@frozen(kw_only=True)
class Glance:
    """A sign, one sentence that says why, and a picture as small as a word."""

    standing: Standing
    sign: Sign
    picture: SafeString


def glance_of(assessment: Assessment, statement_id: str) -> Glance | None:
    """Return the glance at a target as a whole, None where it is not judged."""
    found = assessment.of(statement_id)
    if not found:
        return None
    standing, cases = found[0]
    chart = None
    if len(cases) == 1:
        chart = target_picture(record_of(cases[0], standing), standing)
    drawn = small_picture(chart) if chart else ""
    return Glance(
        standing=standing,
        sign=sign_of(standing),
        picture=mark_safe(drawn),  # noqa: S308 (drawn by us, its words escaped)
    )
