from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Comparator, Level, Nature, Org, Period, Rhythm, Subject, Verdict
from paitou.report.breakdown.mapping import mapping_from_text
from paitou.report.breakdown_import import read_breakdown


@pytest.fixture
def office_sheet(tmp_path):
    """Write an office's own sheet as CSV under a title and a unit line."""

    def write(*rows, name="督查表.csv"):
        head = (
            "2024年重点工作督查表",
            "单位：亿元,,",
            "序号,督查内容,牵头责任单位,2024年目标",
        )
        path = tmp_path / name
        path.write_text("\n".join((*head, *rows)), encoding="gb18030")
        return path

    return write


def test_an_untouched_sheet_says_nothing(book, plan, filled_in):
    filled = read_breakdown(filled_in(book, {}), plan)
    assert filled.review.decisions == ()
    assert filled.review.milestones == ()
    assert (filled.quotas, filled.cleared, filled.issues) == ((), {}, ())


def test_who_answers_for_a_task(book, plan, task, filled_in):
    owner = task("推动产业链发展").id
    path = filled_in(
        book,
        {
            (owner, "牵头领导"): "副市长(工业)",
            (owner, "牵头单位"): "市工信局、市发改委",
            (owner, "责任单位"): "市财政局，市统计局\n各县(市)区",
            (owner, "报送频率"): "月报",
            (owner, "时间节点"): "2023年6月：印发方案\n2024年上半年 中期评估",
        },
    )
    filled = read_breakdown(path, plan)
    assert filled.issues == ()
    (decision,) = filled.review.decisions
    assert (decision.subject, decision.id, decision.verdict) == (Subject.TASK, owner, None)
    assert decision.quote == "1.推动产业链发展"
    assigned = decision.assignment
    assert (assigned.lead_org, assigned.second_lead) == ("市工信局", "市发改委")
    assert assigned.responsible_orgs == ("市财政局", "市统计局", "各县(市)区")
    assert assigned.rhythm is Rhythm.MONTHLY
    nodes = [(str(node.due), node.what) for node in filled.review.milestones]
    assert nodes == [("2023-06", "印发方案"), ("2024H1", "中期评估")]


def test_quotas_of_years_and_areas(decided, plan, statement, filled_in):
    target = statement("引进企业")
    book = decided(orgs=(Org(code="E", name="东区", kind="county"),))
    cells = {(target.id, "2023年"): "２０家", (target.id, "2024年"): "/"}
    areas = {(target.id, "东区"): Decimal("12.5"), (target.id, "全市"): Decimal(20)}
    path = filled_in(book, cells, {"2023年县(市)区分解": areas})
    filled = read_breakdown(path, plan)
    assert filled.issues == ()
    told = [(q.org, str(q.period), q.value, q.unit) for q in filled.quotas]
    assert told == [
        ("", "2023", Decimal(20), None),
        ("", "2024", None, None),
        ("东区", "2023", Decimal("12.5"), None),
    ]


def test_a_changed_target_is_a_correction(book, plan, statement, filled_in):
    target = statement("工业增加值")
    path = filled_in(
        book, {(target.id, "目标值"): ">320亿元", (target.id, "性质"): "约束性"}
    )
    (decision,) = read_breakdown(path, plan).review.decisions
    assert decision.verdict is Verdict.CORRECT
    assert decision.correction.value == Decimal(320)
    assert decision.correction.comparator is Comparator.GT
    assert decision.correction.changed == ("comparator", "value")
    assert decision.assignment.nature is Nature.BINDING


def test_faults_name_row_and_column(book, plan, statement, filled_in):
    name = statement("工业增加值").id
    path = filled_in(
        book,
        {
            (name, "目标值"): "待定",
            (name, "2023年"): "3—5",
            (name, "性质"): "重要",
            (name, "时间节点"): "抓紧",
            (name, "牵头单位"): "甲、乙、丙",
        },
    )
    filled = read_breakdown(path, plan)
    places = sorted(issue.where for issue in filled.issues)
    assert places == sorted(
        f"任务分解表.xlsx 第6行“{title}”"
        for title in ("目标值", "年度目标/2023年", "性质", "时间节点", "牵头单位")
    )
    assert filled.quotas == ()


def test_a_slash_takes_away(book, plan, task, filled_in):
    owner = task("推动产业链发展").id
    path = filled_in(book, {(owner, "牵头单位"): "/", (owner, "时间节点"): "／"})
    filled = read_breakdown(path, plan)
    assert filled.review.decisions == ()
    assert filled.cleared == {
        (Subject.TASK, owner): frozenset({"lead_org", "second_lead", "milestones"})
    }


def test_an_id_that_slipped_to_another_row_is_refused(book, plan, statement, filled_in):
    name, other = statement("工业增加值").id, statement("市场主体").id
    path = filled_in(book, {(name, "牵头单位"): "市工信局", (name, "编号(勿改)"): other})
    filled = read_breakdown(path, plan)
    assert [issue.code for issue in filled.issues] == ["breakdown-id-moved"]
    assert filled.review.decisions == ()


def test_after_the_plan_changed_rows_are_found_by_their_words(
    book, plan, statement, filled_in
):
    target = statement("工业增加值")
    path = filled_in(book, {(target.id, "牵头单位"): "市工信局"})
    renamed = tuple(evolve(s, id="新编号") if s is target else s for s in plan.statements)
    filled = read_breakdown(path, evolve(plan, statements=renamed))
    assert filled.review.decisions[0].id == "新编号"
    assert "breakdown-id-unknown" in {issue.code for issue in filled.issues}


def test_an_offices_own_sheet_is_read_by_the_plans_words(
    plan, statement, task, office_sheet
):
    path = office_sheet(
        "1,推动产业链发展。,市工信局,",
        "2,工业增加值达到300亿元以上,市统计局,280",
        "合计,,,",
    )
    filled = read_breakdown(path, plan)
    assert filled.issues == ()
    told = {d.id: d.assignment.lead_org for d in filled.review.decisions}
    assert told == {
        task("推动产业链").id: "市工信局",
        statement("工业增加值").id: "市统计局",
    }
    assert [(q.period, q.value) for q in filled.quotas] == [(Period.of_year(2024), 280)]


def test_what_is_merely_similar_is_reported_and_not_used(plan, statement, office_sheet):
    path = office_sheet("1,工业增加值达到310亿元以上,市工信局,280")
    filled = read_breakdown(path, plan)
    assert (filled.review.decisions, filled.quotas) == ((), ())
    (issue,) = filled.issues
    assert issue.code == "breakdown-row-unmatched"
    assert issue.where == "督查表.csv 第4行“督查内容”"
    assert statement("工业增加值").id in issue.remedy


def test_a_sentence_with_two_targets_gives_both_a_lead_but_no_quota(plan, office_sheet):
    words = "三年累计引进企业、培育企业分别达到60家、5000家"
    filled = read_breakdown(office_sheet(f"1,{words},市工信局,20"), plan)
    assert len(filled.review.decisions) == 2
    assert filled.quotas == ()
    assert [issue.code for issue in filled.issues] == ["breakdown-quota-homeless"]


def test_rows_that_disagree_are_told(plan, office_sheet):
    words = "工业增加值达到300亿元以上"
    path = office_sheet(f"1,{words},市工信局,280", f"2,{words},市统计局,290")
    filled = read_breakdown(path, plan)
    assert filled.review.decisions[0].assignment.lead_org == "市工信局"
    assert [q.value for q in filled.quotas] == [280]
    assert {issue.code for issue in filled.issues} == {"breakdown-rows-disagree"}


def test_columns_mapped_once(plan, statement, tmp_path):
    path = tmp_path / "老表.csv"
    path.write_text(
        "工作\t谁干\t今年\n市场主体年均增长15%以上\t市市场监管局\t12%\n", "gb18030"
    )
    mapping = mapping_from_text(
        'header_row = 1\n工作 = "目标任务"\n谁干 = "牵头单位"\n今年 = "2023年"'
    )
    filled = read_breakdown(path, plan, mapping)
    assert filled.review.decisions[0].assignment.lead_org == "市市场监管局"
    assert filled.quotas[0].statement == statement("市场主体").id


def test_a_units_mistake_is_noticed(plan, office_sheet):
    filled = read_breakdown(office_sheet("1,市场主体年均增长15%以上,,12万户"), plan)
    assert [issue.code for issue in filled.issues] == ["breakdown-unit-differs"]


def test_a_number_under_no_area_is_noticed(book, plan, statement, filled_in):
    areas = {(statement("工业增加值").id, ""): "3"}
    filled = read_breakdown(filled_in(book, {}, {"2023年县(市)区分解": areas}), plan)
    assert [issue.code for issue in filled.issues] == ["breakdown-area-unnamed"]
    assert "G5" in filled.issues[0].message


@pytest.mark.parametrize(
    ("written", "nodes"),
    [
        ("2025年12月底", []),
        ("2025-12-31", []),
        ("2024年6月底前", [("2024-06", "完成时限")]),
    ],
)
def test_a_deadline_is_a_node_only_where_it_is_another(
    book, plan, statement, filled_in, written, nodes
):
    path = filled_in(book, {(statement("工业增加值").id, "完成时限"): written})
    filled = read_breakdown(path, plan)
    assert [(str(m.due), m.what) for m in filled.review.milestones] == nodes


def test_a_deadline_in_words_is_only_warned_of(book, plan, statement, filled_in):
    path = filled_in(book, {(statement("工业增加值").id, "完成时限"): "长期坚持"})
    (issue,) = read_breakdown(path, plan).issues
    assert issue.level is Level.WARNING


def test_a_share_without_its_sign_is_doubted(plan, office_sheet):
    filled = read_breakdown(office_sheet("1,市场主体年均增长15%以上,,0.12"), plan)
    assert [issue.code for issue in filled.issues] == ["breakdown-share-doubtful"]
    assert "12%" in filled.issues[0].message
