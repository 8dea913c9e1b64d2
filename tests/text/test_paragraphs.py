from paitou.model import BlockKind
from paitou.text.lines import split_lines
from paitou.text.paragraphs import join_lines, words_of

FULL = "推动各类数据资源有序流动并且在安全可控的前提下\n"
WRAPPED = (FULL * 3 + "得到应用。\n") * 4


def paragraphs(text, **options):
    return join_lines(text, split_lines(text), **options)


def words(text, **options):
    return [text[p.start : p.end].replace("\n", "") for p in paragraphs(text, **options)]


def test_lines_broken_inside_a_sentence_are_one_paragraph():
    text = "一、总体要求\n" + WRAPPED + "（一）范围\n" + WRAPPED
    joined = words(text)
    assert joined[0] == "一、总体要求"
    assert joined[1] == (FULL * 3 + "得到应用。").replace("\n", "")
    assert joined[5] == "（一）范围"
    assert len(joined) == 10


def test_a_page_number_inside_a_sentence_is_a_gap():
    page = WRAPPED * 2 + FULL
    text = page + "1\n\n\n" + FULL + "得到应用。\n" + page + "2\n\n得到应用。\n"
    crossing = [p for p in paragraphs(text) if p.gaps]
    assert [text[p.gaps[0].start : p.gaps[0].end] for p in crossing] == ["1", "2"]
    assert text[crossing[0].start : crossing[0].end].endswith("得到应用。")


def test_a_page_number_between_paragraphs_is_a_paragraph_of_its_own():
    page = WRAPPED * 2
    found = paragraphs(page + "1\n\n\n" + page + "2\n")
    assert [p.kind for p in found if p.kind] == [BlockKind.TAIL, BlockKind.TAIL]


def test_indents_begin_paragraphs():
    full = "这一行正好写满也正好以逗号结束于此而已了啊，\n"
    text = ("\u3000\u3000" + full[2:] + full + full) * 6
    assert len(words(text)) == 6


def test_a_whole_text_keeps_its_lines():
    text = "一、任务\n到2025年，产值达到100亿元，企业达到30家。\n" * 5
    assert len(words(text)) == 10


def test_a_line_that_breaks_off_is_taken_up():
    body = "各级各部门要认真贯彻落实，" * 8 + "完善制度。\n"
    text = body * 4 + "各级各部门要认真贯彻落实，" * 8 + "交出一份人\n\n民满意的答卷。\n"
    assert words(text)[-1].endswith("交出一份人民满意的答卷。")
    assert words(text, wrapped=False) == words(text)


def test_what_opens_with_a_comma_or_a_title_mark_goes_on():
    text = "根据《\n国家规划纲要\n》，制定本方案。\n二、任务\n"
    assert words(text) == ["根据《国家规划纲要》，制定本方案。", "二、任务"]


def test_words_begin_after_the_marks_of_markdown():
    text = "## **一、总体要求**"
    (paragraph,) = paragraphs(text)
    assert text[words_of(text, paragraph) :] == "一、总体要求**"


def test_page_numbers_of_a_text_of_whole_paragraphs_are_told():
    text = "完善制度，推进改革，取得实效。\n" * 3 + "- 3 -\n" + "加强领导。\n"
    assert [p.kind for p in paragraphs(text)].count(BlockKind.TAIL) == 1


def test_a_label_begins_a_paragraph_after_a_long_line_without_a_stop():
    task = "加快补齐短板弱项，增强发展动能，提升治理水平，推动各项工作取得新成效。" * 2
    lead = "牵头单位：" + "、".join(f"市第{n}工作局" for n in "一二三四五六七八九十")
    text = (
        "".join(f"{task}\n{lead}\n责任单位：各县区\n" for _ in range(3)) + f"{task}\n" * 6
    )
    assert words(text)[:3] == [task, lead, "责任单位：各县区"]
