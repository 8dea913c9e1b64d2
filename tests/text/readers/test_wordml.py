from lxml import etree

from paitou.text.readers.wordml import W, integer, is_on, local, value


def _node(make, inner):
    return etree.fromstring(make.part("rPr", inner))


def test_values_are_read_where_they_are(make):
    node = _node(make, '<w:sz w:val="32"/>')
    assert value(node.find(W + "sz")) == "32"
    assert value(node.find(W + "sz"), "other") == ""
    assert value(None) == ""


def test_a_property_is_on_unless_it_is_switched_off(make):
    node = _node(make, '<w:vanish/><w:b w:val="0"/><w:i w:val="true"/>')
    assert [is_on(node, name) for name in ("vanish", "b", "i", "u")] == [
        True,
        False,
        True,
        False,
    ]
    assert not is_on(None, "vanish")


def test_what_is_no_number_is_the_default():
    assert [integer("7"), integer(""), integer("x", 9), integer("1" * 5000, 3)] == [
        7,
        0,
        9,
        3,
    ]


def test_a_comment_has_no_name(make):
    node = _node(make, "<!-- c --><w:b/>")
    assert [local(child) for child in node] == ["", "b"]
