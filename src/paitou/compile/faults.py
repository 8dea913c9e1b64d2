"""What the grammar could not settle → issues that say where, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.compile.statements import Read
from paitou.model import Issue, Level


def faults_of(read: Read) -> Iterator[Issue]:
    """Yield an issue for each 分别 that does not match and each number left unexplained."""
    for statement in read.mismatched:
        yield Issue(
            code="respectively-mismatch",
            level=Level.WARNING,
            message=f"“{statement.quote}”中“分别”前后的指标与数值个数不一致",
            remedy="请在 review.toml 中为这条目标写明各自的指标名称",
            start=statement.start,
            end=statement.end,
        )
    for mention in read.mentions:
        if mention.name == "unexplained":
            yield Issue(
                code="number-unexplained",
                level=Level.HINT,
                message=f"数字“{mention.text}”未能归入任何目标或类别",
                remedy="请查看原文;如为目标,在 review.toml 中用 [[add]] 补充",
                start=mention.start,
                end=mention.end,
            )
