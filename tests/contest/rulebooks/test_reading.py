from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.contest.rulebooks import read_rulebook, read_rulebook_file
from paitou.model import Fact, Flat, Level, Measure, Missing, SmallGroup

HEAD = 'title = "季度竞赛"\nsource = "虚构"\n'
ITEM = '[[item]]\nid = "gdp"\nname = "地区生产总值增速"\nweight = 100\nformula = "rank"\n'
GOOD = (
    HEAD
    + """\
ours = "权重"
missing = "按组平均分"
flat = "half"
small_group = "并入全场比较"
[ties]
tolerance = 0.05
chain = ["gdp"]
[[group]]
id = "urban"
name = "主城区"
orgs = ["甲区", "乙区"]
weights = { gdp = 70.50, funds = 29.5 }
[[item]]
id = "gdp"
name = "地区生产总值增速"
indicator = "地区生产总值"
measure = "growth"
unit = "%"
weight = 60
formula = "efficacy"
base = 60.0
bounds = { urban = [3.10, 9.4] }
[[item]]
id = "funds"
name = "到位资金"
unit = "亿元"
weight = 40
self_reported = true
mix = [
  { share = 0.4, formula = "efficacy" },
  { share = 0.6, formula = "rank", on = "growth", step = 0.02 },
]
bounds_growth = [1, 2]
"""
)


def _one(text):
    """The only issue of a text."""
    _, issues = read_rulebook(text, "a.toml")
    assert len(issues) == 1, issues
    return issues[0]


def test_everything_is_read_to_the_digit():
    book, issues = read_rulebook(GOOD, "quarterly.toml")
    assert not issues
    assert (book.id, book.is_ours, book.ours) == ("quarterly", True, "权重")
    assert (book.missing, book.flat) == (Missing.GROUP_MEAN, Flat.HALF)
    assert book.small_group is SmallGroup.FIELD
    gdp, funds = book.items
    assert (gdp.measure, gdp.unit.text) == (Measure.GROWTH, "%")
    assert str(gdp.bounds["urban"][0]) == "3.10"
    assert str(gdp.formula.parameters["base"]) == "60.0"
    assert funds.is_self_reported
    assert [share for share, _ in funds.formula.parts] == [Decimal("0.4"), Decimal("0.6")]
    assert funds.formula.parts[1][1].on is Fact.GROWTH


def test_bounds_are_found_by_group_and_fact():
    book, _ = read_rulebook(GOOD)
    gdp, funds = book.items
    assert gdp.fixed("urban", Fact.VALUE) == (Decimal("3.1"), Decimal("9.4"))
    assert gdp.fixed("county", Fact.VALUE) is None
    assert gdp.fixed("urban", Fact.GROWTH) is None
    assert funds.fixed("urban", Fact.GROWTH) == (1, 2)
    assert funds.fixed("urban", Fact.VALUE) is None


def test_the_weight_of_a_group_goes_before_the_usual():
    book, _ = read_rulebook(GOOD)
    gdp = book.item("gdp")
    assert str(book.weight(gdp, book.groups[0])) == "70.50"
    assert book.weight(gdp, None) == 60


def test_what_a_text_leaves_open_is_kept():
    book, _ = read_rulebook(HEAD + ITEM)
    assert book.unsaid == {"ties", "missing", "flat", "small_group"}
    assert read_rulebook(GOOD)[0].unsaid == frozenset()


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ('fromula = "rank"', "review-unknown-key", "formula"),
        ('unit = "元元3"', "review-wrong-value", "计量单位"),
        ("direction = 0", "review-wrong-value", "-1(越小越好)"),
        ('missing = "none"', "review-wrong-value", "zero(记零分)"),
        ('measure = "grow"', "review-wrong-value", "growth(增速)"),
        ("bounds = [9.4, 3.1]", "review-wrong-value", "最低值 9.4 大于最高值 3.1"),
        ("bounds = [1]", "review-wrong-value", "[最低值, 最高值]"),
        ("bounds = { urban = [2, 1] }", "review-wrong-value", "urban"),
        ("self_reported = 1", "review-wrong-value", "true 或 false"),
        ("on_top = 'x'", "review-wrong-value", "true 或 false"),
        ('on = "values"', "rulebook-formula", "value(实际值)"),
    ],
)
def test_a_faulty_line_of_an_item_is_told_with_its_line(line, code, words):
    issue = _one(HEAD + ITEM + line + "\n")
    assert (issue.code, issue.level) == (code, Level.ERROR)
    assert words in issue.message + issue.remedy
    assert issue.where == "a.toml 第8行"


@pytest.mark.parametrize("weight", ['"六十"', "true", "[60]", "nan", "inf", "-1", "1e999"])
def test_a_weight_that_is_no_number_of_marks_is_told(weight):
    text = (HEAD + ITEM).replace("weight = 100", f"weight = {weight}")
    issue = _one(text)
    assert (issue.code, issue.where) == ("review-wrong-value", "a.toml 第6行")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('rhythm = "weekly"', "quarterly(每季度)"),
        ("full = 0", "应大于 0"),
        ("decimals = 9", "0 到 8"),
        ("small = 2.5", "整数"),
        ('small_group = "x"', "field(并入全场比较)"),
        ('id = "a b"', "空格"),
        ("extras_cap = -1", "应大于 0"),
    ],
)
def test_a_faulty_line_at_the_top_is_told_with_its_line(line, words):
    issue = _one(HEAD + line + "\n" + ITEM)
    assert words in issue.message
    assert issue.where == "a.toml 第3行"


def test_an_id_that_is_there_twice_is_told_and_the_first_stays():
    book, issues = read_rulebook(HEAD + ITEM + ITEM.replace("100", "5"), "a.toml")
    assert [issue.code for issue in issues] == ["rulebook-duplicate"]
    assert issues[0].where == "a.toml 第9行"
    assert book.item("gdp").weight == 100


def test_one_broken_part_costs_that_part_and_lines_stay_right():
    broken = HEAD + ITEM + "[[item]]\nid = “二”\n" + ITEM.replace("gdp", "c") + "x = 1\n"
    book, issues = read_rulebook(broken, "a.toml")
    assert [item.id for item in book.items] == ["gdp", "c"]
    assert [issue.where for issue in issues[:2]] == ["a.toml 第9行", "a.toml 第15行"]
    assert book.place("item", "c") == "a.toml 第10行"


@pytest.mark.parametrize("text", ["", "\n", HEAD, "[[item]]\n", "\x00", "标题", "= = ="])
def test_a_text_without_items_is_no_rulebook(text):
    book, issues = read_rulebook(text, "a.toml")
    assert book is None
    assert issues[-1].code == "rulebook-empty"


def test_a_huge_text_is_refused_unread():
    for text in ("#" * 2_000_000, "，" * 400_000):
        book, (issue,) = read_rulebook(text)
        assert (book, issue.code) == (None, "rulebook-too-large")
    assert read_rulebook_file(b"#" * 2_000_000)[1][0].code == "rulebook-too-large"


def test_too_many_items_are_cut_and_told():
    rows = "".join(f'[[item]]\nid="{n}"\nname="{n}"\nweight=0\n' for n in range(2100))
    book, issues = read_rulebook(HEAD + rows)
    assert len(book.items) == 2000
    assert [issue.code for issue in issues] == ["rulebook-too-large"]


@pytest.mark.parametrize(
    "hostile",
    [
        "x = " + "[" * 100_000,
        "mix = " + "[{mix=" * 3000,
        "." * 50_000,
        "a" + ".a" * 200_000 + " = 1",
        "[" + "'a' . " * 100_000 + "a]",
        "weight = " + "9" * 5000,
        '[[item]]\nid = "' + "a" * 90_000 + '"\nname = "x"\nweight = 1',
        "item = 3",
        "group = { id = 1 }",
        "[item.group]\nid = 1",
    ],
)
def test_hostile_texts_are_told_not_followed(hostile):
    _, issues = read_rulebook(HEAD + hostile + "\n", "a.toml")
    assert issues


def test_a_file_may_be_gb18030_or_carry_a_mark():
    for data in (GOOD.encode("gb18030"), GOOD.encode("utf-8-sig"), GOOD.encode("utf-16")):
        book, issues = read_rulebook_file(data, "a.toml")
        assert not issues
        assert book == read_rulebook(GOOD, "a.toml")[0]


def test_a_file_that_is_no_text_is_told():
    book, (issue,) = read_rulebook_file(b"PK\x03\x04\x00\x00\xff", "a.toml")
    assert (book, issue.code) == (None, "rulebook-unreadable")


@given(st.text(max_size=300))
def test_no_text_stops_the_reader(text):
    for whole in (text, HEAD + ITEM + text, GOOD.replace("urban", text)):
        book, issues = read_rulebook(whole)
        assert book is not None or issues


_WORDS = st.sampled_from(
    [*GOOD.split(), "formula", "mix", "bounds", "1", "-1", '""', "[]", "{}", "[[class]]"]
)


@given(st.lists(_WORDS, max_size=60))
def test_no_shuffled_rulebook_stops_the_reader(words):
    for gap in ("\n", " "):
        book, issues = read_rulebook(HEAD + ITEM + gap.join(words))
        assert book is not None or issues
