"""A standing → the official word and the mark that every medium shows for it."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.model import Attainment, Nature, Standing, WhyUnknown


@frozen
class StandingWord:
    """A word, and a mark that tells it apart without colour."""

    word: str
    mark: str


#: Marks that the usual Chinese fonts have (SimSun, Noto CJK); none looks like another.
_WORDS = {
    Attainment.MET: StandingWord("已达到", "●"),
    Attainment.NEARLY: StandingWord("基本完成", "◎"),
    Attainment.ON_TRACK: StandingWord("达到序时进度", "◐"),
    Attainment.BEHIND: StandingWord("滞后于序时进度", "▲"),
    Attainment.UNLIKELY: StandingWord("预计难以达到（测算）", "△"),
    Attainment.MISSED: StandingWord("低于目标", "×"),
    Attainment.BROKEN: StandingWord("未持续达标", "⚠"),
    Attainment.UNKNOWN: StandingWord("未发布", "○"),
    Attainment.NOT_DUE: StandingWord("未到时限", "◇"),
}
_UNKNOWN = {
    WhyUnknown.NOT_PUBLISHED: "未发布",
    WhyUnknown.NOT_REPORTED: "未报送",
    WhyUnknown.UNVERIFIED: "待核",
    WhyUnknown.DEFINITION_OPEN: "口径待明确",
    WhyUnknown.DEFINITION_CHANGED: "口径变化不可比",
}


def attainment_word(verdict: Attainment) -> StandingWord:
    """Return the word and mark of a verdict where its details are not told."""
    return _WORDS[verdict]


def standing_word(standing: Standing, nature: Nature | None = None) -> StandingWord:
    """Return the word and mark of a standing.

    A binding target that was missed is 未完成; one reached after its day says so
    (look.md, words for standings).
    """
    found = _WORDS[standing.verdict]
    if standing.why_unknown is not None:
        return StandingWord(_UNKNOWN[standing.why_unknown], found.mark)
    if standing.verdict is Attainment.MISSED and nature is Nature.BINDING:
        return StandingWord("未完成", found.mark)
    if standing.verdict is Attainment.MET and standing.late:
        return StandingWord("逾期达到", found.mark)
    if standing.verdict is Attainment.MET and standing.lapsed:
        return StandingWord("曾达到，又回落", found.mark)
    if standing.verdict is Attainment.MET and standing.early:
        return StandingWord("提前达到", found.mark)
    return found


def standing_value(standing: Standing) -> str:
    """Return the latest value in the target's unit: 1020套; empty where there is none."""
    value = standing.value
    if not isinstance(value, Decimal):
        return f"{value}{standing.unit}" if value else ""
    shown = f"{value:f}"
    if "." in shown:
        shown = f"{value:.4f}".rstrip("0").rstrip(".")
    return f"{shown.replace('-', '−')}{standing.unit}"
