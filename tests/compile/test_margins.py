"""Numbers outside running text: headings, masthead, page numbers, tail."""

from compile.written import PLAN
from paitou.compile.margins import margin_mentions
from paitou.text import document_from_text


def margins(text):
    return [(m.text, m.name) for m in margin_mentions(document_from_text(text))]


def test_title_and_period_are_the_document_s():
    found = margins(PLAN.format("产值达到5亿元。"))
    assert found == [
        ("三", "name"),
        ("2023", "date"),
        ("2025", "date"),
        ("一", "list_number"),
    ]


def test_numbers_of_headings():
    found = margins(PLAN.format("(二)实施6大工程\n\n1.做强产业。产值增加。"))
    assert ("二", "list_number") in found
    assert ("6", "structure_count") in found
    assert ("1", "list_number") in found


def test_what_a_tail_holds_is_no_target():
    found = margins(PLAN.format("产值达到5亿元。") + "\n来源:云泽日报\n责编:某某 共3页\n")
    assert ("3", "document") in found


def test_running_text_is_left_to_the_passages():
    assert ("5亿元", "document") not in margins(PLAN.format("产值达到5亿元。"))


def test_mentions_quote_the_text():
    document = document_from_text(PLAN.format("(二)实施６大工程"))
    for mention in margin_mentions(document):
        assert document.text[mention.start : mention.end] == mention.text
