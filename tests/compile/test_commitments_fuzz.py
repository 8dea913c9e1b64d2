"""Whatever the text, commitments and notes raise nothing and quote their own words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.compile.commitments import find_commitments
from paitou.compile.passage import passages
from paitou.compile.responsible import Governing, attach
from paitou.model import Block, BlockKind, Document

WORDS = """
实施 推进 建立 建成 基本 三年行动 计划 工程 机制 等 、 和 与 , 。 “ ” ( ) 《 》 每季度 适时
昆明 滇池 铁路 高速 项目 建设 改扩建 开工 全省前列 创建 示范城市 持续减少 总量 完成 下达
目标 市教育局 牵头 配合 负责 责任单位: 牵头单位: 按职责分工 由 各 县(市)区 以下均需 2025年
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "10"])
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=300))


def document_of(text):
    half = len(text) // 2
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=start, end=end, body=start)
        for start, end in ((0, half), (half, len(text)))
        if start < end
    )
    return Document(title="计划", file="", sha256="", text=text, blocks=blocks)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_commitments_quote_their_own_words(text):
    document = document_of(text)
    for found in find_commitments(document, passages(document), Governing.of(())):
        assert 0 <= found.start < found.end <= len(text)
        assert found.quote == text[found.start : found.end].replace("\n", "")
        assert found.object


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_notes_stay_inside_the_text(text):
    document = document_of(text)
    governing = attach(document, passages(document))
    for note in governing.notes:
        assert 0 <= note.span.start < note.span.end <= len(text)
        assert 0 <= note.reach.start <= note.reach.end <= len(text)
        assert note.responsibilities
    assert all(isinstance(governing.at(i), tuple) for i in range(-1, len(text) + 1))
