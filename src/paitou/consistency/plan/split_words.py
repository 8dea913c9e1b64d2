"""Quotas that do not come to their target → by how much, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from paitou.consistency.plan.splitting import ASKED, Row, Split
from paitou.figures import Places
from paitou.model import Measure

_SUMS = frozenset({Measure.TOTAL, Measure.CHANGE})
_POINTS = frozenset({Measure.LEVEL, Measure.PER_YEAR, Measure.MAINTAIN})


def split_told(split: Split, names: Sequence[str], places: Places) -> str:
    """Return what quotas of these names come to, and what they should.

    分解到12个县（市、区）的2026年任务合计2960亿元，比目标3000亿元少40亿元.
    """
    done = [split.rows[n] for n in names if n in split.rows and ASKED not in n]
    asked = [split.rows[n] for n in names if n in split.rows and ASKED in n]
    rows = list({row.key: row for row in done}.values())
    aim = asked[0].value if asked else split.goal.aim / split.statement.unit.scale
    beside = f"{_of(asked[0])}任务" if asked else "目标"
    quote, unit = f"“{split.statement.quote}”", split.statement.unit.text
    subject = _subject(rows, places)
    if not rows or not _is_sum(split, rows):
        worst = _worst(split, rows)
        ends = f"，{worst[0]}为{_plain(worst[1])}{unit}" if worst else ""
        return f"{quote}：{subject}{ends}，都完成了也达不到{beside}{_plain(aim)}{unit}"
    total = sum((row.value for row in rows), Decimal(0))
    word = "多" if total > aim else "少"
    summed = "合计" if len(rows) > 1 else "为"
    return (
        f"{quote}：{subject}{summed}{_plain(total)}{unit}，"
        f"比{beside}{_plain(aim)}{unit}{word}{_plain(abs(total - aim))}{unit}"
    )


def _is_sum(split: Split, rows: Sequence[Row]) -> bool:
    if split.statement.measure in _SUMS:
        return split.adds or len({row.org for row in rows}) == 1
    one_year = len({row.quota.period for row in rows}) == 1
    return (
        split.statement.measure in _POINTS and one_year and (split.adds or len(rows) == 1)
    )


def _worst(split: Split, rows: Sequence[Row]) -> tuple[str, Decimal] | None:
    values = [row.value for row in rows]
    if not values:
        return None
    return ("最高", max(values)) if split.goal.is_floor else ("最低", min(values))


def _subject(rows: Sequence[Row], places: Places) -> str:
    orgs = dict.fromkeys(row.org for row in rows)
    periods = sorted({row.quota.period for row in rows})
    when = periods[0].label if len(periods) == 1 else f"{len(periods)}个年度"
    if list(orgs) == [places.whole]:
        return f"{places.name(places.whole)}{when}任务"
    if len(orgs) == 1 and not rows[0].child:
        return f"分解到{places.name(next(iter(orgs)))}的{when}任务"
    known = [places.org(org) for org in orgs]
    kind = "县（市、区）" if all(o and o.kind.is_area for o in known) else "单位"
    if any(row.child for row in rows):
        return f"{len(orgs)}个{kind}方案的{when}目标"
    return f"分解到{len(orgs)}个{kind}的{when}任务"


def _of(row: Row) -> str:
    return f"{row.quota.org or '全市'}{row.quota.period.label}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else "0"
