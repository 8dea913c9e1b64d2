"""Outlooks → one screen for a terminal: what can be said, then a line a target."""

from __future__ import annotations

from collections.abc import Sequence

from paitou.cli.columns import aligned, clip
from paitou.model import Book
from paitou.outlook.plan import NOTE, Outlook
from paitou.render.outlook_words import amount, band_words, chance_words

_NAME, _REQUIRED, _TRUST = 30, 40, 20
_HEAD = (
    "指标", "单位", "时间", "最可能", "八成区间", "可能性", "要达到须", "可靠程度",
)  # fmt: skip


def outlook_table(book: Book, outlooks: Sequence[Outlook]) -> str:
    """Return the text: a sentence of counts, the targets in the order of the plan."""
    names = {statement.id: statement.indicator for statement in book.plan.statements}
    rows = [_HEAD, *(_row(outlook, names) for outlook in outlooks)]
    lines = [NOTE, _sentence(outlooks), "", *aligned(rows)]
    if book.is_simulated:
        lines.insert(0, "模拟数据")
    return "\n".join(lines)


def _sentence(outlooks: Sequence[Outlook]) -> str:
    with_chance = sum(outlook.chance is not None for outlook in outlooks)
    with_band = sum(outlook.value is not None for outlook in outlooks) - with_chance
    nothing = len(outlooks) - with_chance - with_band
    return (
        f"尚无定论的{len(outlooks)}项：{with_chance}项给出可能性；"
        f"{with_band}项的数太少或缺基数，只给区间和需要的增速；{nothing}项没有可用的数"
    )


def _row(outlook: Outlook, names: dict[str, str]) -> tuple[str, ...]:
    value, band = "—", "—"
    if outlook.value is not None and outlook.lo80 is not None and outlook.hi80 is not None:
        value = amount(outlook.value, outlook.unit)
        band = band_words(outlook.lo80, outlook.hi80, "")
    return (
        clip(names.get(outlook.statement, outlook.statement), _NAME),
        outlook.org,
        outlook.period.label,
        value,
        band,
        "—" if outlook.chance is None else chance_words(outlook.chance),
        clip(outlook.required or "—", _REQUIRED),
        clip(outlook.reliability.partition("，")[0], _TRUST),
    )
