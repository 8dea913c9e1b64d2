"""Every case of cases/ as an official would write it, and what holds of all cases."""

import datetime as dt
from decimal import Decimal

import pytest

from paitou import compile_document
from paitou.text import document_from_text
from paitou.tracking import Reading, Tracker, TrackingRules, track
from tracking.judged import (
    CASES,
    book,
    cases,
    figures_of,
    judged,
    plan_of,
    targets,
)

WRITTEN = tuple(cases())


def _param(case):
    marks = [pytest.mark.xfail(reason=case.fault, strict=False)] if case.fault else []
    return pytest.param(case, marks=marks, id=case.id)


@pytest.mark.parametrize("case", [_param(case) for case in WRITTEN])
def test_case(case):
    found = judged(case)
    expected = dict(case.expected)
    told = f"{found.verdict.value} {found.reason}"
    assert found.verdict.value == expected.pop("verdict"), told
    why = expected.pop("why", None)
    assert (found.why_unknown.value if found.why_unknown else None) == why, told
    for piece in _pieces(expected.pop("reason", ())):
        assert piece in found.reason
    for piece in _pieces(expected.pop("absent", ())):
        assert piece not in found.reason
    for name, wanted in expected.items():
        assert _seen(found, name, wanted), (name, _value(found, name), told)


def _pieces(words):
    return [words] if isinstance(words, str) else words


def _seen(found, name, wanted):
    value = _value(found, name)
    if isinstance(value, float) and not isinstance(wanted, bool):
        return value == pytest.approx(float(wanted), abs=5e-4)
    if isinstance(value, Decimal):
        return value == Decimal(str(wanted))
    return value == wanted


def _value(found, name):
    match name:
        case "pace":
            return found.pace_pp
        case "period":
            return str(found.period)
        case "light":
            return found.light.value
        case "held":
            return [test.held if test.held is not None else "?" for test in found.tests]
        case "bounds":
            return [bound.relation for bound in found.bounds]
        case "under":
            return [reading.verdict.value for reading in found.readings]
    return getattr(found, name)


def test_cases_are_many_and_their_titles_are_their_own():
    titles = [case.title for case in WRITTEN]
    assert len(titles) >= 120
    assert len(set(titles)) == len(titles)
    assert len(tuple(CASES.glob("*.toml"))) >= 10


def book_with(sentence, lines, **more):
    return book(plan_of(sentence), figures_of(lines), **more)


def test_outcomes_have_no_standing():
    plan = plan_of("2022年,进出口总额达到2000亿元。到2025年,进出口总额达到3000亿元。")
    found = track(book(plan), dt.date(2026, 6, 30)).standings
    assert len(found) == len(targets(plan))


def test_standings_are_in_the_order_of_the_text():
    plan = plan_of("到2025年,进出口总额达到3000亿元,市场主体达到184万户。")
    found = track(book(plan), dt.date(2026, 6, 30))
    assert [s.statement for s in found.standings] == [t.id for t in targets(plan)]
    assert found.of(targets(plan)[1].id) == found.standings[1:]


def test_one_tracker_answers_for_any_day_in_any_order():
    lines = ["进出口总额 2024 3100亿元", "进出口总额 2025 2000亿元"]
    whole = book_with("到2025年,进出口总额达到3000亿元。", lines)
    days = [dt.date(2024 + n // 12, n % 12 + 1, 15) for n in range(36)]
    tracker = Tracker.of(whole)
    later_first = {day: tracker.standings(day) for day in reversed(days)}
    assert later_first == {day: track(whole, day).standings for day in days}


def test_a_target_without_a_year_is_an_issue():
    text = "云泽市加快发展实施方案\n\n一、重点任务\n\n进出口总额达到3000亿元。\n"
    plan = compile_document(document_from_text(text))
    found = track(book(plan), dt.date(2026, 6, 30))
    undated = [t for t in targets(plan) if t.when.end is None]
    assert [issue.code for issue in found.issues] == ["target-undated"] * len(undated)


@pytest.mark.parametrize(
    ("figures", "verdict", "why"),
    [
        (("6000", "5500"), "met", None),
        (("4000", "3000"), "missed", None),
        (("5000", "4900"), "unknown", "definition_open"),
        (("6000", ""), "unknown", "definition_open"),
        (("", ""), "unknown", "definition_open"),
    ],
)
def test_readings_that_agree_leave_nothing_open(figures, verdict, why):
    names = ("省级科技型中小企业", "国家科技型中小企业")
    lines = [
        f"{name} 2025 {value}家"
        for name, value in zip(names, figures, strict=True) if value
    ]  # fmt: skip
    sentence = "到2025年,科技型中小企业达到5000家。"
    ids = targets(plan_of(sentence))[0].id
    readings = tuple(Reading(statement=ids, name=n, indicators=(n,)) for n in names)
    whole = book_with(sentence, lines, tracking=TrackingRules(readings=readings))
    found = track(whole, dt.date(2026, 6, 30)).standings[0]
    assert (found.verdict, found.why_unknown) == (verdict, why)
    assert [reading.reading for reading in found.readings] == list(names)


def test_a_note_on_a_reading_is_told():
    sentence = "到2025年,滇池外海水质达到Ⅳ类。"
    reading = Reading(
        statement=targets(plan_of(sentence))[0].id, name="全湖",
        indicators=("滇池全湖水质类别",), note="发布的是全湖",
    )  # fmt: skip
    rules = TrackingRules(readings=(reading,))
    whole = book_with(sentence, ["滇池全湖水质类别 2025 Ⅳ类"], tracking=rules)
    found = track(whole, dt.date(2026, 6, 30)).standings[0]
    assert (found.verdict, found.reading) == ("met", "全湖")
    assert found.reason.endswith("（发布的是全湖）")


def test_a_book_without_orgs_is_about_its_title():
    lines = ["进出口总额 2025 3100亿元"]
    whole = book_with("到2025年,进出口总额达到3000亿元。", lines, orgs=())
    assert track(whole, dt.date(2026, 6, 30)).standings[0].verdict == "met"
