from decimal import Decimal

from paitou.model import Assignment, Correction, Nature, Rhythm, Verdict


def test_an_empty_assignment_is_false():
    assert not Assignment()
    assert Assignment(liaison="综合科")


def test_what_is_left_open_comes_from_the_wider_one():
    wide = Assignment(
        lead_org="甲", second_lead="乙", data_source="统计局", rhythm="monthly"
    )
    assert Assignment(liaison="科").over(wide).second_lead == "乙"
    own = Assignment(lead_org="丙").over(wide)
    assert (own.lead_org, own.second_lead, own.data_source) == ("丙", "", "统计局")


def test_orgs_are_named_once_the_lead_first():
    named = Assignment(lead_org="甲", responsible_orgs=("乙", "甲"), data_source="丙")
    assert named.orgs == ("甲", "乙", "丙")


def test_a_correction_knows_what_it_changes():
    assert Correction().changed == ()
    assert Correction(value=Decimal(0), scope="").changed == ("scope", "value")


def test_choices_have_chinese_words():
    assert [v.label for v in Verdict] == ["确认", "更正", "否决", "增补"]
    assert [n.label for n in Nature] == ["约束性", "预期性"]
    assert [r.label for r in Rhythm] == ["月报", "季报", "年报"]
