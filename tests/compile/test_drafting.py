"""From a noun found for an amount to the draft of a statement."""

from compile.written import read


def test_a_scope_without_indicator_takes_the_one_before():
    text = "人均可支配收入年均增速不低于8.5%,2个脱贫县及云岭镇增速不低于10%。"
    first, second = read(text).drafts
    assert first.indicator == second.indicator == "人均可支配收入"
    assert second.scope == "2个脱贫县及云岭镇"
    assert second.measure == "growth_avg"


def test_striving_governs_the_list_after_it():
    first, second = read("力争实现出口额210亿元、进口额35亿元。").drafts
    assert (first.is_stretch, second.is_stretch) == (True, True)


def test_striving_does_not_reach_back():
    first, second = read("首位度提高到30%以上、力争达到32%。").drafts
    assert (first.is_stretch, second.is_stretch) == (False, True)


def test_each_year_lies_in_the_clause():
    [draft] = read("每年实现脱贫劳动力就业1.5万人以上。").drafts
    assert draft.measure == "per_year"


def test_per_head_is_not_each_year():
    [draft] = read("人均每年体检费达到50元。").drafts
    assert draft.measure == "level"


def test_the_time_before_the_amount_is_its_own():
    first, second = read("2024年产值达到5亿元,2025年达到8亿元。").drafts
    assert (first.said.end, second.said.end) == (2024, 2025)


def test_a_compared_year_is_no_deadline():
    [draft] = read("产值较2020年增长50%。").drafts
    assert draft.said is None
    assert draft.base == "2020年"
