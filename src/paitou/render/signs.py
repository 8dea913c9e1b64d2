"""A standing → the sign that stands for it in every medium: a shape, a word, a colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from paitou.model import Attainment, Nature, Standing, WhyUnknown
from paitou.render.charts.glyphs import LOOKS
from paitou.render.standing_words import attainment_word, standing_word

UNKNOWN = Attainment.UNKNOWN.value
_WORDS = {
    **{one.value: attainment_word(one).word for one in Attainment},
    UNKNOWN: "无法评价",
}
_FILLS = {"ink": "currentColor", "paper": "#fff", "none": "none"}


class Drawing(str):
    """An SVG of our own making, which a page may take as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it for a template: nothing in it needs escaping."""
        return self


@frozen(kw_only=True)
class Sign:
    """What stands for a standing.

    Attributes:
        key: its name in an address: the verdict, or why there is none.
        verdict: the verdict's name, which gives shape and colour.
    """

    key: str
    verdict: str
    word: str

    @property
    def is_judged(self) -> bool:
        """Return whether something is known, so that the word may stand in the text."""
        return self.verdict not in (UNKNOWN, Attainment.NOT_DUE.value)

    @property
    def shape(self) -> Drawing:
        """Return the shape as a drawing without words; the style gives its colour."""
        paths = "".join(
            f'<path d="{one.path}" fill="{_FILLS[one.fill]}"/>'
            for one in LOOKS[self.verdict].glyph
        )
        return Drawing(
            '<svg class="shape" viewBox="-1.4 -1.4 2.8 2.8" aria-hidden="true">'
            f"{paths}</svg>"
        )


@frozen
class Tally:
    """A sign, and how many targets bear it."""

    sign: Sign
    count: int


def sign_of(standing: Standing, nature: Nature | None = None) -> Sign:
    """Return the sign of a standing."""
    return Sign(
        key=key_of(standing),
        verdict=standing.verdict.value,
        word=standing_word(standing, nature).word,
    )


def key_of(standing: Standing) -> str:
    """Return the name that a standing has in an address."""
    why = standing.why_unknown
    is_open = standing.verdict is Attainment.UNKNOWN
    return why.value if why and is_open else standing.verdict.value


def sign_of_key(key: str) -> Sign | None:
    """Return the sign that an address asks for, None where there is no such standing."""
    if key in {one.value for one in WhyUnknown}:
        why = Standing(
            statement="", org="", verdict=Attainment.UNKNOWN, why_unknown=WhyUnknown(key)
        )
        return sign_of(why)
    if key in _WORDS:
        return Sign(key=key, verdict=key, word=_WORDS[key])
    return None


def is_asked_for(standing: Standing | None, key: str) -> bool:
    """Return whether a filter leaves it: by verdict, or by why there is none."""
    return standing is not None and key in (standing.verdict.value, key_of(standing))


def tallies(standings: Iterable[Standing]) -> tuple[Tally, ...]:
    """Return how many there are of each sign, from reached to open."""
    counts = Counter(key_of(standing) for standing in standings)
    order = [one.value for one in Attainment if one is not Attainment.UNKNOWN]
    order[-1:-1] = [one.value for one in WhyUnknown] + [UNKNOWN]
    found = ((sign_of_key(key), counts[key]) for key in order)
    return tuple(Tally(sign, count) for sign, count in found if sign and count)
