from decimal import Decimal

from attrs import evolve

from paitou.model import (
    Assignment,
    Milestone,
    Org,
    Period,
    Responsibility,
    Rhythm,
)
from paitou.report.breakdown_import import read_breakdown
from paitou.report.breakdown_merge import merge_breakdown
from paitou.review import read_review, write_review


def _merged(book, path):
    return merge_breakdown(book, read_breakdown(path, book.plan))


def test_a_sheet_that_changes_nothing_changes_nothing(
    decided, decide, task, statement, quota, filled_in
):
    owner, target = task("推动产业链发展"), statement("引进企业")
    assigned = Assignment(
        lead_org="市工信局", definition="按季度统计", rhythm=Rhythm.MONTHLY
    )
    orgs = (Org(code="E", name="东区", kind="county"),)
    book = decided(
        decisions=(decide("task", owner, assignment=assigned, note="每月调度"),),
        quotas=(quota(target, 2023, "20", source="文1"), quota(target, 2023, "8", org="E")),
        milestones=(Milestone(id=owner.id, what="开工", due=Period.parse("2023-06")),),
        orgs=orgs,
    )
    merged = _merged(book, filled_in(book, {}))
    assert merged.issues == ()
    assert merged.review.decisions == book.decisions
    assert merged.review.milestones == book.milestones
    assert merged.quotas == book.quotas


def test_what_is_overwritten_is_told(decided, decide, task, filled_in):
    owner = task("推动产业链发展")
    old = Assignment(lead_org="市发改委", second_lead="市财政局", definition="口径")
    book = decided(decisions=(decide("task", owner, assignment=old),))
    path = filled_in(book, {(owner.id, "牵头单位"): "市工信局"})
    merged = _merged(book, path)
    (decision,) = merged.review.decisions
    assert decision.assignment == Assignment(lead_org="市工信局", definition="口径")
    told = [issue.message for issue in merged.issues]
    assert "牵头单位由“市发改委”改为“市工信局”" in told[0]
    assert "并列牵头单位由“市财政局”改为“(空)”" in told[1]


def test_a_slash_clears_and_an_empty_cell_does_not(decided, decide, task, filled_in):
    owner = task("推动产业链发展")
    old = Assignment(lead_org="市发改委", liaison="产业科")
    book = decided(
        decisions=(decide("task", owner, assignment=old),),
        milestones=(Milestone(id=owner.id, what="开工", due=Period.of_year(2023)),),
    )
    cells = {
        (owner.id, "牵头单位"): None,
        (owner.id, "联络员"): "/",
        (owner.id, "时间节点"): "/",
    }
    merged = _merged(book, filled_in(book, cells))
    assert merged.review.decisions[0].assignment == Assignment(lead_org="市发改委")
    assert merged.review.milestones == ()


def test_what_the_text_states_is_not_decided_again(decided, plan, filled_in):
    named = (Responsibility(role="lead", org="市工信局"),)
    stating = evolve(
        plan, statements=tuple(evolve(s, responsible=named) for s in plan.statements)
    )
    book = decided(plan=stating)
    assert _merged(book, filled_in(book, {})).review.decisions == ()


def test_a_quota_changes_only_where_the_amount_does(decided, statement, quota, filled_in):
    target = statement("工业增加值")
    book = decided(
        quotas=(quota(target, 2023, "280"), quota(target, 2024, "290", unit="亿元"))
    )
    path = filled_in(
        book, {(target.id, "2023年"): "0.028万亿元", (target.id, "2024年"): "295亿元"}
    )
    merged = _merged(book, path)
    assert merged.quotas[0] == book.quotas[0]
    assert merged.quotas[1].value == Decimal(295)
    assert "由 290亿元 改为 295" in merged.issues[0].message


def test_a_node_moves_to_its_new_time(decided, task, filled_in):
    owner = task("推动产业链发展")
    book = decided(
        milestones=(Milestone(id=owner.id, what="开工", due=Period.parse("2023-06")),)
    )
    path = filled_in(book, {(owner.id, "时间节点"): "2023年9月：开工\n2024年：投产"})
    nodes = [(str(m.due), m.what) for m in _merged(book, path).review.milestones]
    assert nodes == [("2023-09", "开工"), ("2024", "投产")]


def test_what_is_merged_can_be_written_and_read_again(book, task, statement, filled_in):
    owner, target = task("推动产业链发展").id, statement("工业增加值").id
    path = filled_in(book, {(owner, "牵头单位"): "市工信局", (target, "目标值"): "320"})
    review = _merged(book, path).review
    again, issues = read_review(write_review(review))
    assert issues == ()
    assert [evolve(d, where="") for d in again.decisions] == [
        evolve(d, where="") for d in review.decisions
    ]
