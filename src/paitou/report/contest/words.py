"""Points, ranks and moves of a round → the words and digits that papers show."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from paitou.contest.explaining.digits import mark_words, printed
from paitou.contest.formulas import describe
from paitou.contest.formulas.wording import percent
from paitou.contest.results import OrgScore
from paitou.model import Formula, Item
from paitou.report.contest.material import Material

#: A cell that has nothing to say; the note under the table tells what it means.
NONE = "—"


def digits(value: Fraction | Decimal | None, decimals: int) -> str:
    """Return points with the rulebook's places, their minus as −."""
    if value is None:
        return NONE
    return f"{printed(Fraction(value), decimals):f}".replace("-", "−")


def signed(value: Fraction | Decimal | None, decimals: int) -> str:
    """Return a difference with its sign: +0.42, −1.10, 0.00."""
    told = digits(value, decimals)
    is_more = value is not None and printed(Fraction(value), decimals) > 0
    return f"+{told}" if is_more else told


def points(value: Fraction | Decimal) -> str:
    """Return points as a sentence has them: 3.25分."""
    return mark_words(Fraction(value))


def move(material: Material, score: OrgScore) -> str:
    """Return how many places it moved since the round before: 升2位, 持平, —."""
    past = material.past(score)
    if past is None or past.rank is None or score.rank is None:
        return NONE
    places = past.rank - score.rank
    if not places:
        return "持平"
    return f"{'升' if places > 0 else '降'}{abs(places)}位"


def change(material: Material, score: OrgScore) -> str:
    """Return how its score differs from the round before: +0.42."""
    past = material.past(score)
    if past is None or past.score is None or score.score is None:
        return NONE
    return signed(score.score - past.score, material.rulebook.decimals)


def formula_words(item: Item) -> str:
    """Return how an item is scored: 功效系数法（base 60，span 40）."""
    return _formula(item.formula) if item.formula else NONE


def _formula(formula: Formula) -> str:
    described = describe(formula.name)
    title = described.title if described else formula.name
    if formula.parts:
        told = "；".join(
            f"{percent(Fraction(share))}按{_formula(part)}" for share, part in formula.parts
        )
        return f"{title}：{told}"
    given = []
    for name, value in formula.parameters.items():
        known = described.parameter(name) if described else None
        given.append(f"{known.title.split('，')[0] if known else name}：{_value(value)}")
    return f"{title}（{'；'.join(given)}）" if given else title


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(map(_value, value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def listed(words: Iterable[str], nothing: str = NONE) -> str:
    """Return words one after the other; `nothing` where there are none."""
    return "、".join(words) or nothing
