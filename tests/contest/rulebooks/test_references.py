import pytest

from paitou.contest.rulebooks import read_rulebook

BASE = """\
title = "甲"
source = "乙"
[[item]]
id = "gdp"
name = "增速"
weight = 100
formula = "rank"
[[group]]
id = "urban"
name = "主城区"
orgs = ["东区"]
[[gate]]
id = "floor"
name = "底线"
item = "gdp"
at_least = 5
[[class]]
name = "优秀"
least = 90
[[class]]
name = "其他"
"""


def _issues(more):
    return read_rulebook(BASE + more, "a.toml")[1]


def test_the_base_is_sound():
    assert not _issues("")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ('[[gate]]\nid="g"\nname="g"\nitem="gdq"\n', "gdp"),
        ('[[list]]\nid="l"\nname="l"\nrule="top"\ncount=1\nby="gdq"\n', "gdp"),
        ('[[list]]\nid="l"\nname="l"\nrule="top"\ngate="flor"\n', "floor"),
        ('[[list]]\nid="l"\nname="l"\nrule="top"\ncounts={ urbn = 1 }\n', "urban"),
        ('[[extra]]\nid="e"\nname="e"\ngate="flor"\n', "floor"),
        ('[[veto]]\nid="v"\nname="v"\neffect="not_above"\nclass="优绣"\n', "优秀"),
        ('[[veto]]\nid="v"\nname="v"\neffect="not_above"\n', "优秀"),
        ('[[group]]\nid="g"\nname="g"\nweights={ gdq = 100 }\n', "gdp"),
        ('[ties]\nchain = ["gdq"]\n', "gdp"),
        ('[classes]\nexempt = { "新设" = "优绣" }\n', "优秀"),
        ('[classes]\nnot_below = { "新设" = "优绣" }\n', "优秀"),
    ],
)
def test_a_name_that_leads_nowhere_is_told_with_what_there_is(more, words):
    (issue,) = _issues(more)
    assert issue.code == "rulebook-unknown-name"
    assert words in issue.remedy
    assert issue.where == f"a.toml 第{BASE.count(chr(10)) + 1}行"


def test_an_organisation_is_in_one_group_only():
    (issue,) = _issues('[[group]]\nid="b"\nname="乙组"\norgs=["西区", "东区"]\n')
    assert issue.code == "rulebook-org-twice"
    assert "东区" in issue.message


def test_bounds_of_a_group_that_there_is_not():
    text = BASE.replace('formula = "rank"', 'formula = "rank"\nbounds = { urbn = [1, 2] }')
    (issue,) = read_rulebook(text, "a.toml")[1]
    assert (issue.code, issue.where) == ("rulebook-unknown-name", "a.toml 第3行")


def test_a_gate_that_nobody_passes():
    text = BASE.replace("at_least = 5", "at_least = 5\nat_most = 4")
    (issue,) = read_rulebook(text, "a.toml")[1]
    assert issue.code == "rulebook-bounds"


@pytest.mark.parametrize(
    "bands",
    [
        "least = 90\n{}least = 95\n{}",
        "least = 90\n{}least = 90\n{}",
        "share = 0.5\n{}share = 0.2\n{}share = 1\n",
        "share = 0.5\n{}share = 0.9\n",
        "share = 0.5\n{}gate = 'floor'\n{}share = 1\n",
    ],
)
def test_classes_out_of_order_are_told(bands):
    text = BASE[: BASE.index("[[class]]")]
    for nth, part in enumerate(bands.split("{}")):
        text += f'[[class]]\nname = "{nth}"\n{part}'
    (issue,) = read_rulebook(text, "a.toml")[1]
    assert issue.code == "rulebook-class-order"


def test_two_items_or_events_of_one_name_are_told():
    item = '[[item]]\nid="b"\nname="增速"\nweight=0\nformula="rank"\n'
    assert [issue.code for issue in _issues(item)] == ["rulebook-duplicate"]
    extra = '[[extra]]\nid="e"\nname="表彰"\neach=1\n'
    veto = '[[veto]]\nid="v"\nname="表彰"\neffect="unranked"\n'
    assert [issue.code for issue in _issues(extra + veto)] == ["rulebook-duplicate"]
