"""目标衔接平衡分析: what is found, the sum behind it, and a number tried."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from paitou import compile_document, load
from paitou.indicators import standard
from paitou.model import Book, PlanPeriod
from paitou.report.balance_findings import times_words
from paitou.text import document_from_text

KUNMING = "/plans/kunming-2023/balance/"
PAGE = "/plans/made/balance/"


@pytest.fixture(scope="module")
def kunming(kunming_file):
    return load(kunming_file.parent)


def made(*sentences, title="云泽市三年行动方案"):
    text = f"{title}\n\n(2023—2025年)\n\n一、目标\n\n" + "".join(sentences)
    document = evolve(document_from_text(text), period=PlanPeriod(start=2023, end=2025))
    plan = compile_document(document)
    return Book(name="made", title=title, plan=plan, compiled=plan, indicators=standard())


AGAINST = made(
    "到2025年，地区生产总值控制在1000亿元以内，第三产业增加值达到900亿元以上，",
    "第二产业增加值达到400亿元以上。",
)


def html_of(client, page, **query):
    return client.get(page, query).content.decode()


def test_kunming_says_what_the_plan_asks_for_unsaid(serve, kunming):
    html = html_of(serve(kunming), KUNMING)
    assert "年地区生产总值不低于" in html
    assert "10752.9" in html
    assert "÷ 0.7" in html
    assert "6073" in html
    assert "3000÷1.15³" in html
    assert "测算，非统计数据" in html


def test_an_assumption_tried_shows_both_numbers(serve, kunming):
    html = html_of(serve(kunming), KUNMING, **{"try": "assumption:2", "to": "900"})
    assert "11181.4" in html
    assert "10752.9" in html


def test_a_trial_changes_nothing(serve, kunming):
    client = serve(kunming)
    before = html_of(client, KUNMING)
    html_of(client, KUNMING, **{"try": "assumption:2", "to": "900"})
    assert html_of(client, KUNMING) == before


def test_what_cannot_be_is_told_with_its_sum_and_its_mending(serve):
    html = html_of(serve(AGAINST), PAGE)
    assert "各项目标不能同时实现" in html
    assert "个目标不能同时实现：" in html
    assert "1300" in html
    assert "调整测算" in html


def test_a_trial_may_make_it_hold(serve):
    cap = next(s for s in AGAINST.plan.statements if s.value == Decimal(1000))
    html = html_of(serve(AGAINST), PAGE, **{"try": cap.id, "to": "1400"})
    assert "各项目标可以同时实现" in html


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("assumption:2", "很多"), ("assumption:2", "1e99"), ("assumption:2", "NaN"),
        ("assumption:2", "9" * 40), ("assumption:99", "1"), ("", "1"),
        ("<script>", "<script>alert(1)</script>"),
    ],
)  # fmt: skip
def test_what_cannot_be_tried_is_said(serve, kunming, key, value):
    answer = serve(kunming).get(KUNMING, {"try": key, "to": value})
    html = answer.content.decode()
    assert answer.status_code == 400
    assert "请" in html.split('role="alert">')[1].split("</p>")[0]
    assert "<script>alert" not in html


def test_words_of_a_plan_stay_words(serve):
    hostile = made("到2025年，<b>新型</b>站点达到20个以上。", title="<b>云泽</b>行动方案")
    assert "<b>云泽" not in html_of(serve(hostile), PAGE)


def test_a_plan_without_targets_says_so(serve):
    assert "没有可以分析的目标" in html_of(serve(made("加快发展。")), PAGE)


def test_the_day_is_kept_when_a_number_is_tried(serve, kunming):
    html = html_of(serve(kunming), KUNMING, as_of="2023-06-30")
    assert 'name="as_of" value="2023-06-30"' in html


def test_it_refuses_to_be_written(serve, kunming):
    assert serve(kunming).post(KUNMING, {"try": "assumption:2"}).status_code == 405


def test_an_unknown_book_is_told(serve, kunming):
    assert serve(kunming).get("/plans/other/balance/").status_code == 404


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (Fraction(1), ""), (Fraction(41, 50), "× 0.82"), (Fraction(10, 7), "÷ 0.7"),
        (Fraction(3, 7), "× 3 ÷ 7"), (Fraction(2), "× 2"),
        (Fraction(123457, 998877665), "× 0.000123596（约）"),
    ],
)  # fmt: skip
def test_what_to_press_on_a_calculator(times, told):
    assert times_words(times) == told
