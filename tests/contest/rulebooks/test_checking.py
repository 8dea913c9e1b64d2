from decimal import Decimal

import pytest
from attrs import evolve

from paitou.contest.rulebooks import check_rulebook, preset, read_rulebook
from paitou.model import Level

SAID = 'missing = "zero"\nflat = "full"\nsmall_group = "allow"\n[ties]\ntolerance = 0\n'


def _check(*rows, head=SAID):
    text = f'title = "甲"\nsource = "乙"\n{head}' + "".join(rows)
    book, issues = read_rulebook(text, "a.toml")
    assert not issues
    return check_rulebook(book)


def _item(name, weight, more='formula = "given"'):
    return f'[[item]]\nid = "{name}"\nname = "{name}"\nweight = {weight}\n{more}\n'


def test_a_sound_rulebook_has_nothing_to_say():
    assert not _check(_item("a", "33.3"), _item("b", "66.7"))


def test_weights_sum_to_the_last_digit():
    (issue,) = _check(_item("a", "33.3"), _item("b", "66.699999999999999999999999"))
    assert issue.code == "rulebook-weights"
    assert "相差 -0.000000000000000000000001" in issue.message


def test_a_node_has_the_weight_of_what_is_under_it():
    rows = (_item("a", 70, ""), _item("b", 60, 'parent = "a"\nformula = "given"'))
    messages = [issue.message for issue in _check(*rows, _item("c", 40))]
    assert messages == ["指标 a(a)权重 70，下级合计 60"]


def test_the_weights_of_every_group_are_summed():
    rows = (_item("a", 60), _item("b", 40))
    group = '[[group]]\nid = "g"\nname = "县域"\nweights = { a = 50 }\n'
    (issue,) = _check(*rows, group)
    assert "县域的各项权重合计 90" in issue.message
    assert issue.where == "a.toml 第18行"
    assert not _check(*rows, group.replace("a = 50", "a = 50, b = 50"))


def test_a_group_need_not_restate_the_nodes_above():
    rows = (_item("a", 60, ""), _item("b", 60, 'parent = "a"\nformula = "given"'))
    group = '[[group]]\nid = "g"\nname = "县域"\nweights = { b = 50, c = 50 }\n'
    assert not _check(*rows, _item("c", 40), group)
    with_node = group.replace("{ b", "{ a = 55, b")
    assert [issue.code for issue in _check(*rows, _item("c", 40), with_node)] == [
        "rulebook-weights"
    ]


def test_what_comes_on_top_is_no_part_of_the_sum():
    top = 'on_top = true\nformula = "count"\neach = 5'
    assert not _check(_item("a", 100), _item("b", 5, top))
    assert [each.code for each in _check(_item("a", 100), _item("b", 0, top))] == [
        "rulebook-weights"
    ]


def test_an_item_without_a_formula_cannot_be_scored():
    (issue,) = _check(_item("a", 100, ""))
    assert (issue.code, issue.level) == ("rulebook-formula", Level.ERROR)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ('[[gate]]\nid="g"\nname="g"\nitem="a"\n', "rulebook-idle"),
        ('[[gate]]\nid="g"\nname="g"\nitem="a"\nat_least=1\n', "rulebook-idle"),
        ('[[extra]]\nid="e"\nname="e"\neach=0\n', "rulebook-idle"),
        ('[[list]]\nid="l"\nname="l"\nrule="top"\n', "rulebook-list"),
        ('[[list]]\nid="l"\nname="l"\nrule="below"\n', "rulebook-list"),
        ('[[list]]\nid="l"\nname="l"\nrule="risen"\n', "rulebook-list"),
    ],
)
def test_what_does_nothing_is_told(row, code):
    assert [issue.code for issue in _check(_item("a", 100), row)] == [code]


def test_a_list_names_how_many_in_every_group():
    groups = "".join(f'[[group]]\nid="{n}"\nname="{n}组"\n' for n in "xy")
    row = '[[list]]\nid="l"\nname="l"\nrule="top"\ncounts={ x = 1 }\n'
    (issue,) = _check(_item("a", 100), groups, row)
    assert "y组" in issue.message
    assert not _check(_item("a", 100), groups, row.replace("x = 1", "x = 1, y = 0"))


def test_a_small_group_is_told_only_where_items_compare():
    group = '[[group]]\nid="g"\nname="开发区"\norgs=["甲", "乙"]\n'
    assert not _check(_item("a", 100), group)
    (issue,) = _check(_item("a", 100, 'formula = "rank"'), group)
    assert (issue.code, issue.level) == ("rulebook-small-group", Level.WARNING)
    mix = 'mix = [{ share = 1, formula = "efficacy" }]'
    assert _check(_item("a", 100, mix), group)


def test_what_is_left_open_is_a_hint_and_only_where_it_matters():
    given = _check(_item("a", 100), head="")
    assert {issue.level for issue in given} == {Level.HINT}
    assert [issue.remedy for issue in given] == ["写明 missing", "写明 ties"]
    compared = _check(_item("a", 100, 'formula = "efficacy"'), head="")
    assert len(compared) == 4


def test_a_rulebook_made_by_hand_is_checked_too():
    book = preset("huangyan-2023")
    moved = [evolve(each, parent="nowhere", weight=Decimal(1)) for each in book.items]
    assert check_rulebook(evolve(book, items=tuple(moved)))
