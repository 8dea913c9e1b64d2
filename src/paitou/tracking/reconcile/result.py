"""What a later report says of each target of an earlier plan, as values."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from paitou.model import Issue, Statement


class PairVerdict(StrEnum):
    """Whether the target was reached, as the later report tells it."""

    MET = "met"
    CLOSE = "close"
    MISSED = "missed"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """Return the Chinese word for the verdict."""
        return _VERDICT_LABELS[self]


class Gap(StrEnum):
    """Why nothing can be said of a target."""

    SILENT = "silent"  # the later report does not speak of it
    MENTIONED = "mentioned"  # it names it and gives no figure that could be held against it
    INCOMPARABLE = "incomparable"  # its figure is of another measure, unit or period
    AMBIGUOUS = "ambiguous"  # several figures could be meant and do not agree
    PARTIAL = "partial"  # its figure settles only a part of what was promised
    NOT_DUE = "not_due"  # the deadline is after the time reported on
    MISPLACED = "misplaced"  # the two texts speak of different places

    @property
    def label(self) -> str:
        """Return the Chinese word for the gap."""
        return _GAP_LABELS[self]


class Side(StrEnum):
    """On which side of its value a target is met."""

    FLOOR = "floor"
    CEILING = "ceiling"
    BOTH = "both"


class Evidence(StrEnum):
    """What speaks for a pair, or was done to make its two values comparable."""

    SAME_INDICATOR = "same_indicator"
    SAME_WORDING = "same_wording"
    CONTAINED_WORDING = "contained_wording"
    SIMILAR_WORDING = "similar_wording"
    SENTENCE_WORDING = "sentence_wording"
    SAME_CONTEXT = "same_context"
    NEIGHBOURS = "neighbours"
    UNIT_CONVERTED = "unit_converted"
    MEASURE_CONVERTED = "measure_converted"
    BASE_USED = "base_used"
    SHARED_OUTCOME = "shared_outcome"

    @property
    def label(self) -> str:
        """Return the Chinese words for the evidence."""
        return _EVIDENCE_LABELS[self]


_VERDICT_LABELS = {
    PairVerdict.MET: "已达到",
    PairVerdict.CLOSE: "基本达到",
    PairVerdict.MISSED: "低于目标",
    PairVerdict.UNKNOWN: "待核",
}
_GAP_LABELS = {
    Gap.SILENT: "后续报告未提及",
    Gap.MENTIONED: "不可比",
    Gap.INCOMPARABLE: "不可比",
    Gap.AMBIGUOUS: "待核",
    Gap.PARTIAL: "待核",
    Gap.NOT_DUE: "未到时限",
    Gap.MISPLACED: "未作对照",
}
_LABELS = dict.fromkeys(
    (
        *(_VERDICT_LABELS[v] for v in PairVerdict if v is not PairVerdict.UNKNOWN),
        *_GAP_LABELS.values(),
        _VERDICT_LABELS[PairVerdict.UNKNOWN],
    )
)
_EVIDENCE_LABELS = {
    Evidence.SAME_INDICATOR: "同一指标",
    Evidence.SAME_WORDING: "名称相同",
    Evidence.CONTAINED_WORDING: "名称一详一略",
    Evidence.SIMILAR_WORDING: "名称相近",
    Evidence.SENTENCE_WORDING: "名称见于目标所在的句子",
    Evidence.SAME_CONTEXT: "上下文相近",
    Evidence.NEIGHBOURS: "同句前后各项也相互对应",
    Evidence.UNIT_CONVERTED: "单位已换算",
    Evidence.MEASURE_CONVERTED: "口径已换算",
    Evidence.BASE_USED: "按基数测算",
    Evidence.SHARED_OUTCOME: "一项结果对照多项目标",
}


@frozen(kw_only=True)
class Pair:
    """A target and the outcome that reports on it, None where there is none.

    Attributes:
        reason: why the verdict is what it is, one Chinese sentence.
        gap: why the verdict is unknown; None where it is not.
        shortfall: by how much the outcome falls short in `shortfall_unit`; negative where
            it goes beyond the target; None where nothing was compared.
        side: on which side of its value the target is met.
        evidence: how the pair was made.
        likeness: how alike the two are said to be, 0 to 1; 0 without an outcome.
        alternatives: outcomes that could be meant or that come near, not chosen.
        mention: words of the later report that name the indicator, without a figure.
    """

    target: Statement
    outcome: Statement | None = None
    verdict: PairVerdict = field(converter=PairVerdict, default=PairVerdict.UNKNOWN)
    reason: str
    gap: Gap | None = None
    shortfall: Decimal | None = None
    shortfall_unit: str = ""
    side: Side | None = None
    evidence: tuple[Evidence, ...] = ()
    likeness: float = 0.0
    alternatives: tuple[Statement, ...] = ()
    mention: str = ""

    @property
    def label(self) -> str:
        """Return the word for what became of the target."""
        return self.gap.label if self.gap else self.verdict.label

    @property
    def is_silent(self) -> bool:
        """Return whether the later report does not speak of the target at all."""
        return self.gap is Gap.SILENT


@frozen(kw_only=True)
class Reconciliation:
    """Every target of a plan, in the plan's order, with what became of it."""

    pairs: tuple[Pair, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Return how many pairs have each verdict, those with none included."""
        found = Counter(pair.verdict for pair in self.pairs)
        return {verdict.value: found[verdict] for verdict in PairVerdict}

    @property
    def labels(self) -> dict[str, int]:
        """Return how many pairs have each word, what was reached first."""
        found = Counter(pair.label for pair in self.pairs)
        return {label: found[label] for label in _LABELS if found[label]}

    @property
    def silent(self) -> tuple[Pair, ...]:
        """Return the targets of which the later report does not speak."""
        return tuple(pair for pair in self.pairs if pair.is_silent)
