"""What the grammar could not settle is said, with its place and a remedy."""

from compile.written import compiled
from paitou.model import Level


def faults(sentence):
    plan = compiled(sentence)
    return plan.document.text, [i for i in plan.issues if i.code != "period-missing"]


def test_nouns_and_values_that_do_not_match():
    text, found = faults("货运量、客运量、周转量分别达到3万吨、5万人。")
    assert {i.code for i in found} == {"respectively-mismatch"}
    assert {i.level for i in found} == {Level.WARNING}
    assert text[found[0].start : found[0].end] == "货运量、客运量、周转量分别达到3万吨"


def test_a_number_that_nothing_explains():
    text, [found] = faults("统筹50亿元。")
    assert (found.code, found.level) == ("number-unexplained", Level.HINT)
    assert text[found.start : found.end] == "50亿元"
    assert "50亿元" in found.message
    assert "review.toml" in found.remedy


def test_nothing_to_say():
    assert faults("产值达到5亿元。")[1] == []
