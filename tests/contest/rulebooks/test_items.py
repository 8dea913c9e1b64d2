import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.contest.rulebooks import check_rulebook, read_rulebook

HEAD = 'title = "甲"\nsource = "乙"\n'


def _items(*pairs):
    rows = "".join(
        f'[[item]]\nid = "{name}"\nname = "{name}"\nparent = "{parent}"\nweight = 1\n'
        for name, parent in pairs
    )
    return read_rulebook(HEAD + rows, "a.toml")


def test_a_tree_is_read_whatever_the_order():
    book, issues = _items(("c", "b"), ("b", "a"), ("a", ""), ("d", "a"))
    assert not issues
    assert [item.id for item in book.scored] == ["c", "d"]


def test_a_parent_that_is_not_there_is_told_with_a_near_one():
    book, (issue,) = _items(("economy", ""), ("gdp", "econmy"))
    assert (issue.code, issue.where) == ("rulebook-parent", "a.toml 第8行")
    assert "economy" in issue.remedy
    assert book.item("gdp").parent == ""


@pytest.mark.parametrize(
    "pairs",
    [
        [("a", "a")],
        [("a", "b"), ("b", "a")],
        [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")],
        [("d", "a"), ("a", "b"), ("b", "a")],
    ],
)
def test_a_circle_of_parents_is_told_and_cut(pairs):
    book, issues = _items(*pairs)
    assert {issue.code for issue in issues} == {"rulebook-parent"}
    assert any("互为上下级" in issue.message for issue in issues)
    assert book.scored


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdefz")), max_size=9)
)
def test_every_chain_of_parents_ends(pairs):
    book, _ = _items(("a", ""), *pairs)
    parents = {item.id: item.parent for item in book.items}
    reached = {""}
    for _ in parents:
        reached |= {name for name, above in parents.items() if above in reached}
    assert reached == {"", *parents}
    check_rulebook(book)
