from attrs import evolve

from paitou.report.breakdown.wording import (
    number_path,
    own_words,
    place_words,
    section_number,
)


def _index(plan, title):
    return next(i for i, s in enumerate(plan.sections) if title in s.title)


def test_the_words_of_a_task_are_the_plans_own(plan):
    words = own_words(plan, _index(plan, "推动产业链发展"))
    assert words.startswith("1.推动产业链发展。打造“链主”企业3—5家。")
    assert words in plan.document.text


def test_the_words_of_a_programme_stop_at_its_tasks(plan):
    assert own_words(plan, _index(plan, "产业振兴工程")) == "(一)深入实施产业振兴工程"


def test_numbers_and_places(plan):
    task = _index(plan, "推动产业链发展")
    assert section_number(plan, task) == "1"
    assert number_path(plan, task) == "二、(一)1."
    assert place_words(plan, task) == "二、(一)1."
    start = plan.document.text.index("打造")
    assert place_words(plan, task, start) == "二、(一)1. 第1段"
    assert place_words(plan, -1, 3) == ""


def test_a_page_is_told_where_the_file_has_pages(plan):
    blocks = tuple(evolve(block, place=7) for block in plan.document.blocks)
    document = evolve(plan.document, blocks=blocks, place_kind="page")
    task = _index(plan, "推动产业链发展")
    start = plan.document.text.index("打造")
    assert place_words(evolve(plan, document=document), task, start).endswith("(第7页)")
