"""Tests of the JSON record of a plan."""

import json
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.compile.record import plan_record
from paitou.model import (
    Block,
    Commitment,
    Document,
    Issue,
    Mention,
    Plan,
    PlanPeriod,
    Section,
    Span,
    Spans,
    Statement,
    Unit,
    When,
)

TEXT = "到2025年,经济总量达到1万亿元以上。\n每季度通报。"


@pytest.fixture
def statement():
    return Statement(
        id="s1", role="target", section="a", start=0, end=20, quote=TEXT[:20],
        indicator="经济总量", indicator_id="gdp", measure="level", comparator="ge",
        value=Decimal("1E+1"), unit=Unit.parse("万亿元"),
        when=When(kind="by", end=2025, source="clause"),
        spans=Spans(value=Span(13, 14), indicator=(Span(7, 11),), when=Span(0, 6)),
    )  # fmt: skip


@pytest.fixture
def plan(statement):
    document = Document(
        title="方案", file="plan.txt", sha256="0" * 64, text=TEXT,
        period=PlanPeriod(start=2023, end=2025),
        sections=(
            Section(
                id="a", number="1.", title="总", level=1, start=0, end=26,
                heading=Span(0, 2),
            ),
        ),
        blocks=(Block(kind="paragraph", start=0, end=20, body=0, section=0, place=3),),
    )  # fmt: skip
    return Plan(
        document=document,
        statements=(statement,),
        commitments=(
            Commitment(
                id="c1", kind="duty", section="a", start=21, end=27, quote="每季度通报。",
                object="通报", cadence="quarterly",
            ),
        ),
        mentions=(
            Mention(start=1, end=6, text="2025年", name="statement", statement="s1"),
            Mention(start=13, end=14, text="1", name="statement", statement="s1"),
            Mention(start=22, end=23, text="季", name="unexplained"),
        ),
        issues=(Issue(code="x-y", level="hint", message="某", remedy="改"),),
    )  # fmt: skip


def test_the_keys_of_the_contract_come_in_its_order(plan):
    record = plan_record(plan)
    assert list(record) == [
        "document", "sections", "statements", "commitments", "mentions", "issues",
    ]  # fmt: skip
    first = record["statements"][0]
    assert list(first)[:8] == [
        "id", "role", "section", "start", "end", "quote", "indicator", "indicator_id",
    ]  # fmt: skip
    assert first["when"] == {"kind": "by", "start": None, "end": 2025, "source": "clause"}
    assert first["spans"]["indicator"] == [[7, 11]]
    assert record["document"]["period"] == {"start": 2023, "end": 2025}


def test_numbers_are_plain_decimal_texts(plan, statement):
    assert plan_record(plan)["statements"][0]["value"] == "10"
    small = evolve(statement, value=Decimal("1E-7"), value_high=Decimal("0.90"))
    record = plan_record(evolve(plan, statements=(small,)))["statements"][0]
    assert (record["value"], record["value_high"]) == ("0.0000001", "0.90")
    grade = plan_record(evolve(plan, statements=(evolve(statement, value="Ⅳ"),)))
    assert grade["statements"][0]["value"] == "Ⅳ"


def test_the_text_is_given_where_it_is_not_the_file(plan):
    assert "text" not in plan_record(plan)
    read = evolve(plan.document, text_is_file=False, format="pdf", place_kind="page")
    record = plan_record(evolve(plan, document=read))
    assert list(record)[1] == "text"
    assert record["text"] == TEXT
    assert record["statements"][0]["place"] == 3


def test_mentions_add_up(plan):
    mentions = plan_record(plan)["mentions"]
    assert mentions["total"] == sum(mentions["by_class"].values()) == 3
    assert mentions["by_class"] == {"statement": 2, "unexplained": 1}
    assert mentions["unexplained"] == [{"start": 22, "end": 23, "text": "季"}]
    assert mentions["list"][2]["class"] == "unexplained"


def test_the_same_plan_gives_the_same_bytes(plan):
    once, again = (json.dumps(plan_record(plan), ensure_ascii=False) for _ in range(2))
    assert once == again
