import pytest

from tracking.judged import stand

LAKE = "到2025年,阳宗海水质达到Ⅲ类。"
KEPT = "阳宗海水质稳定保持Ⅲ类。"


def lake(*grades, sentence=LAKE, day="2026-06-30"):
    years = zip(range(2023, 2028), grades, strict=False)
    lines = [f"阳宗海水质 {year} {grade}" for year, grade in years if grade]
    return stand(sentence, lines, day)


@pytest.mark.parametrize(
    ("grades", "verdict", "lapsed"),
    [
        (("", "", "Ⅲ类"), "met", False),
        (("", "", "Ⅱ类"), "met", False),
        (("", "", "Ⅳ类"), "missed", False),
        (("", "", "劣Ⅴ类"), "missed", False),
        (("Ⅲ类", "", ""), "met", False),
        (("Ⅲ类", "Ⅳ类", ""), "met", True),
        (("Ⅲ类", "Ⅳ类", "Ⅱ类"), "met", True),
        (("Ⅳ类", "Ⅳ类", ""), "unknown", False),
        (("", "", "Ⅲ类 待核"), "unknown", False),
        (("", "", "/"), "unknown", False),
        ((), "unknown", False),
    ],
)
def test_at_least_as_good_reaches_it(grades, verdict, lapsed):
    found = lake(*grades)
    assert (found.verdict, found.lapsed) == (verdict, lapsed)


def test_before_its_time_nothing_is_missed():
    found = lake("Ⅳ类", "Ⅳ类", day="2025-06-30")
    assert (found.verdict, found.value) == ("not_due", "Ⅳ")
    assert found.settles


def test_a_grade_reached_late_is_told_as_late():
    found = lake("", "", "Ⅳ类", "Ⅲ类", day="2027-06-30")
    assert (found.verdict, found.late, found.value) == ("met", True, "Ⅲ")


@pytest.mark.parametrize(
    ("grades", "verdict"),
    [
        (("Ⅲ类", "Ⅲ类", "Ⅲ类"), "met"), (("Ⅲ类", "Ⅳ类", "Ⅲ类"), "broken"),
        (("Ⅲ类", "", "Ⅲ类"), "unknown"), (("Ⅲ类", "", ""), "unknown"),
    ],
)  # fmt: skip
def test_a_grade_to_be_kept_is_tested_every_year(grades, verdict):
    assert lake(*grades, sentence=KEPT).verdict == verdict


def test_a_grade_to_be_kept_is_on_track_while_it_is():
    assert lake("Ⅲ类", sentence=KEPT, day="2024-06-30").verdict == "on_track"


def test_grades_of_parts_of_a_year_do_not_decide():
    assert stand(LAKE, ["阳宗海水质 2025-06 Ⅳ类"], "2026-06-30").verdict == "unknown"


def test_the_standing_names_grade_and_figures():
    found = lake("", "", "Ⅳ类")
    assert (found.value, found.required, found.unit, found.method) == (
        "Ⅳ", "Ⅲ", "类", "grade",
    )  # fmt: skip
    assert len(found.figures) == 1


@pytest.mark.parametrize(("grades", "early"), [(("Ⅲ类",), True), (("", "", "Ⅲ类"), False)])
def test_reaching_it_in_an_earlier_year_is_early(grades, early):
    assert lake(*grades).early is early
