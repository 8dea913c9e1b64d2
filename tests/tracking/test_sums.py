import pytest

from tracking.judged import stand

HOUSES = "三年筹集不少于6万套保障性租赁住房。"
FIRMS = "三年净增市场主体20万户。"


def houses(*lines, day="2026-06-30"):
    return stand(HOUSES, [f"保障性租赁住房 {line}万套" for line in lines], day)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((2, 2, 2), "met"), ((2, 2, 1.9999999), "nearly"), ((2, 2, 1.7), "nearly"),
        ((2, 2, 1.6999999), "missed"), ((0, 0, 0), "missed"), ((6, 0, 0), "met"),
    ],
)  # fmt: skip
def test_years_are_added(values, verdict):
    years = zip(range(2023, 2026), values, strict=True)
    assert houses(*(f"{year} {value}" for year, value in years)).verdict == verdict


@pytest.mark.parametrize("gone", [2023, 2024, 2025])
def test_with_a_year_missing_it_is_never_missed(gone):
    lines = [f"{year} 0" for year in range(2023, 2026) if year != gone]
    found = houses(*lines)
    assert (found.verdict, found.value) == ("unknown", 0)
    assert f"{gone}年数据未发布" in found.reason
    assert str(gone) in found.settles


@pytest.mark.parametrize(
    ("lines", "value", "verdict"),
    [
        (("2023-2025 6",), 6, "met"),
        (("2023-2025 5", "2023 3", "2024 3", "2025 3"), 5, "missed"),
        (("2023-2024 6",), 6, "met"),
        (("2023-2024 5", "2025 1"), 6, "met"),
        (("2023-2024 3", "2025 1"), 4, "missed"),
        (("2023-2024 3",), 3, "unknown"),
        (("2021-2025 9",), None, "unknown"),
        (("2024-2025 9",), None, "unknown"),
        (("2023-2025 突破6",), 6, "met"),
        (("2023-2025 突破5",), 5, "unknown"),
        (("2023-2025 近6",), 6, "nearly"),
    ],
)
def test_a_published_total_goes_before_the_sum(lines, value, verdict):
    found = houses(*lines)
    assert (found.value, found.verdict) == (value, verdict)


def test_the_running_year_is_added():
    found = houses("2023 2", "2024H1 1", day="2024-08-30")
    assert (found.value, found.verdict, found.pace_pp) == (3, "on_track", 0)


@pytest.mark.parametrize(("value", "verdict"), [("2", "on_track"), ("1.99", "behind")])
def test_a_total_on_its_way_is_held_against_the_time(value, verdict):
    assert houses(f"2023 {value}", day="2024-06-30").verdict == verdict


def test_nothing_is_due_before_the_first_year_is_over():
    assert houses(day="2023-06-30").verdict == "not_due"


def test_a_total_may_fall():
    lines = ["净增市场主体 2023 9万户", "净增市场主体 2024 -2万户"]
    found = stand(FIRMS, lines, "2025-06-30")
    assert (found.value, found.verdict) == (7, "behind")


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("120", "met"), ("119", "nearly"), ("100", "missed"), ("90", "missed")],
)
def test_a_net_rise_is_what_a_stock_rose_by(end, verdict):
    lines = ["经营主体 2022 100万户", f"经营主体 2025 {end}万户"]
    found = stand(FIRMS, lines, "2026-06-30")
    assert (found.verdict, found.inferred) == (verdict, True)


def test_what_was_added_is_at_least_the_rise():
    sentence = FIRMS.replace("净增", "新增")
    short = ["经营主体 2022 100万户", "经营主体 2025 110万户"]
    assert stand(sentence, short, "2026-06-30").verdict == "unknown"
    assert (
        stand(sentence, [short[0], "经营主体 2025 121万户"], "2026-06-30").verdict == "met"
    )


@pytest.mark.parametrize(
    ("low", "verdict"), [("突破1", "unknown"), ("1", "missed"), ("约1", "unknown")]
)
def test_a_sum_is_as_exact_as_its_parts(low, verdict):
    assert houses(f"2023 {low}", "2024 2", "2025 2").verdict == verdict


@pytest.mark.parametrize("base", ["突破100万户", "100万户 待核", "/"])
def test_a_rise_needs_a_sound_base(base):
    lines = [f"经营主体 2022 {base}", "经营主体 2025 125万户"]
    assert stand(FIRMS, lines, "2026-06-30").verdict == "unknown"
