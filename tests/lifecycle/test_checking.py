from paitou.lifecycle.checking import check_lifecycle
from paitou.model import Lifecycle, LifeMove, LifeState, Part

OPEN = LifeState(id="open", label="办理中")
DONE = LifeState(id="done", label="办结", is_open=False)


def _life(*moves):
    return Lifecycle(
        id="x", title="小事", source="测试", states=(OPEN, DONE), moves=tuple(moves)
    )


def _move(**kwargs):
    return LifeMove(id="m", label="办结", by=Part.OFFICE, **kwargs)


def test_a_whole_table_has_no_faults():
    assert check_lifecycle(_life(_move(before=("open",), after="done")), "f") == ()


def test_a_move_that_leads_nowhere_is_no_way_out():
    told = [i.message for i in check_lifecycle(_life(_move(before=("open",))), "f")]
    assert any("没有一步能走到" in each for each in told)
    assert any("没有下一步" in each for each in told)
