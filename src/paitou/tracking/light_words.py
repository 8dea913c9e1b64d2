"""A band that holds → the words that say which number and which limit decided."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from paitou.tracking.light_bands import Band, Limit, Progress, Sign, exact
from paitou.tracking.pace import points_text


def band_words(band: Band, progress: Progress, tolerance: Decimal) -> str:
    """Return what held: 落后序时进度12.9个百分点，界线为≥10、≤30个百分点."""
    parts = (*_facts(band), *_months(band, progress), *_lag(band, progress, tolerance))
    return "，".join(parts)


def _facts(band: Band) -> Iterator[str]:
    if band.cannot is not None:
        yield "预计难以按期完成" if band.cannot else "仍能按期完成"
    if band.is_late_done:
        yield "逾期后才完成"
    elif band.is_done:
        yield "已完成" if band.is_late_done is None else "按期完成"
    if band.due_this_month:
        yield "本月到期"
    if band.is_done is False:
        yield "尚未完成"
    if band.growth_below is not None:
        yield "增速低于目标增速" if band.growth_below else "增速不低于目标增速"


def _months(band: Band, progress: Progress) -> Iterator[str]:
    months = progress.months_overdue
    if band.months_overdue and months is not None:
        told = f"逾期{months}个月" if months > 0 else "没有逾期"
        yield f"{told}，界线为{_limits(band.months_overdue, Decimal(0))}个月"


def _lag(band: Band, progress: Progress, tolerance: Decimal) -> Iterator[str]:
    lag = progress.lag
    if not band.lag_pp or lag is None:
        return
    yield from _shares(progress, lag)
    yield lag_words(lag, band.lag_pp, tolerance)
    yield f"界线为{_limits(band.lag_pp, tolerance)}个百分点"


def _shares(progress: Progress, lag: Decimal) -> Iterator[str]:
    """Yield share and time, unless the lag was measured against something else."""
    if progress.share is None or progress.elapsed is None or progress.shares_lag != lag:
        return
    done, gone = exact(progress.share, 100), exact(progress.elapsed, 100)
    if done is not None and gone is not None:
        yield f"完成{points_text(done)}%、时间已过{points_text(gone)}%"


def lag_words(lag: Decimal, limits: tuple[Limit, ...], tolerance: Decimal) -> str:
    """Return a lag in words: 落后, 超前, or 与序时进度持平."""
    if lag == 0:
        return "与序时进度持平"
    marks = [abs(limit.at(tolerance)) for limit in limits]
    points = points_text(abs(lag), marks)
    return f"{'落后' if lag > 0 else '超前'}序时进度{points}个百分点"


def _limits(limits: tuple[Limit, ...], tolerance: Decimal) -> str:
    """Return the limits that bind: of >0 and >10 the second says it all."""
    floors = [x for x in limits if x.sign in (Sign.ABOVE, Sign.FROM)]
    ceilings = [x for x in limits if x.sign in (Sign.BELOW, Sign.TO)]
    binding = [x for x in limits if x.sign is Sign.IS]
    if floors:
        strictest = lambda x: (x.at(tolerance), x.sign is Sign.ABOVE)
        binding.append(max(floors, key=strictest))
    if ceilings:
        strictest = lambda x: (x.at(tolerance), x.sign is Sign.TO)
        binding.append(min(ceilings, key=strictest))
    return "、".join(f"{x.sign.value}{_plain(x.at(tolerance))}" for x in binding)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
