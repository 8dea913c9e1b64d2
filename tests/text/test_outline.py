from paitou.model import Span
from paitou.text.numbering import Style
from paitou.text.outline import Heading, build_sections


def outline(*headings, levels=()):
    """Return the sections under headings given as (style, ordinal, title)."""
    built = []
    for at, (style, ordinal, title) in enumerate(headings):
        level = levels[at] if levels else 0
        start = 100 * at
        built.append(Heading(style, ordinal, start, start, start + 9, "", title, level))
    return build_sections(built, 100 * len(headings))


def test_levels_follow_the_styles_that_are_there():
    sections = outline(
        (Style.DUN, 1, "要求"),
        (Style.PAREN, 1, "目标"),
        (Style.DUN, 2, "任务"),
        (Style.PAREN, 1, "产业"),
        (Style.DOT, 1, "集群"),
        (Style.PAREN, 2, "服务"),
        (Style.DOT, 2, "政务"),
    )
    assert [s.level for s in sections] == [1, 2, 1, 2, 3, 2, 3]
    assert [s.parent for s in sections] == [-1, 0, -1, 2, 3, 2, 5]


def test_a_section_ends_where_the_next_of_its_level_begins():
    sections = outline((Style.DUN, 1, "甲"), (Style.PAREN, 1, "乙"), (Style.DUN, 2, "丙"))
    assert [(s.start, s.end) for s in sections] == [(0, 200), (100, 200), (200, 300)]
    assert sections[1].heading == Span(100, 109)


def test_a_document_may_nest_the_styles_its_own_way():
    sections = outline(
        (Style.DOT, 1, "甲"),
        (Style.DUN, 1, "一"),
        (Style.DUN, 2, "二"),
        (Style.DOT, 2, "乙"),
        (Style.DUN, 1, "一"),
    )
    assert [s.level for s in sections] == [1, 2, 2, 1, 2]


def test_a_list_in_a_box_does_not_end_the_list_around_it():
    box = Heading(Style.BOX, 1, 200, 200, 209, "专栏1", "工程")
    inner = Heading(Style.DOT, 1, 210, 210, 219, "1.", "光网")
    next_inner = Heading(Style.DOT, 2, 250, 250, 259, "2.", "算力")
    outer = [Heading(Style.DOT, n, 100 + 300 * n, 0, 9, f"{n}.", "任务") for n in (0, 1)]
    sections = build_sections([outer[0], box, inner, next_inner, outer[1]], 900)
    assert [s.level for s in sections] == [1, 2, 3, 3, 1]


def test_an_annex_lies_above_everything():
    sections = outline(
        (Style.DUN, 7, "组织"), (Style.ANNEX, 1, "分工"), (Style.DUN, 1, "甲")
    )
    assert [s.level for s in sections] == [1, 1, 2]


def test_the_files_own_levels_win():
    sections = outline(
        (Style.PLAIN, 0, "甲"),
        (Style.PLAIN, 0, "乙"),
        (Style.DOT, 1, "丙"),
        levels=(1, 2, 0),
    )
    assert [s.level for s in sections] == [1, 2, 3]


def test_a_style_without_levels_lies_above_what_it_governs():
    headings = (Style.DUN, 1, "甲"), (Style.PAREN, 1, "乙"), (Style.DUN, 2, "丙")
    sections = outline(*headings, levels=(0, 2, 0))
    assert [s.level for s in sections] == [1, 2, 1]


def test_ids_depend_on_the_words_of_the_path():
    before = outline((Style.DUN, 1, "甲"), (Style.DUN, 2, "乙"))
    after = outline((Style.DUN, 1, "新"), (Style.DUN, 2, "甲"), (Style.DUN, 3, "乙"))
    assert [s.id for s in before] == [s.id for s in after[1:]]
    assert all(len(s.id) == 10 for s in after)


def test_equal_paths_are_told_apart_by_their_order():
    sections = outline((Style.DUN, 1, "甲"), (Style.DUN, 1, "甲"), (Style.DUN, 1, "甲"))
    assert len({s.id for s in sections}) == 3


def test_no_headings_give_no_sections():
    assert build_sections([], 10) == ()
