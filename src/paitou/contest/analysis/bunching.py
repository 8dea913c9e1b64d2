"""Values against their targets → whether suspiciously many stop just above them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.findings import Finding, percent
from paitou.contest.results import OrgScore, Scoreboard
from paitou.model import Fact, Item, UsageError

#: Fewer cases near the target than this say nothing.
LEAST_CASES = 10
#: How rare an excess has to be, were both sides of the target equally likely.
RARE = 0.05


@frozen(kw_only=True)
class Bunching:
    """How many values lie just above and just below their targets.

    Attributes:
        above, below: cases from the target to `width` beyond it, and short of it.
        ratio: of the two densities; None where there is none below.
        chance: to see so many or more above, were both sides equally likely.
    """

    name: str
    width: Decimal
    above: int
    below: int

    @property
    def cases(self) -> int:
        """Return how many values are near a target."""
        return self.above + self.below

    @property
    def ratio(self) -> Fraction | None:
        """Return how many times as dense it is above as below."""
        return Fraction(self.above, self.below) if self.below else None

    @property
    def chance(self) -> float:
        """Return the one-sided chance by the binomial distribution with one half."""
        ways = sum(math.comb(self.cases, k) for k in range(self.above, self.cases + 1))
        return float(Fraction(ways, 2**self.cases))


def bunching(
    boards: Sequence[Scoreboard], width: Decimal = Decimal("0.02")
) -> tuple[Bunching, ...]:
    """Return the cases by item, then of all items together.

    Args:
        boards: of one or several periods; their cases are counted together.
        width: how near is near, as a share of the target.

    Raises:
        UsageError: the width is not between 0 and 1.
    """
    if not 0 < width < 1:
        raise UsageError(f"目标附近的宽度应在0与1之间，现为{width}")
    names: dict[str, list[Fraction]] = {}
    for board in boards:
        for item, beyond, grain in _all(board):
            near = names.setdefault(item.name, [])
            # 3 of 3 projects are no crowd: where 2 would be far away already, nothing
            # can lie just short of the target.
            if grain < Fraction(width):
                near.append(beyond)
    every = [beyond for found in names.values() for beyond in found]
    counted = [_count(name, found, width) for name, found in names.items()]
    return (*counted, _count("全部指标", every, width))


def bunching_findings(
    boards: Sequence[Scoreboard], width: Decimal = Decimal("0.02")
) -> tuple[Finding, ...]:
    """Return where values crowd just above targets; silent below ten cases."""
    return tuple(
        _finding(found)
        for found in bunching(boards, width)
        if found.cases >= LEAST_CASES and found.above > found.below and found.chance <= RARE
    )


def _finding(found: Bunching) -> Finding:
    near = percent(Fraction(found.width))
    return Finding(
        check="bunching",
        sentence=(
            f"{found.name}：目标附近{near}以内的{found.cases}个数中，刚好达到的有"
            f"{found.above}个，差一点的只有{found.below}个，建议核对原始资料"
        ),
        numbers=(
            ("刚好达到", found.above),
            ("差一点", found.below),
            ("偶然出现的概率", found.chance),
        ),
        how=(
            f"数出距目标{near}以内两侧的个数；若两侧同样可能，按二项分布算出偶然出现"
            f"这样多的概率，不超过{percent(RARE)}才提示，不足{LEAST_CASES}个不作判断"
        ),
    )


def _all(board: Scoreboard) -> Iterator[tuple[Item, Fraction, Fraction]]:
    items = {item.id: item for item in board.rulebook.scored}
    for score in board.scores:
        yield from _beyond(score, items)


def _beyond(
    score: OrgScore, items: dict[str, Item]
) -> Iterator[tuple[Item, Fraction, Fraction]]:
    """Yield how far each value is beyond its target, and the step of such numbers."""
    for points in score.points:
        readings = dict(points.readings)
        value, target = readings.get(Fact.VALUE), readings.get(Fact.TARGET)
        item = items.get(points.item)
        if item is None or value is None or target is None:
            continue
        if value.value is None or not target.value:
            continue
        aim = Fraction(target.value)
        share = (Fraction(value.value) - aim) / abs(aim) * item.direction
        yield item, share, _grain(value.value, target.value) / abs(aim)


def _grain(*values: Decimal) -> Fraction:
    """Return the smallest step between numbers written so finely: 0.1 for 8.2."""
    finest = min(int(one.normalize().as_tuple().exponent) for one in values)
    return Fraction(10) ** min(finest, 0)


def _count(name: str, beyond: Iterable[Fraction], width: Decimal) -> Bunching:
    far, listed = Fraction(width), list(beyond)
    return Bunching(
        name=name,
        width=width,
        above=sum(1 for share in listed if 0 <= share < far),
        below=sum(1 for share in listed if -far <= share < 0),
    )
