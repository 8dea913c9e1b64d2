from attrs import evolve

from paitou.review import tasks_of
from paitou.review.tasks import answerable_sections
from review.plans import HOUSES, PLAN, plan


def nested(**own):
    """二 and 三 under 一."""
    first, *others = PLAN.sections
    inner = [evolve(section, level=2, parent=0) for section in others]
    return evolve(plan(**own), document=evolve(PLAN.document, sections=(first, *inner)))


def test_tasks_are_the_sections_of_the_most_frequent_level():
    assert [task.id for task in tasks_of(nested())] == ["t2", "t3"]


def test_a_flat_plan_has_its_sections_for_tasks():
    assert tasks_of(PLAN) == PLAN.sections


def test_whoever_sets_a_target_answers_for_it():
    made = evolve(nested(), statements=(HOUSES,))
    assert [section.id for section in answerable_sections(made)] == ["t1", "t2", "t3"]
