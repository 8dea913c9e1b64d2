"""A verdict and its pace → the light, and any deviation that was accepted for it."""

from __future__ import annotations

from attrs import frozen

from paitou.model import Attainment, Light, Measure, Strength
from paitou.tracking.facts import Evidence
from paitou.tracking.lights import Progress, light_of

_NO_LIGHT = frozenset({Attainment.UNKNOWN, Attainment.NOT_DUE})
_FAILED = frozenset({Attainment.MISSED, Attainment.NEARLY})
#: A year that broke it cannot be made good.
_HOPELESS = frozenset({Attainment.UNLIKELY, Attainment.BROKEN})
_GROWTHS = frozenset({Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH})
_DARK = Progress(not_assessed=True)
_DONE = Progress(is_done=True)
_DONE_LATE = Progress(is_done=True, is_late_done=True)


@frozen(kw_only=True)
class Outcome:
    """What a light turns on, before the standing is made."""

    verdict: Attainment
    pace_pp: float | None = None
    share: float | None = None
    late: bool = False


def light_up(evidence: Evidence, outcome: Outcome) -> tuple[Light, str, str]:
    """Return the light that the book's rule gives, why, and an accepted deviation."""
    excuse = _excuse(evidence, outcome.verdict)
    progress = _DARK if excuse else _progress(evidence, outcome)
    return (*light_of(evidence.case.rules.lights, progress), excuse)


def _progress(evidence: Evidence, outcome: Outcome) -> Progress:
    stretch = evidence.case.statement.strength is Strength.STRETCH
    if outcome.verdict in _NO_LIGHT or (stretch and outcome.verdict is not Attainment.MET):
        return _DARK  # missing what was only striven for is no failure
    if outcome.verdict is Attainment.MET:
        return _DONE_LATE if outcome.late else _DONE
    pace, share = outcome.pace_pp, outcome.share
    is_growth = evidence.case.statement.measure in _GROWTHS
    below = pace < 0 if is_growth and pace is not None else None
    if is_growth or pace is None:
        # Points of growth are no points of pace; on its way means not behind.
        pace = 0.0 if outcome.verdict is Attainment.ON_TRACK else None
    return Progress(
        lag_pp=None if pace is None else -pace,
        months_overdue=_months_overdue(evidence) if outcome.verdict in _FAILED else None,
        cannot=outcome.verdict in _HOPELESS,
        growth_below=below,
        share=share,
        elapsed=None if pace is None or share is None else share - pace / 100,
    )


def _months_overdue(evidence: Evidence) -> int:
    """Return the months since it was due; what has failed by its last figure is overdue."""
    due = evidence.case.last * 12 + 11
    return max(evidence.as_of.year * 12 + evidence.as_of.month - 1 - due, 1)


def _excuse(evidence: Evidence, verdict: Attainment) -> str:
    """Return in words the lag that was accepted until a day, while it lasts."""
    if not evidence.case.rules.deviations or not verdict.is_adverse:
        return ""
    for deviation in evidence.case.rules.deviations:
        place = evidence.case.ledger.places.key(deviation.org)
        mine = deviation.statement == evidence.case.statement.id
        begun = deviation.since is None or evidence.as_of >= deviation.since
        lasts = begun and evidence.as_of <= deviation.until
        if mine and place == evidence.case.org and lasts:
            until = (
                f"{deviation.until.year}年{deviation.until.month}月{deviation.until.day}日"
            )
            by = f"，{deviation.approved_by}同意" if deviation.approved_by else ""
            return f"{until}前可滞后：{deviation.reason}{by}"
    return ""
