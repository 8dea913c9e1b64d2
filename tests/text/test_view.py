from paitou.model import Span
from paitou.text.view import fold, view, written


def test_folding_keeps_every_offset():
    text = "到２０２５年\u3000达１００％∶〔１〕"
    assert len(fold(text)) == len(text)
    assert fold(text) == "到2025年 达100%:(1)"


def test_breaks_are_passed_over_and_lead_back():
    text = "达到 1\n万亿元，使用 GDP deflator"
    seen = view(text, 0, len(text))
    assert seen.text == "达到1万亿元,使用GDP deflator"
    start = seen.text.index("万亿元")
    assert seen.span(start, start + 3).of(text) == "万亿元"


def test_page_numbers_in_gaps_are_passed_over():
    text = "年均增长\n12\n\n\n5%以上"
    seen = view(text, 0, len(text), gaps=(Span(5, 7),))
    assert seen.text == "年均增长5%以上"
    assert seen.span(4, 6).of(text) == "5%"


def test_a_gap_outside_what_is_viewed_changes_nothing():
    assert view("增长5%", 2, 4, gaps=(Span(0, 1),)).text == "5%"


def test_words_as_written_are_not_folded():
    assert written("国发〔２０２２〕\n17 号", 0, 14) == "国发〔２０２２〕17号"
    assert written("完善 GDP deflator", 0, 15) == "完善GDP deflator"
