"""The running text of each block, cut into sentences, with the way back to the document."""

from hypothesis import given
from hypothesis import strategies as st

from compile.written import PLAN
from paitou.compile.passage import passages
from paitou.text import document_from_text


def read(text):
    return list(passages(document_from_text(text)))


def test_sentences_end_with_their_stop_and_quote():
    [*_, passage] = read(PLAN.format("建设“数字之城。”加快转型;稳步推进。完成任务!"))
    pieces = [passage.text[a:b] for a, b in passage.sentences]
    assert pieces == ["建设“数字之城。”", "加快转型;稳步推进。", "完成任务!"]


def test_title_and_tail_do_not_speak():
    text = PLAN.format("完成任务。") + "\n来源:云泽日报\n责编:某某\n"
    assert [p.text for p in read(text)][-1] == "完成任务。"
    assert not any("三年行动方案" in p.text for p in read(text))


def test_the_span_leads_back_through_folding_and_blanks():
    text = PLAN.format("产值达到 １２０ 亿 元以上，税收增加。")
    [*_, passage] = read(text)
    at = passage.text.index("120亿元")
    span = passage.span(at, at + 5)
    assert span.of(text).replace(" ", "") == "１２０亿元"


def test_text_without_stops_is_cut():
    [passage] = read("增" * 5000)
    assert max(b - a for a, b in passage.sentences) <= 2000


@given(st.text("一二三。!?”产值达到12亿元,\n ", max_size=200))
def test_sentences_cover_the_passage(text):
    for passage in read(text):
        bounds = [0, *(b for _, b in passage.sentences)]
        assert [a for a, _ in passage.sentences] == bounds[:-1]
        assert bounds[-1] == len(passage.text)
