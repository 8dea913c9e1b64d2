"""Standings → the few numbers that are read from afar; they add up to the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paitou.model import Attainment, Standing
from paitou.render.poster import Count, Counts
from paitou.render.signs import Tally
from paitou.report.progress import progress_of

_ADVERSE = tuple(one.value for one in Attainment if one.is_adverse)
#: What stands in one number, its word, and whether it is told where there is none.
_GROUPS = (
    (("met",), "已达到", True),
    (("nearly",), "基本完成", False),
    (("on_track",), "达到序时进度", False),
    (_ADVERSE, "需要加力", True),
    (("unknown",), "无法评价", True),
    (("not_due",), "未到时限", False),
)


def counts_of(standings: Sequence[Standing]) -> Counts:
    """Return how many are reached, on course, behind and open, each with its shape."""
    tallies = progress_of(standings).tallies
    cells = []
    for verdicts, word, is_always in _GROUPS:
        inside = [one for one in tallies if one.sign.verdict in verdicts]
        total = sum(one.count for one in inside)
        if total or is_always:
            cells.append(_count(inside, total, word, verdicts[0]))
    return Counts(tuple(cells))


def _count(inside: Sequence[Tally], total: int, word: str, usual: str) -> Count:
    sign = inside[0].sign if len(inside) == 1 else None
    return Count(
        number=str(total),
        word=sign.word if sign else word,
        standing=inside[0].sign.verdict if inside else usual,
    )


def counts_told(standings: Sequence[Standing]) -> Iterator[str]:
    """Yield what the numbers add up to, and what those are made of that are several."""
    progress = progress_of(standings)
    if not progress.total:
        yield "没有可以评价的量化目标。"
        return
    told = f"共{progress.total}项量化目标"
    if progress.open_count:
        told += f"；无法评价的占{progress.open_share}，不等于没有完成"
    if progress.inferred:
        told += f"；有结论的里面，{progress.inferred}项含测算"
    yield f"{told}。"
    for verdicts, word, _ in _GROUPS:
        inside = [one for one in progress.tallies if one.sign.verdict in verdicts]
        if len(inside) > 1:
            parts = "、".join(f"{one.sign.word}{one.count}项" for one in inside)
            yield f"{word}的{sum(one.count for one in inside)}项：{parts}。"
