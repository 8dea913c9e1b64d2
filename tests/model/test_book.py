import datetime as dt

from attrs import evolve

from paitou.model import (
    Assignment,
    Book,
    Decision,
    Issue,
    Milestone,
    Org,
    Period,
    Quota,
    Responsibility,
    Subject,
)
from review.plans import CONTENT, PLAN, Indicators


def book(**more):
    fields = {"name": "b", "title": "试验", "plan": PLAN, "compiled": PLAN}
    return Book(**fields | {"indicators": Indicators()} | more)


def decided(subject, name, **assignment):
    return Decision(subject=subject, id=name, assignment=Assignment(**assignment))


def test_a_statement_answers_to_its_own_then_its_task_then_the_text():
    stated = evolve(CONTENT, responsible=(Responsibility(role="support", org="文旅局"),))
    made = book(
        decisions=(
            decided(Subject.STATEMENT, stated.id, data_source="统计局"),
            decided(Subject.TASK, "t2", lead_org="商务局"),
        )
    )
    found = made.assignment_of(stated)
    assert (found.data_source, found.lead_org) == ("统计局", "商务局")
    assert found.supporting_orgs == ("文旅局",)


def test_a_task_inherits_from_the_section_around_it():
    inner = evolve(PLAN.sections[1], parent=0)
    document = evolve(PLAN.document, sections=(PLAN.sections[0], inner))
    made = book(
        plan=evolve(PLAN, document=document),
        decisions=(decided(Subject.TASK, "t1", lead_official="副市长"),),
    )
    assert made.task_assignment("t2").lead_official == "副市长"
    assert made.task_assignment("nowhere") == Assignment()


def test_two_leads_in_the_text_are_lead_and_second():
    roles = [("lead", "甲"), ("lead", "乙"), ("lead", "丙"), ("responsible", "丁")]
    stated = evolve(
        CONTENT, responsible=tuple(Responsibility(role=r, org=o) for r, o in roles)
    )
    found = book().assignment_of(stated)
    assert (found.lead_org, found.second_lead) == ("甲", "乙")
    assert found.responsible_orgs == ("丙", "丁")


def test_nothing_is_guessed():
    assert not book().assignment_of(CONTENT)


def test_quotas_and_nodes_of_a_statement():
    quota = Quota(statement="s", period=Period.of_year(2024), value=None)
    late = Milestone(id="s", what="完工", due=Period.of_year(2025))
    soon = Milestone(id="s", what="开工", due=dt.date(2024, 3, 1))
    made = book(quotas=(quota,), milestones=(late, soon))
    assert made.quotas_of("s") == (quota,)
    assert made.milestones_of("s") == (soon, late)
    assert made.milestones_of("x") == ()


def test_errors_of_children_count_and_orgs_are_found():
    fault = Issue(code="x", level="error", message="坏", remedy="修")
    child = book(name="c", issues=(fault,))
    assert book(children=(child,)).has_errors
    assert not book().has_errors
    org = Org(code="E", name="东区")
    assert book(orgs=(org,)).org("东区") is org
    assert book().org("东区") is None
