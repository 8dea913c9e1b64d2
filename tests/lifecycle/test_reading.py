import pytest

from paitou.lifecycle.reading import read_lifecycle
from paitou.model import Need, Part

SMALL = """
title = "小事"
source = "测试"
[[state]]
id = "open"
label = "办理中"
with = "staff"
[[state]]
id = "done"
label = "办结"
open = false
[[move]]
id = "close"
label = "办结"
from = ["open"]
to = "done"
by = "office"
needs = ["text"]
text = "核查意见"
"""


def test_reads_states_and_moves():
    life, issues = read_lifecycle(SMALL, "small.toml")
    assert issues == ()
    assert life.id == "small"
    assert life.start.with_part is Part.STAFF
    assert life.move("close").needs == (Need.TEXT,)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('to = "done"', 'to = "gone"', "没有的状态 gone"),
        ('from = ["open"]', 'from = ["nowhere"]', "没有的状态 nowhere"),
        ('by = "office"', 'by = "mayor"', "只能写"),
        ('needs = ["text"]', 'needs = ["money"]', "只能写"),
        ("open = false", 'open = "no"', "true 或 false"),
        ('title = "小事"', 'tilte = "小事"', "tilte"),
    ],
)
def test_tells_what_is_wrong_and_where(old, new, told):
    _, issues = read_lifecycle(SMALL.replace(old, new), "small.toml")
    assert any(told in issue.message for issue in issues)
    assert all(issue.where for issue in issues)


def test_an_open_state_without_a_way_out_is_refused():
    life, issues = read_lifecycle(SMALL.replace("open = false", ""))
    assert life is None
    assert "没有下一步" in issues[-1].message


def test_a_state_that_nothing_reaches_is_told():
    more = SMALL + '[[state]]\nid = "lost"\nlabel = "走失"\nopen = false\n'
    life, issues = read_lifecycle(more)
    assert life is not None
    assert "走失" in issues[0].message


@pytest.mark.parametrize("text", ["", "title = 1", "[[[", "x" * 300_000, "\x00"])
def test_what_is_no_lifecycle_is_told(text):
    life, issues = read_lifecycle(text)
    assert life is None
    assert issues


def test_a_second_state_of_an_id_is_left_out():
    twice = SMALL + '[[state]]\nid = "open"\nlabel = "又一个"\n'
    life, issues = read_lifecycle(twice)
    assert life.state("open").label == "办理中"
    assert "写了两次" in issues[0].message
