"""Parts have no variable in common, and lose nothing."""

from hypothesis import given, settings

from consistency.made import systems
from consistency.oracle import row
from paitou.consistency import System
from paitou.consistency.parts import parts


def test_a_chain_of_variables_is_one_part():
    chain = [row("a", {"x": 1, "y": 1}), row("b", {"z": 1}), row("c", {"y": 1, "z": 1})]
    assert len(parts(System(chain))) == 1
    assert len(parts(System(chain[:2]))) == 2


def test_what_has_no_variable_is_a_part_of_its_own():
    assert (
        len(parts(System([row("a", {}, lo=1), row("b", {}, lo=1), row("c", {"x": 1})])))
        == 3
    )


@given(systems())
@settings(max_examples=50, deadline=None)
def test_parts_share_nothing_and_lose_nothing(system):
    found = parts(system)
    names = [c.name for part in found for c in part.constraints]
    assert sorted(names) == [c.name for c in system.constraints]
    variables = [x for part in found for x in part.variables]
    assert len(variables) == len(set(variables))
