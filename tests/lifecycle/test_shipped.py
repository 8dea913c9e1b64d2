import pytest

from paitou.lifecycle.shipped import preset
from paitou.model import UsageError


def test_the_supervised_item_says_where_it_comes_from_and_what_is_ours():
    life = preset("supervised-item")
    assert life.source
    assert life.ours


def test_every_open_state_can_end():
    life = preset("supervised-item")
    ends = {state.id for state in life.states if not state.is_open}
    for state in life.states:
        reached, todo = {state.id}, [state.id]
        while todo:
            here = todo.pop()
            new = {m.after for m in life.moves if here in m.before and m.after} - reached
            reached |= new
            todo.extend(new)
        assert reached & ends, state.label


def test_an_unknown_one_is_a_wrong_call():
    with pytest.raises(UsageError, match="supervised-item"):
        preset("../../etc/passwd")
