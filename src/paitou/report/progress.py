"""Standings → how many are reached, off course and open, as one sentence that adds up."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from paitou.model import Attainment, Standing
from paitou.render.signs import Tally, tallies


@frozen
class Part:
    """A part of a bar, in targets from the left."""

    verdict: str
    start: int
    width: int


@frozen(kw_only=True)
class Progress:
    """How some targets stand.

    Attributes:
        tallies: every sign that occurs, with how often.
        judged: those of them that are a judgement; `open` those that are none.
        inferred: how many judgements rest on computation.
    """

    total: int
    tallies: tuple[Tally, ...]
    judged: tuple[Tally, ...]
    open: tuple[Tally, ...]
    inferred: int

    @property
    def judged_count(self) -> int:
        """Return how many can be judged."""
        return sum(one.count for one in self.judged)

    @property
    def open_count(self) -> int:
        """Return how many cannot be judged for want of data or of a definition."""
        return sum(one.count for one in self.open)

    @property
    def adverse_count(self) -> int:
        """Return how many somebody has to act on."""
        adverse = {one.value for one in Attainment if one.is_adverse}
        return sum(one.count for one in self.judged if one.sign.verdict in adverse)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the tallies as parts of a bar as long as the total."""
        found, start = [], 0
        for one in self.tallies:
            found.append(Part(one.sign.verdict, start, one.count))
            start += one.count
        return tuple(found)

    @property
    def open_share(self) -> str:
        """Return the share that cannot be judged, with one decimal."""
        return f"{self.open_count / self.total * 100:.1f}%" if self.total else ""

    @property
    def sentence(self) -> str:
        """Return all counts as one sentence; they add up to the total."""
        if not self.total:
            return "没有可以评价的目标。"
        parts = [f"{one.count}项{one.sign.word}" for one in self.judged]
        if self.open:
            parts.append(f"{self.open_count}项{self._open_words}")
        return f"{self.total}项目标中，{'，'.join(parts)}。"

    @property
    def _open_words(self) -> str:
        if len(self.open) == 1:
            return f"无法评价（{self.open[0].sign.word}）"
        told = "、".join(f"{one.sign.word}{one.count}项" for one in self.open)
        return f"无法评价（{told}）"


def progress_of(standings: Sequence[Standing]) -> Progress:
    """Return how the standings are spread."""
    found = tallies(standings)
    is_open = Attainment.UNKNOWN.value
    return Progress(
        total=len(standings),
        tallies=found,
        judged=tuple(one for one in found if one.sign.verdict != is_open),
        open=tuple(one for one in found if one.sign.verdict == is_open),
        inferred=sum(
            one.inferred and one.verdict is not Attainment.UNKNOWN for one in standings
        ),
    )


def worst_first(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the standings with what has to be acted on first, then open, then reached."""
    return tuple(sorted(standings, key=lambda one: (_ORDER[one.verdict], _share(one))))


_ORDER = {
    verdict: place
    for place, verdict in enumerate(
        (
            Attainment.MISSED,
            Attainment.BROKEN,
            Attainment.UNLIKELY,
            Attainment.BEHIND,
            Attainment.NEARLY,
            Attainment.UNKNOWN,
            Attainment.ON_TRACK,
            Attainment.NOT_DUE,
            Attainment.MET,
        )
    )
}


def _share(standing: Standing) -> float:
    return standing.share if standing.share is not None else 1.0


def judged_words(progress: Progress) -> str:
    """Return what can be said of a whole plan, and how much of it cannot be judged."""
    if not progress.total:
        return progress.sentence
    told = progress.sentence.removesuffix("。")
    if progress.inferred:
        told += f"。有结论的里面，{progress.inferred}项含测算"
    if progress.open_count:
        told += f"。无法评价的占{progress.open_share}，不等于没有完成"
    return f"{told}。"
