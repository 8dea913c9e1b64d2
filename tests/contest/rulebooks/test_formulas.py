from decimal import Decimal

import pytest

from paitou.contest.formulas.descriptions import descriptions
from paitou.contest.rulebooks import read_rulebook

HEAD = 'title = "甲"\nsource = "乙"\n[[item]]\nid = "a"\nname = "子"\nweight = 100\n'


def _read(*lines, others=()):
    book, issues = read_rulebook(HEAD + "\n".join(lines) + "\n", "a.toml", others)
    return book.items[0].formula, issues


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (['formula = "eficacy"'], "efficacy"),
        (["formula = 3"], "文字"),
        (['formula = "goalposts"', "low = 1"], "缺少 high"),
        (['formula = "goalposts"', "low = 1", "high = 1"], "相等"),
        (['formula = "efficacy"', 'base = "六十"'], "不是数"),
        (['formula = "efficacy"', "span = -1"], "不能小于 0"),
        (['formula = "ratio"', 'reverse = "up"'], "two_minus"),
        (['formula = "ratio"', "base = 0"], "除数"),
        (['formula = "ratio"', "cap = 1", "floor = 2"], "floor 大于 cap"),
        (['formula = "minmax"', "clip = 1"], "true 或 false"),
        (['formula = "steps"', "from = [1, 2]", "points = [1]"], "一样多"),
        (['formula = "steps"', "from = [2, 1]", "points = [1, 2]"], "从低到高"),
        (['formula = "steps"', "from = []", "points = [1]"], "数的列表"),
        (['formula = "peer"', "shares = [0.7, 0.2]"], "0.9"),
        (['formula = "versus_city"', "per_point = 1", "most = 1", "least = 2"], "least"),
        (['mix = [{ share = 0.5, formula = "done" }]'], "合计 0.5"),
        (['mix = [{ share = 2, formula = "done" }]'], "share"),
        (['mix = [{ share = 1, formula = "dne" }]'], "done"),
        (["mix = [{ share = 1 }]"], "没有写公式"),
        (["mix = [3]"], "写法不对"),
        (["mix = []"], "写法不对"),
        (['formula = "mix"'], "mix"),
        (['formula = "done"', 'mix = [{ share = 1, formula = "done" }]'], "只留一个"),
        (["mix = [{share=1,mix=[{share=1,mix=[{share=1,mix=[]}]}]}]"], "套得太深"),
    ],
)
def test_a_faulty_formula_is_left_out_and_told(lines, words):
    formula, issues = _read(*lines)
    assert formula is None
    assert issues[0].code == "rulebook-formula"
    assert words in issues[0].message + issues[0].remedy
    assert issues[0].where in (
        "a.toml 第7行",
        "a.toml 第8行",
        "a.toml 第9行",
        "a.toml 第10行",
    )


def test_a_parameter_of_another_formula_is_unknown():
    formula, (issue,) = _read('formula = "rank"', "span = 40")
    assert formula.name == "rank"
    assert (issue.code, issue.where) == ("review-unknown-key", "a.toml 第8行")


def test_an_unknown_key_in_a_part_is_told():
    _, (issue,) = _read('mix = [{ share = 1, formula = "rank", setp = 0.1 }]')
    assert "setp" in issue.message
    assert "step" in issue.remedy


def test_parameters_are_read_exactly():
    formula, issues = _read('formula = "jury"', "drop_high = 2", "of = 10.0")
    assert not issues
    assert formula.parameters == {"drop_high": Decimal(2), "of": Decimal("10.0")}


def test_a_formula_of_others_takes_keys_of_its_own():
    lines = ('formula = "sea_level"', "depth = 3.5", 'how = "far"', "steps = [1, 2]")
    formula, issues = _read(*lines, others=("sea_level",))
    assert not issues
    assert formula.parameters == {"depth": Decimal("3.5"), "how": "far", "steps": (1, 2)}
    assert _read(*lines)[0] is None


@pytest.mark.parametrize("described", descriptions(), ids=lambda each: each.name)
def test_every_formula_that_ships_can_be_written(described):
    needed = {"from": "1", "points": "1"} if described.name == "steps" else {}
    lines = [f'formula = "{described.name}"']
    for nth, each in enumerate(p for p in described.parameters if p.is_needed):
        lines.append(
            f"{each.name} = [1]" if each.name in needed else f"{each.name} = {nth + 1}"
        )
    if described.name == "mix":
        lines = ['mix = [{ share = 1, formula = "rank" }]']
    formula, issues = _read(*lines)
    assert not issues
    assert formula.name == described.name
