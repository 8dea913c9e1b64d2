"""A document compiled whole: ids that stay, counts that add up, words in their places."""

import re
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from compile.written import PLAN, cases, number
from conftest import KUNMING
from paitou.compile import compile_document
from paitou.text import document_from_text

PLANNED = [c["text"] for c in cases() if c["kind"] == "plan"]
TEXT = KUNMING.read_text("utf-8")
OTHER = "健全共建共治机制,营造良好氛围。"
#: A few dozen documents show it; each takes a millisecond or two.
few = settings(max_examples=40)
#: A numbered sentence opens a section, a telephone number the tail: others depend on them.
PLAIN = [text for text in PLANNED if not re.match(r"\d+\.\D|联系电话", text)]
PARAGRAPHS = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=8, unique=True)


def compiled(*paragraphs):
    return compile_document(document_from_text(PLAN.format("\n\n".join(paragraphs))))


def ids(plan):
    return {(s.quote, s.indicator, s.id) for s in plan.statements}


def gist(plan):
    """Return what is said, without where."""
    return [(s.indicator, s.measure, number(s.value)) for s in plan.statements]


@few
@given(PARAGRAPHS)
def test_the_same_text_gives_the_same_plan(paragraphs):
    assert compiled(*paragraphs) == compiled(*paragraphs)


@few
@given(PARAGRAPHS, st.integers(0, 8))
def test_ids_survive_a_paragraph_put_in(paragraphs, at):
    longer = [*paragraphs[:at], OTHER, *paragraphs[at:]]
    assert ids(compiled(*longer)) == ids(compiled(*paragraphs))


@few
@given(PARAGRAPHS, st.data())
def test_ids_survive_other_punctuation_elsewhere(paragraphs, data):
    changed = data.draw(st.sampled_from(paragraphs))
    other = changed.replace(",", "，").replace("、", "，")
    kept = {i for i in ids(compiled(*paragraphs)) if i[0] not in changed}
    assert kept <= ids(compiled(*(other if p == changed else p for p in paragraphs)))


@few
@given(PARAGRAPHS)
def test_ids_are_unique(paragraphs):
    plan = compiled(*paragraphs, *paragraphs)
    given_ids = [item.id for item in (*plan.statements, *plan.commitments)]
    assert len(given_ids) == len(set(given_ids))


def spans(statement):
    read = statement.spans
    single = (read.value, read.comparator, read.when, read.base, read.strength)
    return [span for span in (*single, *read.indicator) if span is not None]


def check(plan):
    """Hold a plan against its own text."""
    text, statements = plan.document.text, plan.statements
    for s in statements:
        assert s.quote == text[s.start : s.end].replace("\n", "").replace("\r", "")
        assert s.quote
        assert all(0 <= span.start <= span.end <= len(text) for span in spans(s))
    assert [s.start for s in statements] == sorted(s.start for s in statements)
    mentions = plan.mentions
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert sum(plan.mention_counts().values()) == len(mentions)
    known = {s.id for s in statements}
    assert all((m.name == "statement") is (m.statement in known) for m in mentions)


@few
@given(PARAGRAPHS)
def test_a_plan_holds_against_its_text(paragraphs):
    check(compiled(*paragraphs))


def test_the_kunming_plan_holds_against_its_text(kunming_plan):
    check(kunming_plan)


def test_every_digit_of_the_text_is_in_a_mention(kunming_plan):
    told = {i for m in kunming_plan.mentions for i in range(m.start, m.end)}
    digits = [found.start() for found in re.finditer(r"\d", kunming_plan.document.text)]
    assert [i for i in digits if i not in told] == []


WIDE = str.maketrans("0123456789,%:", "０１２３４５６７８９，％∶")


@pytest.mark.parametrize("sentence", PLANNED)
def test_full_width_characters_change_nothing(sentence):
    plain, wide = compiled(sentence), compiled(sentence.translate(WIDE))
    assert gist_folded(wide) == gist_folded(plain)


def gist_folded(plan):
    return [
        (s.start, s.end, s.indicator.translate(WIDE), s.measure, s.value, s.comparator)
        for s in plan.statements
    ]


@pytest.mark.parametrize("sentence", PLANNED)
def test_spaces_in_numbers_change_nothing(sentence):
    spaced = re.sub(r"(?<=\d)(?=\d)", " ", sentence)
    plain, apart = compiled(sentence), compiled(spaced)
    assert [said(s) for s in apart.statements] == [said(s) for s in plain.statements]


def said(s):
    return s.quote.replace(" ", ""), s.indicator.replace(" ", ""), s.measure, s.value


@given(st.integers(1000, 10**9))
def test_thousands_commas_change_nothing(amount):
    [plain] = compiled(f"产值达到{amount}万元。").statements
    [parted] = compiled(f"产值达到{amount:,}万元。").statements
    assert (parted.value, parted.unit) == (plain.value, plain.unit)
    assert parted.value == amount


def wrapped(text, width):
    """Break the lines of a text as a page of this width does."""
    rows = (line[i : i + width] for line in text.split("\n") for i in _starts(line, width))
    return "\n".join(rows)


def _starts(line, width):
    return range(0, max(len(line), 1), width)


@pytest.mark.parametrize("width", [28, 35, 42])
def test_hard_wrapped_text_says_the_same(kunming_plan, width):
    plan = compile_document(document_from_text(wrapped(TEXT, width)))
    assert gist(plan) == gist(kunming_plan)
    check(plan)


@pytest.mark.parametrize("ends", ["\r\n", "\n\n"])
def test_other_line_ends_say_the_same(kunming_plan, ends):
    plan = compile_document(document_from_text(TEXT.replace("\n", ends)))
    assert gist(plan) == gist(kunming_plan)
    check(plan)


@pytest.mark.parametrize("text", ["", "\n", "。", "5", "五", "《", "\ud800", "翻番" * 500])
def test_hardly_any_text(text):
    check(compile_document(document_from_text(text)))


def test_a_catalogue_of_one_s_own(kunming_plan):
    class Nameless:
        def resolve(self, _):
            return "x"

    plan = compile_document(kunming_plan.document, Nameless())
    assert {s.indicator_id for s in plan.statements} == {"x"}
    assert [evolve(s, indicator_id="") for s in plan.statements] == [
        evolve(s, indicator_id="") for s in kunming_plan.statements
    ]


def test_numbers_in_names_of_commitments_say_so():
    plan = compiled("实施数字经济三年行动。")
    assert {m.text: m.name for m in plan.mentions}["三"] == "commitment"
    assert plan.commitments[0].quote.endswith("数字经济三年行动")
