import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from paitou.model import BlockKind, Cell, PlanPeriod, Table, UnreadableFile
from paitou.text import document_from_reading, document_from_text, read_document
from paitou.text.reading import HeadingHint, Reading

BLANK = (
    " \t\r\n\f\v\u3000\xa0\u2002\u2003\u2009\u202f\ufeff\u200b"
    "\x1c\x1d\x1e\x1f\x85\u2028\u2029"
)
WORDS = (
    "一、 （二） 3. 第一章 专栏1 附件 ① —— - 。 ， ： 目录 ……12 12 2023年3月1日 ## ** 〔 | "
    "云政发〔2023〕1号 来源：云桥日报 各位代表： 名词解释 云桥市方案 到2025年达到9.8% "
    "推动各类数据资源有序流动并且安全可控"
)
BREAKS = ["\n", "\n\n\n", "\t", "\u3000\u3000", "  ", "\x0c", "\r\n", "\x00", "\ud800"]
PIECES = st.sampled_from([*WORDS.split(), *BREAKS, "\n", "\n"])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200), st.binary().map(str)
)


def check(document):
    """Assert what holds of every document; return it."""
    text, last = document.text, 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(text)
        assert block.start <= block.body <= block.end
        assert not text[last : block.start].strip(BLANK).strip()
        assert all(block.start <= g.start < g.end <= block.end for g in block.gaps)
        last = block.end
    assert not text[last:].strip(BLANK).strip()
    for index, section in enumerate(document.sections):
        assert section.start <= section.heading.start <= section.heading.end <= len(text)
        assert section.parent < index
        if section.parent >= 0:
            parent = document.sections[section.parent]
            assert parent.start <= section.start <= section.end <= parent.end
            assert parent.level + 1 == section.level
    assert len({section.id for section in document.sections}) == len(document.sections)
    return document


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("")
@example("\ud800\x00")
@example("目")
@example("附件：")
@example("| a |\n|---|\n")
def test_any_text_gives_a_document_with_true_offsets(text):
    check(document_from_text(text))


def titles(document, parent):
    return [s.number for s in document.sections if s.parent == parent]


def test_the_kunming_plan(kunming_file):
    document = check(read_document(kunming_file))
    assert document.title == "昆明市当好排头兵三年行动方案"
    assert document.period == PlanPeriod(start=2023, end=2025)
    assert document.is_newspaper
    assert titles(document, -1) == ["一、", "二、", "三、"]
    second = [s.title for s in document.sections].index("重点任务")
    assert titles(document, second) == ["(一)", "(二)", "(三)", "(四)", "(五)", "(六)"]
    tasks = [s for s in document.sections if s.level == 3]
    assert [s.number for s in tasks] == [f"{n}." for n in range(1, 31)]
    assert tasks[3].title == "持续扩大产业投资"


def test_the_blocks_of_the_kunming_plan(kunming_file):
    document = read_document(kunming_file)
    aims = [s.title for s in document.sections].index("主要目标")
    bullets = [b for b in document.blocks if b.kind is BlockKind.BULLET]
    assert len(bullets) == 6
    assert {b.section for b in bullets} == {aims}
    tail = [b.span.of(document.text)[:2] for b in document.blocks if b.kind == "tail"]
    assert tail == ["来源", "责编", "编审", "终审"]
    fourth = next(b for b in document.blocks if b.span.of(document.text).startswith("4."))
    assert document.text[fourth.body :].startswith("继续实施工业投资")


@pytest.mark.corpus
def test_every_text_of_the_corpus_has_true_offsets(shared):
    for path in sorted((shared / "corpus").glob("*.txt")):
        document = check(read_document(path))
        running = [b for b in document.blocks if b.kind == "paragraph"]
        assert len(running) >= 20, path.name
        assert len(document.sections) >= 9, path.name


def test_inserting_a_paragraph_changes_no_id(kunming_file):
    text = kunming_file.read_text("utf-8")
    at = text.index("2.加速工业")
    longer = document_from_text(text[:at] + "加强统筹协调，形成合力。\n\n" + text[at:])
    before = [s.id for s in document_from_text(text).sections]
    assert [s.id for s in longer.sections] == before


def test_a_reader_says_where_tables_headings_and_places_are():
    text = "保障措施\n加强领导。\n指标\t2025\nGDP\t1万亿\n"
    cells = tuple(
        Cell(row=row, column=column, start=start, end=end)
        for row, column, start, end in ((0, 0, 11, 13), (0, 1, 14, 18), (1, 0, 19, 22))
    )
    reading = Reading(
        text=text,
        format="docx",
        place_kind="paragraph",
        places=((0, 1), (5, 2)),
        headings=(HeadingHint(start=0, end=4, level=1),),
        tables=(Table(start=11, end=26, cells=cells),),
    )
    document = check(document_from_reading(reading, file="方案.docx"))
    assert [s.title for s in document.sections] == ["保障措施"]
    assert [b.place for b in document.blocks][:2] == [1, 2]
    assert [b.kind for b in document.blocks][2:] == [BlockKind.TABLE] * 4
    assert document.tables == reading.tables


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("云桥市产业方案_云桥市政府", "云桥市产业方案"),
        ("Microsoft Word - 1.doc", "方案"),
        (None, "方案"),
    ],
)
def test_a_text_without_a_title_is_called_by_its_file(named, title):
    reading = Reading(text="一、任务\n完成任务。\n", title=named)
    assert document_from_reading(reading, file="方案.txt").title == title


def test_a_file_is_read_with_its_digest(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_bytes("一、任务\r\n完成100个项目。\r\n".encode("gb18030"))
    document = check(read_document(str(path)))
    assert (document.file, document.text_is_file) == ("方案.txt", True)
    assert document.text.endswith("个项目。\r\n")
    assert len(document.sha256) == 64


def test_an_unreadable_file_is_told_in_one_sentence(tmp_path):
    with pytest.raises(UnreadableFile, match="找不到"):
        read_document(tmp_path / "没有.txt")
