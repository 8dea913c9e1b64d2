"""An outlook → what a page says of it: chance, band, what it would take, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from paitou.render.outlook_words import amount, band_words, chance_words

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook


@frozen(kw_only=True)
class Ahead:
    """What will probably become of a target, in words.

    Attributes:
        sentence: the answer: how likely, or what it would take.
        lines: name and words of everything that it rests on.
        note: 测算，供内部参考.
    """

    sentence: str
    chance: str
    value: str
    band: str
    required: str
    reliability: str
    lines: tuple[tuple[str, str], ...]
    note: str


def ahead_of(outlook: Outlook) -> Ahead:
    """Return an outlook in words."""
    chance = "" if outlook.chance is None else chance_words(outlook.chance)
    value, band = "", ""
    if outlook.value is not None:
        value = amount(outlook.value, outlook.unit)
        band = band_words(outlook.lo80, outlook.hi80, outlook.unit)
    wide = band_words(outlook.lo95, outlook.hi95, outlook.unit)
    lines = (
        ("可能到达", f"{outlook.period.label}约{value}" if value else ""),
        ("八成区间", band),
        ("九成五区间", wide),
        ("达到的可能性", chance),
        ("要达到须", outlook.required),
        ("先例", outlook.precedent),
        ("下一个数", _next(outlook)),
        ("依据", outlook.basis),
        ("可靠程度", outlook.reliability),
    )
    return Ahead(
        sentence=_sentence(outlook, chance, value, band),
        chance=chance,
        value=value,
        band=band,
        required=outlook.required,
        reliability=outlook.reliability,
        lines=tuple((name, words) for name, words in lines if words),
        note=outlook.note,
    )


def _sentence(outlook: Outlook, chance: str, value: str, band: str) -> str:
    if not value:
        return "没有可用的数，说不出会到哪里。"
    told = f"{outlook.period.label}大约到{value}，八成可能在{band}之间"
    if chance:
        return f"{told}；达到目标的可能性{chance}。"
    return f"{told}；数太少，不给出可能性，只说要达到须怎样。"


def _next(outlook: Outlook) -> str:
    if outlook.next_figure is None or outlook.narrowing is None:
        return ""
    told = f"{outlook.next_figure.label}的数出来以后"
    if outlook.narrowing >= 1:
        return f"{told}就有定论"
    return f"{told}，区间大约收窄{outlook.narrowing:.0%}"
