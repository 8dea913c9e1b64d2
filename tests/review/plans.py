"""Small plans for the tests: a text, and statements found in it by their words."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from attrs import evolve, frozen

from paitou.model import (
    Block,
    BlockKind,
    Document,
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

TEXT = """一、住房
三年筹集不少于6万套保障性租赁住房。
二、贸易
到2025年,进出口总额突破3000亿元,外贸进出口总额达到3000亿元,旅客满意率达到90%以上。
三、环保
基本建成绿色城市。新增绿地200公顷。新增绿地200公顷。
"""


def statement(
    text: str, words: str, indicator: str, value: str, unit: str, **more
) -> Statement:
    start = text.index(words)
    at = start + words.index(value)
    fields = {
        "id": f"s-{indicator}",
        "role": "target",
        "section": "",
        "measure": "level",
        "comparator": "ge",
        "when": When(kind="by", end=2025),
        "indicator_id": indicator,
    } | more
    return Statement(
        start=start,
        end=start + len(words),
        quote=words,
        indicator=indicator,
        value=Decimal(value),
        unit=Unit.parse(unit),
        spans=Spans(value=Span(at, at + len(value) + len(unit))),
        **fields,
    )


def document(text: str = TEXT) -> Document:
    starts = [text.index(line) for line in text.splitlines() if line]
    heads = [at for at in starts if text[at + 1] == "、"] + [len(text)]
    sections = tuple(
        Section(
            id=f"t{number}",
            number=text[at : at + 2],
            title=text[at + 2 : text.index("\n", at)],
            level=1,
            start=at,
            end=stop,
            heading=Span(at, text.index("\n", at)),
        )
        for number, (at, stop) in enumerate(pairwise(heads), 1)
    )
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=at, end=text.index("\n", at), body=at)
        for at in starts
    )
    return Document(
        title="试验市三年行动方案",
        file="plan.txt",
        sha256="",
        text=text,
        period=PlanPeriod(start=2023, end=2025),
        sections=sections,
        blocks=blocks,
    )


def plan(*statements: Statement, text: str = TEXT) -> Plan:
    mentions = tuple(
        Mention(
            start=s.spans.value.start,
            end=s.spans.value.end,
            text=s.spans.value.of(text),
            name="statement",
            statement=s.id,
        )
        for s in statements
    )
    return Plan(
        document=document(text), statements=statements, commitments=(), mentions=mentions
    )


HOUSES = statement(
    TEXT,
    "筹集不少于6万套保障性租赁住房",
    "保障性租赁住房",
    "6",
    "万套",
    measure="total",
    section="t1",
    when=When(kind="over", start=2023, end=2025),
)
TRADE = statement(
    TEXT, "进出口总额突破3000亿元", "进出口总额", "3000", "亿元", section="t2"
)
FOREIGN = statement(
    TEXT, "外贸进出口总额达到3000亿元", "外贸进出口总额", "3000", "亿元", section="t2"
)
CONTENT = statement(TEXT, "旅客满意率达到90%以上", "旅客满意率", "90", "%", section="t2")
PLAN = plan(HOUSES, TRADE, FOREIGN, CONTENT)


@frozen
class Entry:
    id: str
    additivity: str


class Indicators:
    """A catalogue of three."""

    _ENTRIES = MappingProxyType(
        {
            "保障性租赁住房": "sum",
            "进出口总额": "sum",
            "常住人口": "stock",
            "旅客满意率": "none",
        }
    )

    def get(self, indicator_id: str) -> Entry | None:
        known = self._ENTRIES.get(indicator_id)
        return Entry(indicator_id, known) if known else None

    def resolve(self, name: str) -> str:
        return name


def changed(base: Statement, **fields) -> Statement:
    return evolve(base, **fields)
