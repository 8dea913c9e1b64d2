import datetime as dt

from attrs import evolve

from paitou.model import (
    Assignment,
    Milestone,
    Nature,
    Period,
    Responsibility,
    Role,
    Subject,
)
from paitou.report.breakdown.fields import Field
from paitou.report.breakdown.rows import breakdown_rows


def _row(rows, name):
    return next(row for row in rows if row.id == name)


def test_a_row_a_task_and_a_row_an_item_in_the_order_of_the_text(book):
    rows = breakdown_rows(book)
    told = [(row.is_task, str(row.cells[Field.WORDS])[:6]) for row in rows]
    assert told[:4] == [
        (True, "(二)主要目"),
        (False, "工业增加值达"),
        (False, "单位能耗下降"),
        (True, "1.推动产业"),
    ]
    assert sum(row.is_task for row in rows) == 5


def test_where_nothing_is_told_nothing_is_decided(book):
    assert "指导思想" not in "".join(
        str(r.cells[Field.WORDS]) for r in breakdown_rows(book)
    )


def test_what_nobody_decided_is_empty(book, statement):
    row = _row(breakdown_rows(book), statement("市场主体").id)
    for name in (Field.LEADER, Field.LEAD, Field.SUPPORT, Field.NATURE, Field.NODES):
        assert row.cells[name] == ""
    assert row.quotas == {}
    assert row.cells[Field.PROGRAMME] == "深入实施服务升级工程"
    assert row.cells[Field.TARGET] == "年均增长≥15%"


def test_an_item_shows_its_own_decision_and_not_its_tasks(decided, decide, task, statement):
    lead = Assignment(lead_org="市工信局", second_lead="市发改委")
    own = Assignment(nature=Nature.BINDING, data_source="市统计局")
    owner, target = task("推动产业链发展"), statement("引进企业")
    decisions = (
        decide("task", owner, assignment=lead, note="每月调度"),
        decide("statement", target, assignment=own),
    )
    rows = breakdown_rows(decided(decisions=decisions))
    assert _row(rows, owner.id).cells[Field.LEAD] == "市工信局、市发改委"
    assert _row(rows, owner.id).cells[Field.NOTE] == "每月调度"
    assert _row(rows, target.id).cells[Field.LEAD] == ""
    assert _row(rows, target.id).cells[Field.NATURE] == "约束性"


def test_orgs_named_in_the_text_are_shown(decided, plan):
    named = (Responsibility(role="lead", org="市工信局"),)
    statements = tuple(evolve(s, responsible=named) for s in plan.statements)
    rows = breakdown_rows(decided(plan=evolve(plan, statements=statements)))
    assert rows[0].cells[Field.LEAD] == "市工信局"
    assert rows[1].cells[Field.LEAD] == "市工信局"


def test_quotas_and_nodes(decided, statement, task, quota):
    target, owner = statement("引进企业"), task("推动产业链发展")
    quotas = (
        quota(target, 2023, "20", source="云政发〔2023〕5号"),
        quota(target, 2024, None),
        quota(target, 2024, "5", org="东区"),
    )
    nodes = (
        Milestone(id=owner.id, what="中期评估", due=Period.parse("2024H1")),
        Milestone(id=owner.id, what="开工", due=dt.date(2023, 6, 30)),
        Milestone(
            subject=Subject.STATEMENT, id=target.id, what="过半", due=Period.of_year(2024)
        ),
    )
    rows = breakdown_rows(decided(quotas=quotas, milestones=nodes))
    row = _row(rows, target.id)
    assert [str(value) for value in row.quotas.values()] == ["20", "/"]
    assert row.cells[Field.BASIS] == "云政发〔2023〕5号"
    assert row.cells[Field.NODES] == "2024年：过半"
    told = _row(rows, owner.id).cells[Field.NODES]
    assert told == "2023年6月30日：开工\n2024年上半年：中期评估"


def test_what_a_report_says_was_done_is_no_row(decided, plan):
    done = tuple(evolve(s, role=Role.OUTCOME) for s in plan.statements)
    rows = breakdown_rows(decided(plan=evolve(plan, statements=done)))
    assert Subject.STATEMENT not in {row.subject for row in rows}


def test_commitments_say_what_they_are(book, plan):
    rows = breakdown_rows(book)
    aim, duty = (_row(rows, commitment.id).cells for commitment in plan.commitments)
    assert (aim[Field.INDICATOR], aim[Field.TARGET]) == ("云山国际陆港", "定性目标")
    assert duty[Field.TARGET] == "经常性工作(每季度)"


def test_a_plan_without_sections_gives_rows_too(decided, plan):
    bare = evolve(plan, document=evolve(plan.document, sections=(), blocks=()))
    rows = breakdown_rows(decided(plan=bare))
    assert len(rows) == len(plan.statements) + len(plan.commitments)


def test_many_words_go_on_in_rows_without_an_id(decided, plan):
    from paitou.text import document_from_text

    text = "甲市方案\n\n一、任务\n\n" + "\n\n".join(["全力推进各项工作。" * 50] * 9) + "\n"
    document = document_from_text(text)
    empty = evolve(plan, document=document, statements=(), commitments=())
    rows = breakdown_rows(decided(plan=empty))
    assert [bool(row.id) for row in rows] == [True, False, False, False, False]
    words = [str(row.cells[Field.WORDS]) for row in rows]
    assert max(map(len, words)) <= 910
    assert "".join(words).replace("\n", "") == "一、任务" + "全力推进各项工作。" * 450
