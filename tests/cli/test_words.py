"""Tests of the few words that a column has room for."""

from decimal import Decimal

import pytest

from paitou.cli.words import orgs, plain, requirement, time_limit
from paitou.model import Responsibility, Span, Spans, Statement, Unit, When


def _statement(**fields):
    said = {
        "id": "s", "role": "target", "section": "", "start": 0, "end": 1, "quote": "x",
        "indicator": "x", "indicator_id": "x", "measure": "level", "comparator": "ge",
        "value": Decimal(1), "unit": Unit.parse("万亿元"), "when": When(kind="open"),
        "spans": Spans(value=Span(0, 1)),
    }  # fmt: skip
    return Statement(**(said | fields))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "≥1万亿元"),
        ({"comparator": "range", "value_high": Decimal(5)}, "1—5万亿元"),
        ({"value": Decimal("1E+3"), "comparator": "lt"}, "<1000万亿元"),
        ({"value": "Ⅳ", "unit": Unit.parse("类")}, "≥Ⅳ类"),
    ],
)
def test_a_requirement(fields, said):
    assert requirement(_statement(**fields)) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(kind="by", end=2025), "到2025年"),
        (When(kind="in", start=2025, end=2025), "2025年"),
        (When(kind="each", start=2023, end=2025), "2023—2025年每年"),
        (When(kind="over", start=2023, end=2025), "2023—2025年"),
        (When(kind="open"), "未写明时限"),
        (When(kind="each"), "每年"),
    ],
)
def test_a_time_limit(when, said):
    assert time_limit(when) == said


def test_organisations_are_told_with_their_part():
    named = (
        Responsibility(role="lead", org="市发展改革委"),
        Responsibility(role="support", org="市统计局"),
    )
    assert orgs(named) == "牵头单位：市发展改革委；配合单位：市统计局"


def test_a_plain_number_has_no_exponent():
    assert plain(Decimal("1E+3")) == "1000"
