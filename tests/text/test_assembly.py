import pytest

from paitou.model import BlockKind
from paitou.text.assembly import build_blocks
from paitou.text.headings import read_headings
from paitou.text.lines import split_lines
from paitou.text.outline import build_sections
from paitou.text.paragraphs import join_lines


def blocks(text):
    entries = read_headings(text, join_lines(text, split_lines(text)))
    sections = build_sections([e.heading for e in entries if e.heading], len(text))
    return build_blocks(text, entries, sections, lambda offset: offset + 1)


@pytest.mark.parametrize(
    "text", ["——产业强市。增长5%。", "- -坚持发展 。", "- 完成任务", "●强化保障", "――任务"]
)
def test_signs_open_a_bullet(text):
    assert blocks(text)[0].kind is BlockKind.BULLET


@pytest.mark.parametrize("text", ["-5度以下", "到2025年", "“双百”工程"])
def test_other_signs_open_none(text):
    assert blocks(text)[0].kind is BlockKind.PARAGRAPH


def test_a_block_knows_its_innermost_section_and_its_place():
    text = "一、要求\n（一）目标\n——甲。\n1.任务。完成。\n二、保障\n乙。"
    found = blocks(text)
    assert [b.section for b in found] == [0, 1, 1, 2, 3, 3]
    assert [b.place for b in found] == [b.start + 1 for b in found]
    assert [b.kind for b in found][3] is BlockKind.PARAGRAPH
    assert text[found[3].body : found[3].end] == "完成。"
