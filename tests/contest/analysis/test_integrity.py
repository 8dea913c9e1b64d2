from attrs import evolve

from contest.explaining.played import RANGE, VALUES, round_of
from paitou.contest.analysis.integrity import groups, integrity

OWN = evolve(
    RANGE,
    items=(
        evolve(RANGE.items[0], source="统计局"),
        evolve(RANGE.items[1], source="各区自报", is_self_reported=True),
    ),
)


def test_everything_that_was_found_comes_with_its_method():
    found = integrity(round_of(OWN))
    assert {each.check for each in found} >= {"bounds", "self_reported", "source"}
    assert all(each.how and each.mark == "测算，供内部参考" for each in found)


def test_groups_of_one_are_passed_over():
    assert groups(round_of(values={"东溪区": VALUES["东溪区"]}).board) == ()
    assert groups(round_of().board) == ("",)
