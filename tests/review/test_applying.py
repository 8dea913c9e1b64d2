from decimal import Decimal

from attrs import evolve

from paitou.model import Comparator, Level, Measure
from paitou.review import apply, read_review
from review.plans import CONTENT, HOUSES, PLAN, TEXT, TRADE, Indicators, plan


def applied(text, base=PLAN, indicators=None):
    review, issues = read_review(text)
    assert not issues, issues
    return apply(base, review, indicators)


def codes(issues):
    return [issue.code for issue in issues]


def test_without_decisions_the_plan_stays():
    assert applied("") == (PLAN, ())


def test_a_confirmed_statement_stays():
    assert applied('[statement."s-进出口总额"]\nverdict = "confirm"') == (PLAN, ())


def test_fields_are_corrected_and_spans_stay():
    text = """
    [statement."s-进出口总额"]
    quote = "进出口总额突破3000亿元"
    comparator = "ge"
    value = 3100
    scope = "全市"
    when = { kind = "in", end = 2024 }
    """
    reviewed, issues = applied(text)
    corrected = reviewed.statements[1]
    assert issues == ()
    assert (corrected.value, corrected.scope, corrected.when.end) == (
        Decimal(3100),
        "全市",
        2024,
    )
    assert corrected.spans == TRADE.spans
    assert corrected.id == TRADE.id


def test_a_range_needs_both_ends():
    reviewed, issues = applied('[statement."s-进出口总额"]\ncomparator = "range"')
    assert reviewed.statements == PLAN.statements
    assert codes(issues) == ["correction-inconsistent"]
    assert "value_high" in issues[0].message


def test_a_range_is_left_by_another_comparator():
    ranged = evolve(TRADE, comparator=Comparator.RANGE, value_high=Decimal(4000))
    reviewed, issues = applied(
        '[statement."s-进出口总额"]\ncomparator = "ge"', plan(ranged)
    )
    assert issues == ()
    assert reviewed.statements[0].value_high is None


def test_words_are_a_value_of_grades_only():
    text = '[statement."s-进出口总额"]\nvalue = "Ⅲ"\n'
    assert codes(applied(text)[1]) == ["correction-inconsistent"]
    reviewed, issues = applied(text + 'measure = "grade"\nunit = "类"')
    assert issues == ()
    assert reviewed.statements[1].value == "Ⅲ"


def test_a_corrected_name_takes_the_id_that_it_has_elsewhere():
    text = '[statement."s-外贸进出口总额"]\nindicator = "进出口总额"'
    reviewed, _ = applied(text)
    assert reviewed.statements[2].indicator_id == TRADE.indicator_id


def test_a_rejected_statement_is_gone_and_its_number_accounted_for():
    text = '[statement."s-旅客满意率"]\nverdict = "reject"\nnote = "重复"'
    reviewed, issues = applied(text)
    assert issues == ()
    assert CONTENT not in reviewed.statements
    assert reviewed.mention_counts() == {"statement": 3, "rejected": 1}


def test_a_number_of_two_statements_stays_with_the_other():
    twin = evolve(CONTENT, id="twin", indicator="居民满意率")
    base = plan(CONTENT, twin)
    base = evolve(base, mentions=base.mentions[:1])
    text = '[statement."s-旅客满意率"]\nverdict = "reject"\nnote = "重复"'
    reviewed, _ = applied(text, base)
    assert [m.statement for m in reviewed.mentions] == ["twin"]


def test_indicators_are_merged_by_name():
    text = '[[merge]]\ninto = "进出口总额"\nnames = ["外贸进出口总额"]'
    reviewed, issues = applied(text)
    assert issues == ()
    assert [s.indicator_id for s in reviewed.statements[1:3]] == ["进出口总额"] * 2
    assert reviewed.statements[2].indicator == "外贸进出口总额"


def test_a_name_that_is_nowhere_is_told():
    _, issues = applied('[[merge]]\ninto = "进出口总额"\nnames = ["出口总额"]')
    assert codes(issues) == ["merge-name-unknown"]
    assert "出口总额" in issues[0].message


def test_a_name_cannot_go_two_ways():
    two = '[[merge]]\ninto = "{}"\nnames = ["外贸进出口总额"]\n'
    _, issues = applied(two.format("进出口总额") + two.format("旅客满意率"))
    assert codes(issues) == ["merge-contradicts"]


def test_another_sentence_under_the_id_is_told():
    text = '[statement."s-进出口总额"]\nquote = "别的话"\nverdict = "confirm"'
    _, issues = applied(text)
    assert codes(issues) == ["decision-quote-differs"]
    assert TEXT[issues[0].start : issues[0].end] == TRADE.quote


def test_a_lost_decision_says_its_words_and_what_is_like_them():
    text = """
    [statement.gone]
    quote = "三年筹集不少于5万套保障性租赁住房"
    verdict = "confirm"
    """
    _, issues = applied(text)
    assert codes(issues) == ["decision-orphaned"]
    assert "5万套" in issues[0].message
    assert HOUSES.quote in issues[0].message
    assert HOUSES.id in issues[0].remedy
    assert issues[0].level is Level.WARNING
    assert issues[0].where == "review.toml 第2行"


def test_a_lost_task_is_likened_to_a_section_and_a_node_is_told():
    text = """
    [task.gone]
    quote = "二、对外贸易"
    [[milestone]]
    task = "gone"
    what = "开工"
    due = "2024"
    """
    _, issues = applied(text)
    assert codes(issues) == ["decision-orphaned", "milestone-orphaned"]
    assert "t2" in issues[0].remedy


ADD = '[[add]]\nquote = "{}"\n'
ADD += 'indicator = "绿地"\nmeasure = "total"\nvalue = 200\nunit = "公顷"\n'


def test_a_missed_statement_is_added_with_its_places():
    reviewed, issues = applied(ADD.format("新增绿地２００公顷") + "occurrence = 2", plan())
    added = reviewed.statements[0]
    assert issues == ()
    assert added.start == TEXT.rindex("新增绿地200公顷")
    assert added.quote == TEXT[added.start : added.end] == "新增绿地200公顷"
    assert added.spans.value.of(TEXT) == "200公顷"
    assert added.spans.indicator[0].of(TEXT) == "绿地"
    assert (added.section, added.measure) == ("t3", Measure.TOTAL)
    assert (added.when.start, added.when.end, added.comparator) == (
        2023,
        2025,
        Comparator.GE,
    )


def test_words_that_occur_twice_or_never_are_not_guessed():
    twice = applied(ADD.format("新增绿地200公顷"), plan())
    never = applied(ADD.format("新增林地200公顷"), plan())
    third = applied(ADD.format("新增绿地200公顷") + "occurrence = 3", plan())
    for reviewed, issues in (twice, never, third):
        assert reviewed.statements == ()
        assert codes(issues) == ["addition-not-found"]
    assert "occurrence" in twice[1][0].remedy


def test_a_section_tells_places_apart():
    text = ADD.format("新增绿地200公顷") + 'section = "住房"'
    _, issues = applied(text, plan())
    assert codes(issues) == ["addition-not-found"]
    assert "住房" in issues[0].message


def test_words_across_a_line_break_inside_a_block_are_found():
    broken = TEXT.replace("基本建成绿色城市", "基本建成绿\n色城市100个")
    base = plan(text=broken)
    block = evolve(base.document.blocks[-2], end=base.document.blocks[-1].end)
    document = evolve(base.document, blocks=(*base.document.blocks[:-2], block))
    reviewed, issues = applied(
        ADD.format("建成绿色城市100个").replace("200", "100"),
        evolve(base, document=document),
    )
    assert issues == ()
    assert reviewed.statements[0].quote == "建成绿色城市100个"


def test_what_the_compiler_has_learnt_meanwhile_is_not_doubled():
    text = """
    [[add]]
    id = "mine"
    quote = "旅客满意率达到90%以上"
    indicator = "旅客满意率"
    measure = "level"
    value = 90
    unit = "%"
    """
    reviewed, issues = applied(text)
    assert [s.id for s in reviewed.statements if s.indicator == "旅客满意率"] == ["mine"]
    assert codes(issues) == ["addition-known"]
    assert reviewed.mentions[-1].statement == "mine"


def test_an_added_statement_can_be_decided_upon():
    text = '[[add]]\nid = "mine"\nquote = "基本建成绿色城市"\nindicator = "绿色"\n'
    text += 'measure = "level"\nvalue = 1\n[statement.mine]\nvalue = 2'
    reviewed, issues = applied(text, plan())
    assert issues == ()
    assert reviewed.statements[0].value == Decimal(2)


def test_a_commitment_can_be_added_corrected_and_rejected():
    add = '[[add]]\nid = "mine"\nquote = "基本建成绿色城市"\nkind = "定性"\n'
    add += 'object = "绿色城市"\n'
    reviewed, issues = applied(add + 'commitment_nature = "milestone"', plan())
    assert issues == ()
    assert (reviewed.commitments[0].object, reviewed.commitments[0].nature) == (
        "绿色城市",
        "milestone",
    )
    corrected, _ = applied(add + '[commitment.mine]\nkind = "project"', plan())
    assert corrected.commitments[0].kind.value == "project"
    rejected, _ = applied(
        add + '[commitment.mine]\nverdict = "否决"\nnote = "空话"', plan()
    )
    assert rejected.commitments == ()


def test_a_name_unknown_to_the_plan_asks_the_catalogue():
    class Named(Indicators):
        def resolve(self, name):
            return f"id of {name}"

    reviewed, _ = applied(ADD.format("新增绿地200公顷") + "occurrence = 1", plan(), Named())
    assert reviewed.statements[0].indicator_id == "id of 绿地"
