"""Who answers for what: notes in brackets, in lines, in the text, and task tables."""

import pytest

from paitou.compile.passage import passages
from paitou.compile.responsible import attach, find_responsible, split_organisations
from paitou.model import Block, BlockKind, Cell, Document, Section, Span, Table
from paitou.text import document_from_text

HEAD = "东川市工作方案\n\n一、重点任务\n\n"


def said_in(sentence):
    document = document_from_text(f"{HEAD}{sentence}\n")
    notes = [n for p in passages(document) for n in find_responsible(p)]
    return [(r.role.value, r.org) for note in notes for r in note.responsibilities]


def at(document, words):
    governing = attach(document, passages(document))
    place = document.text.index(words)
    return [(r.role.value, r.org) for r in governing.at(place)]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "推进改革。（责任单位：市发展改革委、市工信局）",
            [("responsible", "市发展改革委"), ("responsible", "市工信局")],
        ),
        (
            "推进改革(市教育局牵头,市财政局、各县(市)区配合)。",
            [("lead", "市教育局"), ("support", "市财政局"), ("support", "各县(市)区")],
        ),
        (
            "推进改革。(工业和信息化部、发展改革委按职责分工负责)",
            [("responsible", "工业和信息化部"), ("responsible", "发展改革委")],
        ),
        (
            "推进改革。牵头单位:市商务局;责任单位:市税务局,昆明海关;配合单位:各县区。",
            [
                ("lead", "市商务局"),
                ("responsible", "市税务局"),
                ("responsible", "昆明海关"),
                ("support", "各县区"),
            ],
        ),
        ("推进改革。（6月底完成，牵头考核单位：市工信局）", [("lead", "市工信局")]),
        (
            "推进改革。(农业农村部、财政部等负责。列第一位者为牵头单位)",
            [("lead", "农业农村部"), ("responsible", "财政部")],
        ),
        (
            "推进改革。(市教育局(牵头)、市财政局负责)",
            [("lead", "市教育局"), ("responsible", "市财政局")],
        ),
        ("由市商务局牵头,建立工作专班,形成合力。", [("lead", "市商务局")]),
        (
            "推进改革。(商务部指导,供销总社参与)",
            [("support", "商务部"), ("support", "供销总社")],
        ),
        (
            "推进改革。责任单位:市发改委;完成时限:2025年底;配合单位:市统计局。",
            [("responsible", "市发改委"), ("support", "市统计局")],
        ),
    ],
)
def test_notes(sentence, said):
    assert said_in(sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "由企业牵头的科技项目占八成,由一个部门牵头。",
        "各级干部要负责任(包括牵头单位自身),主要负责同志要亲自抓。",
        "强化责任落实(新增、主要负责)。",
        "主要目标:到2025年,牵头制定标准10项。",
    ],
)
def test_what_names_nobody(sentence):
    assert said_in(sentence) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "人力资源和社会保障局、住房和城乡建设局",
            ["人力资源和社会保障局", "住房和城乡建设局"],
        ),
        ("市文化和旅游局和市体育局", ["市文化和旅游局", "市体育局"]),
        ("教育部和工业和信息化部", ["教育部", "工业和信息化部"]),
        ("各县(市)区、开发(度假)区", ["各县(市)区", "开发(度假)区"]),
        ("各市、县(区)人民政府", ["各市、县(区)人民政府"]),
        ("市发改委、市财政局等有关部门", ["市发改委", "市财政局"]),
        ("省委和省政府", ["省委", "省政府"]),
        ("", []),
    ],
)
def test_lists_of_organisations(words, names):
    assert split_organisations(words) == names


def test_a_note_governs_back_to_the_note_before():
    document = document_from_text(
        f"{HEAD}深化外贸改革。扩大出口。(市商务局负责)加快创新步伐。(市科技局负责)\n\n提升城市品质。\n"
    )
    assert at(document, "深化外贸") == [("responsible", "市商务局")]
    assert at(document, "扩大出口") == [("responsible", "市商务局")]
    assert at(document, "加快创新") == [("responsible", "市科技局")]
    assert at(document, "提升城市") == []


def test_a_note_inside_a_sentence_governs_the_sentence():
    document = document_from_text(
        f"{HEAD}深化外贸改革。扩大出口(市商务局负责)和进口。加快创新步伐。\n"
    )
    assert at(document, "扩大出口") == [("responsible", "市商务局")]
    assert at(document, "深化外贸") == at(document, "加快创新") == []


def test_what_is_said_from_here_on():
    document = document_from_text(
        f"{HEAD}1.深化外贸改革。(商务部、财政部负责。列第一位者为牵头单位,下同)\n\n"
        "2.加快创新步伐。(科技部、教育部负责,以下任务均需各市政府落实)\n\n"
        "3.提升城市品质。(住房城乡建设部、公安部负责)\n"
    )
    assert at(document, "深化外贸") == [("lead", "商务部"), ("responsible", "财政部")]
    assert at(document, "加快创新") == [("lead", "科技部"), ("responsible", "教育部")]
    assert at(document, "提升城市") == [
        ("lead", "住房城乡建设部"),
        ("responsible", "公安部"),
        ("responsible", "各市政府"),
    ]


def sectioned(*parts):
    """A document of paragraphs, each with the number of its section."""
    text, blocks, bounds = "", [], {}
    for index, words in parts:
        start = len(text)
        text += words + "\n"
        blocks.append(
            Block(
                kind=BlockKind.PARAGRAPH,
                start=start,
                end=len(text) - 1,
                body=start,
                section=index,
            )
        )
        bounds[index] = (bounds.get(index, (start, 0))[0], len(text))
    sections = tuple(
        Section(
            id=str(index),
            number="",
            title="",
            level=1,
            start=start,
            end=end,
            heading=Span(start, start),
        )
        for index, (start, end) in bounds.items()
        if index >= 0
    )
    return Document(
        title="", file="", sha256="", text=text, sections=sections, blocks=tuple(blocks)
    )


def test_a_line_of_its_own_governs_its_section():
    document = sectioned(
        (0, "深化外贸改革。"),
        (0, "扩大出口规模。"),
        (0, "牵头单位:市商务局"),
        (0, "责任单位:市财政局"),
        (1, "加快创新步伐。"),
    )
    both = [("lead", "市商务局"), ("responsible", "市财政局")]
    assert at(document, "深化外贸") == at(document, "扩大出口") == both
    assert at(document, "加快创新") == []


def test_lines_in_one_section_part_it():
    document = sectioned(
        (0, "深化外贸改革。"),
        (0, "责任单位:市商务局"),
        (0, "加快创新步伐。"),
        (0, "责任单位:市科技局"),
    )
    assert at(document, "深化外贸") == [("responsible", "市商务局")]
    assert at(document, "加快创新") == [("responsible", "市科技局")]


def test_a_line_right_under_the_heading_governs_what_follows():
    document = sectioned(
        (0, "责任单位:市商务局"), (0, "深化外贸改革。"), (1, "加快创新步伐。")
    )
    assert at(document, "深化外贸") == [("responsible", "市商务局")]
    assert at(document, "加快创新") == []


def test_without_an_outline_a_line_governs_the_paragraph_before():
    document = sectioned(
        (-1, "深化外贸改革。"), (-1, "扩大出口。"), (-1, "责任单位:市商务局")
    )
    assert at(document, "扩大出口") == [("responsible", "市商务局")]
    assert at(document, "深化外贸") == []


def test_columns_of_a_task_table():
    rows = (
        ("任务", "牵头单位", "责任单位"),
        ("深化外贸改革", "市商务局", "各县(市)区、市财政局"),
    )
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            start = len(text)
            text += word + "\n"
            cells.append(Cell(row=row, column=column, start=start, end=start + len(word)))
    table = Table(start=0, end=len(text), cells=tuple(cells))
    document = Document(title="", file="", sha256="", text=text, tables=(table,))
    assert at(document, "深化外贸") == [
        ("lead", "市商务局"),
        ("responsible", "各县(市)区"),
        ("responsible", "市财政局"),
    ]
    assert at(document, "任务") == []


def test_spans_quote_the_note():
    document = document_from_text(f"{HEAD}推进改革。（市教育局牵头）\n")
    (note,) = attach(document, passages(document)).notes
    assert note.span.of(document.text) == "（市教育局牵头）"
    assert note.scope == "paragraph"
