"""Small systems of small integers, for tests of properties."""

from fractions import Fraction

from hypothesis import strategies as st

from paitou.consistency import Constraint, System

_SMALL = st.integers(-3, 3)


@st.composite
def systems(draw):
    rows = [_constraint(draw, place) for place in range(draw(st.integers(1, 6)))]
    return System(rows, draw(st.booleans()))


def _constraint(draw, place):
    terms = draw(st.dictionaries(st.sampled_from("xyz"), _SMALL, max_size=3))
    lo, width = draw(st.integers(-4, 4)), draw(st.integers(0, 2))
    has_lo, has_hi = draw(st.sampled_from([(True, False), (False, True), (True, True)]))
    return Constraint(
        name=f"c{place}",
        kind=draw(st.sampled_from(["identity", "target", "target", "fact"])),
        terms={x: Fraction(weight) for x, weight in terms.items()},
        lo=Fraction(lo) if has_lo else None,
        hi=Fraction(lo + width) if has_hi else None,
    )
